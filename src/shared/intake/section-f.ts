/**
 * Sections F to H (follow-up): the summary questions that the register releases. Letters and contents of F and G are
 * to confirm (U04).
 *
 * CASO_DERIVADO_EESS is not asked again: it is whether Section E has action 13 (`isReferredForKit`).
 */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { choice, detail, text, yesNo } from './builders.ts';
import { legalProcessKinds, legalViolenceKinds, noKitReasons, processInstances } from './later-codes.ts';
import { onScreen } from './screen-words.ts';

const toConfirm = 'toConfirm' as const;
const isSexual = { question: 'sexualViolenceCase', is: [1] } as const;
const withKit = { all: [isSexual, { question: 'planActions', ticked: 'emergencyKit' }] } as const;
const withoutKit = { all: [isSexual, { question: 'planActions', notTicked: 'emergencyKit' }] } as const;

const emergencyKit = {
  sexualViolenceCase: yesNo('F.1', 'CASO_VIOLENCIA_SEXUAL', '¿El caso atendido es por hechos de violencia sexual?'),
  kitHealthCentre: text('F.1', 'NOMBRE_EESS', 'Nombre del establecimiento de salud', { askedWhen: withKit, max: 120 }),
  kitProfessional: text('F.1', 'PROFESIONAL_EESS', 'Profesional del establecimiento que brindó la información', {
    askedWhen: withKit,
    max: 120,
  }),
  noKitReason: choice('F.1', 'MOTIVO_NO_DERIVA_EESS', '¿Por qué motivo el CEM no derivó al establecimiento de salud?', {
    options: noKitReasons,
    askedWhen: withoutKit,
  }),
  otherNoKitReason: detail('F.1', 'ESP_OTRO_MOTIVO_NO_DERIVA_EESS', 'Especificar otros motivos', {
    question: 'noKitReason',
    is: [10],
  }),
} as const;

const whenLegal = 'Responda cuando el caso tenga atención legal.';

const legalAttention = {
  legalViolenceKind: choice(
    'H.1',
    'TIPO_DE_VIOLENCIA_ATENCION_LEGAL',
    'Tipo de violencia en la atención legal del caso',
    { options: legalViolenceKinds, confirmation: toConfirm, hint: whenLegal },
  ),
  legalProcessKind: choice('H.1', 'TIPO_DE_PROCESO_ATENCION_LEGAL', 'Tipo de proceso (código aplicado al proceso)', {
    options: legalProcessKinds,
    confirmation: toConfirm,
    hint: whenLegal,
  }),
  processInstance: choice('H.1', 'INSTANCIA_PROCESO', 'Instancia del proceso', {
    options: processInstances,
    confirmation: toConfirm,
    hint: whenLegal,
  }),
} as const;

export const sectionF = {
  id: 'F',
  title: 'Secciones F a H. Resumen del seguimiento',
  questions: onScreen({ ...emergencyKit, ...legalAttention }),
  blocks: [
    { id: 'F.1', title: 'Violencia sexual y Kit de Emergencia', questions: Object.keys(emergencyKit) },
    { id: 'H.1', title: 'Atención legal', questions: Object.keys(legalAttention) },
  ],
} as const satisfies Section;

export type SectionFAnswers = AnswersOf<(typeof sectionF)['questions']>;
export const sectionFAnswersSchema = answersSchema(sectionF.questions);

export const blankSectionF = (): SectionFAnswers => blankAnswers(sectionF.questions);
