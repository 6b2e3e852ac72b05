/** An invented case with every fact known: what a template is shown with while it is edited. Nobody in it exists. */
import type { CivilDate } from '../platform/dates.ts';
import { eachOf } from '../platform/codes-of.ts';
import type { Question } from '../record/index.ts';
import { coverLetterKind, criterionIds, ownKind, reportKind } from './codes.ts';
import type { Given } from './fields/field.ts';
import { definitionOf, type OfKind } from './kinds/index.ts';
import { lawOn, offeredArticles } from './law.ts';
import type { FilingFacts, FilingOptions } from './schema.ts';

const on = '2026-09-05' as CivilDate;

export const inventedFacts: FilingFacts = {
  user: {
    names: 'Rosa Inventada Quispe Ficticia',
    gender: 'female',
    age: 34,
    document: { kind: 'document', name: 'DNI', number: '00000001' },
    address: { kind: 'reserved' },
    disability: null,
    pregnancyWeeks: 20,
    pregnant: true,
    dependsOnAggressor: true,
  },
  guardian: null,
  aggressor: {
    names: 'Pedro Imaginario Condori',
    document: { kind: 'document', name: 'DNI', number: '00000002' },
    age: 38,
    occupation: 'comerciante',
    address: { kind: 'printable', text: 'jirón Imaginario 200, Villa Inventada' },
    description: null,
    gender: 'male',
    bond: 'ex conviviente',
    livesWithUser: false,
    hasWeapon: true,
    records: 'antecedentes policiales',
  },
  incident: {
    date: { year: 2026, month: 9, day: 3 },
    hour: '21:30',
    place: 'la vía pública, a una cuadra del mercado',
    district: 'Villa Inventada',
    violenceType: 'física',
    acts: ['empujones', 'jalones de cabello'],
    account: 'Relato inventado: me esperó a la salida.\nMe empujó contra la pared y me amenazó.',
  },
  earlierEvents: [{ date: { year: 2025, month: 12, day: null }, text: 'la amenazó de muerte' }],
  risk: {
    centre: { level: 'severo', on },
    instrument: { name: 'Ficha de Valoración de Riesgo', level: 'severo', on },
  },
  children: [
    { initials: 'A. B. C.', age: 8 },
    { initials: 'D. E. F.', age: 1 },
  ],
  commonProperty: true,
  complaint: { office: 'la Comisaría de Familia', on, number: '0001' },
  wantsSponsorship: true,
  lawyer: { names: 'Luz Inventada Legal', gender: 'female', college: 'CAL', number: '00001', electronicBox: '00002' },
  professional: { names: 'Alba Inventada Informe', profession: 'Psicóloga', college: 'CPsP', number: '00003' },
  coordinator: { names: 'Clara Inventada Coordina' },
  centre: {
    name: 'Centro Emergencia Mujer Inventado',
    proceduralAddress: 'avenida Inventada 100',
    district: 'Villa Inventada',
    letterhead: ['Centro Emergencia Mujer Inventado'],
  },
  otherVictims: [],
  otherAccused: [],
  corrected: null,
  practice: true,
};

function answerTo(question: Question): string | number | string[] {
  switch (question.kind) {
    case 'choice':
      return question.options[0]?.code ?? 1;
    case 'yesNo':
      return 1;
    case 'ticks':
      return Object.keys(question.ticks).slice(0, 2);
    case 'number':
      return question.min;
    case 'date':
      return on;
    case 'time':
      return '10:00';
    case 'place':
      return '150132';
    default:
      return `${question.label.replace(/[¿?]/g, '')} (texto inventado)`;
  }
}

/** Decisions of an invented lawyer for a kind: everything it asks is answered. */
export function inventedOptions(of: OfKind): FilingOptions {
  // A cover letter is composed from what was answered for its report.
  const { kind, form, lists, uses, own } = definitionOf(of === coverLetterKind ? reportKind : of);
  const lawLike = kind === ownKind || kind === coverLetterKind ? (own?.lawLike ?? 18) : kind;
  const reason = 'La esperó a la salida el 3 de setiembre.';
  return {
    model: own?.model ?? null,
    addressee: { treatment: 'Señora Jueza', office: 'del Juzgado de Familia Inventado' },
    courtFileNumber: '00001-2026-0-0000',
    clerk: null,
    writNumber: 1,
    notebook: null,
    measures: uses.measures ? [{ code: 'no-approach', reason, detail: 'Villa Inventada' }] : [],
    precautionary: uses.measures
      ? [{ code: 'alimony', reason: 'Tiene a su cargo a dos niños.', detail: 'S/ 600 mensuales a favor de A. B. C.' }]
      : [],
    criteria: eachOf(criterionIds, () => null),
    articles: offeredArticles(lawOn(on), lawLike)
      .slice(0, 3)
      .map(({ id }) => id),
    answers: Object.fromEntries(Object.entries(form.questions).map(([name, question]) => [name, answerTo(question)])),
    lists: Object.fromEntries(
      lists.map(({ path, item, columns }) => [
        path,
        [1, 2].map((row) => Object.fromEntries(columns.map(({ name, label }) => [name, `${item} ${row}: ${label}`]))),
      ]),
    ),
    linked: [],
    corrects: null,
    evidence: [{ text: 'Ficha de valoración de riesgo', purpose: 'acreditar el nivel de riesgo.' }],
    annexes: ['Copia del documento de identidad'],
    otherRequests: [],
    urgency: { asked: false, reason: null },
    cannotSign: false,
    place: 'Villa Inventada',
    signedOn: on,
  };
}

/** Everything a template of the kind can print. */
export function inventedGiven(of: OfKind): Given {
  const numbers = { letter: '001-2026-CEM-INVENTADO', report: '001-2026-CEM-INVENTADO' };
  return { facts: inventedFacts, options: inventedOptions(of), kind: definitionOf(of), law: lawOn(on), numbers };
}
