/** Checks of identity data. They warn, they never block: a woman without papers is attended. */
import { completedYears, type CivilDate } from '../platform/dates.ts';
import type { PersonNames, UserPerson } from './schema.ts';
import { fold } from '../platform/text.ts';

export type Warning = { path: string; message: string };

const weights = [3, 2, 7, 6, 5, 4, 3, 2];
const checkDigits = '65432110987';
const checkLetters = 'KJIHGFEDCBA';

/** Check characters of an eight-digit DNI; null when it is not eight digits. RENIEC has not published the rule. */
export function dniCheck(number: string): { digit: string; letter: string } | null {
  if (!/^\d{8}$/.test(number)) return null;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return { digit: checkDigits[sum % 11] ?? '', letter: checkLetters[sum % 11] ?? '' };
}

/** Full-width digits to plain, spaces and points inside a number dropped; anything else stays as typed. */
export function normalizeDocumentNumber(text: string): string {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const joined = plain.replace(/[\s.]/g, '');
  return /^\d+(-[0-9A-K])?$/.test(joined) ? joined : plain;
}

/** Eight digits of a DNI fit for comparing persons; null when the number is not exactly eight digits. */
export function dniForMatching(number: string | null): string | null {
  if (number === null) return null;
  const digits = normalizeDocumentNumber(number).replace(/-[0-9A-K]$/, '');
  return /^\d{8}$/.test(digits) && !isSuspiciousDni(digits) ? digits : null;
}

/** Whether two people carry one document: the same kind and number, however it was typed (bad inputs, row 48). */
export function shareDocument(one: Pick<UserPerson, 'document'>, other: Pick<UserPerson, 'document'>): boolean {
  const [a, b] = [one.document, other.document];
  if (a.number === null || b.number === null || a.kind !== b.kind) return false;
  const fit = a.kind === 'dni' ? dniForMatching : normalizeDocumentNumber;
  const number = fit(a.number);
  return number !== null && number === fit(b.number);
}

function isSuspiciousDni(digits: string): boolean {
  return isSuspiciousNumber(digits) && digits.length === 8;
}

/** One character repeated, or 1, 2, 3…: typed to fill the box, it belongs to nobody. */
export function isSuspiciousNumber(number: string): boolean {
  return /^(.)\1+$/.test(number) || '1234567890'.startsWith(number);
}

/** Nine digits of a mobile or 8–9 of a landline without +51, 0051, spaces and dashes; else the text as typed. */
export function normalizePhone(text: string): string {
  const joined = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s().-]/g, '');
  const national = joined.replace(/^(\+51|0051)/, '').replace(/^0(?=9\d{8}$)/, '');
  return /^\d+$/.test(national) ? national : text.trim();
}

/** Fewer digits are no number of anybody: an extension, a house. */
const [shortest, shortestInside] = [6, 7];

/** Every number that a text may hold: «987654321 / 955000111», «(051) 987-654-321 anexo 2». */
function numbersIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const digitsOf = (part: string) => part.replace(/\D/g, '');
  const whole = digitsOf(plain);
  const runs = (plain.match(/\d[\d\s().+-]*/gu) ?? []).map(digitsOf);
  const unspaced = plain.match(/\d{7,}/gu) ?? [];
  const mobiles = Array.from(whole, (_, at) => whole.slice(at, at + 9)).filter((part) => /^9\d{8}$/.test(part));
  return [whole, ...runs, ...unspaced, ...mobiles].filter(({ length }) => length >= shortest);
}

function isSameNumber(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.endsWith(short) || (short.length >= shortestInside && long.includes(short));
}

/** Whether two texts hold one number, with whatever else is typed beside it. */
export function holdSameNumber(one: string, other: string): boolean {
  if (normalizePhone(one) === normalizePhone(other)) return true;
  const theirs = numbersIn(other);
  return numbersIn(one).some((mine) => theirs.some((their) => isSameNumber(mine, their)));
}

export function isPlausiblePhone(phone: string): boolean {
  return /^9\d{8}$/.test(phone) || /^0\d{7,8}$/.test(phone);
}

function documentWarnings(person: Pick<UserPerson, 'document'>): Warning[] {
  const { kind, number } = person.document;
  if (number === null) return [];
  const path = 'document.number';
  const typed = normalizeDocumentNumber(number);
  if (kind === 'dni') return dniWarnings(typed).map((message) => ({ path, message }));
  const length = { foreignerCard: /^[A-Z0-9]{9,12}$/, passport: /^[A-Z0-9]{6,12}$/ };
  if ((kind === 'foreignerCard' || kind === 'passport') && !length[kind].test(typed)) {
    return [{ path, message: 'El número no tiene la forma habitual de este documento. Revise; se guarda como está.' }];
  }
  return [];
}

function dniWarnings(typed: string): string[] {
  // Nine bare digits are a mistyped number, not a number with its check digit: that one has a hyphen or a letter.
  const match = /^(\d{8})(?:-([0-9A-K])|([A-K]))?$/.exec(typed);
  const digits = match?.[1];
  if (digits === undefined) return ['El DNI tiene ocho dígitos. Se guarda como está y no se usa para comparar.'];
  if (isSuspiciousDni(digits)) return ['Este número de DNI no parece real. Revise con la persona.'];
  const check = match?.[2] ?? match?.[3];
  return check === undefined || isCheckOf(digits, check)
    ? []
    : ['El dígito de control no corresponde a este DNI. Revise el número.'];
}

