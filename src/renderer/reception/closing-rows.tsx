import { hasCome, purposeLabels, type ArrivalLine, type VisitLine } from '../../shared/reception/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import { serviceLabels, serviceOf } from '../../shared/access/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useSession } from '../platform/session.tsx';
import { DigitActs, look } from '../platform/ui/index.ts';
import { EndActs } from './board/end-acts.tsx';
import { forWhom } from './board/rows.ts';
import { useBoardAct } from './board/use-board-act.ts';
import { useApplicationNow, useRefreshReception } from './queries.ts';
import css from './reception.module.css';

/** The row after the one that was settled takes the focus, and the title of the step after the last one. */
function nextOf(row: Element | null): () => HTMLElement | null {
  const rows = [...(row?.parentElement?.querySelectorAll('[data-row]') ?? [])].filter(
    (one) => one === row || one.querySelector('button') !== null,
  );
  const at = row === null ? -1 : rows.indexOf(row);
  const following = rows[at + 1] ?? rows[at - 1] ?? null;
  const title = row?.closest('li[aria-labelledby]')?.querySelector<HTMLElement>('h2') ?? null;
  return () => following?.querySelector<HTMLElement>('button') ?? title;
}

const rowOf = (): Element | null => document.activeElement?.closest('[data-row]') ?? null;

/** A running attention of somebody else: a digit too many here would end it. */
function useIsAttendedByOthers({ state, staffName, service }: ArrivalLine): boolean {
  const { fullName, roles } = useSession().staff;
  if (state !== 'attended') return false;
  if (staffName !== null) return staffName !== fullName;
  return service !== null && !roles.some((role) => serviceOf(role) === service);
}

function attendedWords(line: ArrivalLine): string {
  const since = line.attendedAt === null ? '' : `, desde ${timeOf(Date.parse(line.attendedAt))}`;
  return `En atención con ${forWhom(line)}${since}`;
}

/** One arrival that is still open, ended in its row. */
export function OpenArrivalRow({ line, day }: { readonly line: ArrivalLine; readonly day: string | null }) {
  const { act, busy, close } = useBoardAct(line);
  const facts = [
    line.purpose === null ? null : purposeLabels[line.purpose],
    line.service === null ? null : serviceLabels[line.service],
  ].filter((fact) => fact !== null);
  const isOthers = useIsAttendedByOthers(line) && day === null;
  const since = [day, timeOf(Date.parse(line.arrivedAt))].filter((part) => part !== null).join(' ');
  return (
    <div className={css.closing} data-row>
      <span className={css.closingFacts}>
        <span>
          <span className={look.strong}>{line.label}</span> <span className={look.secondary}>{since}</span>
        </span>
        <span className={look.secondary}>
          {isOthers ? attendedWords(line) : facts.join(' · ') || 'Sin motivo anotado'}
        </span>
      </span>
      {line.mayRead && !isOthers ? (
        <EndActs line={line} busy={busy} onEnd={(end, words) => void close(end, words, nextOf(rowOf()))} />
      ) : (
        <span className={look.secondary}>La cierra quien la atiende.</span>
      )}
      <ActProblem act={act} />
    </div>
  );
}

/** Who was expected today and has not come. */
export function ExpectedRow({ visit, saidNow }: { readonly visit: VisitLine; readonly saidNow: string }) {
  const now = useApplicationNow(saidNow);
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const { visitId, version, time } = visit;
  const settle = (name: 'checkInVisit' | 'missVisit' | 'cancelVisit', words: string) => {
    void act.run(async (client) => client[name]({ visitId, version }), {
      ...{ words: `Cita de las ${time}: ${words}.`, refused: refresh, toTitle: nextOf(rowOf()) },
    });
  };
  const acts = [
    { label: 'Vino', run: () => settle('checkInVisit', 'vino, queda en espera') },
    ...(hasCome(visit, now) ? [{ label: 'No vino', run: () => settle('missVisit', 'no vino') }] : []),
    { label: 'Avisó que no viene', run: () => settle('cancelVisit', 'anulada') },
  ];
  const facts = [visit.service === null ? null : serviceLabels[visit.service], visit.staffName];
  return (
    <div className={css.closing} data-row>
      <span className={css.closingFacts}>
        <span className={look.strong}>{time}</span>
        <span className={look.secondary}>{facts.filter((fact) => fact !== null).join(' · ') || 'Sin servicio'}</span>
      </span>
      {visit.name === null ? (
        <span className={look.secondary}>La marca quien la citó.</span>
      ) : (
        <DigitActs label={`Cita de las ${time}`} acts={acts} busy={act.busy} />
      )}
      <ActProblem act={act} />
    </div>
  );
}
