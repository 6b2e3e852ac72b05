/**
 * When somebody may be called, read from the words in which she said it. What is not understood whole is not understood:
 * whoever calls reads the words and says whether it is now one of those hours.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, type CivilDate } from '../platform/dates.ts';

/** Minutes of a day, on days of the week from 1 (Monday). */
export type Hours = { readonly days: readonly number[]; readonly from: number; readonly to: number };

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const dayEnd = 24 * 60;
const weekdays = [
  'lun(?:es)?',
  'mar(?:tes)?',
  'mie(?:rcoles)?',
  'jue(?:ves)?',
  'vie(?:rnes)?',
  'sab(?:ados?)?',
  'dom(?:ingos?)?',
];
const day = `(?:${weekdays.join('|')})`;
const hour = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?:\s*(?:h|hrs?|horas?)\b)?`;
const at = (pattern: string) => new RegExp(`^${pattern}(?![a-z0-9])`, 'u');

/** Parts of a day, as the centre takes them: to confirm. */
const parts: readonly (readonly [RegExp, number, number])[] = [
  // «Mañana» alone is tomorrow as well.
  [at('(?:(?:por|en|de) )?(?:las? mananas?|mananas)'), 8, 12],
  [at('(?:al |a )?medio ?dia'), 12, 14],
  [at('(?:(?:por|en|de) )?(?:las? )?tardes?'), 13, 18],
  [at('(?:(?:por|en|de) )?(?:las? )?noches?'), 18, 21],
  [at('(?:a )?(?:cualquier hora|todo el dia)'), 0, 24],
];

const groups: readonly (readonly [RegExp, readonly number[]])[] = [
  [at('(?:en )?(?:los )?fin(?:es)? de semana'), [6, 7]],
  [at('(?:en )?(?:los )?(?:todos los|cada) dias?'), everyDay],
  [at('(?:de |entre )?l ?(?:a|-) ?v'), [1, 2, 3, 4, 5]],
  [at('(?:en )?(?:los )?dias? (?:habiles|de semana)'), [1, 2, 3, 4, 5]],
  [at('entre semana'), [1, 2, 3, 4, 5]],
];

const dayRange = at(`(?:de )?(?:los |el )?(${day}) (?:a|al|-|hasta)(?: el)? (?:los )?(${day})`);
const oneDay = at(`(?:los |el )?(${day})`);
const hourRange = at(`(?:de |desde |entre )?(?:las? )?${hour} ?(?:a|-|hasta|y) ?(?:las? )?${hour}`);
const since = at(`(?:despues de|a partir de|desde) (?:las? )?${hour}`);
const until = at(`(?:antes de|hasta) (?:las? )?${hour}`);
const filler = at('(?:y|e|o|solo|solamente|unicamente|llamar|horario)');

const indexOfDay = (word: string) => weekdays.findIndex((one) => new RegExp(`^${one}$`, 'u').test(word)) + 1;

/** The minutes of the day that an hour may be: one where it says so itself, else the morning and the evening. */
type Told = readonly number[];

const half = 12 * 60;
/** Nobody is called in the night: «2 a 5» is of the afternoon. */
const [earliest, latest, longest] = [6 * 60, 20 * 60, 10 * 60];

const isHour = (hour: number, minutes: number, most: number) => hour <= most && minutes <= 59;

function told(digits = '', minutes = '0', said: string | undefined): Told {
  const [asHour, asMinutes] = [Number(digits), Number(minutes)];
  if (digits === '' || !isHour(asHour, asMinutes, said === undefined ? 23 : 12)) return [];
  const morning = (asHour % 12) * 60 + asMinutes;
  if (said !== undefined) return [morning + (said === 'pm' ? half : 0)];
  return asHour > 12 || digits.startsWith('0') ? [asHour * 60 + asMinutes] : [morning, morning + half];
}

/** Of what may be morning or evening («7 a 9») nothing is taken. */
function rangeOf(one: Told, other: Told): Times | null {
  const isSaid = one.length === 1 && other.length === 1;
  const found = one.flatMap((from) =>
    other
      .filter((to) => from < to)
      .filter((to) => isSaid || (from >= earliest && from <= latest && to <= latest + 120 && to - from <= longest))
      .map((to): Times => [from, to]),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** From then on, or until then. Of morning and evening the later is taken to begin with, where it is no hour of the night. */
function openEnd(one: Told, isFrom: boolean): Times | null {
  const [only, ...others] = one.filter((minute) => one.length === 1 || minute >= earliest);
  if (only === undefined) return null;
  if (!isFrom) return others.length > 0 || only <= earliest ? null : [earliest, only, 'open'];
  const from = Math.max(only, ...others);
  return one.length > 1 && from > latest ? null : [from, dayEnd, 'open'];
}

type Times = readonly [from: number, to: number, end?: 'open'];

type Read = {
  readonly rest: string;
  readonly days?: readonly number[] | undefined;
  readonly times?: Times | undefined;
};

function readDays(text: string): Read | null {
  for (const [pattern, days] of groups) {
    const found = pattern.exec(text);
    if (found !== null) return { rest: text.slice(found[0].length), days };
  }
  const range = dayRange.exec(text);
  if (range !== null) {
    const [first, last] = [indexOfDay(range[1] ?? ''), indexOfDay(range[2] ?? '')];
    return first < last
      ? { rest: text.slice(range[0].length), days: everyDay.filter((one) => one >= first && one <= last) }
      : null;
  }
  const one = oneDay.exec(text);
  return one === null ? null : { rest: text.slice(one[0].length), days: [indexOfDay(one[1] ?? '')] };
}

function readTimes(text: string): Read | null {
  const range = hourRange.exec(text);
  const timesOf = (found: RegExpExecArray, times: Times | null): Read | null =>
    times === null ? null : { rest: text.slice(found[0].length), times };
  if (range !== null) {
    const [, fromHour, fromMinutes, fromHalf, toHour, toMinutes, toHalf] = range;
    return timesOf(range, rangeOf(told(fromHour, fromMinutes, fromHalf), told(toHour, toMinutes, toHalf)));
  }
  const [after, before] = [since.exec(text), until.exec(text)];
  if (after !== null) return timesOf(after, openEnd(told(after[1], after[2], after[3]), true));
  if (before !== null) return timesOf(before, openEnd(told(before[1], before[2], before[3]), false));
  for (const [pattern, from, to] of parts) {
    const found = pattern.exec(text);
    if (found !== null) return timesOf(found, [from * 60, to * 60]);
  }
  return null;
}

function plainWords(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\b([ap])\.? ?m\b\.?/gu, '$1m')
    .replace(/(\d) de la manana\b/gu, '$1 am')
    .replace(/(\d) de la (?:tarde|noche)\b/gu, '$1 pm')
    .replace(/[–—]/gu, '-')
    .replace(/(\d)\.(\d{2})\b/gu, '$1:$2')
    .replace(/[,;]/gu, ' y ')
    .replace(/[.«»"()]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const skippedTo = (rest: string, skipped: string): Read => ({ rest: rest.slice(skipped.length) });

type Group = { days: number[]; times: Times[] };

const isHalfOpen = ([, , end]: Times) => end === 'open';

/** «9 a 12, lunes a viernes»: the days come after. */
function joinedGroups(groups: readonly Group[]): readonly Group[] {
  const [first, second, third] = groups;
  if (first === undefined || second === undefined || third !== undefined) return groups;
  return first.days.length === 0 && second.times.length === 0 ? [{ days: second.days, times: first.times }] : groups;
}

/** Words that might narrow what stands beside them are not understood: nothing is ever taken wider than it was said. */
function isPlain(groups: readonly Group[]): boolean {
  const isOnly = groups.length === 1;
  return groups.every(({ days, times }) => {
    if (!isOnly && (days.length === 0 || times.length === 0)) return false;
    return times.length < 2 || !times.some(isHalfOpen);
  });
}

/** Puts what was read beside what stands before it; false where the one may narrow the other («mañanas de 9 a 11»). */
function put(found: Group[], { days, times }: Read, isJoined: boolean): boolean {
  const last = found.at(-1);
  if (last === undefined) return false;
  if (days !== undefined && last.times.length > 0) found.push({ days: [...days], times: [] });
  else if (days !== undefined) last.days.push(...days);
  if (times === undefined) return true;
  if (last.times.length > 0 && !isJoined) return false;
  last.times.push(times);
  return true;
}

/** Groups of days with their hours, in the order of the words; null where a word is none of them. */
function readGroups(words: string): Group[] | null {
  const found: Group[] = [{ days: [], times: [] }];
  let isJoined = true;
  for (let rest = plainWords(words); rest !== '';) {
    const skipped = filler.exec(rest);
    const read = skipped === null ? (readDays(rest) ?? readTimes(rest)) : skippedTo(rest, skipped[0]);
    if (read === null || !put(found, read, isJoined)) return null;
    isJoined = skipped !== null;
    rest = read.rest.trim();
  }
  return found;
}

const saysNothing = (groups: readonly Group[]) =>
  groups.every(({ days, times }) => days.length === 0 && times.length === 0);

/** Null: not understood. Without words nothing was limited. */
export function hoursOf(words: string | null): readonly Hours[] | null {
  const read = readGroups(words ?? '');
  if (read !== null && saysNothing(read) && words !== null && words.trim() !== '') return null;
  const groups = read === null ? null : joinedGroups(read);
  if (groups === null || !isPlain(groups)) return null;
  return groups.flatMap(({ days, times }) =>
    (times.length === 0 ? [[0, dayEnd] as const] : times).map(([from, to]) => ({
      ...{ days: days.length === 0 ? everyDay : days, from, to },
    })),
  );
}

export type Moment = { readonly on: CivilDate; readonly time: string };

export function minutesOf(time: string): number {
  const { hour: asHour, minute } = Temporal.PlainTime.from(time);
  return asHour * 60 + minute;
}

export const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const weekday = (on: CivilDate) => Temporal.PlainDate.from(on).dayOfWeek;

/** The hours in which a moment falls; null for none. */
export function hoursAt(hours: readonly Hours[], { on, time }: Moment): Hours | null {
  const minute = minutesOf(time);
  return hours.find(({ days, from, to }) => days.includes(weekday(on)) && from <= minute && minute < to) ?? null;
}

const daysLooked = 14;

/** The first moment from then on that falls into them; null for none in two weeks. */
export function firstWithin(hours: readonly Hours[], { on, time }: Moment): Moment | null {
  for (let ahead = 0; ahead <= daysLooked; ahead += 1) {
    const date = addDays(on, ahead);
    const least = ahead === 0 ? minutesOf(time) : 0;
    const starts = hours
      .filter(({ days, to }) => days.includes(weekday(date)) && to > least)
      .map(({ from }) => Math.max(from, least));
    if (starts.length > 0) return { on: date, time: timeAt(Math.min(...starts)) };
  }
  return null;
}

export function bothHours(one: readonly Hours[], other: readonly Hours[]): Hours[] {
  return one.flatMap((mine) =>
    other.flatMap((theirs): Hours[] => {
      const days = mine.days.filter((index) => theirs.days.includes(index));
      const [from, to] = [Math.max(mine.from, theirs.from), Math.min(mine.to, theirs.to)];
      return days.length === 0 || from >= to ? [] : [{ days, from, to }];
    }),
  );
}
