/** The referral as it is typed, and the way to the options of the contract. */
import type { CivilDate } from '../../../shared/platform/dates.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { missingQuestions } from '../../../shared/record/index.ts';
import { oneOf, z } from '../../../shared/platform/zod.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import {
  asksForKit,
  kindIssues,
  questionsOf,
  referralOptionsSchema,
  referralRules,
  serviceLabels,
  urgencies,
  type ReferralKind,
  type ReferralOptions,
} from '../../../shared/referrals/index.ts';

const yesNoShape = z.literal([0, 1]).nullable();

/** What is typed, complete or not. The consent is no part of it: it is what the record says. */
export const referralShape = z.strictObject({
  /** Entry of the directory; null where the receiver is typed. */
  authorityId: z.string().nullable(),
  establishment: z.string(),
  post: z.string(),
  childId: z.string().nullable(),
  services: z.array(oneOf(serviceLabels)),
  otherService: z.string(),
  urgency: z.enum(urgencies).nullable(),
  reason: z.string(),
  answers: z.record(z.string(), z.unknown()),
  mustCall: yesNoShape,
  includePregnancy: yesNoShape,
  includeInjuries: yesNoShape,
  hasProtectionMeasures: yesNoShape,
  calledAt: z.string().nullable(),
  isUnanswered: z.boolean(),
  /** Answer to what the ficha says against the kit; null: not asked, or not answered. */
  isKitDecided: yesNoShape,
  hasCard: yesNoShape,
  cardPlace: z.string(),
  cardAskFor: z.string(),
  cardOn: z.string().nullable(),
  cardTime: z.string().nullable(),
  names: z.string(),
  profession: z.string(),
  college: z.string(),
  place: z.string(),
  signedOn: z.string().nullable(),
});
export type ReferralDraft = z.infer<typeof referralShape>;

/** What drafts of before did not ask. */
const laterFields = { authorityId: null, isUnanswered: false, isKitDecided: null, includeInjuries: 0 };

/** A draft as it was kept, those of before the directory too. */
export const keptDraft: z.ZodType<ReferralDraft> = z.preprocess(
  (kept) => (typeof kept === 'object' ? { ...laterFields, ...kept } : kept),
  referralShape,
);

/** Empty fields are empty texts on the form and null in the contract. */
const typed = (text: string | null | undefined) => text ?? '';
const yesNo = (answer: boolean): 0 | 1 => (answer ? 1 : 0);

/** @param post whom the letter of the kind is addressed to */
export function draftOf(options: ReferralOptions, post: string): ReferralDraft {
  const { receiver, professional } = options;
  return {
    ...cardDraft(options.card),
    authorityId: receiver?.authorityId ?? null,
    establishment: typed(receiver?.establishment),
    post: receiver?.post ?? post,
    childId: options.childId,
    services: options.services,
    otherService: typed(options.otherService),
    urgency: options.urgency,
    reason: typed(options.reason),
    answers: options.answers,
    mustCall: yesNo(options.includeSafeContact),
    includePregnancy: yesNo(options.includePregnancy),
    includeInjuries: yesNo(options.includeInjuries),
    hasProtectionMeasures: yesNo(options.hasProtectionMeasures),
    calledAt: options.calledAt,
    isUnanswered: options.isUnanswered,
    isKitDecided: options.isKitDecided ? 1 : null,
    names: typed(professional?.names),
    profession: typed(professional?.profession),
    college: typed(professional?.college),
    place: options.place,
    signedOn: options.signedOn,
  };
}

function cardDraft(card: ReferralOptions['card']) {
  return {
    hasCard: yesNo(card !== null),
    cardPlace: typed(card?.place),
    cardAskFor: typed(card?.askFor),
    cardOn: card?.on ?? null,
    cardTime: card?.time ?? null,
  } as const;
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** The card says where she goes; what was not typed is what the letter says. */
function cardOf(kind: ReferralKind, draft: ReferralDraft) {
  if (!referralRules[kind].hasCard || draft.hasCard !== 1) return null;
  return {
    place: filled(draft.cardPlace) ?? filled(draft.establishment),
    askFor: filled(draft.cardAskFor),
    on: draft.cardOn as CivilDate | null,
    time: draft.cardTime,
  };
}

function givenOptions(kind: ReferralKind, draft: ReferralDraft): z.input<typeof referralOptionsSchema> {
  const rule = referralRules[kind];
  const isReceived = filled(draft.establishment) !== null;
  const isSigned = filled(draft.names) !== null || filled(draft.profession) !== null;
  return {
    receiver: isReceived
      ? {
          establishment: draft.establishment,
          post: draft.post,
          authorityId: draft.authorityId as NonNullable<ReferralOptions['receiver']>['authorityId'],
        }
      : null,
    childId: draft.childId,
    services: draft.services,
    otherService: draft.services.includes('other') ? filled(draft.otherService) : null,
    urgency: draft.urgency as ReferralOptions['urgency'],
    reason: rule.asksReason ? filled(draft.reason) : null,
    answers: draft.answers as ReferralOptions['answers'],
    includeSafeContact: rule.mayCall && draft.mustCall === 1,
    includePregnancy: draft.includePregnancy === 1,
    includeInjuries: rule.facts.includes('injuries') && draft.includeInjuries === 1,
    hasProtectionMeasures: draft.hasProtectionMeasures === 1,
    calledAt: draft.calledAt,
    isUnanswered: draft.calledAt === null && draft.isUnanswered,
    isKitDecided: draft.isKitDecided === 1,
    card: cardOf(kind, draft),
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
  receiver: 'establishment',
  'professional.names': 'names',
  'professional.profession': 'profession',
  'professional.college': 'college',
  professional: 'names',
  includeSafeContact: 'mustCall',
  'card.place': 'cardPlace',
  'card.askFor': 'cardAskFor',
  'card.on': 'cardOn',
  'card.time': 'cardTime',
};

/** Where the form shows what the contract says of a field. */
export function fieldOf(path: string): string {
  const own = path.replace(/^options\./, '');
  return renamed[own] ?? own;
}

/** Id of the control that answers what the letter lacks; the consent has a form of its own. */
export const lackId = (form: Pick<AnyForm, 'fieldId'>) => (path: string) =>
  path === 'consent' ? 'consent-form' : form.fieldId(fieldOf(path));

export function refusals(kind: ReferralKind, draft: ReferralDraft): FieldIssue[] {
  const parsed = referralOptionsSchema.safeParse(givenOptions(kind, draft));
  const issues = parsed.success
    ? kindIssues(kind, parsed.data)
    : parsed.error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message }));
  return issues.map(({ path, message }) => ({ path: fieldOf(path.join('.')), message }));
}

