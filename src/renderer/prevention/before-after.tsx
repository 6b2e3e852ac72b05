/** Bars of a series: how many of the group showed each factor before, and how many later. */
import { useId, useState } from 'react';
import {
  findingOf,
  findingWords,
  hasShare,
  untoldWords,
  type Asked,
  type Measure,
} from '../../shared/prevention/index.ts';
import { TableHead } from '../platform/ui/index.ts';
import css from './prevention.module.css';
import series from './series.module.css';

const pairedHead = ['Antes', 'Después', 'Las dos veces', 'Se trabajó'];

type Props = { readonly measure: Measure; readonly wordsOf: (factor: string) => string };

/** Of few only how many answered is said: a number would be of each. */
const countWords = (asked: Asked) =>
  hasShare(asked) ? `${asked.yes} · ${Math.round((asked.yes / asked.of) * 100)} %` : `respondieron ${asked.of}`;

/** Of how many, from the fewest asked of a factor to the most. */
function ofWords(all: readonly Asked[]): string {
  const asked = all.map(({ of }) => of);
  if (asked.length === 0) return '';
  const [fewest, most] = [Math.min(...asked), Math.max(...asked)];
  const told = fewest === most ? `${most}` : `${fewest} a ${most}`;
  return `${hasShare({ of: most }) ? 'de' : 'respondieron'} ${told}`;
}

export function BeforeAfter({ measure, wordsOf }: Props) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  const { factors, worked } = findingOf(measure);
  const later = measure.laterOn !== null;
  const laterWords = measure.isFinal ? 'al final' : 'a la mitad';
  const title = findingWords(measure);
  const untold = untoldWords(measure);
  const isPaired = later && factors.some(({ both }) => both !== null);
  return (
    <figure className={series.chart} aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <ul>
        {factors.map((one) => (
          <li key={one.factor}>
            <span>{wordsOf(one.factor)}</span>
            <Bar mark="before" asked={one.before} said="antes" />
            {later && one.later !== null && <Bar mark="later" asked={one.later} said={laterWords} />}
          </li>
        ))}
      </ul>
      <figcaption>
        <span>
          <i data-mark="before" />
          {`antes, ${ofWords(measure.factors.map(({ before }) => before))}`}
        </span>
        {later && (
          <span>
            <i data-mark="later" />
            {`${laterWords}, ${ofWords(measure.factors.flatMap((one) => one.later ?? []))}`}
          </span>
        )}
        <button type="button" aria-expanded={isTable} aria-label={`Tabla: ${title}`} onClick={() => setTable(!isTable)}>
          Tabla
        </button>
      </figcaption>
      {isTable && (
        <table aria-label={title}>
          <TableHead of={isPaired ? pairedHead : ['Factor', 'Antes', 'Después', 'Se trabajó']} />
          {factors.map((one) => (
            <tbody key={one.factor}>
              {isPaired && (
                <tr>
                  <th scope="rowgroup" colSpan={4}>
                    {wordsOf(one.factor)}
                  </th>
                </tr>
              )}
              <tr>
                {!isPaired && <th scope="row">{wordsOf(one.factor)}</th>}
                <td>{countWords(one.before)}</td>
                <td>{one.later === null ? '—' : countWords(one.later)}</td>
                {isPaired && <td>{one.both === null ? '—' : bothWords(one.both)}</td>}
                <td>{one.isWorked ? 'Sí' : 'No'}</td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {untold !== null && <p className={css.quiet}>{untold}</p>}
      <p className={css.quiet}>{workedWords(worked)}</p>
    </figure>
  );
}

/** Of those who answered both times: how many showed it, and how many still do. */
const bothWords = ({ of, before, later }: { of: number; before: number; later: number }) =>
  hasShare({ of }) ? `${before} → ${later} de ${of}` : `respondieron ${of}`;

function workedWords(worked: number): string {
  if (worked === 0) return 'Todavía no se trabajó ninguno.';
  return worked === 1 ? 'Se trabajó 1 factor.' : `Se trabajaron ${worked} factores.`;
}

type BarProps = {
  readonly mark: 'before' | 'later';
  readonly asked: Asked;
  readonly said: string;
};

/** As long as the share of those who answered: two times with other numbers of people stand beside each other. */
function Bar({ mark, asked, said }: BarProps) {
  const { yes, of } = asked;
  if (!hasShare(asked)) return null;
  return (
    <div>
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect data-mark={mark} width={Math.max(0.015, yes / of)} height="1" strokeWidth="0" />
      </svg>
      <b>
        <span className="visually-hidden">{`${said}: `}</span>
        {yes}
      </b>
    </div>
  );
}
