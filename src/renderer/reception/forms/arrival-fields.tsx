import { companyFields, paperFields, signLabels, waitFields, whoFields } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { TicksControl, type SectionForm } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import type { FactsValues } from './arrival-facts-form.tsx';

/** In the order of the page, for the error summary. */
export const arrivalFieldNames = [
  ...Object.keys(whoFields),
  ...Object.keys(waitFields),
  'signs',
  ...Object.keys(companyFields),
  ...Object.keys(paperFields),
];

const signs = optionsOf(signLabels).map(({ code, label }) => ({ name: code, label }));

export function ArrivalFields({ form }: { readonly form: SectionForm<FactsValues> }) {
  return (
    <>
      <Panel title="Para qué y con qué urgencia">
        <FormFields fields={waitFields} form={form} />
        <TicksControl
          form={form}
          name="signs"
          label="Señales que se ven o que ella dice"
          hint="Con una basta para pasar primero. No es un diagnóstico."
          toConfirm
          ticks={signs}
        />
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
