import { use, type ReactNode } from 'react';
import { useController, type FieldValues, type Path } from 'react-hook-form';
import type { FieldWords } from '../ui/index.ts';
import { FieldTrail, trailOf } from './field-trail.ts';
import { FieldWarnings } from './field-warnings.ts';
import { messageOf, type SectionForm } from './use-section-form.ts';

type Drawn = {
  readonly words: FieldWords;
  /** As the form holds it: a field that cannot be read yet holds its text. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
};

type Props<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id' | 'onChanges' | 'warning'>;
  readonly children: (field: Drawn) => ReactNode;
};

/** One field of a form that is no question of an official form, with its error and warning. */
export function Controlled<Values extends FieldValues>({ form, name, words, children }: Props<Values>) {
  const { field, fieldState } = useController({ name, control: form.control });
  const warning = use(FieldWarnings).get(name);
  const onChanges = trailOf(use(FieldTrail), name);
  return children({
    words: { ...words, id: form.fieldId(name), error: messageOf(fieldState.error), warning, onChanges },
    value: field.value ?? null,
    onChange: field.onChange,
    onBlur: field.onBlur,
  });
}
