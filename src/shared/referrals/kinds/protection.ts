/** Shelter, children without protection, accompaniment and urgent attention at the place (referrals §3.5 and §3.6). */
import { hour, manyOf, oneOf, words, yes } from '../questions.ts';
import { ownDesign, type ReferralRule } from './kind.ts';

export const shelter: ReferralRule = {
  ...ownDesign,
  label: 'Hogar de Refugio Temporal',
  subject: 'user',
  asksReason: true,
  facts: [
    'document',
    'language',
    'disability',
    'insurance',
    'pregnancy',
    'level',
    'protection',
    'complaint',
    'children',
  ],
  services: ['lodging'],
  asked: {
    noFamilyNetwork: words('Por qué no es posible la red familiar', 'Por qué no es posible la red familiar', {
      max: 300,
      lines: 2,
      required: true,
      official: true,
    }),
    health: words('Salud y medicación', 'Salud y medicación', { max: 300, lines: 2 }),
    carriedDocuments: words('Documentos que lleva', 'Documentos que lleva', { max: 200 }),
    needs: words('Necesidades', 'Necesidades', { max: 300, lines: 2 }),
    entryConsent: oneOf('Consentimiento de ingreso', 'Consentimiento de ingreso', ['Firmado', 'Verbal', 'Pendiente'], {
      required: true,
      official: true,
    }),
  },
  urgency: 'preferential',
  signs: ['severeWithAccess'],
  receivers: ['shelterCoordination'],
  mayCall: true,
  hasCard: false,
  namesFicha: true,
  note: 'Se dirige a la coordinación de hogares. No escriba el nombre ni la dirección de una casa.',
};

const childRights = {
  whoCares: words('Quién la o lo cuida ahora', 'Quién la o lo cuida ahora', { max: 160, hint: 'El vínculo basta.' }),
  riskFacts: words('Hechos de riesgo', 'Hechos de riesgo, en una o dos frases', { max: 400, lines: 2, required: true }),
  school: words('Institución educativa y grado', 'Institución educativa y grado', { max: 160 }),
} as const;

const ofChild = {
  subject: 'child',
  asksReason: false,
  facts: ['document', 'language', 'disability', 'zone', 'protection'],
  asked: childRights,
  namesSchool: 'question',
} as const;

export const upe: ReferralRule = {
  ...ownDesign,
  label: 'Unidad de Protección Especial (UPE)',
  ...ofChild,
  services: ['protection-measure', 'evaluation', 'follow-up'],
  urgency: 'urgent',
  signs: ['severe'],
  receivers: ['childProtection'],
  mayCall: true,
  hasCard: false,
  namesFicha: true,
  note: 'Niña, niño o adolescente sin cuidado parental o en riesgo de perderlo. Si está en un albergue, no lo escriba.',
};

export const demuna: ReferralRule = {
  ...ownDesign,
  label: 'DEMUNA',
  ...ofChild,
  services: ['evaluation', 'follow-up', 'support'],
  urgency: 'preferential',
  signs: [],
  receivers: ['demuna'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: null,
};

export const accompaniment: ReferralRule = {
  ...ownDesign,
  label: 'Acompañamiento a víctimas',
  subject: 'user',
  asksReason: true,
  facts: ['document', 'zone', 'language', 'disability', 'level', 'protection'],
  services: ['basic', 'specialised'],
  asked: { needs: words('Necesidades', 'Necesidades', { max: 300, lines: 2, required: true }) },
  urgency: 'preferential',
  signs: ['severe'],
  receivers: ['other'],
  mayCall: true,
  hasCard: true,
  namesFicha: true,
  note: null,
};

export const urgentCare: ReferralRule = {
  ...ownDesign,
  label: 'Atención urgente (SAU)',
  subject: 'user',
  asksReason: true,
  facts: ['language', 'disability', 'level', 'protection'],
  services: ['on-site-care', 'crisis-care'],
  asked: {
    placeGivenAt: hour(null, 'Hora en que dio el lugar por teléfono', {
      required: true,
      hint: 'El lugar donde está ella se dice por teléfono y no se escribe.',
    }),
    placeGivenTo: words(null, 'A quién se lo dio', { max: 120, hint: 'Cargo o nombre de quien atendió la llamada.' }),
    dangerNow: yes('Peligro en este momento', '¿Hay peligro en este momento?'),
    others: manyOf('Con ella están', 'Quiénes están con ella', {
      children: 'Niñas, niños o adolescentes',
      elderly: 'Personas adultas mayores',
      disability: 'Personas con discapacidad',
    }),
  },
  urgency: 'urgent',
  signs: ['severe'],
  receivers: ['urgentCare'],
  mayCall: true,
  hasCard: false,
  isByPhone: true,
  namesFicha: true,
  note: 'Riesgo moderado o severo. Llame primero: el lugar se da por teléfono y no va en el papel.',
};
