import { useRef } from 'react';
import { officeCopy } from '../../../shared/papers/index.ts';
import css from './copies.module.css';
import { copiesEach, type CopiesChoice, type SheetRow } from './copies-choice.ts';
import { TableHead } from '../../platform/ui/index.ts';

/** What stands on each sheet and how many there may be, as `releaseCopies` takes them. */
const rows: readonly {
  readonly row: SheetRow;
  readonly name: string;
  readonly carries: string;
  readonly most: number;
}[] = [
  { row: 'court', name: 'Quien la recibe', carries: 'número y página', most: 20 },
  { row: 'cargo', name: 'Cargo', carries: 'para que lo sellen', most: 5 },
  { row: 'office', name: officeCopy.recipient, carries: 'sello, código, iniciales', most: 5 },
];

type Props = {
  readonly choice: CopiesChoice;
  readonly tried: boolean;
  readonly onChange: (part: Pick<CopiesChoice, 'counts'>) => void;
};

export function CopiesSheets({ choice, tried, onChange }: Props) {
  return (
    <>
      <table className={css.sheets}>
        <TableHead of={['Hojas', 'Qué lleva', 'Copias']} />
        <tbody>
          {rows.map(({ row, name, carries, most }) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              <td>{carries}</td>
              <td>
                <Stepper
                  label={name}
                  value={choice.counts[row]}
                  most={most}
                  onChange={(count) => onChange({ counts: { ...choice.counts, [row]: count } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {tried && copiesEach(choice) === 0 && <p role="alert">Indique al menos una copia.</p>}
    </>
  );
}

type StepperProps = {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly onChange: (value: number | null) => void;
};

/** A small number: typed, or one more and one less. */
function Stepper({ label, value, most, onChange }: StepperProps) {
  const input = useRef<HTMLInputElement>(null);
  const count = value ?? 0;
  const step = (by: 1 | -1) => {
    onChange(count + by);
    // The button that reached its end can hold the focus no longer.
    if (count + by === 0 || count + by === most) input.current?.focus();
  };
  return (
    <span className={css.stepper}>
      <button type="button" aria-label={`Una menos: ${label}`} disabled={count <= 0} onClick={() => step(-1)}>
        −
      </button>
      <input
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Copias: ${label}`}
        value={value ?? ''}
        onChange={(event) => {
          const text = event.target.value.trim();
          if (/^\d{0,2}$/.test(text)) onChange(text === '' ? null : Math.min(Number(text), most));
        }}
      />
      <button type="button" aria-label={`Una más: ${label}`} disabled={count >= most} onClick={() => step(1)}>
        +
      </button>
    </span>
  );
}
