/** Other matters, another centre, school, programmes, and the centre for aggressors (referrals §3.6). */
import { day, oneOf, words } from '../questions.ts';
import { ownDesign, type ReferralRule } from './kind.ts';

export const publicDefence: ReferralRule = {
  ...ownDesign,
  label: 'Defensa Pública (MINJUSDH)',
  subject: 'user',
  asksReason: true,
  facts: ['document', 'zone', 'language', 'disability', 'complaint'],
  services: ['legal-advice', 'legal-defence'],
  asked: {
    matter: words('Materia', 'Materia', { max: 160, required: true, hint: 'Alimentos, tenencia, filiación u otra.' }),
    processState: words('Estado del proceso', 'Estado del proceso', { max: 200 }),
    why: oneOf('Por qué se deriva', 'Por qué se deriva', ['Otra materia', 'Conflicto de interés']),
  },
  urgency: 'scheduled',
  signs: [],
  receivers: ['publicDefence'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: null,
};

export const aggressorCentre: ReferralRule = {
  ...ownDesign,
  label: 'Centro de Atención Institucional (CAI)',
  subject: 'aggressor',
  asksReason: false,
  facts: ['document', 'aggressor'],
  services: ['men-programme'],
  asked: {
    court: words('Órgano que lo dispone', 'Órgano que lo dispone', { max: 160, required: true }),
    courtFile: words('Expediente N.º', 'Número de expediente', { max: 80 }),
    orderedOn: day('Fecha de la disposición', 'Fecha de la disposición'),
    order: words('Disposición', 'Qué dispone, en una frase', { max: 300, lines: 2 }),
  },
  urgency: 'scheduled',
  signs: [],
  receivers: ['institutionalCare'],
  mayCall: false,
  hasCard: false,
  namesFicha: false,
  note: 'Carta sobre la persona denunciada: no lleva ningún dato de la persona usuaria ni el número de su ficha.',
};

export const otherCem: ReferralRule = {
  ...ownDesign,
  label: 'Otro CEM',
  subject: 'user',
  asksReason: true,
  facts: [
    ...(['document', 'zone', 'language', 'disability', 'insurance', 'pregnancy', 'violence', 'event'] as const),
    ...(['level', 'protection', 'complaint', 'children', 'aggressor'] as const),
  ],
  services: ['whole-attention'],
  asked: {
    why: oneOf('Por qué se deriva', 'Por qué se deriva', ['Jurisdicción del hecho', 'Jurisdicción de la residencia'], {
      required: true,
      official: true,
    }),
    done: words('Atenciones realizadas', 'Atenciones realizadas', { max: 400, lines: 3 }),
    pending: words('Pendiente', 'Qué queda pendiente', { max: 400, lines: 3 }),
  },
  urgency: 'preferential',
  signs: ['severe'],
  receivers: ['otherCem'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: 'El otro centro devuelve el número de la ficha que abre.',
  result: {
    fichaNumber: words('Ficha N.º', 'Número de la ficha que abrió', { max: 10 }),
    fichaLetter: words('Letra', 'Letra de la ficha', { max: 4 }),
    fichaYear: words('Año', 'Año de la ficha', { max: 4 }),
  },
};

export const school: ReferralRule = {
  ...ownDesign,
  label: 'Educación',
  subject: 'child',
  asksReason: false,
  facts: ['document'],
  services: ['enrolment-school', 'transfer-school', 'school-support'],
  asked: { need: words('Necesidad', 'Necesidad, en una frase', { max: 240, lines: 2, required: true }) },
  urgency: 'scheduled',
  signs: [],
  receivers: ['school'],
  mayCall: false,
  hasCard: true,
  namesFicha: false,
  namesSchool: 'receiver',
  note: 'La institución recibe la necesidad y no el motivo por el que la persona acude al centro.',
};

export const socialProgramme: ReferralRule = {
  ...ownDesign,
  label: 'Programa social, ONG o empleo',
  subject: 'user',
  asksReason: false,
  facts: ['document', 'zone'],
  services: ['support', 'food', 'work', 'other'],
  asked: { need: words('Necesidad', 'Necesidad, en una frase', { max: 240, lines: 2, required: true }) },
  urgency: 'scheduled',
  signs: [],
  receivers: ['socialProgramme', 'other'],
  mayCall: false,
  hasCard: true,
  namesFicha: false,
  note: null,
};
