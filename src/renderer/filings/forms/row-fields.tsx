import { useWatch } from 'react-hook-form';
import type { ListPart } from '../../../shared/filings/index.ts';
import { FormBlock, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { look } from '../../platform/ui/index.ts';
import type { FilingDraft } from './filing-draft.ts';
import { Rows } from './list-fields.tsx';

type Props = { readonly form: SectionForm<FilingDraft>; readonly part: ListPart };

/** Rows a kind asks for, each with its columns, in the order they are printed. */
export function RowFields({ form, part }: Props) {
  const name = `lists.${part.path}` as const;
  // A draft of before may know nothing of the list.
  const count = (useWatch({ control: form.control, name }) as readonly unknown[] | undefined)?.length ?? 0;
  return (
    <FormBlock title={part.title} said={`${count}`} isOpen={count === 0}>
      <div className={look.stack}>
        <Rows
          {...{ form, name, add: `Añadir: ${part.item.toLowerCase()}` }}
          blank={Object.fromEntries(part.columns.map((column) => [column.name, '']))}
          labelOf={(index) => `${part.item} ${index + 1}`}
        >
          {(path, index) => (
            <div className={look.stack}>
              {part.columns.map((column) => (
                <TextControl
                  key={column.name}
                  form={form.untyped}
                  name={`${path}.${column.name}`}
                  lines={part.columns.length > 1 ? 1 : 3}
                  label={`${part.item} ${index + 1}: ${column.label.toLowerCase()}`}
                  optional={!column.required}
                />
              ))}
            </div>
          )}
        </Rows>
      </div>
    </FormBlock>
  );
}
