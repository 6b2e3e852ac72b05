/** Words of the door and the waiting room (es-PE). */
import type {
  ArrivalEnd,
  CallAnswer,
  Channel,
  ClaimedRelation,
  Language,
  Matter,
  Presence,
  Purpose,
  UrgencySign,
  WaitState,
} from './codes.ts';

export const outcomeLabels = {
  case: 'Caso',
  orientation: 'Orientación',
  referral: 'Derivación sin ficha',
  companion: 'Acompañante',
  procedure: 'Trámite',
  institution: 'Institución',
  left: 'Se retiró',
  notForUs: 'No corresponde',
  mistake: 'Abierta por error',
} as const satisfies Record<ArrivalEnd, string>;

export const channelLabels = { inPerson: 'En persona', call: 'Llamada' } as const satisfies Record<Channel, string>;

export const purposeLabels = {
  violence: 'Hecho de violencia',
  followUp: 'Seguimiento de su caso',
  appointment: 'Tiene cita',
  orientation: 'Orientación',
  procedure: 'Trámite o documento',
  accompanies: 'Acompaña a otra persona',
  institution: 'Viene de una institución',
  other: 'Otro',
} as const satisfies Record<Purpose, string>;

export const signLabels = {
  injury: 'Sangrado o lesión visible',
  aggressorNear: 'Dice que la presunta persona agresora está cerca',
  childInDanger: 'Niña, niño o adolescente en peligro',
  pregnantInPain: 'Gestante con dolor',
  veryFrightened: 'Muy asustada o llora sin parar',
  disoriented: 'Desorientada o con señales de consumo',
} as const satisfies Record<UrgencySign, string>;

export const languageLabels = {
  spanish: 'Castellano',
  quechua: 'Quechua',
  aymara: 'Aymara',
  ashaninka: 'Asháninka',
  shipibo: 'Shipibo-konibo',
  awajun: 'Awajún',
  signLanguage: 'Lengua de señas',
  other: 'Otra',
} as const satisfies Record<Language, string>;

export const matterLabels = {
  violenceWithoutFicha: 'Violencia, sin abrir ficha por ahora',
  alimony: 'Alimentos',
  custody: 'Tenencia y visitas',
  recognition: 'Reconocimiento y filiación',
  separation: 'Separación, divorcio o unión de hecho',
  inheritance: 'Bienes y herencia',
  labour: 'Trabajo',
  mentalHealth: 'Salud mental',
  socialPrograms: 'Programas sociales',
  documents: 'Documentos de identidad',
  other: 'Otra materia',
} as const satisfies Record<Matter, string>;

export const waitStateLabels = {
  waiting: 'En espera',
  called: 'Llamada',
  attended: 'En atención',
} as const satisfies Record<WaitState, string>;

export const presenceLabels = { free: 'Disponible', out: 'Fuera' } as const satisfies Record<Presence, string>;

export const relationLabels = {
  partner: 'Pareja',
  exPartner: 'Expareja',
  family: 'Familiar',
  friend: 'Amistad o vecindad',
  lawyer: 'Abogado/a',
  authority: 'Autoridad o funcionario/a',
  other: 'Otra relación',
} as const satisfies Record<ClaimedRelation, string>;

export const callAnswerLabels = {
  told: 'Se informó',
  notTold: 'No se informó',
} as const satisfies Record<CallAnswer, string>;

/** What the desk reads, whatever the reason: it proves nothing. */
export const holdWords = 'Llame a Coordinación antes de hacer pasar';

/** What the desk says and reads to whoever asks for another person, whether or not she exists. */
export const inquiryWords =
  'No damos información sobre si una persona acude al centro. Puede dejar su consulta a Coordinación.';

export const receptionReasons = {
  'arrival-ended': 'Esta llegada ya se cerró.',
  'arrival-registered': 'Esta llegada ya está registrada. Ábrala desde la orden de llegada.',
  'arrival-has-case': 'Esta llegada ya tiene ficha: termina como caso.',
  'case-needs-person': 'Para cerrar como caso, abra la ficha o elija primero a la persona en los datos de la llegada.',
  'visit-decided': 'Esta cita ya no está pendiente.',
  'visit-in-past': 'La fecha de la cita ya pasó.',
  'arrived-in-future': 'La hora de llegada no puede ser futura.',
  'arrived-after-call': 'A esa hora ya se le había llamado o atendido. Revise la hora de llegada.',
  'not-a-professional': 'Elija a una persona que atiende casos y que trabaja hoy en el centro.',
  'call-back-first':
    'Antes de informar, devuelva la llamada al número del directorio y regístrelo. Nada se informa a quien llama.',
  'directory-first': 'Elija primero la institución en el directorio: solo se llama a un número del directorio.',
  'number-unverified': 'El número de esa oficina no está verificado. Verifíquelo en el directorio antes de llamar.',
  'call-answered': 'Esta llamada ya tiene respuesta.',
} as const satisfies Readonly<Record<string, string>>;
