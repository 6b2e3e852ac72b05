/** An invented filing with every fact known; tests change one thing at a time. */
import {
  filingOptionsSchema,
  lawOn,
  shippedTemplate,
  type FilingFacts,
  type FilingIssue,
  type FilingOptions,
} from '../../../src/shared/filings/index.ts';
import type { TemplateKind } from '../../../src/shared/filings/codes.ts';
import { inventedFacts, inventedGiven } from '../../../src/shared/filings/invented.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

export const on = '2026-09-05' as CivilDate;

export const facts: FilingFacts = {
  ...inventedFacts,
  user: { ...inventedFacts.user, names: 'Ñusta Ágata Quispe Inventada' },
  aggressor: { ...inventedFacts.aggressor, names: 'Persona Inventada Dos', records: null },
  incident: {
    ...inventedFacts.incident,
    district: 'San Juan de Lurigancho',
    account: 'Me esperó a la salida.\nMe dijo que no volvería a ver a mis hijos y me empujó contra la pared.',
  },
  commonProperty: false,
  lawyer: { names: 'Abogada Inventada', gender: 'female', college: 'CAL', number: '00001', electronicBox: '00002' },
  centre: {
    ...inventedFacts.centre,
    district: 'Lima',
    letterhead: [
      'Ministerio de la Mujer y Poblaciones Vulnerables',
      'Programa Nacional Warmi Ñan',
      'Centro Emergencia Mujer Inventado',
    ],
  },
  practice: false,
};

export const options: FilingOptions = filingOptionsSchema.parse({
  addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia Inventado de Lima' },
  courtFileNumber: null,
  clerk: null,
  writNumber: 1,
  notebook: null,
  measures: [
    { code: 'no-contact', reason: 'El denunciado la amenaza por mensajes desde el 3 de setiembre.', detail: null },
    { code: 'no-approach', reason: 'La esperó a la salida el 3 de setiembre.', detail: 'San Juan de Lurigancho' },
  ],
  precautionary: [
    {
      code: 'alimony',
      reason: 'Tiene a su cargo a dos niños y depende del denunciado.',
      detail: 'S/ 600 al mes, a favor de A. B. C',
    },
  ],
  criteria: {
    'risk-form': 'Nivel severo.',
    records: null,
    relation: 'Ex conviviente.',
    'age-and-dependence': 'Depende económicamente.',
    disability: null,
    'economic-situation': null,
    gravity: 'Amenaza de muerte anterior.',
    'other-vulnerability': 'Gestación.',
  },
  articles: ['l-22'],
  answers: {},
  lists: {},
  linked: [],
  corrects: null,
  evidence: [{ text: 'Ficha de valoración de riesgo', purpose: 'acreditar el nivel de riesgo.' }],
  annexes: ['Copia del DNI', 'Ficha de valoración de riesgo, sin su anexo B'],
  otherRequests: [],
  urgency: { asked: true, reason: 'El nivel de riesgo es severo.' },
  place: 'Lima',
  signedOn: on,
});

export const issue: FilingIssue = {
  template: shippedTemplate(3),
  law: lawOn(on),
  number: '0001-2026',
  draft: false,
  withheld: [],
  persons: [],
};

/** What composing a kind asks beside its facts and options, with the law of its invented case. */
export function issueOf(kind: TemplateKind): FilingIssue {
  const { law } = inventedGiven(kind);
  return { ...issue, template: shippedTemplate(kind), law, number: '2026-000001' };
}
