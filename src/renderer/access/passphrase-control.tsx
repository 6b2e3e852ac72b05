import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useControlled, type TextControl } from '../platform/forms/index.ts';
import { PasswordField } from './password-field.tsx';

type Props<Values extends FieldValues> = Pick<ComponentProps<typeof TextControl<Values>>, 'form' | 'name' | 'words'> & {
  readonly suggest?: 4 | 5;
};

/** `PasswordField` of a form. */
export function PassphraseControl<Values extends FieldValues>({ form, name, words, ...rest }: Props<Values>) {
  const { value, ...field } = useControlled({ form, name, words });
  return <PasswordField {...rest} {...field} value={typeof value === 'string' ? value : ''} />;
}
