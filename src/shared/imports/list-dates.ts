/** Dates of an old list. Their order is a choice of the person; what is doubtful is told, never read in silence. */
import { Temporal } from 'temporal-polyfill';
import { civilDateFrom, civilDateSchema, toPartial, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { formatLongDate } from '../platform/typed-date.ts';
import type { SourceCell } from './cells.ts';
import type { DateOrder } from './codes.ts';

export type ReadDate =
  | { readonly ok: true; readonly date: PartialDate | null; readonly warning: string | null }
  | { readonly ok: false; readonly message: string };

const notADate = 'No es una fecha. Escriba día, mes y año: 05/03/2019.';

type Numbers = readonly [string, string, string];

/** Three numbers apart by one sign; an hour after them does not count. */
export function threeNumbers(text: string): Numbers | null {
  const match =
    /^(\d{1,4})([/\-. ])(\d{1,2})\2(\d{1,4})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?\s?m\.?)?)?$/i.exec(
      text.trim(),
    );
  return match === null ? null : [match[1] ?? '', match[3] ?? '', match[4] ?? ''];
}

function inOrder([first, second, third]: Numbers, order: DateOrder): { year: string; month: string; day: string } {
  if (first.length === 4 || order === 'ymd') return { year: first, month: second, day: third };
  return order === 'dmy' ? { day: first, month: second, year: third } : { month: first, day: second, year: third };
}

function civil(year: number, month: string, day: string): CivilDate | null {
  const iso = [String(year).padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const parsed = civilDateSchema.safeParse(iso);
  return parsed.success ? parsed.data : null;
}

/** The latest century in which a two-digit year is not after `latest`. */
function withCentury(year: number, month: string, day: string, latest: CivilDate): CivilDate | null {
  for (const century of [2000, 1900]) {
    const date = civil(century + year, month, day);
    if (date !== null && date <= latest) return date;
  }
  return null;
}

/** Day numbers of a spreadsheet that fall between 1950 and 2100. */
const serials = { first: 18_264, last: 73_050 };

function fromSerial(text: string): CivilDate | null {
  const serial = Number(text);
  if (!/^\d{5}(?:\.\d+)?$/.test(text) || serial < serials.first || serial > serials.last) return null;
  return civilDateFrom(Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(serial) }));
}

function partial(text: string): PartialDate | null {
  const match = /^(?:(\d{1,2})[/\-. ])?((?:19|20)\d{2})$/.exec(text);
  if (match === null) return null;
  const month = match[1] === undefined ? null : Number(match[1]);
  return month !== null && (month < 1 || month > 12) ? null : { year: Number(match[2]), month, day: null };
}

/** Reads one cell of a column of dates. `latest`: no date of the column can be later. */
export function readListDate(cell: SourceCell, order: DateOrder, latest: CivilDate): ReadDate {
  const found = (date: CivilDate, warning: string | null = null): ReadDate => ({
    ok: true,
    date: toPartial(date),
    warning,
  });
  if (cell.date !== null) {
    const date = civilDateSchema.safeParse(cell.date);
    return date.success ? found(date.data) : { ok: false, message: notADate };
  }
  const text = cell.text.normalize('NFKC').trim();
  if (text === '') return { ok: true, date: null, warning: null };
  const numbers = threeNumbers(text);
  if (numbers !== null) return fromNumbers(numbers, order, latest, found);
  const serial = fromSerial(text);
  if (serial !== null)
    return found(serial, `El número ${text} se leyó como fecha de Excel: ${formatLongDate(serial)}.`);
  const some = partial(text);
  return some === null ? { ok: false, message: notADate } : { ok: true, date: some, warning: null };
}

function fromNumbers(
  numbers: Numbers,
  order: DateOrder,
  latest: CivilDate,
  found: (date: CivilDate, warning?: string | null) => ReadDate,
): ReadDate {
  const { year, month, day } = inOrder(numbers, order);
  if (year.length === 4) {
    const date = civil(Number(year), month, day);
    return date === null
      ? { ok: false, message: 'Esa fecha no existe. Revise el día, el mes y su orden.' }
      : found(date);
  }
  if (year.length !== 2) return { ok: false, message: notADate };
  const date = withCentury(Number(year), month, day, latest);
  if (date === null) return { ok: false, message: 'Esa fecha no existe. Escriba el año con cuatro dígitos.' };
  return found(date, `El año tiene dos dígitos: se leyó ${formatLongDate(date)}.`);
}

/** What the dates of a file say about their order. */
export type DateEvidence = {
  /** Orders under which every date of the file exists. */
  readonly possible: readonly DateOrder[];
  /** Dates of the file that read differently, with each reading in words. At most three. */
  readonly examples: readonly {
    readonly text: string;
    readonly readings: readonly { order: DateOrder; words: string }[];
  }[];
};

const orders = ['dmy', 'mdy', 'ymd'] as const;

/** Which orders the dates allow. Dates that the workbook itself marks as dates need no order. */
export function weighDates(texts: readonly string[]): DateEvidence {
  const reading = (numbers: Numbers, order: DateOrder): CivilDate | null => {
    const { year, month, day } = inOrder(numbers, order);
    return civil(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  };
  // A date that exists under no order is an error of its row and says nothing about the others.
  const written = texts.flatMap((text) => {
    const numbers = threeNumbers(text);
    return numbers !== null && orders.some((order) => reading(numbers, order) !== null) ? [{ text, numbers }] : [];
  });
  const possible = orders.filter((order) => written.every(({ numbers }) => reading(numbers, order) !== null));
  const doubtful = written.filter(({ numbers }) => new Set(possible.map((order) => reading(numbers, order))).size > 1);
  const shown = (doubtful.length > 0 ? doubtful : written).slice(0, 3);
  return {
    possible: written.length === 0 ? orders : possible,
    examples: shown.map(({ text, numbers }) => ({
      text,
      readings: orders.flatMap((order) => {
        const date = reading(numbers, order);
        return date === null ? [] : [{ order, words: formatLongDate(date) }];
      }),
    })),
  };
}

/** The order that needs no question: every date reads the same under all that are possible. Null: ask. */
export function certainOrder(texts: readonly string[]): DateOrder | null {
  const { possible, examples } = weighDates(texts);
  const isDoubtful = examples.some(
    ({ readings }) =>
      new Set(readings.filter(({ order }) => possible.includes(order)).map(({ words }) => words)).size > 1,
  );
  return isDoubtful ? null : (possible[0] ?? null);
}
