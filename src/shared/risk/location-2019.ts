/**
 * Complementary annex B of the FVR (RM 328-2019-MIMP): where the accused is found, what he does and looks like, for the
 * police. Questions 1 and 3 hold her whereabouts: the sheet goes to PNP, prosecutor or court alone, under reserve.
 */
import { codesOf, eachOf } from '../platform/codes-of.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { blankReasonLabels } from './schema.ts';

export type LocationQuestion = {
  readonly id: string;
  readonly number: string;
  readonly question: string;
  readonly kind: 'text' | 'mark';
  /** Says where she lives, works or studies: kept in the compartment of addresses. */
  readonly isWhereabouts?: true;
};

export const partnerLocation2019 = [
  {
    id: 'sharedHome',
    number: '1',
    question: 'Si vive con él: dirección, características de la vivienda y referencias',
    kind: 'text',
    isWhereabouts: true,
  },
  {
    id: 'hisHome',
    number: '2',
    question: '¿Sabe dónde vive él? Dirección, características de la vivienda y referencias',
    kind: 'text',
  },
  {
    id: 'looksForHer',
    number: '3',
    question: '¿La busca en su trabajo, centro de estudios u otros lugares? Direcciones y referencias',
    kind: 'text',
    isWhereabouts: true,
  },
  { id: 'otherPlaces', number: '4', question: 'Otros lugares donde se le puede encontrar', kind: 'text' },
  { id: 'violentSport', number: '5', question: '¿Practica algún deporte violento o peligroso?', kind: 'mark' },
  {
    id: 'armedWork',
    number: '6',
    question:
      '¿Es o fue policía, militar, de las fuerzas armadas, de seguridad o serenazgo, o tiene una afición de riesgo?',
    kind: 'mark',
  },
  {
    id: 'convictedCircle',
    number: '7',
    question: '¿Tiene familiares o amistades que estuvieron en la cárcel o tuvieron problemas con la ley?',
    kind: 'mark',
  },
  { id: 'build', number: '8', question: 'Contextura', kind: 'text' },
  { id: 'features', number: '9', question: 'Rasgos físicos', kind: 'text' },
  {
    id: 'mentalHealth',
    number: '10',
    question: '¿Tiene algún problema de salud mental o adicción? ¿Recibe tratamiento?',
    kind: 'text',
  },
] as const satisfies readonly LocationQuestion[];

type Question = (typeof partnerLocation2019)[number];
export type LocationQuestionId = Question['id'];

export const locationMarkLabels = { yes: 'Sí', no: 'No', unknown: 'No sabe' } as const;
const marks = codesOf(locationMarkLabels);

// A shape made from entries forgets which name has which schema.
const shape = Object.fromEntries(
  partnerLocation2019.map(({ id, kind }) => [
    id,
    kind === 'text' ? cleanedText(1000).nullable() : z.enum(marks).nullable(),
  ]),
) as unknown as {
  [Id in LocationQuestionId]: Extract<Question, { id: Id }>['kind'] extends 'text'
    ? z.ZodType<string | null, string | null>
    : z.ZodType<(typeof marks)[number] | null, (typeof marks)[number] | null>;
};

export const locationAnswersSchema = z.strictObject(shape);
export type LocationAnswers = z.infer<typeof locationAnswersSchema>;

const locationShape = z.strictObject({
  answers: locationAnswersSchema,
  /** A current photograph is handed over with the sheet. */
  hasPhotograph: z.boolean(),
  /** One statement for everything left blank; null when nothing is. */
  blank: oneOf(blankReasonLabels).nullable(),
});

export const locationFormSchema = locationShape.refine(({ answers, blank }) => blank !== null || !hasBlank(answers), {
  path: ['blank'],
  error: 'Diga por qué quedaron preguntas en blanco.',
});
export type LocationForm = z.infer<typeof locationFormSchema>;

export function hasBlank(answers: LocationAnswers): boolean {
  return Object.values(answers).some((answer) => answer === null);
}

export function blankLocation(): LocationForm {
  const answers = eachOf(
    partnerLocation2019.map(({ id }) => id),
    () => null,
  );
  return { answers, hasPhotograph: false, blank: null };
}

/** Who alone receives the sheet. */
export const locationReceiverLabels = {
  police: 'Policía Nacional',
  prosecutor: 'Fiscalía',
  court: 'Juzgado',
} as const;

export const locationSheetSchema = z.strictObject({
  receiver: oneOf(locationReceiverLabels, { error: 'Elija a quién va: Policía, fiscalía o juzgado.' }),
  /** The office that receives it, as it is called. */
  office: cleanedText(100),
});

export const locationRecordSchema = z.strictObject({
  id: idSchema('LocationAnnexId'),
  form: locationShape,
  recordedBy: z.string(),
  recordedAt: instantSchema,
});
export type LocationRecord = z.infer<typeof locationRecordSchema>;
