/** Document and telephone of a row: repaired where that is certain, with a sentence; asked where it is not. Pure. */
import { dniCheck, normalizeDocumentNumber, normalizePhone, type UserPerson } from '../people/index.ts';
import type { FieldId } from './fields.ts';
import type { RowReader } from './row-reader.ts';

type Document = UserPerson['document'];
type DocumentField = 'userDocument' | 'aggressorDocument';

const none: Document = { kind: null, state: 'notAsked', number: null };
const dni = (number: string): Document => ({ kind: 'dni', state: 'known', number });

/** Without what people write before a number. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(?:(?:D\.?\s?N\.?\s?I\.?|N(?:[°º]|RO|UM(?:ERO)?)?)[\s.:°º-]*)+(?=[\dOIL])/, '')
    .replace(/^(\d+)\.0+$/, '$1');
}

/** Six or seven digits: the zeros that Excel takes away. */
export function isShortDocument(text: string): boolean {
  return /^\d{6,7}$/.test(digitsOf(bare(text)));
}

const digitsOf = (text: string) => text.replace(/[\s.\u2010-\u2015_-]/g, '');

/** Letters that are taken for figures: O for zero, I and l for one. */
function figures(text: string): string {
  return digitsOf(text).replace(/[OQ]/g, '0').replace(/[IL]/g, '1');
}

function withCheck(reader: RowReader, field: DocumentField, number: string, check: string): Document {
  const expected = dniCheck(number);
  if (check === expected?.digit || check === expected?.letter) {
    reader.say('warning', field, `Se separó el dígito de control ${check}, que corresponde: ${number}.`);
    return dni(number);
  }
  reader.say('ask', field, 'El dígito de control no corresponde a este DNI. Revise el número, o confírmelo.');
  return dni(`${number}-${check}`);
}

function shortNumber(reader: RowReader, field: DocumentField, digits: string): Document {
  if (!reader.context.settings.padsDocument) return dni(digits);
  const number = digits.padStart(8, '0');
  const zeros = digits.length === 7 ? 'Se agregó el cero inicial' : 'Se agregaron los dos ceros iniciales';
  reader.say('warning', field, `${zeros}: ${number}.`);
  return dni(number);
}

function nineDigits(reader: RowReader, field: DocumentField, digits: string): Document {
  const words = digits.startsWith('9')
    ? 'Tiene nueve dígitos y empieza en 9: parece un teléfono.'
    : 'Tiene nueve dígitos: sobra uno, o el último es el de control.';
  reader.say('ask', field, `${words} Corríjalo, o confirme que es así.`);
  return dni(digits);
}

function fromDigits(reader: RowReader, field: DocumentField, text: string): Document | null {
  const digits = digitsOf(text);
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length === 8) {
    if (/\d[^\d.\s]+\d|\d\s+\d/.test(text)) {
      reader.say('warning', field, `Se juntaron sus cifras: ${digits}.`);
    }
    return dni(digits);
  }
  if (digits.length === 6 || digits.length === 7) return shortNumber(reader, field, digits);
  if (digits.length === 9) return nineDigits(reader, field, digits);
  return digits.length < 8 ? dni(digits) : null;
}

/** What is neither digits nor a repaired number: another document, with a sentence, or nothing that could be one. */
function otherDocument(reader: RowReader, field: DocumentField, text: string): Document {
  const typed = normalizeDocumentNumber(text).slice(0, 40);
  if (!/\d/.test(typed)) {
    reader.say('error', field, 'No tiene ninguna cifra: no es un número de documento. Corríjalo o bórrelo.');
    return none;
  }
  if (/^\d[\d.,]*E\+?\d+$/.test(typed)) {
    reader.say('error', field, 'Excel lo guardó con exponente y perdió cifras. Escriba el número completo.');
    return none;
  }
  if ((typed.match(/\d{6,}/g)?.length ?? 0) > 1) {
    reader.say('error', field, 'Hay dos números en la celda. Deje uno.');
    return none;
  }
  const isAsked = /^[\dOQIL]{5,10}$/.test(digitsOf(typed));
  const message = 'No tiene la forma de un DNI: entra como otro documento y se compara poco.';
  reader.say(isAsked ? 'ask' : 'warning', field, isAsked ? `${message} Corríjalo, o confírmelo.` : message);
  return { kind: 'other', state: 'known', number: typed };
}

const nobody = /^(?:-+|s\/n|sn|no|no tiene|sin (?:dni|documento)|indocumentad[oa]|no (?:registra|precisa|sabe))$/i;

/** Eight digits and a character after them. */
const withItsCheck = /^(\d{8})(?:\s*[-/\u2010-\u2015]\s*|\s+|(?=[A-K]))([0-9A-K])$/;

/** Eight characters of which at most three are letters that look like figures. */
function repaired(plain: string): string | null {
  const read = figures(plain);
  return /^\d{8}$/.test(read) && (plain.match(/\d/g)?.length ?? 0) >= 5 ? read : null;
}

export function readDocument(reader: RowReader, field: DocumentField): Document {
  const text = reader.text(field);
  if (text === null || nobody.test(text)) return none;
  const plain = bare(text);
  const [, number, check] = withItsCheck.exec(plain) ?? [];
  if (number !== undefined && check !== undefined) return withCheck(reader, field, number, check);
  const read = fromDigits(reader, field, plain);
  if (read !== null) return read;
  const meant = repaired(plain);
  if (meant === null) return otherDocument(reader, field, plain);
  reader.say('warning', field, `Se leyeron como cifras las letras O o I: ${meant}.`);
  return dni(meant);
}

export function readPhone(reader: RowReader, field: FieldId): string | null {
  const text = reader.text(field);
  if (text === null || nobody.test(text)) return null;
  const phone = normalizePhone(text.replace(/^(\d+)\.0+$/, '$1')).slice(0, 40);
  if (/^\d{8}$/.test(phone) && !phone.startsWith('0'))
    reader.say('warning', field, 'Tiene ocho dígitos, como un DNI: quizá está en la columna que no es.');
  return phone;
}
