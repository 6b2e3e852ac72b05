import { inLima } from '../../platform/times.ts';
import css from '../audit.module.css';
import type { ReadOnlyFacts } from '../queries.ts';
import type { ReadOnlyTrouble } from '../../../shared/audit/index.ts';

type Props = {
  readonly trouble: Extract<ReadOnlyTrouble, { kind: 'rolled-back' }>;
  readonly copy: ReadOnlyFacts['copy'];
};

/** Where the file stands, where the copy at hand, and the last thing that was kept. */
export function TimeLine({ trouble: { reachesTo, lastKeptAt }, copy }: Props) {
  const points = [
    { label: 'El archivo de ahora', at: reachesTo },
    { label: 'La copia a mano', at: copy?.isAhead === true ? copy.at : null },
    { label: 'Lo último que se sabe guardado', at: lastKeptAt },
  ].flatMap(({ label, at }) => (at === null ? [] : [{ label, at }]));
  return (
    <dl className={css.timeLine}>
      {points.map(({ label, at }, index) => (
        <div key={label} data-first={index === 0}>
          <dt>{label}</dt>
          <dd>{inLima(at)}</dd>
        </div>
      ))}
    </dl>
  );
}
