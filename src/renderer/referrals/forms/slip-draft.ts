/** The slip as it is typed, and the way to the contract. */
import { z } from '../../../shared/platform/zod.ts';
import { blankForm, onlyAsked } from '../../../shared/record/index.ts';
import {
  referralRules,
  slipFields,
  slipSchema,
  type ReferralKind,
  type Slip,
} from '../../../shared/referrals/index.ts';

/** Attended, or why not: one question on the paper. */
export type SlipDraft = Omit<Slip, 'attended' | 'notAttendedReason'> & {
  readonly attended: 'yes' | NonNullable<Slip['notAttendedReason']> | null;
};

/** Each field of the result of the kind is there and empty. */
export function blankSlip(kind: ReferralKind): SlipDraft {
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

export const slipDraftSchema = z.custom<SlipDraft>().superRefine((draft, context) => {
  const parsed = slipSchema.safeParse(givenSlip(draft));
  if (parsed.success) return;
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path: path[0] === 'notAttendedReason' ? ['attended'] : path, message });
});

/** @throws ZodError when the draft is refused */
export const slipOf = (draft: SlipDraft): Slip => slipSchema.parse(givenSlip(draft));

export const slipOrder = ['attended', ...Object.keys(slipFields), 'services', 'kitItems', 'result'];
