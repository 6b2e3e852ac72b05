/** Closed codes of a proceeding: what happens in it, who must act, how it is notified. */
import { codesOf } from '../platform/codes-of.ts';

/** `event`: no length of time, something else ends it. */
export const termUnitLabels = {
  hours: 'horas',
  businessDays: 'días hábiles',
  calendarDays: 'días calendario',
  months: 'meses',
  event: 'hasta otro acto',
} as const;
export type TermUnit = keyof typeof termUnitLabels;

/** Which levels a rule speaks of; a rule without a level holds for all. `mildOrModerate` holds for both. */
export const ruleLevelLabels = {
  mild: 'Leve',
  moderate: 'Moderado',
  mildOrModerate: 'Leve o moderado',
  severe: 'Severo',
  undetermined: 'No determinado',
} as const;
export const ruleLevels = codesOf(ruleLevelLabels);

export const termActorLabels = {
  police: 'PNP',
  prosecutor: 'Fiscalía',
  court: 'Juzgado',
  chamber: 'Sala',
  party: 'Parte (servicio legal)',
  centre: 'Centro',
  health: 'Salud',
} as const;
export type TermActor = keyof typeof termActorLabels;
export const termActors = codesOf(termActorLabels);

/**
 * What is lost when a term runs out, the gravest first: `fatal`, a right of hers or the time in which a treatment works;
 * `duty`, what the law asks of the centre; `verify`, what others must do; `internal`, a step that the centre set itself.
 */
export const consequenceLabels = {
  fatal: 'Se pierde un derecho o un tratamiento',
  duty: 'El centro incumple la ley',
  verify: 'Otro incumple: verificar',
  internal: 'Criterio del centro',
} as const;
export type Consequence = keyof typeof consequenceLabels;
export const consequences = codesOf(consequenceLabels);

/** Of a row that does not say it. */
export function consequenceOf(actor: TermActor): Consequence {
  if (actor === 'party' || actor === 'health') return 'fatal';
  return actor === 'centre' ? 'internal' : 'verify';
}

/**
 * `judicial`: days on which courts do not work; `public`: those of every public office of the place, without what rests
 * only courts (police, prosecutor); `office`: those of the centre.
 */
export const calendarLabels = {
  judicial: 'Los del Poder Judicial',
  public: 'Los nacionales y del lugar, sin los judiciales',
  office: 'Los del centro',
} as const;
export type CalendarKind = keyof typeof calendarLabels;
export const calendarKinds = codesOf(calendarLabels);

/** Whether the term runs from the fact itself or from its notification. */
export const termStartLabels = {
  fact: 'El hecho o acto',
  notification: 'Su notificación',
} as const;
export type TermStart = keyof typeof termStartLabels;
export const termStarts = codesOf(termStartLabels);

/** How a decision reached the party. */
export const notificationFormLabels = {
  electronicBox: 'Casilla electrónica',
  paper: 'Cédula',
  hearing: 'En audiencia',
  personal: 'Personal',
} as const;
export type NotificationForm = keyof typeof notificationFormLabels;

/** Whom a judgment favours. */
export const favoursLabels = { yes: 'Sí', partly: 'En parte', no: 'No' } as const;
export type Favours = keyof typeof favoursLabels;

/** Where a judgment was given. */
export const instanceLabels = {
  peace: 'Juzgado de Paz Letrado',
  specialised: 'Juzgado Especializado',
  superior: 'Sala Superior',
  supreme: 'Sala Suprema',
} as const;
export type JudgmentInstance = keyof typeof instanceLabels;

export const holidayScopeLabels = {
  national: 'Nacional',
  regional: 'Regional',
  local: 'Local',
  judicial: 'Judicial',
  declared: 'Día no laborable declarado',
} as const;

/**
 * `yearly`: the same day every year; `easter`: so many days from Easter Sunday; `firstWorkingDay`: the first working day
 * from a day of the year on; `span`: from one date to another.
 */
export const holidayFormLabels = {
  yearly: 'El mismo día cada año',
  easter: 'Contado desde Pascua',
  firstWorkingDay: 'El primer día hábil desde un día del año',
  span: 'De un día a otro',
} as const;

