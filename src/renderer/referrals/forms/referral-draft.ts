/** The referral as it is typed, and the way to the options of the contract. */
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';
import {
  healthServices,
  referralOptionsSchema,
  urgencies,
  type ReferralOptions,
} from '../../../shared/referrals/index.ts';

/** What is typed, complete or not. The consent is no part of it: it is what the record says. */
export const referralShape = z.strictObject({
  establishment: z.string(),
  post: z.string(),
  services: z.array(z.enum(healthServices)),
  otherService: z.string(),
  urgency: z.enum(urgencies).nullable(),
  reason: z.string(),
  treatments: z.string(),
  allergies: z.string(),
  companion: z.string(),
  childrenPresent: z.union([z.number(), z.string()]).nullable(),
  transport: z.string(),
  mustCall: z.literal([0, 1]).nullable(),
  includePregnancy: z.literal([0, 1]).nullable(),
  hasProtectionMeasures: z.literal([0, 1]).nullable(),
  names: z.string(),
  profession: z.string(),
  college: z.string(),
  place: z.string(),
  signedOn: z.string().nullable(),
});
export type ReferralDraft = z.infer<typeof referralShape>;

/** Empty fields are empty texts on the form and null in the contract. */
const typed = (text: string | null | undefined) => text ?? '';
const yesNo = (answer: boolean) => (answer ? 1 : 0);

export function draftOf(options: ReferralOptions): ReferralDraft {
  const { receiver, professional } = options;
  return {
    establishment: typed(receiver?.establishment),
    post: typed(receiver?.post),
    services: options.services,
    otherService: typed(options.otherService),
    urgency: options.urgency,
    reason: typed(options.reason),
    treatments: typed(options.treatments),
    allergies: typed(options.allergies),
    companion: typed(options.companion),
    childrenPresent: options.childrenPresent,
    transport: typed(options.transport),
    mustCall: yesNo(options.includeSafeContact),
    includePregnancy: yesNo(options.includePregnancy),
    hasProtectionMeasures: yesNo(options.hasProtectionMeasures),
    names: typed(professional?.names),
    profession: typed(professional?.profession),
    college: typed(professional?.college),
    place: options.place,
    signedOn: options.signedOn,
  };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function givenOptions(draft: ReferralDraft): z.input<typeof referralOptionsSchema> {
  const isReceived = filled(draft.establishment) !== null || filled(draft.post) !== null;
  const isSigned = filled(draft.names) !== null || filled(draft.profession) !== null;
  return {
    receiver: isReceived ? { establishment: draft.establishment, post: draft.post } : null,
    services: draft.services,
    otherService: draft.services.includes('other') ? filled(draft.otherService) : null,
    urgency: draft.urgency as ReferralOptions['urgency'],
    reason: filled(draft.reason),
    treatments: filled(draft.treatments),
    allergies: filled(draft.allergies),
    companion: filled(draft.companion),
    childrenPresent: (draft.childrenPresent ?? 0) as number,
    transport: filled(draft.transport),
    includeSafeContact: draft.mustCall === 1,
    includePregnancy: draft.includePregnancy === 1,
    hasProtectionMeasures: draft.hasProtectionMeasures === 1,
    consent: null,
    professional: isSigned
      ? { names: draft.names, profession: draft.profession, college: filled(draft.college) }
      : null,
    place: draft.place,
    signedOn: draft.signedOn as string,
  };
}

const renamed: Readonly<Record<string, string>> = {
  'receiver.establishment': 'establishment',
  'receiver.post': 'post',
  'professional.names': 'names',
  'professional.profession': 'profession',
  'professional.college': 'college',
  includeSafeContact: 'mustCall',
};

export function refusals(draft: ReferralDraft): FieldIssue[] {
  const parsed = referralOptionsSchema.safeParse(givenOptions(draft));
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    return { path: renamed[path] ?? path, message: issue.message };
  });
}

const completeThis = 'Complete este dato.';

/** What the letter cannot go out without, besides the consent. */
export function issueRefusals(draft: ReferralDraft): FieldIssue[] {
  const need = (lacks: boolean, path: string, message: string) => (lacks ? [{ path, message }] : []);
  return [
    ...need(filled(draft.establishment) === null, 'establishment', completeThis),
    ...need(filled(draft.post) === null, 'post', completeThis),
    ...need(draft.services.length === 0, 'services', 'Marque al menos uno.'),
    ...need(draft.services.includes('other') && filled(draft.otherService) === null, 'otherService', completeThis),
    ...need(filled(draft.reason) === null, 'reason', completeThis),
    ...need(filled(draft.names) === null, 'names', completeThis),
    ...need(filled(draft.profession) === null, 'profession', completeThis),
  ];
}

export const referralDraftSchema = referralShape.superRefine((draft, context) => {
  for (const { path, message } of refusals(draft)) {
    context.addIssue({ code: 'custom', path: path.split('.'), message });
  }
});

/** @throws ZodError when `refusals` is not empty */
export function optionsOf(draft: ReferralDraft): ReferralOptions {
  return referralOptionsSchema.parse(givenOptions(draft));
}

export const referralOrder = [
  'establishment',
  'post',
  'services',
  'otherService',
  'urgency',
  'reason',
  'treatments',
  'allergies',
  'includePregnancy',
  'companion',
  'childrenPresent',
  'transport',
  'mustCall',
  'hasProtectionMeasures',
  'names',
  'profession',
  'college',
  'place',
  'signedOn',
] as const;

const fieldNames: Readonly<Record<string, string>> = {
  establishment: 'Establecimiento de salud',
  post: 'Cargo o área',
  services: 'Servicios',
  otherService: 'Otro servicio',
  urgency: 'Urgencia',
  childrenPresent: 'Niñas, niños y adolescentes',
  reason: 'Motivo',
  place: 'Lugar',
  signedOn: 'Fecha',
  names: 'Profesional que firma',
  profession: 'Profesión',
};

export function fieldWords(path: string): string | null {
  return fieldNames[path] ?? null;
}
