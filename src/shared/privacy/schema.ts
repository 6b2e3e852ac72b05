/** What is written of an incident with personal data, and of a review of permissions. */
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { reopenReasons, withdrawReasons } from './labels.ts';

export const dataIncidentIdSchema = idSchema('DataIncidentId');
export const accessReviewIdSchema = idSchema('AccessReviewId');

/** A document number, however its digits are parted, or the number of a ficha: words that would say of whom they speak. */
const saysWhom = /(?<!\d)\d(?:[ .-]?\d){7,}(?!\d)|(?<!\d)\d{4}\s*-\s*\d{3,}/;

const inGeneral = {
  isRight: (text: string) => !saysWhom.test(text),
  words: 'Quite los números de documento o de ficha: aquí se cuenta en general.',
};

export const dataIncidentFields = {
  /** When the centre came to know of it: from here the term of the notice runs. */
  on: { kind: 'date', label: 'Día en que se conoció', required: true, column: 'known_on' },
  time: { kind: 'time', label: 'Hora', required: true, column: 'known_time' },
  /** In general words: never of whom. */
  words: {
    ...{ kind: 'text', label: 'Qué pasó', max: 1000, lines: 4, required: true, check: inGeneral },
    hint: 'En general: sin nombres, documentos ni números de ficha. Por ejemplo: «Se perdió una memoria USB con copias de oficios».',
  },
} as const satisfies Fields;
export const dataIncidentFormSchema = valuesSchema(dataIncidentFields);

const isTold = { question: 'state', is: ['told'] } as const;

/** How an incident ends: the authority was told, or it turned out that there was nothing to tell. */
export const incidentEndFields = {
  state: {
    ...{ kind: 'choice', label: 'Cómo queda', inline: true, required: true, missing: 'Elija cómo queda.' },
    options: optionsOf({ told: 'Se avisó a la autoridad', notApplicable: 'No corresponde avisar' }),
  },
  on: { kind: 'date', label: 'Día del aviso', required: true, askedWhen: isTold, column: 'told_on' },
  time: { kind: 'time', label: 'Hora', required: true, askedWhen: isTold, column: 'told_time' },
  /** Number that the desk of the authority gave the notice. */
  entryNumber: {
    ...{ kind: 'text', label: 'Número de ingreso', max: 60, required: true, askedWhen: isTold },
    hint: 'El que dio la mesa de partes de la autoridad.',
  },
  reason: {
    ...{ kind: 'text', label: 'Por qué no corresponde', max: 300, lines: 2, required: true, check: inGeneral },
    askedWhen: { question: 'state', is: ['notApplicable'] },
  },
} as const satisfies Fields;
export const incidentEndSchema = valuesSchema(incidentEndFields);

/** A reason from the list; words only with `other` (D6). */
function reasonSchema<const Code extends string>(codes: readonly [Code, ...Code[]]) {
  return z
    .strictObject({
      code: z.enum(codes),
      words: cleanedText(300).refine(inGeneral.isRight, { error: inGeneral.words }).nullable(),
    })
    .refine(({ code, words }) => (code === 'other') === (words !== null), {
      error: 'Escriba el motivo.',
      path: ['words'],
    });
}
export const reopenReasonSchema = reasonSchema(reopenReasons);
export const withdrawReasonSchema = reasonSchema(withdrawReasons);

export const accessReviewFields = {
  on: { kind: 'date', label: 'Día de la revisión', required: true, column: 'reviewed_on' },
  words: { kind: 'text', label: 'Qué se encontró o cambió', max: 500, lines: 2, check: inGeneral },
} as const satisfies Fields;
export const accessReviewFormSchema = valuesSchema(accessReviewFields);
