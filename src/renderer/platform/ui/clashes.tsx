import { useId } from 'react';
import css from './clashes.module.css';
import { TableHead } from './data-table.tsx';
import look from './patterns.module.css';

type Row = { readonly id: string; readonly label: string; readonly theirs: string; readonly mine: string };

type Props = {
  readonly rows: readonly Row[];
  /** Of which what the other person saved is taken; of all others one's own. */
  readonly taken: ReadonlySet<string>;
  readonly onTaken: (taken: ReadonlySet<string>) => void;
};

const sides = [
  ['theirs', 'Lo guardado'],
  ['mine', 'Lo suyo'],
] as const;

/** Two people saved the same thing: only what clashes, both values, one's own chosen until the other is. */
export function Clashes({ rows, taken, onTaken }: Props) {
  const group = useId();
  const choose = (id: string, isTheirs: boolean) =>
    onTaken(new Set(isTheirs ? [...taken, id] : [...taken].filter((one) => one !== id)));
  return (
    <table className={css.clashes}>
      <caption className="visually-hidden">Datos distintos en las dos versiones</caption>
      <TableHead of={['Dato', ...sides.map(([, words]) => words)]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {sides.map(([side, words]) => (
              <td key={side}>
                <label className={look.option}>
                  <input
                    type="radio"
                    name={`${group}-${row.id}`}
                    aria-label={`${row.label}, ${words.toLowerCase()}: ${row[side]}`}
                    checked={taken.has(row.id) === (side === 'theirs')}
                    onChange={() => choose(row.id, side === 'theirs')}
                  />
                  {row[side]}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
