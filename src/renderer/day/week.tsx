import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { dayAndMonth, weekdayOf } from '../../shared/day/index.ts';
import type { BoardDeadline } from '../../shared/proceedings/index.ts';
import { hrefOf } from '../platform/routes.ts';
import css from './day.module.css';

type Day = {
  readonly title: string;
  readonly below: string;
  readonly terms: readonly BoardDeadline[];
  readonly kind: 'late' | 'today' | 'next';
};

const perDay = 3;
const daysShown = 5;

/** Terms of the law by their day: what is late, today, and the next days on which something falls due. */
export function Week({ today, terms }: { readonly today: CivilDate; readonly terms: readonly BoardDeadline[] }) {
  return (
    <section className={css.week} aria-label="Plazos por día">
      {daysOf(today, terms).map((day) => (
        <div key={day.title + day.below} className={css.day} data-kind={day.kind}>
          <header>
            <h2>{day.title}</h2>
            <span>{day.below}</span>
            <span className={css.end}>{day.terms.length}</span>
          </header>
          <ul>
            {day.terms.slice(0, perDay).map((term) => (
              <Term key={`${term.caseId ?? ''} ${term.deadlineId ?? term.ruleId}`} term={term} />
            ))}
            {day.terms.length > perDay && (
              <li>
                <a href={hrefOf('/plazos')}>{`${day.terms.length - perDay} más`}</a>
              </li>
            )}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** What others must do is verified; what is ours is done. */
function Term({ term }: { readonly term: BoardDeadline }) {
  const { caseId, number, task, consequence, warnsAt } = term;
  const isOfOthers = consequence === 'verify';
  const time = warnsAt === null || warnsAt.time === '23:59' ? '' : ` · ${warnsAt.time}`;
  return (
    <li data-ours={isOfOthers ? undefined : true}>
      <a href={hrefOf('/casos/$caseId/proceso', { caseId: caseId ?? '' })}>
        {isOfOthers ? `Verificar: ${task}` : task}
      </a>
      <small>{`${number ?? ''}${time}`}</small>
    </li>
  );
}

function daysOf(today: CivilDate, terms: readonly BoardDeadline[]): Day[] {
  const on = (day: CivilDate) => terms.filter(({ isOverdue, warnsAt }) => !isOverdue && warnsAt?.on === day);
  const ahead = Array.from({ length: daysShown }, (_, at) => addDays(today, at + 1));
  return [
    { title: 'Vencidos', below: '', terms: terms.filter(({ isOverdue }) => isOverdue), kind: 'late' },
    { title: 'Hoy', below: `${weekdayOf(today)} ${dayAndMonth(today)}`, terms: on(today), kind: 'today' },
    ...ahead
      .filter((day) => on(day).length > 0 || !isWeekend(day))
      .map((day): Day => ({ title: weekdayOf(day), below: dayAndMonth(day), terms: on(day), kind: 'next' })),
  ];
}

const isWeekend = (day: CivilDate) => ['sábado', 'domingo'].includes(weekdayOf(day));
