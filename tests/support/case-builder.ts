/** Forms filled just enough to be valid, everything else as the test says. Invented people only. */
import {
  BondGroup,
  Sex,
  ViolenceType,
  blankSectionA,
  blankSectionB,
  sectionA,
  sectionB,
  type SectionAAnswers,
  type SectionAForm,
  type SectionBAnswers,
  type SectionBForm,
} from '../../src/shared/intake/index.ts';
import { blankAggressor, blankUser, type AggressorPerson, type UserPerson } from '../../src/shared/people/index.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import { askedQuestions, type Answers, type Question, type Questions } from '../../src/shared/record/index.ts';

function firstAnswer(question: Question): unknown {
  switch (question.kind) {
    case 'choice':
      return question.options[0]?.code ?? null;
    case 'yesNo':
      return 0;
    case 'ticks':
      return [question.none ?? Object.keys(question.ticks)[0] ?? ''];
    case 'text':
      return 'Texto de prueba';
    case 'number':
      return question.min;
    case 'place':
      return '150132';
    default:
      return null;
  }
}

/** Answers every required question asked for the overrides, in order, so that nothing is missing. */
export function completeAnswers(questions: Questions, overrides: Answers, context: Answers = {}): Answers {
  const answers: Record<string, unknown> = {};
  for (const name of Object.keys(questions)) answers[name] = overrides[name] ?? null;
  for (const [name, question] of Object.entries(questions)) {
    if (!question.required || answers[name] !== null) continue;
    if (askedQuestions(questions, answers, context).includes(name)) answers[name] = firstAnswer(question);
  }
  return answers;
}

export function aUser(overrides: Partial<UserPerson> = {}): UserPerson {
  return {
    ...blankUser(),
    givenNames: 'Rosa Inventada',
    firstSurname: 'Quispe',
    secondSurname: 'Ficticia',
    document: { kind: 'dni', state: 'known', number: '00112233' },
    birth: { year: 1992, month: 4, day: 9 },
    address: { ...blankUser().address, districtCode: '150132' },
    ...overrides,
  };
}

export function anAggressor(overrides: Partial<AggressorPerson> = {}): AggressorPerson {
  return {
    ...blankAggressor(),
    nameState: 'known',
    givenNames: 'Pedro Imaginario',
    firstSurname: 'Condori',
    ...overrides,
  };
}

export const admission = {
  admittedOn: '2026-06-10' as CivilDate,
  admittedTime: '09:00',
  shift: 'morning' as const,
  fichaNumber: null,
  isFromPaper: false,
};

export function sectionAForm(
  overrides: Omit<Partial<SectionAForm>, 'answers'> & { answers?: Partial<SectionAAnswers> } = {},
): SectionAForm {
  const answers = completeAnswers(sectionA.questions, {
    ...blankSectionA(),
    knownAsUser: 0,
    intakeChannel: 1,
    comesAlone: 1,
    informantIsUser: 1,
    complaintFiled: 1,
    userAge: 34,
    userSex: Sex.female,
    bondGroup: BondGroup.partner,
    partnerBond: 4,
    incidentDistrict: '150132',
    homeDistrict: '150132',
    ...overrides.answers,
  }) as SectionAAnswers;
  return { admission, user: aUser(), aggressor: anAggressor(), informant: null, ...overrides, answers };
}

export function sectionBForm(
  overrides: Omit<Partial<SectionBForm>, 'answers'> & { answers?: Partial<SectionBAnswers> } = {},
  context: { userSex: 0 | 1; complaintFiled: 0 | 1 } = { userSex: 0, complaintFiled: 1 },
): SectionBForm {
  const answers = completeAnswers(
    sectionB.questions,
    {
      ...blankSectionB(),
      violenceType: ViolenceType.physical,
      physicalActs: ['kicks'],
      valuationLevel: 2,
      wantsLegalRepresentation: 1,
      ...overrides.answers,
    },
    context,
  ) as SectionBAnswers;
  return {
    incident: {
      occurredOn: { year: 2026, month: 6, day: 8 },
      occurredTime: '21:30',
      place: 'en la sala de la vivienda',
    },
    account: 'Relato inventado para la prueba: discutieron por la noche y él la empujó.',
    ...overrides,
    answers,
  };
}
