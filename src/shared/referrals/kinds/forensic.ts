/** Legal-medical examination, psychological expertise and single interview (referrals §3.3). */
import { day, hour, oneOf, words } from '../questions.ts';
import type { ReferralRule } from './kind.ts';

const order = {
  orderingAuthority: words('Autoridad que lo dispone', 'Autoridad que dispone el examen', {
    max: 160,
    hint: 'Comisaría o fiscalía: el examen se hace con su oficio.',
  }),
  orderNumber: words('Oficio N.º', 'Número de su oficio', { max: 60 }),
  complaintNumber: words('Denuncia N.º', 'Número de la denuncia', { max: 60 }),
  eventMode: words('Hecho, en una línea', 'Lugar y modo del hecho, en una línea', {
    max: 200,
    hint: 'Lo que necesita quien examina, sin el relato.',
  }),
  earlierExaminations: words('Exámenes anteriores', 'Exámenes anteriores', {
    max: 300,
    lines: 2,
    hint: 'Para no repetirlos: fecha, lugar y número.',
  }),
  examinerSex: oneOf('Prefiere que examine', 'Prefiere que la examine', ['Una mujer', 'Un hombre', 'Sin preferencia']),
  companion: words('Acompaña', 'Quién la acompaña', { max: 120 }),
} as const;

const certificate = {
  certificateNumber: words('Certificado N.º', 'Número del certificado', { max: 60 }),
  certificateOn: day('Fecha del examen', 'Fecha del examen'),
  certificateHour: hour('Hora del examen', 'Hora del examen'),
  certificateOrder: words('Oficina y oficio', 'Oficina y número del oficio', { max: 120 }),
  conclusions: words('Conclusiones', 'Conclusiones', { max: 1000, lines: 3 }),
  careDays: words('Días de atención facultativa', 'Días de atención facultativa', { max: 20 }),
  incapacityDays: words('Días de incapacidad', 'Días de incapacidad médico legal', { max: 20 }),
} as const;

const common = {
  subject: 'user',
  asksReason: true,
  receivers: ['forensicMedicine', 'policeStation', 'violenceProsecutor', 'criminalProsecutor', 'familyProsecutor'],
  mayCall: false,
  hasCard: true,
  namesFicha: true,
  result: certificate,
  validFrom: '2016-01-01',
  confirmation: 'toConfirm',
} as const;

const letterNote =
  'La PNP o la fiscalía lo dispone por oficio: esta carta solo acompaña a la persona y no reemplaza al oficio.';

export const forensicExamination: ReferralRule = {
  ...common,
  label: 'Examen médico legal',
  facts: ['document', 'language', 'disability', 'event', 'injuries', 'complaint'],
  services: ['injuries', 'sexual-integrity', 'age', 'psychic-harm'],
  asked: order,
  urgency: 'urgent',
  signs: ['sexual'],
  filing: 12,
  note: letterNote,
  source: 'Guías RFN 3963-2016-MP-FN',
};

export const psychologicalExamination: ReferralRule = {
  ...common,
  label: 'Pericia psicológica',
  facts: ['document', 'language', 'disability', 'event', 'complaint'],
  services: ['forensic-psychology', 'psychic-harm'],
  asked: order,
  urgency: 'preferential',
  signs: [],
  filing: 12,
  note: letterNote,
  source: 'Guías RFN 3963-2016-MP-FN',
};

export const singleInterview: ReferralRule = {
  ...common,
  label: 'Entrevista Única',
  facts: ['document', 'language', 'disability', 'complaint'],
  services: ['single-interview'],
  asked: order,
  urgency: 'preferential',
  signs: ['sexual'],
  filing: 11,
  note: 'Se pide con el escrito 11. Esta carta solo acompaña a la persona el día de la entrevista.',
  source: 'Guías RFN 3963-2016-MP-FN',
};
