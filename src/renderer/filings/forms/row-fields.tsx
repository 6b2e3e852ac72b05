import { useFieldArray } from 'react-hook-form';
import type { ListPart } from '../../../shared/filings/index.ts';
import { FormBlock, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { PlainButton, look } from '../../platform/ui/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';

type Props = { readonly form: SectionForm<FilingDraft>; readonly part: ListPart };

/** Rows a kind asks for, each with its columns, in the order they are printed. */
export function RowFields({ form, part }: Props) {
  const name = `lists.${part.path}` as const;
  const { fields, append, remove } = useFieldArray({ control: form.untyped.control, name });
  const blank = Object.fromEntries(part.columns.map((column) => [column.name, '']));
  const add = () => {
    append(blank);
    setTimeout(() =>
      document.getElementById(form.fieldId(`${name}.${fields.length}.${part.columns[0]?.name ?? ''}`))?.focus(),
    );
  };
  return (
    <FormBlock title={part.title} said={`${fields.length}`} isOpen={fields.length === 0}>
      <div className={look.stack}>
        {fields.map((field, index) => (
          <div key={field.id} className={css.line}>
            <div className={look.stack}>
              {part.columns.map((column) => (
                <TextControl
                  key={column.name}
                  form={form}
                  name={`${name}.${index}.${column.name}`}
                  lines={part.columns.length > 1 ? 1 : 3}
                  label={`${part.item} ${index + 1}: ${column.label.toLowerCase()}`}
                  optional={!column.required}
                />
              ))}
            </div>
            <PlainButton aria-label={`Quitar: ${part.item} ${index + 1}`} onClick={() => remove(index)}>
              Quitar
            </PlainButton>
          </div>
        ))}
        <div className={look.row}>
          <PlainButton id={form.fieldId(name)} onClick={add}>
            {`Añadir: ${part.item.toLowerCase()}`}
          </PlainButton>
        </div>
      </div>
    </FormBlock>
  );
}
