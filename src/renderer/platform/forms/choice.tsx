import type { FieldValues, Path } from 'react-hook-form';
import { ChoiceField, type FieldWords } from '../ui/index.ts';
import { Controlled } from './controlled.tsx';
import type { SectionForm } from './use-section-form.ts';

type ChoiceProps<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id' | 'onChanges' | 'warning'>;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly inline?: boolean;
};

/** One of a list that always ends up answered. */
export function Choice<Values extends FieldValues>({
  form,
  name,
  words,
  options,
  inline = false,
}: ChoiceProps<Values>) {
  return (
    <Controlled form={form} name={name} words={words}>
      {({ words: drawn, value, onChange, onBlur }) => (
        <ChoiceField
          inline={inline}
          clearable={false}
          words={drawn}
          options={options}
          value={value === '' ? null : (value as string | null)}
          onChange={onChange}
          onBlur={onBlur}
        />
      )}
    </Controlled>
  );
}
