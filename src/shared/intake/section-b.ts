/** Section B (first professional) of the register form: its questions in the order of the paper. */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import type { SectionAAnswers } from './section-a.ts';
import { condition, dependence, disappearance, event, violence } from './section-b-event.ts';
import { onScreen } from './screen-words.ts';
import { closeOfB, complaint, protection, riskFactors, valuation } from './section-b-valuation.ts';

export const sectionB = {
  id: 'B',
  title: 'Sección B. Primera entrevista',
  questions: onScreen({
    ...dependence,
    ...violence,
    ...event,
    ...condition,
    ...disappearance,
    ...riskFactors,
    ...protection,
    ...valuation,
    ...complaint,
    ...closeOfB,
  }),
  blocks: [
    { id: 'B.1', title: 'Dependencia, orientación e identidad', questions: Object.keys(dependence) },
    { id: 'B.2', title: 'Tipo de violencia y actos', questions: Object.keys(violence) },
    { id: 'B.3', title: 'Modalidad, lugar y tiempo', questions: Object.keys(event) },
    { id: 'B.4', title: 'Estado y tratamiento', questions: Object.keys(condition) },
    { id: 'B.5', title: 'Desaparición', questions: Object.keys(disappearance) },
    { id: 'B.6', title: 'Factores de riesgo', questions: Object.keys(riskFactors) },
    { id: 'B.7', title: 'Factores de protección', questions: Object.keys(protection) },
    { id: 'B.8', title: 'Valoración del riesgo', questions: Object.keys(valuation) },
    { id: 'B.9', title: 'Denuncia y documentos antes del CEM', questions: Object.keys(complaint) },
    { id: 'B.10', title: 'Cierre de la Sección B', questions: Object.keys(closeOfB) },
  ],
} as const satisfies Section;

export type SectionBAnswers = AnswersOf<(typeof sectionB)['questions']>;

/** Answers of Section A that questions of Section B rest on: sex (modality) and complaint (block B.9). */
export type SectionBContext = Pick<SectionAAnswers, 'userSex' | 'complaintFiled'>;

/** Form and wire: what rests on Section A is accepted either way. The service refuses what is hidden (`hiddenAnswers`). */
export const sectionBAnswersSchema = answersSchema(sectionB.questions);

/** For the form: also refuses answers hidden by Section A. */
export function sectionBSchemaFor(context: SectionBContext) {
  return answersSchema(sectionB.questions, context);
}

export const blankSectionB = (): SectionBAnswers => blankAnswers(sectionB.questions);
