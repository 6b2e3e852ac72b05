import { useWatch } from 'react-hook-form';
import { optionsOf, blankForm, onlyAsked } from '../../shared/record/index.ts';
import {
  kitItems,
  notAttendedLabels,
  referralRules,
  serviceLabels,
  slipFields,
  type ReferralLine,
  slipSchema,
  type ReferralKind,
  type Slip,
} from '../../shared/referrals/index.ts';
import { z } from '../../shared/platform/zod.ts';
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

/** The slip as it is typed, and the way to the contract. */

/** Attended, or why not: one question on the paper. */
type SlipDraft = Omit<Slip, 'attended' | 'notAttendedReason'> & {
  readonly attended: 'yes' | NonNullable<Slip['notAttendedReason']> | null;
};

/** Each field of the result of the kind is there and empty. */
function blankSlip(kind: ReferralKind): SlipDraft {
  const result = Object.fromEntries(Object.keys(referralRules[kind].result ?? {}).map((name) => [name, null]));
  return blankForm<SlipDraft>(slipFields, { attended: null, services: [], kitItems: [], result });
}

function givenSlip({ attended, services, kitItems, ...draft }: SlipDraft) {
  const isAttended = attended === 'yes';
  const asked = onlyAsked(slipFields, draft, { attended });
  const isKitGiven = asked.kit === 'yes' || asked.kit === 'partial';
  return {
    ...asked,
    attended: attended === null ? null : isAttended,
    notAttendedReason: isAttended ? null : attended,
    services: isAttended ? services : [],
    kitItems: isKitGiven ? kitItems : [],
  };
}

const slipDraftSchema = z.custom<SlipDraft>().superRefine((draft, context) => {
  const parsed = slipSchema.safeParse(givenSlip(draft));
  if (parsed.success) return;
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path: path[0] === 'notAttendedReason' ? ['attended'] : path, message });
});

/** @throws ZodError when the draft is refused */
const slipOf = (draft: SlipDraft): Slip => slipSchema.parse(givenSlip(draft));

const slipOrder = ['attended', ...Object.keys(slipFields), 'services', 'kitItems', 'result'];
