import { PartialDateControl, TimeControl, type AnyForm, messageOf, TextControl } from '../../platform/forms/index.ts';
import { LongTextField, type DateRange } from '../../platform/ui/index.ts';
import css from '../intake.module.css';

type Props = { readonly form: AnyForm; readonly dates: DateRange };

/** Date and hour of the last event and where, as far as she tells. */
export function IncidentFields({ form, dates }: Props) {
  return (
    <>
      <PartialDateControl form={form} name="incident.occurredOn" label="Fecha del último hecho" range={dates} />
      <TimeControl form={form} name="incident.occurredTime" label="Hora del último hecho" optional />
      <TextControl form={form} name="incident.place" nullable label="Lugar del hecho, en sus palabras" optional />
    </>
  );
}

/** Her account, kept whole as she tells it; uncontrolled, so that typing draws nothing again. */
export function AccountField({ form }: Pick<Props, 'form'>) {
  const input = form.untyped.register('account', { setValueAs: (text: string | null) => (text === '' ? null : text) });
  return (
    <div className={css.account}>
      <LongTextField
        rows={12}
        words={{
          label: 'Relato de la persona usuaria',
          hint: 'Escríbalo como lo cuenta. Se cita en los documentos; no se vuelve a preguntar.',
          id: form.fieldId('account'),
          error: messageOf(form.untyped.formState.errors['account']),
        }}
        {...input}
      />
    </div>
  );
}
