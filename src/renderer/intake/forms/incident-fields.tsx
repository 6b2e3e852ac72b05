import type { FieldValues } from 'react-hook-form';
import type { PartialDate } from '../../../shared/platform/dates.ts';
import { Controlled, messageOf, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { LongTextField, PartialDateField, TimeField, type DateRange } from '../../platform/ui/index.ts';
import css from '../intake.module.css';

type Props = { readonly form: SectionForm<FieldValues>; readonly dates: DateRange };

/** Date and hour of the last event and where, as far as she tells. */
export function IncidentFields({ form, dates }: Props) {
  return (
    <>
      <Controlled form={form} name="incident.occurredOn" words={{ label: 'Fecha del último hecho' }}>
        {({ value, ...field }) => (
          <PartialDateField {...field} range={dates} value={value as PartialDate | string | null} />
        )}
      </Controlled>
      <Controlled form={form} name="incident.occurredTime" words={{ label: 'Hora del último hecho', optional: true }}>
        {({ value, ...field }) => <TimeField {...field} value={value as string | null} />}
      </Controlled>
      <TextControl
        form={form}
        name="incident.place"
        nullable
        words={{ label: 'Lugar del hecho, en sus palabras', optional: true }}
      />
    </>
  );
}

/** Her account, kept whole as she tells it; uncontrolled, so that typing draws nothing again. */
export function AccountField({ form }: Pick<Props, 'form'>) {
  const input = form.register('account', { setValueAs: (text: string | null) => (text === '' ? null : text) });
  return (
    <div className={css.account}>
      <LongTextField
        rows={12}
        words={{
          label: 'Relato de la persona usuaria',
          hint: 'Escríbalo como lo cuenta. Se cita en los documentos; no se vuelve a preguntar.',
          id: form.fieldId('account'),
          error: messageOf(form.formState.errors['account']),
        }}
        {...input}
      />
    </div>
  );
}
