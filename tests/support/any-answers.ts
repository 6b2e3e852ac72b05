/** Any answers a section may hold: every kind of question, code 0 and «asked, none ticked» included. */
import fc from 'fast-check';
import { askedQuestions, type Answers, type Question, type Questions } from '../../src/shared/record/index.ts';

const words = fc.constantFrom(
  'Texto inventado',
  'Ñusta «del» río',
  'línea uno\nlínea dos',
  '0',
  'Otra – acción',
  '=1+1',
  'Año 2024; Nº 3',
);

/** Past days: no rule of a section is about the future then. */
const pastDay = fc.record({ year: fc.integer({ min: 1990, max: 2024 }), month: fc.integer({ min: 1, max: 12 }) });

function partialDate(): fc.Arbitrary<unknown> {
  return fc
    .tuple(pastDay, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 2 }))
    .map(([{ year, month }, day, known]) => ({
      year,
      month: known > 0 ? month : null,
      day: known > 1 ? day : null,
    }));
}

function answerOf(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...question.options.map((option) => option.code));
    case 'yesNo':
      return fc.constantFrom(0, 1);
    case 'ticks': {
      const names = Object.keys(question.ticks).filter((name) => name !== question.none);
      const some = fc.subarray(names);
      return question.none === undefined ? some : fc.oneof(some, fc.constant([question.none]));
    }
    case 'text':
      return words.map((text) => text.slice(0, question.max).trim());
    case 'number':
      return fc.integer({ min: question.min, max: question.max });
    case 'date':
      return pastDay.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-17`);
    case 'partialDate':
      return partialDate();
    case 'time':
      return fc.constantFrom('00:00', '23:59');
    case 'place':
      return fc.constantFrom('150132', '010101', '999999');
  }
}

/** Answers a person could have given: what is not asked is empty. `fixed` holds answers the test needs. */
export function anyAnswers(questions: Questions, context: Answers = {}, fixed: Answers = {}): fc.Arbitrary<Answers> {
  const all = fc.record(
    Object.fromEntries(
      Object.entries(questions).map(([name, question]) => [
        name,
        name in fixed
          ? fc.constant(fixed[name])
          : fc.oneof({ weight: 4, arbitrary: answerOf(question) }, { weight: 1, arbitrary: fc.constant(null) }),
      ]),
    ),
  );
  return all.map((answers) => {
    const asked = new Set(askedQuestions(questions, answers, context));
    return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, asked.has(name) ? value : null]));
  });
}