/** The twelve measures of the law, in its order; the codes are those of the request (filing 3). */
const protectionLabels = {
  'removal-from-home': 'Retiro del domicilio y prohibición de regresar',
  'no-approach': 'Impedimento de acercamiento o proximidad',
  'no-contact': 'Prohibición de comunicación',
  'weapon-ban': 'Prohibición de tenencia y porte de armas',
  'property-inventory': 'Inventario de bienes',
  'emergency-allowance': 'Asignación económica de emergencia',
  'no-disposal-of-property': 'Prohibición de disponer de los bienes comunes',
  'no-removal-of-dependents': 'Prohibición de retirar a NNA u otras personas del cuidado familiar',
  'aggressor-treatment': 'Tratamiento reeducativo o terapéutico de la persona agresora',
  'victim-treatment': 'Tratamiento psicológico de la víctima',
  'safe-shelter': 'Albergue en un establecimiento seguro',
  'other-measure': 'Otra medida',
} as const;
export const protectionMeasures = codesOf(protectionLabels);

/** Measures of civil law granted beside them. */
export const precautionaryLabels = {
  alimony: 'Alimentos',
  visits: 'Régimen de visitas',
  custody: 'Tenencia',
  'parental-authority': 'Suspensión o extinción de la patria potestad',
  'family-placement': 'Acogimiento familiar',
  'property-regime': 'Liquidación del régimen patrimonial',
} as const;
export const precautionaryMeasures = codesOf(precautionaryLabels);

export const measureLabels = { ...protectionLabels, ...precautionaryLabels } as const;
export type MeasureKind = keyof typeof measureLabels;
export const measureKinds = codesOf(measureLabels);

export const measureStateLabels = {
  requested: 'Solicitada',
  granted: 'Concedida',
  partlyGranted: 'Concedida en parte',
  denied: 'Denegada',
  accusedNotified: 'Notificada a la persona denunciada',
  policeNotified: 'Notificada a la PNP',
  inExecution: 'En ejecución',
  breached: 'Incumplida',
  varied: 'Variada',
  lifted: 'Sin efecto',
} as const;
export type MeasureState = keyof typeof measureStateLabels;

/** `notApplicable`: the term was started by a mistake or no longer matters, with the reason said. */
export const deadlineStateLabels = {
  open: 'Pendiente',
  done: 'Cumplido',
  notApplicable: 'No corresponde',
} as const;
export type DeadlineState = keyof typeof deadlineStateLabels;

/** Whose terms and hearings a board shows. */
export const boardScopes = ['mine', 'all'] as const;

/** Words for the reasons this domain's failures carry. */
export const proceedingsReasons = {
  'event-in-future': 'Eso todavía no pasó: revise la fecha. Una audiencia futura se registra como audiencia.',
  'measure-not-in-force': 'Elija medidas que ya fueron dictadas y siguen vigentes.',
  'deadline-closed': 'Ese plazo ya está cerrado. Vuelva a abrir la página.',
  'deadline-only-done':
    'La ficha está cerrada: un plazo solo se cierra como cumplido. Si no corresponde, Coordinación reabre la ficha.',
  'hearing-card-not-neutral':
    'La tarjeta que ella lleva no puede nombrar al centro, a la autoridad ni el motivo. Cambie «Sala y dirección» o «Qué llevar» en la audiencia.',
  'hearing-closed': 'Esa audiencia ya se cerró.',
  'notice-kind': 'Ese archivo no se puede leer: solo PDF, Word (.docx) o texto. Puede pegar el texto.',
  'notice-locked': 'Ese PDF tiene contraseña y no se puede leer. Ábralo en su visor, copie el texto y péguelo aquí.',
  'notice-image':
    'Este PDF es una imagen: no tiene texto que leer. Escriba los datos en el formulario; al registrar el acto, el archivo se guarda en la ficha si lo deja marcado.',
  'notice-unreadable': 'No se pudo leer el texto de ese archivo. Escriba los datos en el formulario o pegue el texto.',
  'novelty-case': 'No existe una ficha con ese número o no tiene acceso.',
} as const;
