import type { PartialDate } from '../../../shared/platform/dates.ts';
import { Controlled } from '../../platform/forms/index.ts';
import { PartialDateField } from '../../platform/ui/index.ts';
import type { PersonFieldsProps } from './fields.ts';

/** Date of birth as far as it is known, from 1900 to `today`. */
export function BirthField({ form, at, today }: PersonFieldsProps & { readonly today: string }) {
  return (
    <Controlled form={form} name={`${at}.birth`} words={{ label: 'Fecha de nacimiento', optional: true }}>
      {({ value, ...field }) => (
        <PartialDateField
          {...field}
          range={{ min: '1900-01-01', max: today }}
          value={value as PartialDate | string | null}
        />
      )}
    </Controlled>
  );
}
