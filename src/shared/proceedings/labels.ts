/** Words of the closed codes of a proceeding. */
import type {
  CalendarKind,
  Consequence,
  DeadlineState,
  HolidayForm,
  HolidayScope,
  MeasureKind,
  MeasureState,
  EventKind,
  NotificationForm,
  RuleLevel,
  TermStart,
  TriggerKind,
  TermActor,
  TermUnit,
} from './codes.ts';

export const measureLabels = {
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
  alimony: 'Alimentos',
  visits: 'Régimen de visitas',
  custody: 'Tenencia',
  'parental-authority': 'Suspensión o extinción de la patria potestad',
  'family-placement': 'Acogimiento familiar',
  'property-regime': 'Liquidación del régimen patrimonial',
} as const satisfies Record<MeasureKind, string>;

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
} as const satisfies Record<MeasureState, string>;

export const termActorLabels = {
  police: 'PNP',
  prosecutor: 'Fiscalía',
  court: 'Juzgado',
  chamber: 'Sala',
  party: 'Parte (servicio legal)',
  centre: 'Centro',
  health: 'Salud',
} as const satisfies Record<TermActor, string>;

export const consequenceLabels = {
  fatal: 'Se pierde un derecho o un tratamiento',
  duty: 'El centro incumple la ley',
  verify: 'Otro incumple: verificar',
  internal: 'Criterio del centro',
} as const satisfies Record<Consequence, string>;

export const termUnitLabels = {
  hours: 'horas',
  businessDays: 'días hábiles',
  calendarDays: 'días calendario',
  months: 'meses',
  event: 'hasta otro acto',
} as const satisfies Record<TermUnit, string>;

export const notificationFormLabels = {
  electronicBox: 'Casilla electrónica',
  paper: 'Cédula',
  hearing: 'En audiencia',
  personal: 'Personal',
} as const satisfies Record<NotificationForm, string>;

export const deadlineStateLabels = {
  open: 'Pendiente',
  done: 'Cumplido',
  notApplicable: 'No corresponde',
} as const satisfies Record<DeadlineState, string>;

export const holidayScopeLabels = {
  national: 'Nacional',
  regional: 'Regional',
  local: 'Local',
  judicial: 'Judicial',
  declared: 'Día no laborable declarado',
} as const satisfies Record<HolidayScope, string>;

export const holidayFormLabels = {
  yearly: 'El mismo día cada año',
  easter: 'Contado desde Pascua',
  firstWorkingDay: 'El primer día hábil desde un día del año',
  span: 'De un día a otro',
} as const satisfies Record<HolidayForm, string>;

export const ruleLevelLabels = {
  mild: 'Leve',
  moderate: 'Moderado',
  mildOrModerate: 'Leve o moderado',
  severe: 'Severo',
  undetermined: 'No determinado',
} as const satisfies Record<RuleLevel, string>;

export const termStartLabels = {
  fact: 'El hecho o acto',
  notification: 'Su notificación',
} as const satisfies Record<TermStart, string>;

export const calendarLabels = {
  judicial: 'Los del Poder Judicial',
  public: 'Los nacionales y del lugar, sin los judiciales',
  office: 'Los del centro',
} as const satisfies Record<CalendarKind, string>;

/** What starts a term and is no event of a proceeding. */
export const otherTriggerLabels = {
  caseAdmitted: 'Ingreso del caso',
  caseValidated: 'Validación del caso',
  firstInterview: 'Primera entrevista',
  riskValued: 'Valoración del riesgo',
  sexualAssault: 'Violencia sexual',
  lastAttention: 'Última atención',
  firstMonthContact: 'Último contacto, en el primer mes desde la validación',
  laterContact: 'Último contacto, pasado el primer mes',
  dataIncident: 'Incidente con datos personales',
  privilegesReviewed: 'Revisión de permisos',
  interactionRecorded: 'Registro de un acceso',
} as const satisfies Record<Exclude<TriggerKind, EventKind>, string>;

/** Words for the reasons this domain's failures carry. */
export const proceedingsReasons = {
  'event-in-future': 'Eso todavía no pasó: revise la fecha. Una audiencia futura se registra como audiencia.',
  'measure-not-in-force': 'Elija medidas que ya fueron dictadas y siguen vigentes.',
  'deadline-closed': 'Ese plazo ya está cerrado. Vuelva a abrir la página.',
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
