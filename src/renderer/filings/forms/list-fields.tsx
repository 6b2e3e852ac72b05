import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { TextControl, type AnyForm, type SectionForm } from '../../platform/forms/index.ts';
import css from '../filings.module.css';
import type { Clause } from '../own/clauses.ts';
import { ClauseField } from './clause-fields.tsx';
import type { FilingDraft } from './filing-draft.ts';
import { PlainButton, look } from '../../platform/ui/index.ts';

type Props = { readonly form: SectionForm<FilingDraft> };

type LinesProps = Props & {
  readonly name: 'annexes' | 'otherRequests';
  /** What line `index` is called. */
  readonly labelOf: (index: number) => string;
  readonly add: string;
  readonly hint?: string;
  /** Clauses of the bank: the one that is chosen becomes a line. */
  readonly phrases?: readonly Clause[];
};

type RowsProps = {
  readonly form: AnyForm;
  readonly name: string;
  /** An empty row; its first field takes the focus. */
  readonly blank: Readonly<Record<string, string>>;
  readonly labelOf: (index: number) => string;
  readonly add: string;
  readonly children: (path: string, index: number) => ReactNode;
  /** Other ways to a new row. */
  readonly also?: (append: (row: RowsProps['blank']) => void) => ReactNode;
};

/** Rows of a list, each with its fields, taken out and added one by one. */
export function Rows({ form, name, blank, labelOf, add, children, also }: RowsProps) {
  const { fields, append, remove } = useFieldArray({ control: form.untyped.control, name });
  const appendRow = (row: RowsProps['blank']) => {
    append(row);
    // The new row, once it is drawn.
    const first = form.fieldId(`${name}.${fields.length}.${Object.keys(blank)[0] ?? ''}`);
    setTimeout(() => document.getElementById(first)?.focus());
  };
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id} className={css.line}>
          {children(`${name}.${index}`, index)}
          <PlainButton aria-label={`Quitar: ${labelOf(index)}`} onClick={() => remove(index)}>
            Quitar
          </PlainButton>
        </div>
      ))}
      <div className={look.row}>
        <PlainButton id={form.fieldId(name)} onClick={() => appendRow(blank)}>
          {add}
        </PlainButton>
      </div>
      {also?.(appendRow)}
    </>
  );
}

/** Lines of text in order, one after the other on the paper. */
export function LineFields({ form, name, labelOf, add, hint, phrases = [] }: LinesProps) {
  const lines = name === 'annexes' ? 1 : 2;
  return (
    <div className={look.stack}>
      {hint !== undefined && <p className={look.secondary}>{hint}</p>}
      <Rows
        {...{ form, name, labelOf, add, blank: { text: '' } }}
        also={(append) =>
          phrases.length > 0 && (
            <ClauseField
              label="Añadir una cláusula del banco"
              clauses={phrases}
              onChoose={(text) => append({ text })}
            />
          )
        }
      >
        {(path, index) => (
          <TextControl form={form.untyped} name={`${path}.text`} lines={lines} label={labelOf(index)} />
        )}
      </Rows>
    </div>
  );
}

export function EvidenceFields({ form }: Props) {
  return (
    <div className={look.stack}>
      <Rows
        {...{ form, name: 'evidence', blank: { text: '', purpose: '' }, add: 'Añadir medio probatorio' }}
        labelOf={(index) => `Medio probatorio ${index + 1}`}
      >
        {(path, index) => (
          <div className={look.stack}>
            <TextControl form={form.untyped} name={`${path}.text`} lines={1} label={`Medio probatorio ${index + 1}`} />
            <TextControl
              form={form.untyped}
              name={`${path}.purpose`}
              lines={1}
              label={`Finalidad del medio ${index + 1}`}
            />
          </div>
        )}
      </Rows>
    </div>
  );
}
