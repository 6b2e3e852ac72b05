/** An invented filing with every fact known; tests change one thing at a time. */
import {
  filingOptionsSchema,
  lawOn,
  shippedTemplate,
  type FilingFacts,
  type FilingIssue,
  type FilingOptions,
} from '../../../src/shared/filings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

export const on = '2026-09-05' as CivilDate;

export const facts: FilingFacts = {
  user: {
    names: 'Ñusta Ágata Quispe Inventada',
    gender: 'female',
    age: 34,
    document: { kind: 'document', name: 'DNI', number: '00000001' },
    address: { kind: 'reserved' },
    disability: null,
    pregnancyWeeks: 20,
    pregnant: true,
    dependsOnAggressor: true,
    cannotSign: false,
  },
  guardian: null,
  aggressor: {
    names: 'Persona Inventada Dos',
    description: null,
    gender: 'male',
    bond: 'ex conviviente',
    livesWithUser: false,
    hasWeapon: true,
    records: null,
  },
  incident: {
    date: { year: 2026, month: 9, day: 3 },
    hour: '21:30',
    place: 'la vía pública, a una cuadra del mercado',
    district: 'San Juan de Lurigancho',
    violenceType: 'física',
    acts: ['empujones', 'jalones de cabello'],
    account: 'Me esperó a la salida.\nMe dijo que no volvería a ver a mis hijos y me empujó contra la pared.',
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
  commonProperty: false,
  complaint: { office: 'la Comisaría de Familia', on, number: '0001' },
  wantsSponsorship: true,
  lawyer: { names: 'Abogada Inventada', gender: 'female', college: 'CAL', number: '00001', electronicBox: '00002' },
  centre: {
    name: 'Centro Emergencia Mujer Inventado',
    proceduralAddress: 'avenida Inventada 100',
    district: 'Lima',
    letterhead: [
      'Ministerio de la Mujer y Poblaciones Vulnerables',
      'Programa Nacional Warmi Ñan',
      'Centro Emergencia Mujer Inventado',
    ],
  },
  otherVictims: [],
  otherAccused: [],
  corrected: null,
  practice: false,
};

export const options: FilingOptions = filingOptionsSchema.parse({
  addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia Inventado de Lima' },
  courtFileNumber: null,
  clerk: null,
  writNumber: 1,
  measures: [
    { code: 'no-contact', reason: 'El denunciado la amenaza por mensajes desde el 3 de setiembre.', detail: null },
    { code: 'no-approach', reason: 'La esperó a la salida el 3 de setiembre.', detail: 'San Juan de Lurigancho' },
  ],
  precautionary: [{ code: 'alimony', reason: 'Tiene a su cargo a dos niños y depende del denunciado.' }],
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
};
