/** A reading in the words of the screen: each field, its value or its values, and the text it was read from. */
import {
  decisionClassLabels,
  decisionWords,
  eventKindRules,
  notificationFormLabels,
  type EventForm,
  type NoticeReading,
  type Read,
} from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { momentWords } from './words.ts';

type Said = { readonly words: string; readonly from: string };
export type NoticeRow = {
  readonly label: string;
  /** None: not found. More than one: none was chosen. */
  readonly said: readonly Said[];
};

function row<T>(label: string, read: Read<T>, wordsOf: (value: T) => string): NoticeRow {
  const told = read === null ? [] : read.kind === 'found' ? [read] : read.values;
  return { label, said: told.map(({ value, from }) => ({ words: wordsOf(value), from })) };
}

const asRead = (text: string) => text;

/** What every notice should say, found or not; then what only some say. */
export function noticeRows(reading: NoticeReading): NoticeRow[] {
  const always = [
    row('Órgano', reading.office, asRead),
    row('Expediente o carpeta', reading.fileNumber, asRead),
    row('Resolución o disposición', reading.decision, decisionWords),
    row('Fecha de la resolución', reading.issuedOn, formatCivilDate),
    row('Ingreso de la notificación', reading.entry, (at: EventForm['at']) => momentWords(at)),
    row('Qué pasó', reading.kind, (kind) => eventKindRules[kind].label),
  ];
  const some = [
    row('Clase', reading.class, (one) => decisionClassLabels[one]),
    row('Cómo se notificó', reading.form, (form) => notificationFormLabels[form]),
    row('Audiencia', reading.hearing, (at: EventForm['at']) => momentWords(at)),
    row('Plazo que nombra', reading.term, asRead),
  ];
  return [...always, ...some.filter(({ said }) => said.length > 0)];
}

/** «Se llenaron 5 datos»: how many were found once, and how many stand twice. */
export function countWords(rows: readonly NoticeRow[]): string {
  const [once, more] = [
    rows.filter(({ said }) => said.length === 1).length,
    rows.filter(({ said }) => said.length > 1),
  ];
  const found = once === 1 ? 'Se leyó 1 dato' : `Se leyeron ${once} datos`;
  if (more.length === 0) return `${found}. Nada se guarda hasta «Registrar acto».`;
  const doubt = more.map(({ label }) => label.toLowerCase()).join(', ');
  return `${found}. Dice dos valores y no se eligió ninguno: ${doubt}. Nada se guarda hasta «Registrar acto».`;
}