const completeThis = 'Complete este dato.';

/**
 * What the letter cannot go out without, besides the consent.
 * @param kitQuestion what the ficha says against the kit; null: nothing
 */
export function issueRefusals(kind: ReferralKind, draft: ReferralDraft, kitQuestion: string | null): FieldIssue[] {
  const need = (lacks: boolean, path: string, message = completeThis) => (lacks ? [{ path, message }] : []);
  const own = missingQuestions(questionsOf(kind).questions, draft.answers);
  return [
    ...need(filled(draft.establishment) === null, 'establishment'),
    ...need(filled(draft.post) === null, 'post'),
    ...need(draft.services.length === 0, 'services', 'Marque al menos uno.'),
    ...need(draft.services.includes('other') && filled(draft.otherService) === null, 'otherService'),
    ...need(
      kitQuestion !== null && asksForKit(kind, draft) && draft.isKitDecided !== 1,
      'isKitDecided',
      draft.isKitDecided === 0 ? 'Elija otra derivación, o responda «Sí».' : 'Responda esta pregunta.',
    ),
    ...need(referralRules[kind].asksReason && filled(draft.reason) === null, 'reason'),
    ...own.map((name) => ({ path: `answers.${name}`, message: completeThis })),
    ...need(filled(draft.names) === null, 'names'),
    ...need(filled(draft.profession) === null, 'profession'),
  ];
}

/** Within the hours of the kit the receiver is called before the paper: the hour, or that nobody answered. */
export function callRefusals(draft: ReferralDraft): FieldIssue[] {
  if (draft.calledAt !== null || draft.isUnanswered) return [];
  return [{ path: 'calledAt', message: 'Llame antes que el papel y anote la hora; si no contestan, márquelo.' }];
}

type Given = z.input<typeof referralOptionsSchema>;

/** Without what is half filled: a receiver without its post, an answer that is none yet. */
function without(given: Given, [head = '', second]: readonly PropertyKey[]): Given {
  if (head === 'answers') return { ...given, answers: { ...given.answers, [String(second)]: null } };
  if (head === 'services') return { ...given, services: [] };
  return { ...given, [head]: null };
}

/** The options without what is half filled, to read the rest while it is written; null when even that cannot be read. */
export function readableOptions(kind: ReferralKind, draft: ReferralDraft): ReferralOptions | null {
  let given = givenOptions(kind, draft);
  for (let tries = 0; tries < 5; tries += 1) {
    const parsed = referralOptionsSchema.safeParse(given);
    const issues = parsed.success ? kindIssues(kind, parsed.data) : parsed.error.issues;
    if (parsed.success && issues.length === 0) return parsed.data;
    given = issues.reduce((rest, { path }) => without(rest, path), given);
  }
  return null;
}

export function referralDraftSchema(kind: ReferralKind) {
  return referralShape.superRefine((draft, context) => {
    for (const { path, message } of refusals(kind, draft)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    }
  });
}

/** @throws ZodError when `refusals` is not empty */
export function optionsOf(kind: ReferralKind, draft: ReferralDraft): ReferralOptions {
  return referralOptionsSchema.parse(givenOptions(kind, draft));
}

export function referralOrder(kind: ReferralKind): string[] {
  return [
    ...[
      'childId',
      'authorityId',
      'establishment',
      'post',
      'services',
      'otherService',
      'isKitDecided',
      'urgency',
      'calledAt',
      'reason',
    ],
    ...Object.keys(referralRules[kind].asked).map((name) => `answers.${name}`),
    ...[
      'includePregnancy',
      'includeInjuries',
      'mustCall',
      'hasProtectionMeasures',
      'hasCard',
      'cardPlace',
      'cardAskFor',
      'cardOn',
    ],
    ...['cardTime', 'names', 'profession', 'college', 'place', 'signedOn'],
  ];
}

const fieldNames: Readonly<Record<string, string>> = {
  establishment: 'Quién recibe',
  post: 'Cargo o área',
  services: 'Servicios',
  otherService: 'Otro servicio',
  isKitDecided: 'Kit de emergencia',
  urgency: 'Urgencia',
  calledAt: 'Hora de la llamada',
  reason: 'Motivo',
  cardPlace: 'Lugar de la cita',
  cardAskFor: 'Preguntar por',
  cardOn: 'Día de la cita',
  cardTime: 'Hora de la cita',
  place: 'Lugar',
  signedOn: 'Fecha',
  names: 'Profesional que firma',
  profession: 'Profesión',
};

export function fieldWords(kind: ReferralKind, path: string): string | null {
  const own = /^answers\.(\w+)/.exec(path)?.[1];
  if (own !== undefined) return referralRules[kind].asked[own]?.question.label ?? null;
  return fieldNames[path] ?? null;
}
