/** An invented case with every fact known: what a letter is shown with while its text is edited. Nobody in it exists. */
import type { CivilDate } from '../platform/dates.ts';
import type { Question } from '../record/index.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { blankReferralAnswers, questionsOf, type ReferralFacts, type ReferralOptions } from './schema.ts';

const on = '2026-09-05' as CivilDate;

const inventedFacts: ReferralFacts = {
  caseNumber: '0012-2026',
  person: {
    names: 'Rosa Inventada Quispe Ficticia',
    document: { kind: 'document', text: 'DNI 00000001' },
    age: 34,
    sex: 'female',
    language: 'Quechua',
    needsInterpreter: true,
    disability: 'Auditiva; necesita intérprete de señas',
    pregnant: true,
    pregnancyWeeks: 20,
    insurance: 'SIS',
    zone: 'Villa Inventada',
  },
  violenceType: 'Física',
  event: { date: { year: 2026, month: 9, day: 3 }, hour: '21:30' },
  hours: { least: 37, most: 37 },
  riskLevel: 'Severo',
  complaint: 'Comisaría Inventada',
  children: '2: de 5 y 8 años',
  injuries: 'Hematoma, ojo y pómulo, lado derecho, 3 × 2 cm (se vio el 04/09/2026; lo anotó Alba Inventada Informe).',
  aggressor: 'Pedro Imaginario Condori',
  safeContact: '900000001',
  centre: { name: 'Centro Emergencia Mujer Inventado', letterhead: [] },
  practice: true,
};

/** Of a letter to the centre for aggressors: the person is the accused one. */
const inventedAccused: ReferralFacts['person'] = {
  ...inventedFacts.person,
  names: 'Pedro Imaginario Condori',
  sex: 'male',
  pregnant: false,
  pregnancyWeeks: null,
};

function inventedAnswer(question: Question): ReferralOptions['answers'][string] {
  switch (question.kind) {
    case 'choice':
      return question.options[0]?.code ?? null;
    case 'yesNo':
      return 1;
    case 'ticks':
      return Object.keys(question.ticks).slice(0, 1);
    case 'number':
      return 2;
    case 'date':
      return '2026-06-11';
    case 'time':
      return '10:30';
    default:
      return 'Respuesta inventada';
  }
}

/** An answer to every own question that no other answer hides. */
export function inventedAnswers(kind: ReferralKind): ReferralOptions['answers'] {
  const given = Object.entries(questionsOf(kind).questions).map(([name, question]) => [
    name,
    question.askedWhen === undefined ? inventedAnswer(question) : null,
  ]);
  return { ...blankReferralAnswers(kind), ...(Object.fromEntries(given) as ReferralOptions['answers']) };
}

/** @param post whom the letter is addressed to */
export function inventedReferral(
  kind: ReferralKind,
  post: string,
): { readonly facts: ReferralFacts; readonly options: ReferralOptions } {
  const { subject, services, urgency, asksReason, mayCall, facts } = referralRules[kind];
  const options: ReferralOptions = {
    receiver: { post, establishment: 'Institución Inventada', authorityId: null },
    childId: null,
    services: services.slice(0, 1),
    otherService: null,
    urgency,
    reason: asksReason ? 'Motivo inventado, en una frase.' : null,
    answers: inventedAnswers(kind),
    includeSafeContact: mayCall,
    includePregnancy: true,
    includeInjuries: facts.includes('injuries'),
    hasProtectionMeasures: true,
    calledAt: '10:30',
    isUnanswered: false,
    isKitDecided: false,
    card: null,
    consent: { kind: 'spoken', on },
    professional: { names: 'Alba Inventada Informe', profession: 'Trabajo social', college: 'CTSP N.º 00003' },
    place: 'Villa Inventada',
    signedOn: on,
  };
  const person = subject === 'aggressor' ? inventedAccused : inventedFacts.person;
  return { facts: { ...inventedFacts, person: { ...person, age: subject === 'child' ? 8 : person.age } }, options };
}
