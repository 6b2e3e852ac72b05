/** Consent of the person attended (referrals §2; decision D12). One description for form, wire, service and columns. */
import { instantSchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { blankForm, optionsOf, valuesSchema, type Answers, type AskedWhen, type Fields } from '../record/index.ts';

/** What she agreed to. `referral` names its purposes; `healthReferral` is the older one, for health alone. */
export const consentScopes = ['healthReferral', 'partnerRisk', 'legalRepresentation', 'referral'] as const;

/** How it was given. `couldNotAsk` is an answer in an emergency, reviewed later. */
export const consentFormLabels = {
  spoken: 'Verbal, registrado por la persona profesional',
  written: 'Por escrito',
  couldNotAsk: 'No se pudo pedir (emergencia)',
  refused: 'No acepta',
} as const;

/** Why it could not be asked (C3). */
export const noConsentReasonLabels = {
  dangerToLife: 'Peligro inmediato para la vida',
  childAtRisk: 'Niña, niño o adolescente en riesgo',
  orderOfAuthority: 'Orden de una autoridad',
} as const;

/** What the child said (C4): the guardian's consent goes with it, and never replaces it. */
export const assentLabels = {
  given: 'Está de acuerdo',
  refused: 'No está de acuerdo',
  tooYoung: 'No puede expresarlo por su edad',
} as const;

/** How an exception ended when it was reviewed (D12). */
export const consentReviewLabels = {
  upheld: 'La excepción correspondía',
  givenLater: 'Se le preguntó después y aceptó',
  refusedLater: 'Se le preguntó después y no aceptó',
} as const;
export const consentReviewSchema = z.literal(optionsOf(consentReviewLabels).map(({ code }) => code));

const isGiven: AskedWhen = { question: 'form', is: ['spoken', 'written'] };
/** `consenter` is no answer: whoever asks knows whether she, a guardian, or her age has to be asked. */
const ofMinor: AskedWhen = {
  any: [{ all: [isGiven, { question: 'consenter', is: ['guardian'] }] }, { question: 'majority', is: ['minor'] }],
};

export const consentFields = {
  form: { kind: 'choice', label: '¿Acepta esta derivación?', options: optionsOf(consentFormLabels), required: true },
  reason: {
    ...{ kind: 'choice', label: 'Por qué no se pudo pedir', options: optionsOf(noConsentReasonLabels), required: true },
    ...{ askedWhen: { question: 'form', is: ['couldNotAsk'] } },
    missing: 'Elija el motivo por el que no se pudo pedir.',
  },
  /** Whether she is of age, as she said it; null where the ficha says it. */
  majority: {
    ...{ kind: 'choice', label: 'La ficha no dice su edad', required: true },
    options: optionsOf({ adult: 'Es mayor de edad', minor: 'Es menor de edad' }),
    hint: 'Si es menor de edad consiente una persona a cargo.',
    missing: 'Elija si es mayor o menor de edad.',
    askedWhen: { all: [isGiven, { question: 'consenter', is: ['unknown'] }] },
  },
  /** Who consents for a child: never the accused person (C4). */
  guardianNames: { kind: 'text', label: 'Quién consiente', max: 120, required: true, askedWhen: ofMinor },
  guardianBond: { kind: 'text', label: 'Vínculo', max: 60, required: true, askedWhen: ofMinor },
  assent: {
    ...{ kind: 'choice', label: 'La niña, el niño o adolescente', options: optionsOf(assentLabels), required: true },
    ...{ askedWhen: ofMinor, missing: 'Elija qué dijo la niña, el niño o adolescente.' },
  },
  /** Which data she agreed to share, in words; null: what the letter shows. */
  data: { kind: 'text', label: 'Qué datos acepta compartir', max: 300 },
} as const satisfies Fields;

const purposeSchema = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40);

/** With what `context` knows of who consents, what is asked of that person is demanded as well. */
export const consentSchemaOf = (context: Answers) =>
  valuesSchema(consentFields, context)
    .safeExtend({
      scope: z.enum(consentScopes),
      /** Several receivers in one act (D12), as they were told to her. */
      receivers: z.array(cleanedText(200)).max(10),
      /** What for, by the codes of whoever asks (kinds of referral); several in one act. */
      purposes: z.array(purposeSchema).max(20),
      /** The guardian is called like the accused person, and the professional made sure that it is somebody else. */
      guardianIsOther: z.boolean(),
    })
    .refine((consent) => consent.scope !== 'referral' || consent.purposes.length > 0, {
      path: ['purposes'],
      error: 'Marque para qué es.',
    })
    .refine(({ guardianNames, guardianBond }) => (guardianNames === null) === (guardianBond === null), {
      path: ['guardianBond'],
      error: 'Escriba quién consiente y su vínculo.',
    });

/** Who consents was asked where she stands; here only what was answered. */
export const consentFormSchema = consentSchemaOf({ consenter: 'herself' });

/** One act of consent as it is sent. */
export type ConsentGiven = z.infer<typeof consentFormSchema>;

/** What an act of consent begins with. */
export const blankConsent = {
  ...blankForm<Omit<ConsentGiven, 'scope' | 'receivers' | 'purposes' | 'guardianIsOther'>>(consentFields),
  ...{ scope: 'referral' as const, receivers: [] as string[], purposes: [] as string[], guardianIsOther: false },
};

export const consentSchema = z.strictObject({
  ...valuesSchema(consentFields).shape,
  id: idSchema('ConsentId'),
  scope: z.enum(consentScopes),
  receivers: z.array(z.string()),
  purposes: z.array(z.string()),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  /** She took it back: nothing more is printed on it (C5). */
  withdrawnAt: instantSchema.nullable(),
  review: consentReviewSchema.nullable(),
});
export type Consent = z.infer<typeof consentSchema>;
