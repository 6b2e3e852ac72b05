import type { FieldValues } from 'react-hook-form';
import { useControlled, type Place } from '../platform/forms/index.ts';
import { PasswordField } from './password-field.tsx';

/** `PasswordField` of a form. */
export function PassphraseControl<Values extends FieldValues>(props: Place<Values> & { readonly suggest?: 4 | 5 }) {
  const { suggest } = props;
  const { value, ...field } = useControlled(props);
  return (
    <PasswordField
      {...field}
      {...(suggest !== undefined && { suggest })}
      value={typeof value === 'string' ? value : ''}
    />
  );
}
