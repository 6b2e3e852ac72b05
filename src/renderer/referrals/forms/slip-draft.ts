/** The slip as it is typed, and the way to the contract. */
import { z } from '../../../shared/platform/zod.ts';
import { slipSchema, type Slip } from '../../../shared/referrals/index.ts';

export const slipShape = z.strictObject({
  attended: z.enum(['yes', 'didNotCome', 'noAttention', 'sentElsewhere', 'refused']).nullable(),
  on: z.string().nullable(),
  time: z.string().nullable(),
  services: z.array(z.string()),
  kit: z.enum(['yes', 'partial', 'no']).nullable(),
  kitItems: z.array(z.string()),
  nextOn: z.string().nullable(),
  nextTime: z.string().nullable(),
  nextPlace: z.string(),
  recommendations: z.string(),
  professional: z.string(),
  college: z.string(),
  result: z.record(z.string(), z.string()),
});
export type SlipDraft = z.infer<typeof slipShape>;

export const blankSlip: SlipDraft = {
  attended: null,
  on: null,
  time: null,
  services: [],
  kit: null,
  kitItems: [],
  nextOn: null,
  nextTime: null,
  nextPlace: '',
  recommendations: '',
  professional: '',
  college: '',
  result: {},
};

const filled = (text: string) => (text.trim() === '' ? null : text);

function givenSlip(draft: SlipDraft) {
  const isAttended = draft.attended === 'yes';
  const isKitGiven = draft.kit === 'yes' || draft.kit === 'partial';
  return {
    attended: draft.attended === null ? null : isAttended,
    notAttendedReason: isAttended ? null : draft.attended,
    on: isAttended ? draft.on : null,
    time: isAttended ? draft.time : null,
    services: isAttended ? draft.services : [],
    kit: isAttended ? draft.kit : null,
    kitItems: isAttended && isKitGiven ? draft.kitItems : [],
    nextOn: draft.nextOn,
    nextTime: draft.nextTime,
    nextPlace: filled(draft.nextPlace),
    recommendations: filled(draft.recommendations),
    professional: filled(draft.professional),
    college: filled(draft.college),
    result: Object.fromEntries(Object.entries(draft.result).map(([name, text]) => [name, filled(text)])),
  };
}

export const slipDraftSchema = slipShape.superRefine((draft, context) => {
  const parsed = slipSchema.safeParse(givenSlip(draft));
  if (parsed.success) return;
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path: path[0] === 'notAttendedReason' ? ['attended'] : path, message });
});

/** @throws ZodError when the draft is refused */
export function slipOf(draft: SlipDraft): Slip {
  return slipSchema.parse(givenSlip(draft));
}

export const slipOrder = [
  ...['attended', 'on', 'time', 'services', 'kit', 'kitItems', 'result', 'nextOn', 'nextTime', 'nextPlace'],
  ...['recommendations', 'professional', 'college'],
];
