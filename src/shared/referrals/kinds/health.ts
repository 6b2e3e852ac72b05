/** Health facility, emergency kit, mental health and insurance (referrals §3.1, §3.2, §3.4). */
import { healthServices } from '../codes.ts';
import { count, day, oneOf, words, yes } from '../questions.ts';
import { ownDesign, type ReferralRule } from './kind.ts';

const journey = {
  companion: words('Acompaña', 'Quién la acompaña', { max: 120, hint: 'El vínculo basta: «su hermana».' }),
  childrenPresent: count('Niñas y niños que van con ella', 'Niñas, niños y adolescentes que van con ella'),
  transport: words('Traslado', 'Transporte'),
} as const;

const allergies = words('Alergias o medicación', 'Alergias o medicación', { hint: 'Solo si ella lo dice.' });

/** Recorded when it is known, and no line of the slip that she carries. */
const certificate = {
  certificateNumber: words(null, 'Número del certificado', { max: 60 }),
  certificateOn: day(null, 'Fecha del certificado'),
} as const;

export const health: ReferralRule = {
  label: 'Establecimiento de salud',
  subject: 'user',
  asksReason: true,
  facts: [
    ...(['document', 'zone', 'language', 'disability', 'pregnancy', 'insurance'] as const),
    ...(['violence', 'event', 'injuries', 'level', 'protection'] as const),
  ],
  services: healthServices,
  asked: {
    treatments: words('Atención ya recibida', 'Tratamientos ya recibidos', { max: 400, lines: 2, official: true }),
    allergies,
    ...journey,
  },
  urgency: 'preferential',
  signs: ['kit'],
  receivers: ['healthFacility', 'mentalHealthCentre'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  result: certificate,
  note: null,
  source: 'DS 008-2019-SA, protocolo CEM – establecimientos de salud',
  validFrom: '2019-01-01',
  confirmation: 'secondary',
};

export const emergencyKit: ReferralRule = {
  label: 'Kit de emergencia (violencia sexual)',
  subject: 'user',
  asksReason: true,
  facts: ['document', 'language', 'disability', 'insurance', 'hours', 'injuries', 'pregnancy'],
  services: ['emergency-kit', 'emergency', 'sexual-health', 'tests', 'mental-health', 'paediatrics'],
  asked: {
    pregnancyPossible: oneOf('Posible gestación', '¿Es posible una gestación?', ['Sí', 'No', 'No se sabe']),
    allergies,
    ...journey,
  },
  urgency: 'preferential',
  signs: ['kit'],
  receivers: ['healthFacility'],
  mayCall: true,
  hasCard: true,
  hasAdvice: true,
  namesFicha: true,
  result: certificate,
  note: 'Llame al establecimiento antes que el papel y acompáñela. No hace falta denuncia.',
  source: 'NTS 164-MINSA/2020/DGIESP',
  validFrom: '2020-01-01',
  confirmation: 'toConfirm',
};

export const mentalHealth: ReferralRule = {
  label: 'Salud mental (CSMC u otro)',
  subject: 'user',
  asksReason: true,
  facts: ['document', 'zone', 'language', 'disability', 'insurance'],
  services: ['crisis-care', 'evaluation', 'treatment', 'other'],
  asked: {
    suicideRisk: oneOf('Riesgo de suicidio', 'Riesgo de suicidio', ['No', 'Ideas', 'Plan', 'Intento'], {
      required: true,
      official: true,
      hint: 'Con plan o intento: no la deje sola y llame; el papel no basta.',
    }),
    suicideOn: words('Fecha en que lo dijo o del intento', '¿Cuándo?', {
      max: 40,
      askedWhen: { question: 'suicideRisk', isNot: [1] },
    }),
    medication: words('Medicación', 'Medicación', { hint: 'Solo si ella lo dice.' }),
    companion: journey.companion,
    exchange: yes('Autoriza intercambiar información', '¿Autoriza que los dos servicios intercambien información?'),
  },
  urgency: 'preferential',
  signs: ['suicide'],
  receivers: ['mentalHealthCentre', 'healthFacility'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: 'El motivo va en términos generales: sin resultados de pruebas ni notas de sesión.',
  ...ownDesign,
};

export const sis: ReferralRule = {
  label: 'SIS u otro seguro',
  subject: 'user',
  asksReason: false,
  facts: ['document', 'zone'],
  services: ['enrolment'],
  asked: { family: words('Grupo familiar', 'Grupo familiar que se afilia', { hint: 'Cuántas personas y edades.' }) },
  urgency: 'scheduled',
  signs: [],
  receivers: ['healthInsurance', 'healthFacility'],
  mayCall: false,
  hasCard: true,
  namesFicha: false,
  note: 'El motivo de la derivación no se dice: solo la afiliación.',
  ...ownDesign,
};
