/** Closed codes of the referrals (referrals §3). */
import { codesOf } from '../platform/codes-of.ts';

export const healthServiceLabels = {
  emergency: 'Emergencia',
  trauma: 'Traumatología',
  'mental-health': 'Salud mental',
  'sexual-health': 'Salud sexual y reproductiva',
  'emergency-kit': 'Kit de emergencia',
  tests: 'Exámenes auxiliares',
  paediatrics: 'Pediatría',
  other: 'Otro',
} as const;
export const healthServices = codesOf(healthServiceLabels);

/** What a referral can ask for, of every kind; each kind offers its own. */
export const serviceLabels = {
  ...healthServiceLabels,
  'receive-complaint': 'Recibir su denuncia',
  'notify-measures': 'Notificar las medidas de protección',
  'carry-out-measures': 'Ejecutar las medidas de protección',
  'safe-company': 'Acompañamiento policial',
  injuries: 'Lesiones',
  'sexual-integrity': 'Integridad sexual',
  age: 'Determinación de la edad',
  'forensic-psychology': 'Evaluación psicológica forense',
  'psychic-harm': 'Daño psíquico',
  'single-interview': 'Entrevista Única',
  evaluation: 'Evaluación',
  treatment: 'Tratamiento',
  'crisis-care': 'Atención en crisis',
  lodging: 'Acogida',
  'protection-measure': 'Medida de protección para la niña, el niño o adolescente',
  'follow-up': 'Seguimiento',
  'legal-advice': 'Orientación legal',
  'legal-defence': 'Patrocinio',
  enrolment: 'Afiliación',
  basic: 'Acompañamiento básico',
  specialised: 'Acompañamiento especializado',
  'on-site-care': 'Atención en el lugar',
  'men-programme': 'Programa de atención',
  'whole-attention': 'Atención integral',
  'enrolment-school': 'Matrícula o vacante',
  'transfer-school': 'Traslado',
  'school-support': 'Apoyo educativo',
  support: 'Apoyo social',
  work: 'Empleo o capacitación',
  food: 'Apoyo alimentario',
} as const;
export type ReferralService = keyof typeof serviceLabels;

/** From the fastest to the slowest. */
export const urgencyLabels = {
  emergency: 'EMERGENCIA (ahora)',
  urgent: 'URGENTE (el mismo día)',
  preferential: 'PREFERENTE (72 horas)',
  scheduled: 'PROGRAMADA',
} as const;
export type Urgency = keyof typeof urgencyLabels;
export const urgencies = codesOf(urgencyLabels);

/** Where the clock of the emergency kit stands after a sexual assault. */
export const kitUrgencies = ['emergency', 'urgent', 'later'] as const;
export type KitUrgency = (typeof kitUrgencies)[number];

/** Rule C3: given; refused; could not be asked in an emergency; and the exceptions that need no consent. */
export const consentKinds = [
  'spoken',
  'written',
  'refused',
  'could-not-be-asked',
  'danger-to-life',
  'child-at-risk',
  'order-of-authority',
] as const;

/** Who has to consent: she, a guardian with her assent, or not known because the ficha does not say her age. */
export const consenters = ['herself', 'guardian', 'unknown'] as const;
export type Consenter = (typeof consenters)[number];

/** Facts of the record that a kind of referral may carry. Account, address and shelter are none of them. */
export const factNames = [
  'document',
  'language',
  'disability',
  'insurance',
  'zone',
  'pregnancy',
  'violence',
  'event',
  'injuries',
  'hours',
  'level',
  'protection',
  'complaint',
  'children',
  'aggressor',
] as const;
export type FactName = (typeof factNames)[number];

/** On the slip, which she carries: what its own words would tell. */
export const carriedLabels: Partial<Readonly<Record<ReferralService, string>>> = {
  'sexual-health': 'Salud reproductiva',
  'emergency-kit': 'Kit',
  'receive-complaint': 'Trámite',
  'notify-measures': 'Notificación',
  'carry-out-measures': 'Seguimiento',
  'safe-company': 'Acompañamiento',
  injuries: 'Examen físico',
  'sexual-integrity': 'Examen especializado',
  'forensic-psychology': 'Evaluación psicológica',
  'psychic-harm': 'Evaluación psicológica ampliada',
  'single-interview': 'Entrevista',
  'protection-measure': 'Medida para la niña, el niño o adolescente',
};

export const referralReasons = {
  'referral-kit-doubtful': 'La ficha habla contra el kit de emergencia. Responda si lo deriva igual.',
  'paper-tells-less': 'Revise lo que no se imprimirá, y confirme.',
  'referral-template-unsound':
    'El modelo de esta derivación ya no pasa la revisión. Corríjalo en Tablas y reglas. Las demás derivaciones siguen.',
  'referral-template-missing': 'No hay un modelo vigente para esta derivación. Véalo en Tablas y reglas.',
  'referral-without-consent':
    'Sin consentimiento no se imprime la derivación. Registre el consentimiento o la excepción.',
  'referral-without-guardian':
    'Es menor de edad: registre el consentimiento de una persona a cargo que no sea la agresora y el asentimiento. Si no la hay, comunique a la UPE o a la fiscalía de familia y registre la excepción.',
  'referral-of-unknown-age':
    'La ficha no dice la edad. Registre otra vez el consentimiento y diga si es mayor o menor de edad, o complete la edad en la Sección A.',
  'custody-in-future': 'La fecha y la hora no pueden ser futuras.',
  'custody-file': 'Uno de los archivos ya no está en el caso o no corresponde a su área. Vuelva a elegirlos.',
  'custody-delivered': 'Esa acta ya consta como entregada.',
  'custody-before-receipt': 'La entrega no puede ser anterior a la recepción.',
  'referral-state': 'Esa derivación ya no admite ese paso. Vuelva a abrirla.',
  'referral-answered': 'Esa derivación ya tiene respuesta o está cerrada.',
  'slip-in-future': 'La fecha no puede ser futura.',
  'slip-of-other-kind':
    'La contrarreferencia tiene datos que esta derivación no pide. Revise los servicios y el resultado.',
  'slip-code-unreadable': 'Ese código no es válido. Revise letra por letra.',
  'refusal-too-early': 'El hecho registrado no ocurrió hace más de 6 meses: la derivación corresponde.',
  'card-not-neutral': 'La tarjeta que ella lleva no puede nombrar al centro ni el motivo de la atención.',
  'referral-incomplete': 'Complete lo que falta: quién recibe, qué se pide, el motivo y quién firma.',
} as const;
