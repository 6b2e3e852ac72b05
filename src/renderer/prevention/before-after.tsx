/** Bars of a series: how many of the group showed each factor before, and how many later. */
import { useId, useState } from 'react';
import { findingOf, findingWords, type Score } from '../../shared/prevention/index.ts';
import css from './prevention.module.css';
import series from './series.module.css';

type Props = { readonly score: Score; readonly wordsOf: (factor: string) => string };

const share = (count: number, of: number) => count / of;
const percent = (count: number, of: number) => `${Math.round(share(count, of) * 100)} %`;

export function BeforeAfter({ score, wordsOf }: Props) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  const { before, later } = score;
  const { factors, worked } = findingOf(score);
  const laterWords = score.isFinal ? 'al final' : 'a la mitad';
  const title = findingWords(score);
  return (
    <figure className={series.chart} aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <ul>
        {factors.map((one) => (
          <li key={one.factor}>
            <span>{wordsOf(one.factor)}</span>
            <Bar mark="before" count={one.before} of={before.people} said="antes" />
            {later !== null && one.later !== null && (
              <Bar mark="later" count={one.later} of={later.people} said={laterWords} />
            )}
          </li>
        ))}
      </ul>
      <figcaption>
        <span>
          <i data-mark="before" />
          {`antes, de ${before.people}`}
        </span>
        {later !== null && (
          <span>
            <i data-mark="later" />
            {`${laterWords}, de ${later.people}`}
          </span>
        )}
        <button type="button" aria-expanded={isTable} aria-label={`Tabla: ${title}`} onClick={() => setTable(!isTable)}>
          Tabla
        </button>
      </figcaption>
      {isTable && (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">Factor</th>
              <th scope="col">Antes</th>
              <th scope="col">Después</th>
              <th scope="col">Se trabajó</th>
            </tr>
          </thead>
          <tbody>
            {factors.map((one) => (
              <tr key={one.factor}>
                <th scope="row">{wordsOf(one.factor)}</th>
                <td>{`${one.before} · ${percent(one.before, before.people)}`}</td>
                <td>
                  {later === null || one.later === null ? '—' : `${one.later} · ${percent(one.later, later.people)}`}
                </td>
                <td>{one.isWorked ? 'Sí' : 'No'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={css.quiet}>{workedWords(worked)}</p>
    </figure>
  );
}

function workedWords(worked: number): string {
  if (worked === 0) return 'Todavía no se trabajó ninguno.';
  return worked === 1 ? 'Se trabajó 1 factor.' : `Se trabajaron ${worked} factores.`;
}

type BarProps = {
  readonly mark: 'before' | 'later';
  readonly count: number;
  readonly of: number;
  readonly said: string;
};

/** As long as the share of those who answered: two times with other numbers of people stand beside each other. */
function Bar({ mark, count, of, said }: BarProps) {
  return (
    <div>
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect data-mark={mark} width={Math.max(0.015, share(count, of))} height="1" strokeWidth="0" />
      </svg>
      <b>
        <span className="visually-hidden">{`${said}: `}</span>
        {count}
      </b>
    </div>
  );
}
