/** Rows of the letter: what of the record and of the form its receiver gets. */
import type { PaperRun } from '../papers/blocks.ts';
import { longDate, partialDateWords } from '../papers/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { Question } from '../platform/questions.ts';
import type { FactName, ReferralKind } from './codes.ts';
import { referralRules } from './kinds/index.ts';
import { urgencyLabels } from './labels.ts';
import { hoursWords } from './rules.ts';
import { askedOf, type PersonFacts, type ReferralFacts, type ReferralOptions } from './schema.ts';
import { capital } from '../platform/capital.ts';

export type Row = { readonly label: string; readonly runs: readonly PaperRun[] };

export const row = (label: string, text: string): Row => ({ label, runs: [{ text }] });
const optional = (label: string, text: string | null): Row[] => (text === null ? [] : [row(label, text)]);
const wanted = (label: string, text: string | null): Row =>
  text === null ? { label, runs: [{ text: label.toLowerCase(), missing: true }] } : row(label, text);

function documentText(document: PersonFacts['document']): string | null {
  if (document === null) return null;
  if (document.kind === 'document') return document.text;
  return document.kind === 'none' ? 'No tiene' : 'No recuerda';
}

export function yearsWords(age: number): string {
  return age === 1 ? '1 año' : `${age} años`;
}

function eventText({ date, hour }: ReferralFacts['event']): string | null {
  if (date === null) return null;
  return capital(`${partialDateWords(date)}${hour === null ? '' : `, ${hour} h`}`);
}

function languageText({ language, needsInterpreter }: PersonFacts): string | null {
  return language === null ? null : `${language}${needsInterpreter ? ' (necesita intérprete)' : ''}`;
}

function pregnancyRows({ person }: ReferralFacts, options: ReferralOptions): Row[] {
  if (!options.includePregnancy || !person.pregnant) return [];
  return [row('Gestación', person.pregnancyWeeks === null ? 'Sí' : `Sí, ${person.pregnancyWeeks} semanas`)];
}

type RowsOf = (facts: ReferralFacts, options: ReferralOptions) => Row[];

/** What each fact of the record says; the person's own stand before the care, as `personFacts` tells. */
const factRows: Readonly<Record<FactName, RowsOf>> = {
  document: ({ person }) => [wanted('Documento', documentText(person.document))],
  language: ({ person }) => optional('Lengua', languageText(person)),
  disability: ({ person }) => optional('Discapacidad y apoyo', person.disability),
  insurance: ({ person }) => optional('Seguro', person.insurance),
  zone: ({ person }) => [row('Domicilio', person.zone === null ? 'En reserva' : `En reserva. Zona: ${person.zone}`)],
  pregnancy: pregnancyRows,
  violence: ({ violenceType }) => optional('Tipo de violencia', violenceType),
  event: ({ event }) => optional('Fecha del hecho', eventText(event)),
  hours: ({ hours }) => [wanted('Tiempo desde el hecho', hoursWords(hours))],
  level: ({ riskLevel }) => optional('Nivel de riesgo', riskLevel),
  protection: (_, options) =>
    options.hasProtectionMeasures ? [row('Protección', 'Cuenta con medidas de protección')] : [],
  complaint: ({ complaint }) => optional('Denuncia', complaint),
  children: ({ children }) => optional('Niñas y niños', children),
  aggressor: ({ aggressor }) => optional('Persona denunciada', aggressor),
};

function nameRow(names: string | null): Row {
  const label = 'Nombres y apellidos';
  return names === null ? wanted(label, null) : { label, runs: [{ text: names, isSubject: true }] };
}

const personFacts: readonly FactName[] = ['document', 'zone', 'language', 'disability', 'pregnancy', 'insurance'];

export function personRows(kind: ReferralKind, facts: ReferralFacts, options: ReferralOptions): Row[] {
  const { person } = facts;
  const own = personFacts.filter((name) => referralRules[kind].facts.includes(name));
  return [
    nameRow(person.names),
    ...(referralRules[kind].subject === 'aggressor'
      ? []
      : [wanted('Edad', person.age === null ? null : yearsWords(person.age))]),
    ...optional('Sexo', person.sex === null ? null : person.sex === 'male' ? 'Hombre' : 'Mujer'),
    ...own.flatMap((name) => factRows[name](facts, options)),
    ...(options.includeSafeContact ? [wanted('Contacto seguro', facts.safeContact)] : []),
  ];
}

/** The answer as it is printed; null when there is none. */
// eslint-disable-next-line complexity -- one case per kind of question, nothing nested
export function answerText(question: Question, answer: unknown): string | null {
  if (answer === null || answer === undefined || answer === '') return null;
  switch (question.kind) {
    case 'yesNo':
      return answer === 1 ? 'Sí' : 'No';
    case 'choice':
      return question.options.find(({ code }) => code === answer)?.label ?? null;
    case 'ticks': {
      const labels = (Array.isArray(answer) ? answer : []).map((name) => question.ticks[String(name)]?.label);
      return labels.length === 0 ? null : labels.filter((label) => label !== undefined).join(', ');
    }
    case 'date':
      return longDate(answer as CivilDate);
    case 'time':
      return `${answer as string} h`;
    default:
      return typeof answer === 'number' ? String(answer) : typeof answer === 'string' ? answer : null;
  }
}

function answerRows(kind: ReferralKind, { answers }: ReferralOptions): Row[] {
  const { asked } = referralRules[kind];
  return askedOf(kind, answers).flatMap((name) => {
    const one = asked[name];
    if (one === undefined || one.print === null) return [];
    const text = answerText(one.question, answers[name]);
    // Nothing to say of none: a nought is no news to the receiver.
    if (one.question.kind === 'number' && answers[name] === 0) return [];
    return one.question.required ? [wanted(one.print, text)] : optional(one.print, text);
  });
}

export function careRows(kind: ReferralKind, facts: ReferralFacts, options: ReferralOptions): Row[] {
  const rule = referralRules[kind];
  const own = rule.facts.filter((name) => !personFacts.includes(name));
  return [
    { label: 'Urgencia', runs: [{ text: urgencyLabels[options.urgency], bold: true }] },
    ...(rule.asksReason ? [wanted('Motivo', options.reason)] : []),
    ...own.flatMap((name) => (rule.subject === 'aggressor' ? [] : factRows[name](facts, options))),
    ...answerRows(kind, options),
    ...optional('Aviso por teléfono', options.calledAt === null ? null : `A las ${options.calledAt} h`),
  ];
}
