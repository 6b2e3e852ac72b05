import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { dayAndMonth, weekdayOf } from '../../shared/day/index.ts';
import type { BoardDeadline } from '../../shared/proceedings/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { Secret } from '../platform/ui/index.ts';
import css from './day.module.css';

type Day = {
  readonly title: string;
  readonly below: string;
  readonly terms: readonly BoardDeadline[];
  readonly kind: 'late' | 'today' | 'next';
};
/** Days of rest on which nothing falls due, in words. */
type Off = { readonly kind: 'off'; readonly words: string };

const perDay = 3;
const daysShown = 7;

type Props = {
  readonly today: CivilDate;
  readonly terms: readonly BoardDeadline[];
  /** Weekends and holidays among the next days. */
  readonly daysOff: readonly CivilDate[];
};

/** Terms of the law by their day: what is late, today, and the next days. */
export function Week({ today, terms, daysOff }: Props) {
  if (terms.length === 0) return null;
  return (
    <section className={css.week} aria-label="Plazos por día">
      {daysOf({ today, terms, daysOff }).map((day) =>
        day.kind === 'off' ? (
          <p key={day.words} className={css.off}>
            <span>{day.words}</span>
          </p>
        ) : (
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
        ),
      )}
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
        <Secret instead="Ver el plazo">{isOfOthers ? `Verificar: ${task}` : task}</Secret>
      </a>
      <small>{`${number ?? ''}${time}`}</small>
    </li>
  );
}

function offWords(days: readonly CivilDate[]): string {
  const named = days.map((day) => `${weekdayOf(day).slice(0, 3)} ${Number(day.slice(8))}`).join(' · ');
  return `${named} ${days.length === 1 ? 'no cuenta' : 'no cuentan'}`;
}

function daysOf({ today, terms, daysOff }: Props): (Day | Off)[] {
  const on = (day: CivilDate) => terms.filter(({ isOverdue, warnsAt }) => !isOverdue && warnsAt?.on === day);
  const days: (Day | Off)[] = [
    { title: 'Vencidos', below: '', terms: terms.filter(({ isOverdue }) => isOverdue), kind: 'late' },
    { title: 'Hoy', below: `${weekdayOf(today)} ${dayAndMonth(today)}`, terms: on(today), kind: 'today' },
  ];
  const rest: CivilDate[] = [];
  for (let at = 1; at < daysShown; at += 1) {
    const day = addDays(today, at);
    const isOff = daysOff.includes(day) && on(day).length === 0;
    if (isOff) rest.push(day);
    if (!isOff || at === daysShown - 1) {
      if (rest.length > 0) days.push({ kind: 'off', words: offWords(rest.splice(0)) });
    }
    if (!isOff) days.push({ title: weekdayOf(day), below: dayAndMonth(day), terms: on(day), kind: 'next' });
  }
  return days;
}
