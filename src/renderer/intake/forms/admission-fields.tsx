import { useWatch, type FieldValues } from 'react-hook-form';
import type { shifts } from '../../../shared/intake/index.ts';
import { Controlled, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { ChoiceField, DateField, TickField, TimeField } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { shiftOptions } from '../words.ts';
import { FichaNumberField } from './ficha-number-field.tsx';

type Props = { readonly form: SectionForm<FieldValues>; readonly today: string };

/** Header of the paper: date, hour, shift, official number, and whether it was typed in from paper. */
export function AdmissionFields({ form, today }: Props) {
  return (
    <>
      <div className={css.columns}>
        <Controlled form={form} name="admission.admittedOn" words={{ label: 'Fecha de ingreso' }}>
          {({ value, ...field }) => (
            <DateField {...field} range={{ min: '2000-01-01', max: today }} value={value as string | null} />
          )}
        </Controlled>
        <Controlled form={form} name="admission.admittedTime" words={{ label: 'Hora de ingreso' }}>
          {({ value, ...field }) => <TimeField {...field} value={value as string | null} />}
        </Controlled>
        <Controlled form={form} name="admission.shift" words={{ label: 'Turno' }}>
          {({ value, onChange, ...field }) => (
            <ChoiceField
              {...field}
              inline
              options={shiftOptions}
              clearable={false}
              value={value as (typeof shifts)[number]}
              onChange={(next) => {
                if (next !== null) onChange(next);
              }}
            />
          )}
        </Controlled>
      </div>
      <FichaNumberField
        form={form}
        name="admission.fichaNumber"
        hint="El número que da el registro central, si ya lo tiene."
        optional
      />
      <Controlled form={form} name="admission.isFromPaper" words={{ label: 'Registrada desde un formulario en papel' }}>
        {({ value, onChange, ...field }) => (
          <TickField
            {...field}
            value={value === true}
            onChange={(isTicked) => {
              onChange(isTicked);
              // A number that is not asked any more must not stop the save.
              if (!isTicked) form.setValue('admission.paperNumber', null);
            }}
          />
        )}
      </Controlled>
      <PaperNumberField form={form} />
    </>
  );
}

/** Asked only while the ficha is said to come from paper. */
function PaperNumberField({ form }: Pick<Props, 'form'>) {
  const isFromPaper: unknown = useWatch({ control: form.control, name: 'admission.isFromPaper' });
  if (isFromPaper !== true) return null;
  return (
    <TextControl
      form={form}
      name="admission.paperNumber"
      nullable
      width="medium"
      maxLength={13}
      spellCheck={false}
      words={{
        label: 'N.º de contingencia del papel',
        hint: 'Está al pie de cada página: C-2026-0001. Deje vacío si el papel no es de los que saca el programa.',
        optional: true,
      }}
    />
  );
}
