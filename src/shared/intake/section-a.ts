/** Section A (Admisión) of the register form: its questions in the order of the paper. */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { antecedents, channel, informant } from './section-a-arrival.ts';
import { aggressor, closeOfA, user } from './section-a-people.ts';
import { onScreen } from './screen-words.ts';

export const sectionA = {
  id: 'A',
  title: 'Sección A. Admisión',
  questions: onScreen({ ...antecedents, ...informant, ...channel, ...user, ...aggressor, ...closeOfA }),
  blocks: [
    { id: 'A.1', title: 'Antecedentes en los CEM', questions: Object.keys(antecedents) },
    { id: 'A.2', title: 'Persona informante', questions: Object.keys(informant) },
    { id: 'A.3', title: 'Forma de ingreso', questions: Object.keys(channel) },
    { id: 'A.4', title: 'Persona usuaria', questions: Object.keys(user) },
    { id: 'A.5', title: 'Presunta persona agresora', questions: Object.keys(aggressor) },
    { id: 'A.6', title: 'Siguiente profesional', questions: Object.keys(closeOfA) },
  ],
} as const satisfies Section;

export type SectionAAnswers = AnswersOf<(typeof sectionA)['questions']>;
export const sectionAAnswersSchema = answersSchema(sectionA.questions);

export const blankSectionA = (): SectionAAnswers => blankAnswers(sectionA.questions);
