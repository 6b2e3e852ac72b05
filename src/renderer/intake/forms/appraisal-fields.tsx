import { appraisals, type AppraisalService } from '../../../shared/intake/index.ts';
import { type AnyForm, TickControl, messageOf } from '../../platform/forms/index.ts';
import { look, LongTextField, Panel } from '../../platform/ui/index.ts';

type Props = {
  readonly form: AnyForm;
  readonly service: AppraisalService;
  /** Whether the reader writes it: then the form holds it. */
  readonly isOwn: boolean;
  /** What its author lets this reader see. */
  readonly handedOver: string | null;
};

/** The appraisal that closes a section: written by its service, read by the others only when handed over. */
export function AppraisalFields({ form, service, isOwn, handedOver }: Props) {
  const { label } = appraisals[service];
  if (!isOwn) return <HandedOverAppraisal service={service} text={handedOver} />;
  const input = form.untyped.register('appraisal.text', {
    setValueAs: (text: string | null) => (text === '' ? null : text),
  });
  const { error } = form.untyped.getFieldState('appraisal.text', form.untyped.formState);
  return (
    <Panel title="Apreciación profesional">
      <LongTextField
        rows={8}
        words={{
          label,
          hint: 'Solo la lee su servicio, salvo que usted la entregue al equipo.',
          optional: true,
          id: form.fieldId('appraisal.text'),
          error: messageOf(error),
        }}
        {...input}
      />
      <TickControl form={form} name="appraisal.isHandedOver" label="Entregar al equipo del caso" />
    </Panel>
  );
}

/** As others read it; nothing where nothing was handed over. */
export function HandedOverAppraisal({
  service,
  text,
}: {
  readonly service: AppraisalService;
  readonly text: string | null;
}) {
  if (text === null) return null;
  return (
    <Panel title={appraisals[service].label}>
      <p className={look.written}>{text}</p>
    </Panel>
  );
}
