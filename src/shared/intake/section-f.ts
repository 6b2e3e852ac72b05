/**
 * Sections F to H (follow-up): the summary questions that the register releases. Letters and contents of F and G are
 * to confirm (U04).
 *
 * CASO_DERIVADO_EESS is not asked again: it is whether Section E has action 13 (`isReferredForKit`).
 */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { block, choice, detail, ifIs, text, toConfirm, yesNo } from './builders.ts';
import { legalProcessKinds, legalViolenceKinds, noKitReasons, processInstances } from './later-codes.ts';
import { onScreen } from './screen-words.ts';
const isSexual = { question: 'sexualViolenceCase', is: [1] } as const;
const withKit = { askedWhen: { all: [isSexual, { question: 'planActions', ticked: 'emergencyKit' }] } } as const;
const withoutKit = { askedWhen: { all: [isSexual, { question: 'planActions', notTicked: 'emergencyKit' }] } } as const;

const emergencyKit = block('F.1', {
  sexualViolenceCase: yesNo('CASO_VIOLENCIA_SEXUAL', '¿El caso atendido es por hechos de violencia sexual?'),
  kitHealthCentre: text('NOMBRE_EESS', 'Nombre del establecimiento de salud', { ...withKit, max: 120 }),
  kitProfessional: text('PROFESIONAL_EESS', 'Profesional del establecimiento que brindó la información', {
    ...withKit,
    max: 120,
  }),
  noKitReason: choice(
    'MOTIVO_NO_DERIVA_EESS',
    '¿Por qué motivo el CEM no derivó al establecimiento de salud?',
    noKitReasons,
    withoutKit,
  ),
  otherNoKitReason: detail('ESP_OTRO_MOTIVO_NO_DERIVA_EESS', 'Especificar otros motivos', ifIs('noKitReason', 10)),
});

const whenLegal = 'Responda cuando el caso tenga atención legal.';

const legalAttention = block('H.1', {
  legalViolenceKind: choice(
    'TIPO_DE_VIOLENCIA_ATENCION_LEGAL',
    'Tipo de violencia en la atención legal del caso',
    legalViolenceKinds,
    { ...toConfirm, hint: whenLegal },
  ),
  legalProcessKind: choice(
    'TIPO_DE_PROCESO_ATENCION_LEGAL',
    'Tipo de proceso (código aplicado al proceso)',
    legalProcessKinds,
    { ...toConfirm, hint: whenLegal },
  ),
  processInstance: choice('INSTANCIA_PROCESO', 'Instancia del proceso', processInstances, {
    ...toConfirm,
    hint: whenLegal,
  }),
});

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
