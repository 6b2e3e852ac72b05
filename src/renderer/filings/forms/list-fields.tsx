import { useFieldArray } from 'react-hook-form';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
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

/** The new line, once it is drawn. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}

/** Lines of text in order, one after the other on the paper. */
export function LineFields({ form, name, labelOf, add, hint, phrases = [] }: LinesProps) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  return (
    <div className={look.stack}>
      {hint !== undefined && <p className={look.secondary}>{hint}</p>}
      {fields.map((field, index) => (
        <div key={field.id} className={css.line}>
          <TextControl
            form={form}
            name={`${name}.${index}.text`}
            lines={name === 'annexes' ? 1 : 2}
            label={labelOf(index)}
          />
          <PlainButton aria-label={`Quitar: ${labelOf(index)}`} onClick={() => remove(index)}>
            Quitar
          </PlainButton>
        </div>
      ))}
      <div className={look.row}>
        <PlainButton
          id={form.fieldId(name)}
          onClick={() => {
            append({ text: '' });
            focusSoon(form.fieldId(`${name}.${fields.length}.text`));
          }}
        >
          {add}
        </PlainButton>
      </div>
      {phrases.length > 0 && (
        <ClauseField
          label="Añadir una cláusula del banco"
          clauses={phrases}
          onChoose={(text) => {
            append({ text });
            focusSoon(form.fieldId(`${name}.${fields.length}.text`));
          }}
        />
      )}
    </div>
  );
}

export function EvidenceFields({ form }: Props) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'evidence' });
  return (
    <div className={look.stack}>
      {fields.map((field, index) => (
        <div key={field.id} className={css.line}>
          <div className={look.stack}>
            <TextControl
              form={form}
              name={`evidence.${index}.text`}
              lines={1}
              label={`Medio probatorio ${index + 1}`}
            />
            <TextControl
              form={form}
              name={`evidence.${index}.purpose`}
              lines={1}
              label={`Finalidad del medio ${index + 1}`}
            />
          </div>
          <PlainButton aria-label={`Quitar: Medio probatorio ${index + 1}`} onClick={() => remove(index)}>
            Quitar
          </PlainButton>
        </div>
      ))}
      <div className={look.row}>
        <PlainButton
          id={form.fieldId('evidence')}
          onClick={() => {
            append({ text: '', purpose: '' });
            focusSoon(form.fieldId(`evidence.${fields.length}.text`));
          }}
        >
          Añadir medio probatorio
        </PlainButton>
      </div>
    </div>
  );
}
