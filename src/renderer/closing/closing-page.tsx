import { useState } from 'react';
import { blockingIn, caseStageLabels, closingLineLabels, reopenReasonLabels} from '../../shared/closing/index.ts'; // prettier-ignore
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { announce } from '../platform/announce.ts';
import { useRead } from '../platform/query.ts';
import { useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { ActionBar, Facts, look, Notice, PageTitle, Panel, PlainButton, QueryState } from '../platform/ui/index.ts';
import { Checklist, ownSupervisionWords } from './checklist.tsx';
import { ProposeDialog, ReopenDialog, SuperviseDialog } from './dialogs.tsx';
import { type Closing } from './queries.ts';
import { Over } from './over.tsx';
import { Waiting } from './waiting.tsx';

/** Closing a ficha in one window: the list before it, what waits for another person, and what was closed before. */
export function ClosingPage({ caseId }: { readonly caseId: string }) {
  const closing = useRead(['closing', caseId], (client) => client.getClosing({ caseId }), { staleTime: 0 });
  return (
    <>
      <PageTitle>Cierre de la ficha</PageTitle>
      <QueryState query={closing}>{(data) => <Standing caseId={caseId} closing={data} />}</QueryState>
    </>
  );
}

type Props = { readonly caseId: string; readonly closing: Closing };
type Opened = 'propose' | 'supervise' | 'reopen';

function Standing({ caseId, closing }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const done = () => setOpened(null);
  const isRunning = closing.state !== 'closed' && closing.state !== 'draft';
  return (
    <div className={look.stack}>
      <Where closing={closing} />
      {closing.state === 'draft' && (
        <Notice>La ficha está por validar. Una que no corresponde se anula, en «Corregir esta ficha».</Notice>
      )}
      {closing.proposal !== null && (
        <Waiting
          key={closing.seen}
          caseId={caseId}
          closing={closing}
          proposal={closing.proposal}
          onDone={(text) => announce(text)}
        />
      )}
      {isRunning && <Checklist caseId={caseId} lines={closing.lines} isOwn={isOwnSupervision(closing)} />}
      {isRunning && closing.leftDrafts.length > 0 && (
        <Notice>
          Al cerrar se borra lo que dejó a medias quien ya no tiene acceso: {closing.leftDrafts.join(' · ')}.
        </Notice>
      )}
      <Past closing={closing} />
      <Acts closing={closing} onOpen={setOpened} />
      {opened === 'propose' && <ProposeDialog caseId={caseId} closing={closing} onDone={done} />}
      {opened === 'supervise' && <SuperviseDialog caseId={caseId} closing={closing} onDone={done} />}
      {opened === 'reopen' && <ReopenDialog caseId={caseId} closing={closing} onDone={done} />}
    </div>
  );
}

function Where({ closing: { stage, supervisions, proposal, closings, isFromOldList } }: Pick<Props, 'closing'>) {
  const [last] = supervisions.filter(({ counts }) => counts);
  const closed = closings.find(({ state }) => state === 'approved');
  return (
    <Panel>
      <Facts
        of={[
          ['Cómo está', isFromOldList ? 'De una lista antigua: solo se lee' : caseStageLabels[stage]],
          stage === 'closed' &&
            closed !== undefined && ['Se cerró por', [closed.reason, closed.words].filter(Boolean).join(': ')],
          stage !== 'closed' &&
            last !== undefined && [
              'Seguimiento supervisado',
              `El ${formatCivilDate(last.on)}, por ${last.by}: ${last.words}`,
            ],
          proposal !== null && ['Propuesta', `La propuso ${proposal.proposedBy}, ${inLima(proposal.proposedAt)}`],
        ]}
      />
    </Panel>
  );
}

/** One act for each state: propose, or open again; what only asks for somebody else says so. */
function Acts({ closing, onOpen }: Pick<Props, 'closing'> & { readonly onOpen: (what: Opened) => void }) {
  const { mayPropose, mayReopen, maySupervise, proposal, lines } = closing;
  const close = useMayStore('case.close') && mayPropose && proposal === null;
  const reopen = useMayStore('case.reopen') && mayReopen;
  const supervise = useMayStore('closing.supervise') && maySupervise;
  const blocking = close ? blockingIn(lines) : [];
  const main = mainAct({ reopen, close: close && blocking.length === 0 });
  if (!close && !reopen && !supervise) return null;
  return (
    <>
      <Missing lines={blocking} isOwn={isOwnSupervision(closing)} />
      <ActionBar
        {...(main !== null && {
          main: { label: main.label, onClick: () => onOpen(main.what), byControlEnter: true },
        })}
      >
        {supervise && <PlainButton onClick={() => onOpen('supervise')}>Registrar seguimiento supervisado…</PlainButton>}
      </ActionBar>
    </>
  );
}

/** The last that counts is the reader's own. */
const isOwnSupervision = ({ supervisions }: Closing) => supervisions.some(({ counts, isOwn }) => counts && isOwn);

function Missing({ lines, isOwn }: { readonly lines: Closing['lines']; readonly isOwn: boolean }) {
  if (lines.length === 0) return null;
  if (isOwn && lines.every(({ line }) => line === 'supervision'))
    return <Notice>{`Seguimiento supervisado. ${ownSupervisionWords}.`}</Notice>;
  const words = lines.map(({ line }) => closingLineLabels[line].toLocaleLowerCase('es'));
  return <Notice>Todavía no se puede proponer el cierre. Falta: {words.join(', ')}.</Notice>;
}

function mainAct({ reopen, close }: { readonly reopen: boolean; readonly close: boolean }) {
  if (reopen) return { label: 'Reabrir la ficha…', what: 'reopen' } as const;
  return close ? ({ label: 'Proponer el cierre…', what: 'propose' } as const) : null;
}

function Past({ closing: { closings, reopenings } }: Pick<Props, 'closing'>) {
  const over = closings.filter(({ state }) => state !== 'pending');
  if (over.length === 0 && reopenings.length === 0) return null;
  return (
    <Panel title="Cierres y reaperturas">
      {over.map((one) => (
        <Over key={one.proposedAt} closing={one} />
      ))}
      <Facts
        of={reopenings.map(({ reason, words, by, at }) => [
          `Reabierta, ${inLima(at)}`,
          `${[reopenReasonLabels[reason], words].filter(Boolean).join(': ')}. Por ${by}`,
        ])}
      />
    </Panel>
  );
}
