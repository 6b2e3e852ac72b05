import { useWatch } from 'react-hook-form';
import { optionsOf } from '../../shared/record/index.ts';
import {
  kitDeliveryLabels,
  kitItems,
  notAttendedLabels,
  referralRules,
  serviceLabels,
  type ReferralLine,
} from '../../shared/referrals/index.ts';
import { deepSummaryOf } from '../papers/index.ts';
import {
  ChoiceControl,
  DateControl,
  TicksControl,
  TimeControl,
  ActProblem,
  TextControl,
  useSectionForm,
  type SectionForm,
} from '../platform/forms/index.ts';
import { look, Dialog, ErrorSummary } from '../platform/ui/index.ts';
import { blankSlip, slipDraftSchema, slipOf, slipOrder, type SlipDraft } from './forms/slip-draft.ts';
import { useRefreshReferrals } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly referral: ReferralLine;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const answers = [{ code: 'yes', label: 'Sí fue atendida' }, ...optionsOf(notAttendedLabels)];

/** The slip that came back, as it is written on the paper. */
export function SlipDialog({ caseId, referral, onDone, onCancel }: Props) {
  const refresh = useRefreshReferrals();
  const form = useSectionForm({ schema: slipDraftSchema, defaultValues: blankSlip, id: 'slip', refresh });
  const { id: referralId, version } = referral;
  const record = () =>
    form.send((draft, client) => client.recordSlip({ caseId, referralId, version, slip: slipOf(draft) }), {
      words: 'Contrarreferencia registrada.',
      done: onDone,
    });
  return (
    <Dialog
      opened
      isWide
      title={`Contrarreferencia: ${referral.number}`}
      confirm={{ label: 'Registrar contrarreferencia', onClick: () => void record() }}
      cancel={{ label: 'Volver', onClick: onCancel }}
    >
      <div className={look.stack}>
        <ErrorSummary items={deepSummaryOf(form, slipOrder, () => null)} attempt={form.attempt} />
        <ActProblem act={form} />
        <p className={look.secondary}>{`${referralRules[referral.kind].label} · ${referral.receiver}`}</p>
        <ChoiceControl form={form} name="attended" label="¿Fue atendida?" options={answers} />
        <Attended form={form} referral={referral} />
        <div className={look.gridFields}>
          <DateControl form={form} name="nextOn" label="Próxima cita" optional />
          <TimeControl form={form} name="nextTime" label="Hora de la próxima cita" optional />
        </div>
        <TextControl form={form} name="nextPlace" label="Lugar de la próxima cita" optional />
        <TextControl form={form} name="recommendations" lines={3} label="Recomendaciones para el centro" optional />
        <div className={look.gridFields}>
          <TextControl form={form} name="professional" width="medium" label="Profesional que atendió" optional />
          <TextControl form={form} name="college" width="medium" label="N.º de colegiatura" optional />
        </div>
      </div>
    </Dialog>
  );
}

/** Asked only when she was attended: when, what was done, the kit, the result. */
function Attended({ form, referral }: { readonly form: SectionForm<SlipDraft>; readonly referral: ReferralLine }) {
  const [attended, kit] = useWatch({ control: form.control, name: ['attended', 'kit'] });
  const rule = referralRules[referral.kind];
  if (attended !== 'yes') return null;
  return (
    <>
      <div className={look.gridFields}>
        <DateControl form={form} name="on" label="Fecha de la atención" />
        <TimeControl form={form} name="time" label="Hora" optional />
      </div>
      <TicksControl
        form={form}
        name="services"
        label="Servicios brindados"
        optional
        ticks={rule.services.map((name) => ({ name, label: serviceLabels[name] }))}
      />
      {rule.services.includes('emergency-kit') && (
        <ChoiceControl
          form={form}
          name="kit"
          inline
          label="Kit de emergencia entregado"
          optional={!referral.asksKit}
          options={optionsOf(kitDeliveryLabels)}
        />
      )}
      {(kit === 'yes' || kit === 'partial') && (
        <TicksControl
          form={form}
          name="kitItems"
          label="Contenido entregado"
          optional
          ticks={kitItems.map(({ code, label }) => ({ name: code, label }))}
        />
      )}
      {Object.entries(rule.result ?? {}).map(([name, { question }]) => (
        <TextControl key={name} form={form} name={`result.${name}`} label={question.label} optional />
      ))}
    </>
  );
}
