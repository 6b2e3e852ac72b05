import { purposeLabels, type ArrivalLine, type VisitLine } from '../../shared/reception/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import { serviceLabels } from '../../shared/access/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { DigitActs, look } from '../platform/ui/index.ts';
import { EndActs } from './board/end-acts.tsx';
import { useBoardAct } from './board/use-board-act.ts';
import { useRefreshReception } from './queries.ts';
import css from './reception.module.css';

/** The row after the one that was settled takes the focus, and the title of the step after the last one. */
function nextOf(row: Element | null): () => HTMLElement | null {
  const following = row?.nextElementSibling ?? row?.previousElementSibling ?? null;
  const title = row?.closest('li[aria-labelledby]')?.querySelector<HTMLElement>('h2') ?? null;
  return () => following?.querySelector<HTMLElement>('button') ?? title;
}

const rowOf = (): Element | null => document.activeElement?.closest('[data-row]') ?? null;

/** One arrival that is still open, ended in its row. */
export function OpenArrivalRow({ line, day }: { readonly line: ArrivalLine; readonly day: string | null }) {
  const { act, busy, close } = useBoardAct(line);
  const facts = [
    line.purpose === null ? null : purposeLabels[line.purpose],
    line.service === null ? null : serviceLabels[line.service],
  ].filter((fact) => fact !== null);
  const since = [day, timeOf(Date.parse(line.arrivedAt))].filter((part) => part !== null).join(' ');
  return (
    <div className={css.closing} data-row>
      <span className={css.closingFacts}>
        <span>
          <span className={look.strong}>{line.label}</span> <span className={look.secondary}>{since}</span>
        </span>
        <span className={look.secondary}>{facts.join(' · ') || 'Sin motivo anotado'}</span>
      </span>
      {line.mayRead ? (
        <EndActs line={line} busy={busy} onEnd={(end, words) => void close(end, words, nextOf(rowOf()))} />
      ) : (
        <span className={look.secondary}>La cierra quien la atiende.</span>
      )}
      <ActProblem act={act} />
    </div>
  );
}

/** Who was expected today and has not come. */
export function ExpectedRow({ visit }: { readonly visit: VisitLine }) {
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
    { label: 'No vino', run: () => settle('missVisit', 'no vino') },
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
