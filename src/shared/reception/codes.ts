/** Closed lists of the door and the waiting room. */
import { codesOf } from '../platform/codes-of.ts';

/** How every arrival or call ends: exactly one of these, and each is counted. */
const countedLabels = {
  case: 'Caso',
  orientation: 'Orientación',
  referral: 'Derivación sin ficha',
  companion: 'Acompañante',
  procedure: 'Trámite',
  institution: 'Institución',
  left: 'Se retiró',
  notForUs: 'No corresponde',
} as const;
export const arrivalOutcomes = codesOf(countedLabels);

/** A door opened by mistake was no arrival: it is closed, but counted apart. */
export const outcomeLabels = { ...countedLabels, mistake: 'Abierta por error' } as const;
export type ArrivalEnd = keyof typeof outcomeLabels;

export const channelLabels = { inPerson: 'En persona', call: 'Llamada' } as const;
export type Channel = keyof typeof channelLabels;
export const channels = codesOf(channelLabels);

/** What she comes for, as said at the door in one word. */
export const purposeLabels = {
  violence: 'Hecho de violencia',
  followUp: 'Seguimiento de su caso',
  appointment: 'Tiene cita',
  orientation: 'Orientación',
  procedure: 'Trámite o documento',
  accompanies: 'Acompaña a otra persona',
  institution: 'Viene de una institución',
  other: 'Otro',
} as const;
export type Purpose = keyof typeof purposeLabels;
export const purposes = codesOf(purposeLabels);

/** The same in a row of the board: a word that tells little to whoever reads it across the desk. */
export const purposeShort = {
  violence: 'Hecho',
  followUp: 'Seguimiento',
  appointment: 'Cita',
  orientation: 'Orientación',
  procedure: 'Trámite',
  accompanies: 'Acompaña',
  institution: 'Institución',
  other: 'Otro',
} as const satisfies Record<Purpose, string>;

/** Signs that anybody at the desk can see; not a diagnosis. Project list, to confirm. */
export const signLabels = {
  injury: 'Sangrado o lesión visible',
  aggressorNear: 'Dice que la presunta persona agresora está cerca',
  childInDanger: 'Niña, niño o adolescente en peligro',
  pregnantInPain: 'Gestante con dolor',
  veryFrightened: 'Muy asustada o llora sin parar',
  disoriented: 'Desorientada o con señales de consumo',
} as const;
export type UrgencySign = keyof typeof signLabels;
export const urgencySigns = codesOf(signLabels);

export const languageLabels = {
  spanish: 'Castellano',
  quechua: 'Quechua',
  aymara: 'Aymara',
  ashaninka: 'Asháninka',
  shipibo: 'Shipibo-konibo',
  awajun: 'Awajún',
  signLanguage: 'Lengua de señas',
  other: 'Otra',
} as const;
export const languages = codesOf(languageLabels);

/** Subject of an orientation. Project list, to confirm. */
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
} as const;
export type Matter = keyof typeof matterLabels;
export const matters = codesOf(matterLabels);

export const waitStateLabels = {
  waiting: 'En espera',
  called: 'Llamada',
  attended: 'En atención',
} as const;
export type WaitState = keyof typeof waitStateLabels;

/** What a staff member says of herself; «attending» follows from the board. */
export const presenceLabels = { free: 'Disponible', out: 'Fuera' } as const;
export type Presence = keyof typeof presenceLabels;
export const presences = codesOf(presenceLabels);

export const visitStateLabels = {
  expected: 'Pendiente',
  arrived: 'Llegó',
  cancelled: 'Anulada',
  missed: 'No vino',
} as const;
export type VisitState = keyof typeof visitStateLabels;

export const visitPlaceLabels = { centre: 'En el CEM', home: 'Visita domiciliaria' } as const;

/** What somebody who asks for another person says to be. */
export const relationLabels = {
  partner: 'Pareja',
  exPartner: 'Expareja',
  family: 'Familiar',
  friend: 'Amistad o vecindad',
  lawyer: 'Abogado/a',
  authority: 'Autoridad o funcionario/a',
  other: 'Otra relación',
} as const;

export const callAnswerLabels = {
  told: 'Se informó',
  notTold: 'No se informó',
} as const;
export type CallAnswer = keyof typeof callAnswerLabels;

/** What the desk reads, whatever the reason: it proves nothing. */
export const holdWords = 'Llame a Coordinación antes de hacer pasar';

/** The same in a row of the board; the dialog of the number says it whole. */
export const holdShort = 'Llame a Coordinación';

/** What the desk says and reads to whoever asks for another person, whether or not she exists. */
export const inquiryWords =
  'No damos información sobre si una persona acude al centro. Puede dejar su consulta a Coordinación.';

export const receptionReasons = {
  'arrival-ended': 'Esta llegada ya se cerró.',
  'arrival-registered': 'Esta llegada ya está registrada. Ábrala desde la orden de llegada.',
  'arrival-has-case': 'Esta llegada ya tiene ficha: termina como caso.',
  'arrival-on-hold': `${holdWords}. Cuando le hayan dicho que puede pasar, confírmelo.`,
  'case-needs-person': 'Para cerrar como caso, abra la ficha o elija primero a la persona en los datos de la llegada.',
  'visit-decided': 'Esta cita ya no está pendiente.',
  'visit-to-come': 'Esta cita es de un día que aún no llega: anúlela o espere a ese día.',
  'visit-hour-to-come': 'La hora de esta cita aún no llega: anúlela o espere a esa hora.',
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
