import { useWatch } from 'react-hook-form';
import { shiftLabels } from '../../../shared/intake/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { DateControl, TimeControl, Choice, type AnyForm, Controlled, TextControl } from '../../platform/forms/index.ts';
import { QuestionGrid, TickField } from '../../platform/ui/index.ts';
import { FichaNumberField } from './ficha-number-field.tsx';

type Props = { readonly form: AnyForm; readonly today: string };

/** Header of the paper: date, hour, shift, official number, and whether it was typed in from paper. */
export function AdmissionFields({ form, today }: Props) {
  return (
    <QuestionGrid>
      <DateControl
        form={form}
        name="admission.admittedOn"
        label="Fecha de ingreso"
        range={{ min: '2000-01-01', max: today }}
        columns={2}
      />
      <TimeControl form={form} name="admission.admittedTime" label="Hora de ingreso" columns={2} />
      <Choice form={form} name="admission.shift" label="Turno" inline columns={3} options={optionsOf(shiftLabels)} />
      <FichaNumberField
        form={form}
        name="admission.fichaNumber"
        hint="El número que da el registro central, si ya lo tiene."
        optional
      />
      <Controlled form={form} name="admission.isFromPaper" label="Registrada desde un formulario en papel" columns={4}>
        {({ value, onChange, ...field }) => (
          <TickField
            {...field}
            value={value === true}
            onChange={(isTicked) => {
              onChange(isTicked);
              // A number that is not asked any more must not stop the save.
              if (!isTicked) form.untyped.setValue('admission.paperNumber', null);
            }}
          />
        )}
      </Controlled>
      <PaperNumberField form={form} />
    </QuestionGrid>
  );
}

/** Asked only while the ficha is said to come from paper. */
function PaperNumberField({ form }: Pick<Props, 'form'>) {
  const isFromPaper: unknown = useWatch({ control: form.untyped.control, name: 'admission.isFromPaper' });
  if (isFromPaper !== true) return null;
  return (
    <TextControl
      form={form}
      name="admission.paperNumber"
      nullable
      columns={4}
      maxLength={13}
      spellCheck={false}
      label="N.º de contingencia del papel"
      hint="Está al pie de cada página: C-2026-0001. Deje vacío si el papel no es de los que saca el programa."
      optional
    />
  );
}
