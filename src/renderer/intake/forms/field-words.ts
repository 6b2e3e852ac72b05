/** Names and values of the fields of a section in words, for comparing two versions of it. */
import { usePlaceName } from '../../platform/ui/index.ts';
import {
  shiftLabels,
  participantBondLabels,
  participantRoleLabels,
  questionNamed,
} from '../../../shared/intake/index.ts';
import {
  documentKindLabels,
  documentStateLabels,
  nameStateLabels,
  streetKindLabels,
} from '../../../shared/people/index.ts';
import { formatCivilDate, formatPartialDate } from '../../../shared/platform/typed-date.ts';
import { civilDateSchema, partialDateSchema } from '../../../shared/platform/dates.ts';
import { chosenWords, shortLabel, type Question } from '../../../shared/record/index.ts';

const people: Readonly<Record<string, string>> = {
  user: 'persona usuaria',
  aggressor: 'presunta persona agresora',
  informant: 'persona informante',
  participant: 'otra persona',
};

const labels: Readonly<Record<string, string>> = {
  'admission.admittedOn': 'Fecha de ingreso',
  'admission.admittedTime': 'Hora de ingreso',
  'admission.shift': 'Turno',
  'admission.fichaNumber': 'N.º de ficha oficial',
  'admission.isFromPaper': 'Registrada desde papel',
  'admission.paperNumber': 'N.º de contingencia del papel',
  'incident.occurredOn': 'Fecha del último hecho',
  'incident.occurredTime': 'Hora del último hecho',
  'incident.place': 'Lugar del hecho, en sus palabras',
  account: 'Relato',
  'appraisal.text': 'Apreciación profesional',
  'appraisal.isHandedOver': 'Apreciación entregada al equipo',
  nameState: '¿Se conoce el nombre?',
  firstSurname: 'Apellido paterno',
  secondSurname: 'Apellido materno',
  givenNames: 'Nombres',
  preferredName: 'Cómo quiere que la llamen',
  aliases: 'Alias o apodo',
  birth: 'Fecha de nacimiento',
  'document.kind': 'Tipo de documento',
  'document.state': 'Estado del documento',
  'document.number': 'Número de documento',
  'contact.phone': 'Teléfono',
  'contact.whose': '¿De quién es el teléfono?',
  'contact.mayCall': '¿Es seguro llamar?',
  'contact.hours': 'Horas para llamar',
  'contact.whatToSay': 'Qué decir si contesta otra persona',
  'contact.mayLeaveMessage': '¿Se puede dejar mensaje?',
  'contact.checkedOn': 'Última comprobación',
  'contact.isShared': 'Lo usa también la presunta persona agresora',
  'toldAge.years': 'Edad que dijo',
  'toldAge.on': 'Día en que dijo la edad',
  isDeceased: 'Falleció',
  identity: '¿Es la misma persona?',
  identityReason: 'Por qué es la misma persona',
  identityWith: 'Con quién se vinculó',
  identityNot: 'De quién se dijo que no es',
  role: 'Participación en la ficha',
  bond: 'Vínculo con la persona usuaria',
  livesWithUser: '¿Vive con ella?',
  isRemoved: 'Se quitó de la ficha',
  'contact.email': 'Correo',
  'contact.emailIsSafe': '¿Es seguro escribir a este correo?',
  'address.districtCode': 'Distrito del domicilio',
  'address.streetKind': 'Tipo de vía',
  'address.text': 'Dirección',
  'address.settlement': 'Centro poblado o urbanización',
  'address.reference': 'Referencia',
  'address.isReserved': 'Domicilio en reserva',
  'address.reservedReason': 'Motivo de la reserva',
};

function questionAt(path: string): Question | undefined {
  return path.startsWith('answers.') ? questionNamed(path.slice('answers.'.length)) : undefined;
}

/** A question of any section in the words of the screen. */
export function labelOfQuestion(name: string): string {
  const question = questionNamed(name);
  return question === undefined ? name : shortLabel(question);
}

/** `documents.2.number` is the number of the second document: the label of the first, and which one. */
function numberedLabel(field: string): string | undefined {
  const match = /^(aliases|documents|contacts)\.(\d+)(?:\.(\w+))?$/.exec(field);
  if (match === null) return labels[field];
  const [, list = '', count = '', name] = match;
  const first = name === undefined ? list : `${list === 'documents' ? 'document' : 'contact'}.${name}`;
  const label = labels[first];
  return label === undefined ? undefined : `${label}, n.º ${count}`;
}

export function fieldLabel(path: string): string {
  const question = questionAt(path);
  if (question !== undefined) return `${question.item} ${question.label}`;
  const [first = '', ...rest] = path.split('.');
  const person = people[first];
  return person === undefined ? (labels[path] ?? path) : `${numberedLabel(rest.join('.')) ?? path} (${person})`;
}

const codeWords: Readonly<Record<string, string>> = {
  // First: «Otro» of the other lists counts.
  ...participantRoleLabels,
  ...participantBondLabels,
  ...documentKindLabels,
  ...documentStateLabels,
  ...nameStateLabels,
  ...streetKindLabels,
  ...shiftLabels,
  yes: 'Sí',
  no: 'No',
};

const codedFields = /\.(?:kind|state|nameState|streetKind|shift|mayCall|mayLeaveMessage|role|bond)$/;

function plainWords(path: string, text: string, placeOf: (code: string) => string): string {
  if (codedFields.test(path)) return codeWords[text] ?? text;
  if (questionAt(path)?.kind === 'place' || path.endsWith('.districtCode')) return placeOf(text);
  const date = civilDateSchema.safeParse(text);
  return date.success ? formatCivilDate(date.data) : text;
}

function partWords(value: object): string {
  const partial = partialDateSchema.safeParse(value);
  if (partial.success) return formatPartialDate(partial.data);
  return Object.values(value).filter(Boolean).map(String).join('-');
}

/** A value as the page says it; «—» for none. `placeOf` names a district. */
export function fieldValue(path: string, value: unknown, placeOf: (code: string) => string): string {
  if (value === null || value === undefined || value === '') return '—';
  const question = questionAt(path);
  const answered = question === undefined ? null : chosenWords(question, value);
  if (answered !== null) return answered;
  if (typeof value === 'boolean') return value ? 'Sí' : 'No';
  if (typeof value === 'string' || typeof value === 'number') return plainWords(path, String(value), placeOf);
  return typeof value === 'object' ? partWords(value) : '—';
}

/** `fieldValue` with the names of the districts that this window has. */
export function useFieldValue(): (path: string, value: unknown) => string {
  const placeName = usePlaceName();
  return (path, value) => fieldValue(path, value, (code) => placeName(code) ?? code);
}
