import { use, type ComponentPropsWithRef } from 'react';
import { useController, type FieldValues, type Path } from 'react-hook-form';
import { LongTextField, TextField, type FieldWidth, type FieldWords } from '../ui/index.ts';
import { FieldTrail, trailOf } from './field-trail.ts';
import { FieldWarnings } from './field-warnings.ts';
import { messageOf, type SectionForm } from './use-section-form.ts';

type Props<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id' | 'onChanges' | 'warning'>;
  /** An empty field is null instead of an empty text. */
  readonly nullable?: boolean;
  readonly width?: FieldWidth;
  /** More than one where the text would not fit in a line. */
  readonly lines?: number;
} & Pick<ComponentPropsWithRef<'input'>, 'list' | 'spellCheck' | 'autoCapitalize' | 'maxLength' | 'inputMode'>;

/** A line of text of a form that is no question of an official form. */
export function TextControl<Values extends FieldValues>({
  form,
  name,
  words,
  nullable,
  lines,
  ...input
}: Props<Values>) {
  const { field, fieldState } = useController({ name, control: form.control });
  const value: unknown = field.value;
  const warning = use(FieldWarnings).get(name);
  const onChanges = trailOf(use(FieldTrail), name);
  const control = {
    words: { ...words, id: form.fieldId(name), error: messageOf(fieldState.error), warning, onChanges },
    value: typeof value === 'string' ? value : '',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      field.onChange(nullable === true && event.target.value === '' ? null : event.target.value),
    onBlur: field.onBlur,
  };
  if (lines !== undefined) return <LongTextField {...control} rows={lines} />;
  return <TextField {...input} {...control} />;
}
