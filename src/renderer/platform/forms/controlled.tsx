import { use, type ReactNode } from 'react';
import { useController, type FieldValues, type Path } from 'react-hook-form';
import type { FieldWords } from '../ui/index.ts';
import { FieldTrail, trailOf } from './field-trail.ts';
import { FieldWarnings } from './field-warnings.ts';
import { messageOf, type FormOf } from './use-section-form.ts';

type Drawn = {
  readonly words: FieldWords;
  /** As the form holds it: a field that cannot be read yet holds its text. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
};

/** Which field of which form, and what it says of itself. */
export type Place<Values extends FieldValues> = {
  readonly form: FormOf<Values>;
  readonly name: Path<Values>;
} & Omit<FieldWords, 'error' | 'id' | 'onChanges' | 'warning'>;

/** One field of a form that is no question of an official form, with its error and warning. */
export function useControlled<Values extends FieldValues>(place: Place<Values>): Drawn {
  const { form, name, label, item, hint, optional, toConfirm, short, columns, isItemSaid } = place;
  const { field, fieldState } = useController({ name, control: form.untyped.control });
  const warning = use(FieldWarnings).get(name);
  const onChanges = trailOf(use(FieldTrail), name);
  const value: unknown = field.value ?? null;
  return {
    words: {
      ...{ label, item, hint, optional, toConfirm, short, columns, isItemSaid, warning, onChanges },
      ...{ id: form.fieldId(name), error: messageOf(fieldState.error) },
    },
    ...{ value, onChange: field.onChange, onBlur: field.onBlur },
  };
}

type Props<Values extends FieldValues> = Place<Values> & { readonly children: (field: Drawn) => ReactNode };

/** The same for a control that has no part of its own here. */
export function Controlled<Values extends FieldValues>({ children, ...place }: Props<Values>) {
  return children(useControlled(place));
}
