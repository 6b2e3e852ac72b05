import { PartialDateControl } from '../../platform/forms/index.ts';
import type { PersonFieldsProps } from './fields.ts';

/** Date of birth as far as it is known, from 1900 to `today`. */
export function BirthField({ form, at, today }: PersonFieldsProps & { readonly today: string }) {
  return (
    <PartialDateControl
      form={form}
      name={`${at}.birth`}
      label="Fecha de nacimiento"
      optional
      columns={2}
      range={{ min: '1900-01-01', max: today }}
    />
  );
}
