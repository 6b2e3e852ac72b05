import { useState } from 'react';
import {
  consequenceLabels,
  termActorLabels,
  type BoardDeadline,
  type BoardHearing,
} from '../../../shared/proceedings/index.ts';
import { addDays } from '../../../shared/platform/dates.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  ChoiceField,
  ConfirmMark,
  DataTable,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  PersonName,
  ButtonRow,
  optionsOf,
} from '../../platform/ui/index.ts';
import { casePages } from '../../intake/index.ts';
import { privacyPath } from '../../privacy/index.ts';
import { openNovelty } from '../novelty-key.tsx';
import { DayPaper } from '../day-paper.tsx';
import { useDeadlines, type Scope } from '../queries.ts';
import { momentWords, undatedWords } from '../words.ts';

/**
 * «Plazos»: what is late, what falls due today and in the next seven days, the gravest first, and the hearings of those
 * days. Steps that the centre set itself stand apart, below.
 */
export function DeadlinesScreen() {
  const mayAll = useMay('case.assign');
  const mayTell = useMay('novelty.append');
  const [scope, setScope] = useState<Scope>(mayAll ? 'all' : 'mine');
  const [isPaper, setPaper] = useState(false);
  const board = useDeadlines(scope);
  return (
    <>
      <PageTitle>Plazos</PageTitle>
      <ButtonRow label="Hoja del día" onClick={() => setPaper(true)}>
        {mayTell && <PlainButton onClick={openNovelty}>Nuevo hecho o incumplimiento (Mayús F4)</PlainButton>}
      </ButtonRow>
      {mayAll && (
        <ChoiceField
          inline
          clearable={false}
          words={{ label: 'De qué casos' }}
          options={optionsOf({ mine: 'Mis casos', all: 'Todos los casos' })}
          value={scope}
          onChange={(next) => {
            if (next !== null) setScope(next);
          }}
        />
      )}
      <QueryState query={board}>
        {({ today, deadlines, hearings }) => {
          const week = addDays(today, 7);
          const ofLaw = deadlines.filter(({ consequence }) => consequence !== 'internal');
          const undated = ofLaw.filter(({ warnsAt }) => warnsAt === null);
          const until = (from: string, to: string) =>
            ofLaw.filter(
              ({ warnsAt, isOverdue }) => !isOverdue && warnsAt !== null && warnsAt.on >= from && warnsAt.on <= to,
            );
          const own = deadlines.filter(
            ({ consequence, warnsAt, isOverdue }) =>
              consequence === 'internal' && (isOverdue || warnsAt === null || warnsAt.on <= week),
          );
          return (
            <>
              <Terms title="Vencidos" lines={ofLaw.filter(({ isOverdue }) => isOverdue)} />
              <Terms title="Vencen hoy" lines={until(today, today)} />
              {undated.length > 0 && <Terms title={undatedWords} lines={undated} />}
              <Terms title="Próximos 7 días" lines={until(addDays(today, 1), week)} />
              <Hearings lines={hearings} />
              <Terms title="Pasos del propio centro, vencidos y hasta en 7 días" lines={own} isInternal />
            </>
          );
        }}
      </QueryState>
      {isPaper && <DayPaper scope={scope} onClose={() => setPaper(false)} />}
    </>
  );
}

const consequenceColumn: Column<BoardDeadline> = {
  title: 'Si se vence',
  cell: ({ consequence }) =>
    consequence === 'fatal' ? <strong>{consequenceLabels.fatal}</strong> : consequenceLabels[consequence],
};

function useOpen(): (line: { readonly caseId: string | null; readonly requestId?: string | null }) => void {
  const go = useGo();
  const mayRead = useMay('legalFile.read');
  return ({ caseId, requestId = null }) => {
    // A term of the centre itself is met where its duties are recorded.
    if (caseId === null) go(privacyPath);
    else if (requestId !== null) go(casePages.ownData.path, { caseId });
    else go(mayRead ? '/casos/$caseId/proceso' : '/casos/$caseId', { caseId });
  };
}

type TermsProps = {
  readonly title: string;
  readonly lines: readonly BoardDeadline[];
  readonly isInternal?: boolean;
};

function Terms({ title, lines, isInternal = false }: TermsProps) {
  const open = useOpen();
  const columns: readonly Column<BoardDeadline>[] = [
    { title: 'Ficha', cell: ({ number }) => <span className={look.nowrap}>{number ?? 'Centro'}</span> },
    {
      title: 'Persona usuaria',
      cell: ({ userName }) => (userName === null ? '—' : <PersonName>{userName}</PersonName>),
    },
    {
      title: 'Vence',
      cell: ({ warnsAt, isOverdue }) => (
        <span className={look.row}>
          <span className={look.nowrap}>{warnsAt === null ? 'Sin fecha' : momentWords(warnsAt)}</span>
          {isOverdue && <StateBadge tone="error">Vencido</StateBadge>}
        </span>
      ),
    },
    {
      title: 'Plazo',
      cell: ({ task, confirmation }) => (
        <>
          {`${task} `}
          {confirmation === 'toConfirm' && <ConfirmMark />}
        </>
      ),
    },
    { title: 'Quién debe actuar', cell: ({ actor }) => termActorLabels[actor] },
    ...(isInternal ? [] : [consequenceColumn]),
  ];
  return (
    <Panel title={`${title} (${lines.length})`}>
      <DataTable
        empty="Nada en esta lista."
        columns={columns}
        rows={lines}
        keyOf={({ deadlineId, incidentId, requestId, caseId, ruleId }) =>
          deadlineId ?? `${incidentId ?? requestId ?? caseId ?? 'centre'} ${ruleId}`
        }
        onOpen={open}
      />
    </Panel>
  );
}

function Hearings({ lines }: { readonly lines: readonly BoardHearing[] }) {
  const open = useOpen();
  const columns: readonly Column<BoardHearing>[] = [
    { title: 'Ficha', cell: ({ number }) => <span className={look.nowrap}>{number}</span> },
    { title: 'Persona usuaria', cell: ({ userName }) => <PersonName>{userName}</PersonName> },
    { title: 'Día y hora', cell: (line) => <span className={look.nowrap}>{momentWords(line)}</span> },
    { title: 'Audiencia', cell: ({ kind, office }) => `${kind}. ${office}` },
    { title: 'Asiste', cell: ({ attends }) => attends ?? 'Sin designar' },
  ];
  return (
    <Panel title={`Audiencias de hoy y los próximos 7 días (${lines.length})`}>
      <DataTable
        empty="Ninguna audiencia en estos días."
        columns={columns}
        rows={lines}
        keyOf={({ hearingId }) => hearingId}
        onOpen={open}
      />
    </Panel>
  );
}
