import { useState, type ReactNode } from 'react';
import { referralRules, type ReferralKind } from '../../../shared/referrals/index.ts';
import { ConsentFields, useConsentDraft, useRefreshConsents, type ConsentDraft } from '../../care/index.ts';
import { casePages } from '../../intake/index.ts';
import { PaperBeside } from '../../papers/index.ts';
import { useRead } from '../../platform/query.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, ActionBar, ErrorSummary, Panel, Problem } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import { ToldDialog } from '../told-dialog.tsx';
import { IssuedAct } from './issued-act.tsx';
import { LetterForm, type LetterStart } from './letter-form.tsx';
import { useLetters, useLettersAct, type Handing } from './use-letters-act.ts';

type Props = {
  readonly caseId: string;
  readonly kinds: readonly ReferralKind[];
  readonly isUrgent: boolean;
  /** The one letter goes to an institution of the same building, which reads it at once. */
  readonly handing?: Handing;
  /** Which letters: above their questions, while none is issued. */
  readonly children: ReactNode;
};

/** Letters, the one consent behind them, and the act that issues all of them or none. */
export function ActForm({ caseId, kinds, isUrgent, handing, children }: Props) {
  const go = useGo();
  const { letters, register, papers, show } = useLetters();
  const starts = kinds.flatMap((kind) => letters.get(kind)?.start ?? []);
  const [isAskedAnew, setAskedAnew] = useState(false);
  const isCovered = !isAskedAnew && starts.length === kinds.length && isConsented(starts, handing);
  const to = establishmentOf(handing);
  const consent = useConsentDraft(starts[0]?.consenter ?? 'herself');
  const act = useLettersAct({ caseId, kinds, letters, consent, isCovered, handing });
  if (act.issued !== null) {
    const hasAdvice = kinds.some((kind) => referralRules[kind].hasAdvice === true);
    return <IssuedAct {...{ caseId, hasAdvice }} documents={act.issued} handedTo={to} />;
  }
  return (
    <>
      <PaperBeside
        caseId={caseId}
        title={kinds.length === 1 ? 'la derivación' : 'las derivaciones'}
        papers={kinds.flatMap((kind) => papers.get(kind) ?? [])}
        head={
          <>
            <ErrorSummary items={act.items} attempt={act.attempt} />
            <Said act={act} />
            {children}
          </>
        }
      >
        {kinds.map((kind) => (
          <LetterForm
            key={kind}
            caseId={caseId}
            kind={kind}
            isUrgent={isUrgent}
            isOneOfMany={kinds.length > 1}
            establishment={to}
            onReady={register}
            onWords={show}
          />
        ))}
        {kinds.length > 0 &&
          (isCovered ? (
            <Covered onAnew={() => setAskedAnew(true)} />
          ) : (
            <Asked caseId={caseId} kinds={kinds} draft={consent} />
          ))}
      </PaperBeside>
      {kinds.length > 0 && (
        <ActionBar
          main={{
            label: actLabel(kinds.length, handing),
            busy: act.busy,
            onClick: () => act.issue(false),
            byControlEnter: true,
          }}
        >
          <PlainButton onClick={() => go(casePages.referrals.path, { caseId })}>Volver a Derivaciones</PlainButton>
          {act.busy && <Progress batchId={act.batchId} />}
        </ActionBar>
      )}
    </>
  );
}

const establishmentOf = (handing: Handing | undefined) => handing?.establishment ?? null;

/** A consent that stands covers each letter; that of a hand-over names the institution as well. */
function isConsented(starts: readonly LetterStart[], handing: Handing | undefined): boolean {
  return starts.every(({ hasConsent }) => hasConsent) && handing?.isConsented !== false;
}

function actLabel(letters: number, handing: Handing | undefined): string {
  if (handing !== undefined) return 'Entregar';
  return letters === 1 ? 'Emitir e imprimir' : `Emitir ${letters} e imprimir`;
}

/** What was refused, or what the letters leave out and has to be seen first. */
function Said({ act }: { readonly act: ReturnType<typeof useLettersAct> }) {
  if (act.told === null) return act.items.length > 0 ? <Problem words={act.problem} /> : <ActProblem act={act} />;
  return <ToldDialog lines={act.told} onIssue={() => act.issue(true)} onCancel={act.takeBack} />;
}

function Covered({ onAnew }: { readonly onAnew: () => void }) {
  return (
    <Panel title="Consentimiento">
      <p>Ya se registró un consentimiento que vale para esto.</p>
      <div className={css.acts}>
        <PlainButton onClick={onAnew}>Registrar otro</PlainButton>
      </div>
    </Panel>
  );
}

type AskedProps = Pick<Props, 'caseId' | 'kinds'> & { readonly draft: ConsentDraft };

function Asked({ caseId, kinds, draft }: AskedProps) {
  return (
    <Panel title="Consentimiento">
      <ConsentFields
        draft={draft}
        label={kinds.length === 1 ? '¿Acepta esta derivación?' : '¿Acepta todas estas derivaciones?'}
      />
      {draft.way === 'refused' && <Refused caseId={caseId} kinds={kinds} draft={draft} />}
    </Panel>
  );
}

/** A refusal is kept as well: an earlier consent would let letters leave against what she says now. */
function Refused({ caseId, kinds, draft }: AskedProps) {
  const act = useAct({ refresh: useRefreshConsents() });
  const [isKept, setKept] = useState(false);
  const keep = () => {
    const consent = draft.check({ purposes: kinds, receivers: [] });
    if (consent === null) return;
    void act.run((client) => client.recordConsent({ caseId, consent }), {
      words: 'Quedó registrado que no acepta.',
      done: () => setKept(true),
    });
  };
  if (isKept) return <p>Quedó registrado que no acepta. No se emite ninguna carta de este acto.</p>;
  return (
    <>
      <p>Sin su consentimiento no se emite. Regístrelo: desde entonces no salen copias de lo que antes aceptó.</p>
      <ActProblem act={act} />
      <div className={css.acts}>
        <PlainButton aria-disabled={act.busy} onClick={keep}>
          Registrar que no acepta
        </PlainButton>
      </div>
    </>
  );
}

/** How many letters are made: asked while the act runs. */
function Progress({ batchId }: { readonly batchId: string }) {
  const { data } = useRead(
    ['referrals', 'act', batchId],
    async (client) => (await client.getReferralsProgress({ batchId })).progress,
    { refetchInterval: 250, gcTime: 0 },
  );
  const words = data === null || data === undefined ? 'Un momento…' : `${data.done} de ${data.total} cartas`;
  return <span role="status">{words}</span>;
}
