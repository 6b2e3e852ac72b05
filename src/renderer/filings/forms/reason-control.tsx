import type { Path } from 'react-hook-form';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';

type Props = {
  readonly form: SectionForm<FilingDraft>;
  readonly name: Path<FilingDraft>;
  /** «Razón de la medida 2»: which one it is must be heard, too. */
  readonly label: string;
  readonly suggestions: readonly string[];
};

/** Why this measure, tied to a fact; sentences of the record can be added, never put in by themselves. */
export function ReasonControl({ form, name, label, suggestions }: Props) {
  const add = (sentence: string) => {
    const before = form.getValues(name);
    const text = typeof before === 'string' ? before.trim() : '';
    form.setValue(name, text === '' ? sentence : `${text} ${sentence}`, { shouldDirty: true });
    document.getElementById(form.fieldId(name))?.focus();
  };
  return (
    <>
      <TextControl lines={2} form={form} name={name} label={label} hint="Un hecho de la ficha que la hace necesaria." />
      {suggestions.length > 0 && (
        <details className={css.suggestions}>
          <summary>Añadir un dato de la ficha</summary>
          <ul>
            {suggestions.map((sentence) => (
              <li key={sentence}>
                <button type="button" className={css.suggestion} onClick={() => add(sentence)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
