import { useController, type FieldValues, type Path } from 'react-hook-form';
import { messageOf, type SectionForm } from '../platform/forms/index.ts';
import type { FieldWords } from '../platform/ui/index.ts';
import { PasswordField } from './password-field.tsx';

type Props<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id'>;
  readonly suggest?: 4 | 5;
};

/** `PasswordField` of a form. */
export function PassphraseControl<Values extends FieldValues>({ form, name, words, ...rest }: Props<Values>) {
  const { field, fieldState } = useController({ name, control: form.control });
  const value: unknown = field.value;
  return (
    <PasswordField
      {...rest}
      words={{ ...words, id: form.fieldId(name), error: messageOf(fieldState.error) }}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}
