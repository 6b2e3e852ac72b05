import { capital } from '../../shared/platform/capital.ts';
import { addMonths, type CivilDate, type Month } from '../../shared/platform/dates.ts';
import {
  activityStateLabels,
  monthName,
  weekdayAndDay,
  weeksOf,
  type Activity,
  type ActivityState,
} from '../../shared/prevention/index.ts';
import { Icon } from '../platform/ui/index.ts';
import css from './prevention.module.css';
import type { Prevention } from './queries.ts';
import { titleOf } from './words.ts';

type Props = {
  readonly data: Prevention;
  readonly chosen: Activity | null;
  readonly onMonth: (month: Month) => void;
  readonly onChoose: (id: string) => void;
};

const letters = [
  ...[['L', 'lunes'] as const, ['M', 'martes'] as const, ['M', 'miércoles'] as const, ['J', 'jueves'] as const],
  ...[['V', 'viernes'] as const, ['S', 'sábado'] as const, ['D', 'domingo'] as const],
];

/** The month: what was done, is to come and was cancelled, each day with the first of its activities behind it. */
export function Calendar({ data, chosen, onMonth, onChoose }: Props) {
  const { month, today } = data;
  const step = (months: number) => (
    <button
      type="button"
      className={css.step}
      aria-label={months < 0 ? 'Mes anterior' : 'Mes siguiente'}
      onClick={() => onMonth(addMonths(month, months))}
    >
      <span className={months < 0 ? css.back : ''}>
        <Icon name="fold" size={18} />
      </span>
    </button>
  );
  return (
    <>
      <header className={css.month}>
        {step(-1)}
        <h2>{`${capital(monthName(month))} de ${month.slice(0, 4)}`}</h2>
        {step(1)}
      </header>
      <table className={css.calendar}>
        <thead>
          <tr>
            {letters.map(([letter, word]) => (
              <th key={word} scope="col" abbr={word}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, at) => (
            <tr key={at}>
              {week.map((day, column) => (
                <td key={column}>{day !== null && <Day {...{ day, data, chosen, onChoose, today }} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.key}>
        {(['done', 'planned', 'cancelled'] as const).map((state) => (
          <span key={state}>
            <i data-state={state} />
            {activityStateLabels[state].toLowerCase()}
          </span>
        ))}
      </p>
    </>
  );
}

type DayProps = Omit<Props, 'onMonth'> & { readonly day: CivilDate; readonly today: CivilDate };

function Day({ day, today, data, chosen, onChoose }: DayProps) {
  const own = data.activities.filter(({ activity }) => activity.isActive && activity.heldOn === day);
  const [first] = own;
  const number = Number(day.slice(8));
  const isToday = day === today;
  if (first === undefined) return <span data-today={isToday || undefined}>{number}</span>;
  const states = own.map(({ standing }) => standing.state);
  const state: ActivityState = states.includes('planned') ? 'planned' : states.includes('done') ? 'done' : 'cancelled';
  const said = own.map(
    (view) => `${titleOf(view, data.terms)}, ${activityStateLabels[view.standing.state].toLowerCase()}`,
  );
  return (
    <button
      type="button"
      data-state={state}
      data-today={isToday || undefined}
      aria-current={chosen?.heldOn === day ? 'date' : undefined}
      aria-label={`${weekdayAndDay(day)}: ${said.join('; ')}`}
      onClick={() => {
        // Pressed again it goes on to the next of that day.
        const at = own.findIndex(({ activity }) => activity.id === chosen?.id);
        onChoose((own[(at + 1) % own.length] ?? first).activity.id);
      }}
    >
      {number}
    </button>
  );
}
