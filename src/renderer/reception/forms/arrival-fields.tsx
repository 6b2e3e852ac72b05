import {
  companyFields,
  paperFields,
  waitFields,
  whoFields,
  type arrivalFactsSchema,
  type UrgencySign,
} from '../../../shared/reception/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { Controlled, type SectionForm } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { SignsField } from './signs-field.tsx';

export type FactsValues = z.input<typeof arrivalFactsSchema>;

/** In the order of the page, for the error summary. */
export const arrivalFieldNames = [
  ...Object.keys(whoFields),
  ...Object.keys(waitFields),
  'signs',
  ...Object.keys(companyFields),
  ...Object.keys(paperFields),
];

export function ArrivalFields({ form }: { readonly form: SectionForm<FactsValues> }) {
  return (
    <>
      <Panel title="Para qué y con qué urgencia">
        <FormFields fields={waitFields} form={form} />
        <Controlled form={form} name="signs" label="Señales">
          {({ value, onChange }) => <SignsField value={value as UrgencySign[]} onChange={onChange} />}
        </Controlled>
      </Panel>
      <Panel title="Con quién viene y cómo habla">
        <FormFields fields={companyFields} form={form} />
      </Panel>
      <Panel title="Registro desde papel">
        <FormFields fields={paperFields} form={form} />
      </Panel>
    </>
  );
}