function isCheckOf(digits: string, check: string): boolean {
  const expected = dniCheck(digits);
  return check === expected?.digit || check === expected?.letter;
}

function contactWarnings(person: Pick<UserPerson, 'contact'>): Warning[] {
  const { phone, mayCall, email, emailIsSafe } = person.contact;
  const warnings: Warning[] = [];
  if (phone !== null && !isPlausiblePhone(normalizePhone(phone))) {
    const message = 'El teléfono no tiene la forma habitual (nueve dígitos, empieza en 9). Un número por casilla.';
    warnings.push({ path: 'contact.phone', message });
  }
  if (phone !== null && mayCall === null) {
    warnings.push({
      path: 'contact.mayCall',
      message: '¿Es seguro llamar a este número? Mientras no se sepa, no se llama.',
    });
  }
  if (email !== null && !/^[^\s@:]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    warnings.push({ path: 'contact.email', message: 'El correo no tiene la forma habitual.' });
  }
  if (email !== null && emailIsSafe !== true) {
    warnings.push({ path: 'contact.emailIsSafe', message: 'El correo se usa solo si la persona dice que es seguro.' });
  }
  return warnings;
}

/** Words by which people call a place where a woman is kept safe. */
const shelterWords =
  /\b(casas? (de )?(acogida|refugio)|hogar(es)? (de )?(acogida|refugio)( temporal)?|refugio|albergue)\b/;

/** A shelter's address is printed by mistake once and never again safe: offer to keep it back (bad inputs, row 24). */
function addressWarnings({ address }: Pick<UserPerson, 'address'>): Warning[] {
  const written = [address.text, address.reference, address.settlement].join(' ');
  const plain = fold(written);
  if (address.isReserved || !shelterWords.test(plain)) return [];
  const message = 'Parece la dirección de una casa de acogida. Marque «Domicilio en reserva» para que no se imprima.';
  return [{ path: 'address.isReserved', message }];
}

/** True when letters of two alphabets stand in one text (a Cyrillic «М» in «Мaria»). */
export function mixesAlphabets(text: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return scripts.filter((script) => script.test(text)).length > 1;
}

function nameWarnings(names: PersonNames): Warning[] {
  const warnings: Warning[] = [];
  for (const path of ['givenNames', 'firstSurname', 'secondSurname'] as const) {
    const text = names[path];
    if (text === null) continue;
    if (mixesAlphabets(text)) warnings.push({ path, message: 'Mezcla de alfabetos: vuelva a escribir este dato.' });
    const oneCase = text === text.toLocaleUpperCase('es') || text === text.toLocaleLowerCase('es');
    if (/\p{L}{3,}/u.test(text) && oneCase && text.toLocaleUpperCase('es') !== text.toLocaleLowerCase('es')) {
      warnings.push({
        path,
        message: 'Está todo en mayúsculas o todo en minúsculas. Puede escribirlo con mayúscula inicial.',
      });
    }
  }
  return warnings;
}

export type WarningContext = {
  /** Day the age was asked; null skips the comparison. */
  admittedOn: CivilDate | null;
  /** Age in completed years as told; null when not told. */
  age: number | null;
};

function birthWarnings(person: Pick<UserPerson, 'birth'>, context: WarningContext): Warning[] {
  const { birth } = person;
  if (birth === null || context.admittedOn === null) return [];
  const year = Number(context.admittedOn.slice(0, 4));
  const fromYear = year - birth.year;
  const warnings: Warning[] = [];
  if (fromYear > 110) warnings.push({ path: 'birth', message: 'La fecha de nacimiento da más de 110 años. Revise.' });
  if (context.age === null) return warnings;
  const exact = completedYears(birth, context.admittedOn);
  // Without the day, the age may be one less than the difference of years.
  const apart =
    exact === null
      ? Math.min(Math.abs(fromYear - context.age), Math.abs(fromYear - 1 - context.age))
      : Math.abs(exact - context.age);
  if (apart > 1) warnings.push({ path: 'birth', message: 'La edad y la fecha de nacimiento no coinciden.' });
  return warnings;
}

/** Everything worth a second look in one person; paths are relative to the person. */
export function personWarnings(person: UserPerson, context: WarningContext): Warning[] {
  return [
    ...nameWarnings(person),
    ...documentWarnings(person),
    ...birthWarnings(person, context),
    ...contactWarnings(person),
    ...addressWarnings(person),
  ];
}

/** Name for a screen: preferred name, else first given name, with the first surname. */
export function displayName(person: PersonNames & { preferredName?: string | null; aliases?: string | null }): string {
  const given = person.preferredName ?? person.givenNames?.split(/\s+/)[0] ?? null;
  const parts = [given, person.firstSurname ?? person.secondSurname].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' ');
  return person.aliases ?? 'Persona sin nombre conocido';
}

/** Legal name in the order of the papers: given names, first and second surname; null when unknown. */
export function legalName(person: PersonNames): string | null {
  const parts = [person.givenNames, person.firstSurname, person.secondSurname].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e']);

/** Typed in one case alone («ccente», «QUISPE»); a name that mixes both is as its owner writes it. */
function inNameCase(word: string, index: number): string {
  const small = word.toLocaleLowerCase('es');
  if (word !== small && word !== word.toLocaleUpperCase('es')) return word;
  if (index > 0 && particles.has(small)) return small;
  return small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('es'));
}

/** Legal name as a paper prints it, whatever keys it was typed with; null when unknown. */
export function paperName(person: PersonNames): string | null {
  return legalName(person)?.split(' ').map(inNameCase).join(' ') ?? null;
}
