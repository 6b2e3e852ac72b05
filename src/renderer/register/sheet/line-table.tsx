import { memo, useEffect, useRef } from 'react';
import type { SheetLine } from '../../../shared/register/index.ts';
import { look, StateBadge } from '../../platform/ui/index.ts';
import css from '../register.module.css';
import { lineName } from '../words.ts';

type Acts = {
  readonly onCopy: (line: SheetLine) => void;
  readonly onPass: (line: SheetLine, isPassed: boolean) => void;
};

type Props = Acts & {
  readonly title: string;
  readonly lines: readonly SheetLine[];
  /** The line copied last. */
  readonly copiedId: string | null;
  readonly mayPass: boolean;
};

/** The lines of one block of the form, each with its code, its words and its tick. */
export function LineTable({ title, lines, copiedId, mayPass, onCopy, onPass }: Props) {
  return (
    <table className={css.lines}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className={css.tick}>
            Pasada
          </th>
          <th scope="col" className={css.item}>
            N.º
          </th>
          <th scope="col">Pregunta</th>
          <th scope="col" className={css.code}>
            Código
          </th>
          <th scope="col" className={css.answer}>
            Respuesta
          </th>
          <th scope="col" className={css.state}>
            Estado
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            isHere={line.id === copiedId}
            mayPass={mayPass}
            onCopy={onCopy}
            onPass={onPass}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Acts & { readonly line: SheetLine; readonly isHere: boolean; readonly mayPass: boolean };

const Line = memo(function Line({ line, isHere, mayPass, onCopy, onPass }: LineProps) {
  const tick = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isHere) tick.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const name = lineName(line);
  return (
    <tr className={isHere ? css.here : undefined} aria-current={isHere ? 'true' : undefined}>
      <td className={css.tick}>
        <input
          ref={tick}
          type="checkbox"
          aria-label={`Pasada: ${name}`}
          checked={line.state === 'done'}
          disabled={!mayPass || line.isWithheld}
          onChange={(event) => onPass(line, event.target.checked)}
        />
      </td>
      <td>{line.item}</td>
      <th scope="row">
        {line.isWithheld || line.value === '' ? (
          line.label
        ) : (
          <button type="button" className={css.copy} title="Copiar esta respuesta" onClick={() => onCopy(line)}>
            {line.label}
          </button>
        )}
      </th>
      <Answer line={line} />
      <td>
        <LineState line={line} />
      </td>
    </tr>
  );
});

/** A text is its own code: it is shown once. */
function Answer({ line }: { readonly line: SheetLine }) {
  if (line.isWithheld) return <td colSpan={2}>En reserva: su función no lo ve.</td>;
  if (line.value === '') return <td colSpan={2}>Se quitó la respuesta: bórrela también en el registro central.</td>;
  if (line.value === line.words) {
    return (
      <td colSpan={2}>
        <span className={css.long}>{line.value}</span>
      </td>
    );
  }
  return (
    <>
      <td>{line.value}</td>
      <td>
        <span className={css.long}>{line.words}</span>
      </td>
    </>
  );
}

function LineState({ line }: { readonly line: SheetLine }) {
  if (line.state === 'changed') return <StateBadge tone="error">Cambió</StateBadge>;
  if (line.state !== 'done') return <span className={look.secondary}>Por pasar</span>;
  return (
    <>
      <StateBadge tone="done">Pasada</StateBadge>
      {line.passedBy !== null && <span className={css.below}>{line.passedBy}</span>}
    </>
  );
}
