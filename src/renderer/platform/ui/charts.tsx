/** Bars and columns from zero: the finding is the title, the number stands on its bar, and a table holds the same figures. */
import { useId, useState, type ReactNode } from 'react';
import css from './charts.module.css';

export type Point = {
  readonly label: string;
  /** How long the bar is; of a band, its limit. */
  readonly value: number;
  /** Said instead of the number: «menos de 21». */
  readonly words?: string;
  /** `now`: what is told of; `before`: what it stands beside; `band`: no exact number. */
  readonly mark?: 'now' | 'before' | 'band';
  /** The label in full, for the table. */
  readonly long?: string;
};

type Props = {
  readonly title: string;
  readonly points: readonly Point[];
  /** What the number counts: «Casos». */
  readonly counts: string;
  readonly note?: ReactNode;
};

const said = ({ words, value }: Point) => words ?? String(value);
const longest = (points: readonly Point[]) => Math.max(1, ...points.map(({ value }) => value));

/** A line of a bar that is 0 is still seen. */
const least = 0.015;

export function BarChart({ points, ...rest }: Props) {
  const most = longest(points);
  return (
    <Figure {...rest} points={points}>
      <ul className={css.bars}>
        {points.map((point) => (
          <li key={point.label}>
            <span>{point.label}</span>
            <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect
                className={css[point.mark === 'before' ? 'before' : 'now']}
                width={Math.max(least, point.value / most)}
                height="1"
                strokeWidth="0"
              />
            </svg>
            <b>{said(point)}</b>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

const tall = 68;
const wide = 34;

export function ColumnChart({ points, ...rest }: Props) {
  const most = longest(points);
  return (
    <Figure {...rest} points={points}>
      <ul className={css.columns}>
        {points.map((point) => (
          <li key={point.label} data-mark={point.mark ?? 'now'}>
            <span>{point.label}</span>
            <Column mark={point.mark ?? 'now'} height={Math.max(1, Math.round((point.value / most) * tall))} />
            <b>{said(point)}</b>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

const spark = { width: 216, height: 96, base: 78, tall: 60, edge: 2.5 } as const;

/** Twelve months from zero, the last one dark; the number stands on the last and the highest. */
export function MonthColumns({ points, label }: { readonly points: readonly Point[]; readonly label: string }) {
  const most = longest(points);
  // Of equal ones the last: two numbers of three digits do not stand side by side.
  const highest = points.findLastIndex(({ value }) => value === Math.max(...points.map((one) => one.value)));
  const step = spark.width / Math.max(1, points.length);
  return (
    <svg
      className={css.spark}
      viewBox={`0 0 ${spark.width} ${spark.height}`}
      role="img"
      aria-label={`${label}: ${points.map((point) => `${point.long ?? point.label} ${said(point)}`).join(', ')}`}
    >
      {points.map((point, at) => {
        const isLast = at === points.length - 1;
        const height = (point.value / most) * spark.tall;
        const middle = at * step + step / 2;
        return (
          <g key={point.long ?? at}>
            <rect
              className={isLast ? css.now : css.before}
              x={at * step + spark.edge}
              y={spark.base - height}
              width={step - 2 * spark.edge}
              height={height}
            />
            {(isLast || (at === highest && point.value > 0)) && (
              <text x={middle} y={spark.base - height - 4} textAnchor="middle">
                {said(point)}
              </text>
            )}
            <text className={css.month} x={middle} y={spark.height - 3} textAnchor="middle">
              {point.label}
            </text>
          </g>
        );
      })}
      <path className={css.base} d={`M0 ${spark.base}H${spark.width}`} />
    </svg>
  );
}

function Column({ mark, height }: { readonly mark: NonNullable<Point['mark']>; readonly height: number }) {
  const pattern = useId();
  return (
    <svg width={wide} height={height} aria-hidden="true" focusable="false">
      {mark === 'band' && (
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" className={css.ground} />
          <path d="M0 0V6" className={css.hatch} />
        </pattern>
      )}
      <rect
        className={mark === 'band' ? css.edge : css[mark]}
        {...(mark === 'band' && { fill: `url(#${pattern})` })}
        x="0.5"
        y="0.5"
        width={wide - 1}
        height={Math.max(0, height - 0.5)}
      />
    </svg>
  );
}

function Figure({ title, points, counts, note, children }: Props & { readonly children: ReactNode }) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className={css.figure} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      {children}
      <figcaption className={css.note}>
        {note}{' '}
        <button
          type="button"
          aria-expanded={isTable}
          aria-controls={`${id}-table`}
          aria-label={`Tabla: ${title}`}
          onClick={() => setTable((now) => !now)}
        >
          Tabla
        </button>
      </figcaption>
      <div id={`${id}-table`} hidden={!isTable}>
        <table className={css.table} aria-label={title}>
          <thead>
            <tr>
              <td aria-hidden="true" />
              <th scope="col">{counts}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.long ?? point.label}</th>
                <td>{said(point)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
