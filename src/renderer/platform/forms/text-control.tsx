import type { ComponentPropsWithRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { LongTextField, TextField, type FieldWidth } from '../ui/index.ts';
import { useControlled, type Place } from './controlled.tsx';

type Props<Values extends FieldValues> = Place<Values> & {
  /** An empty field is null instead of an empty text. */
  readonly nullable?: boolean;
  readonly width?: FieldWidth;
  /** More than one where the text would not fit in a line. */
  readonly lines?: number;
} & Pick<ComponentPropsWithRef<'input'>, 'list' | 'spellCheck' | 'autoCapitalize' | 'maxLength' | 'inputMode'>;

/** A line of text of a form that is no question of an official form. */
export function TextControl<Values extends FieldValues>(props: Props<Values>) {
  const { form, name, label, item, hint, optional, toConfirm, short, columns, isItemSaid, nullable, lines, ...input } =
    props;
  const { value, onChange, ...field } = useControlled(props);
  const control = {
    ...field,
    value: typeof value === 'string' ? value : '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(nullable === true && target.value === '' ? null : target.value),
  };
  if (lines !== undefined) return <LongTextField {...control} rows={lines} />;
  return <TextField {...input} {...control} />;
}
