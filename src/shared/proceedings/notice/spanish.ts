/** Numbers, dates and hours as Peruvian courts write them, in figures and in words. On folded text. */
import { civilDateSchema, type CivilDate } from '../../platform/dates.ts';
import { monthNames } from '../../platform/typed-date.ts';
import { pieceOf, placesOf, type Hit, type Source } from './source.ts';

const ones = ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'];
const teens = ['trece', 'catorce', 'quince', 'dieciseis', 'diecisiete', 'dieciocho', 'diecinueve', 'veinte'];
const twenties = ['veintiuno', 'veintidos', 'veintitres', 'veinticuatro', 'veinticinco', 'veintiseis'];
const small = [...ones, ...teens, ...twenties, 'veintisiete', 'veintiocho', 'veintinueve'];
const tens = ['treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const hundreds = ['ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos'];

const values: ReadonlyMap<string, number> = new Map([
  ...small.map((word, at) => [word, at + 1] as const),
  ...tens.map((word, at) => [word, (at + 3) * 10] as const),
  ...hundreds.map((word, at) => [word, (at + 1) * 100] as const),
  ...([
    ['primero', 1],
    ['primer', 1],
    ['cien', 100],
  ] as const),
]);

/** «treinta y uno» → 31, «dos mil veintiseis» → 2026; null for anything else. */
export function numberOf(words: string): number | null {
  let [whole, open] = [0, 0];
  for (const word of words.trim().split(/\s+/)) {
    if (word === 'y') continue;
    const value = values.get(word);
    if (word === 'mil') [whole, open] = [whole + (open === 0 ? 1 : open) * 1000, 0];
    else if (value === undefined) return null;
    else open += value;
  }
  const number = whole + open;
  return number === 0 ? null : number;
}

const smallWords = small.toSorted((one, other) => other.length - one.length).join('|');
const tensWords = `(?:${tens.join('|')})(?:\\s+y\\s+(?:${ones.slice(0, 9).join('|')}))?`;
/** From one to ninety-nine, in words. */
export const numberWords = `(?:${tensWords}|${smallWords})`;
const hundredWords = `(?:(?:cien|${hundreds.join('|')})(?:\\s+${numberWords})?|${numberWords})`;
export const countWords = hundredWords;

const monthWords = `(?:${monthNames.join('|')}|septiembre)`;

function monthOf(word: string): number {
  return monthNames.indexOf(word.replace('septiembre', 'setiembre')) + 1;
}

const yearWords = `dos\\s+mil(?:\\s+${numberWords})?`;
const figures = /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d-])/g;
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const long = new RegExp(
  `(?<![a-z\\d])(\\d{1,2}|primero|${numberWords})\\s?[°º]?(?:\\s+dias)?\\s+(?:del?\\s+)?(?:mes\\s+de\\s+)?(${monthWords})` +
    `\\s?,?\\s+(?:del?\\s+)?(?:ano\\s+)?(\\d{4}|${yearWords})(?!\\d)`,
  'g',
);

function dateOf(year: number, month: number, day: number): CivilDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const parsed = civilDateSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

const inFigures = (word: string) => (/^\d/.test(word) ? Number(word) : (numberOf(word) ?? 0));

/** Every full date, in the order of the text. What is no day of the calendar is none. */
export function datesIn(source: Pick<Source, 'plain'>): Hit<CivilDate>[] {
  const found = [
    ...placesOf(source, figures).map((m) => ({ m, on: dateOf(Number(m[4]), Number(m[3]), Number(m[1])) })),
    ...placesOf(source, iso).map((m) => ({ m, on: dateOf(Number(m[1]), Number(m[2]), Number(m[3])) })),
    ...placesOf(source, long).map((m) => ({
      m,
      on: dateOf(inFigures(m[3] ?? ''), monthOf(m[2] ?? ''), inFigures(m[1] ?? '')),
    })),
  ];
  return found
    .flatMap(({ m, on }) => (on === null ? [] : [{ ...pieceOf(m), value: on }]))
    .toSorted((one, other) => one.start - other.start);
}

const half = '(a\\.?\\s?m\\b|p\\.?\\s?m\\b|de\\s+la\\s+manana|de\\s+la\\s+tarde|de\\s+la\\s+noche)?';
const clock = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})\\s?:\\s?(\\d{2})(?::\\d{2})?(?!\\d)\\s*(?:horas|hrs?\\.?|h\\b)?\\s*${half}`,
  'g',
);
const dotted = new RegExp(`(?<![\\d/.-])(\\d{1,2})[.](\\d{2})\\s*(?:horas|hrs?\\b|h\\b)\\s*${half}`, 'g');
const whole = new RegExp(`(?<![\\d/.:-])(\\d{1,2})\\s*(?:horas|hrs?\\b)?()\\s*${half}`, 'g');
const said = new RegExp(
  `(?<![a-z])(${numberWords})\\s+(?:horas?\\s*)?(?:(?:con|y)\\s+(${numberWords}|media|\\d{1,2})\\s*(?:minutos)?\\s*)?${half}`,
  'g',
);

function timeOf(hourWord: string, minuteWord: string | undefined, halfWord: string | undefined): string | null {
  const hour = inFigures(hourWord);
  const minute =
    minuteWord === undefined || minuteWord === '' ? 0 : minuteWord === 'media' ? 30 : inFigures(minuteWord);
  const isLate = halfWord !== undefined && /^p|tarde|noche/.test(halfWord);
  const isNoon = halfWord !== undefined && /^a|manana/.test(halfWord) && hour === 12;
  const at = isNoon ? 0 : isLate && hour < 12 ? hour + 12 : hour;
  return at > 23 || minute > 59 ? null : `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const saysHour = /horas|hrs|\bh\b|m\b|manana|tarde|noche/;

/** The first hour in a short piece of text; null when none is said. */
export function hourIn(plain: string): string | null {
  for (const pattern of [clock, dotted, whole, said]) {
    for (const match of placesOf({ plain }, pattern)) {
      // A bare number or word is no hour unless it says so.
      if ((pattern === whole || pattern === said) && !saysHour.test(match[0])) continue;
      const time = timeOf(match[1] ?? '', match[2], match[3]);
      if (time !== null) return time;
    }
  }
  return null;
}
