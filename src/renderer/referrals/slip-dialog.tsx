import { useWatch } from 'react-hook-form';
import { optionsOf } from '../../shared/record/index.ts';
import {
  kitItems,
  notAttendedLabels,
  referralRules,
  serviceLabels,
  slipFields,
  type ReferralLine,
} from '../../shared/referrals/index.ts';
import { deepSummaryOf } from '../papers/index.ts';
import {
  ChoiceControl,
  TicksControl,
  ActProblem,
  TextControl,
  useSectionForm,
  type SectionForm,
} from '../platform/forms/index.ts';
import { FormFields } from '../record/index.ts';
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
  const defaultValues = blankSlip(referral.kind);
  const form = useSectionForm<SlipDraft>({ schema: slipDraftSchema, defaultValues, id: 'slip', refresh });
  const { id: referralId, version } = referral;
  const record = () =>
    form.send((draft, client) => client.recordSlip({ caseId, referralId, version, slip: slipOf(draft) }), {
      words: 'Contrarreferencia registrada.',
      done: onDone,
    });
  return (
    <Dialog
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
        <SlipFields form={form} referral={referral} />
      </div>
    </Dialog>
  );
}

/** What was done, the kit and the result are asked only when she was attended. */
function SlipFields({ form, referral }: { readonly form: SectionForm<SlipDraft>; readonly referral: ReferralLine }) {
  const [attended, kit] = useWatch({ control: form.control, name: ['attended', 'kit'] });
  const rule = referralRules[referral.kind];
  const hasKit = rule.services.includes('emergency-kit');
  const done = attended === 'yes' && (
    <TicksControl
      form={form}
      name="services"
      label="Servicios brindados"
      optional
      ticks={rule.services.map((name) => ({ name, label: serviceLabels[name] }))}
    />
  );
  const given = attended === 'yes' && (
    <div className={look.stack}>
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
        <TextControl key={name} form={form} name={`result.${name}`} nullable label={question.label} optional />
      ))}
    </div>
  );
  return (
    <FormFields
      fields={referral.asksKit ? { ...slipFields, kit: { ...slipFields.kit, optional: false } } : slipFields}
      form={form}
      context={{ attended }}
      given={hasKit ? {} : { kit: null }}
      before={{ kit: done, nextOn: given }}
    />
  );
}
