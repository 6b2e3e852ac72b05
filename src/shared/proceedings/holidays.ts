/**
 * Non-working days as rows: fixed days, days counted from Easter, and spans of dates (decrees, local days, suspensions of
 * the courts), each with its scope. Which of them suspend which term is for a lawyer: all are changed in the program.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, civilDateFrom, civilDateSchema, type CivilDate } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { holidayFormLabels, holidayScopeLabels, type CalendarKind } from './codes.ts';
import { rowOn, shippedRow, type DatedRow } from '../rulebook/index.ts';

export const holidaySchema = z
  .strictObject({
    name: cleanedText(80),
    form: oneOf(holidayFormLabels),
    scope: oneOf(holidayScopeLabels),
    /** `yearly`: day of the year, `MM-DD`; `firstWorkingDay`: the day from which it is looked for. */
    day: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'Escriba el día como mm-dd.' })
      .nullable(),
    /** `easter`: days from Easter Sunday, negative before it. */
    easterOffset: z.int().min(-60).max(60).nullable(),
    /** `span`: both days included. */
    from: civilDateSchema.nullable(),
    to: civilDateSchema.nullable(),
    /** Department (two digits) or district (six) where alone it holds; null everywhere. */
    place: z
      .string()
      .regex(/^\d{2}(\d{4})?$/, { error: 'Escriba el código de dos dígitos (región) o de seis (distrito).' })
      .nullable(),
  })
  .refine(({ form, day }) => (form !== 'yearly' && form !== 'firstWorkingDay') || day !== null, {
    path: ['day'],
    error: 'Escriba el día.',
  })
  .refine(({ form, easterOffset }) => form !== 'easter' || easterOffset !== null, {
    path: ['easterOffset'],
    error: 'Escriba los días desde Pascua.',
  })
  .refine(({ form, from, to }) => form !== 'span' || (from !== null && to !== null && from <= to), {
    path: ['to'],
    error: 'Escriba desde y hasta qué día.',
  })
  .refine(({ scope, place }) => (scope !== 'regional' && scope !== 'local') || place !== null, {
    path: ['place'],
    error: 'Escriba el lugar.',
  });
export type Holiday = z.infer<typeof holidaySchema>;

const always = '1900-01-01';

type Where = { readonly from?: string; readonly scope?: Holiday['scope']; readonly place?: string };
type Law = readonly [source: string, confirmation: DatedRow<Holiday>['confirmation'], note?: string];

function day(id: string, when: Partial<Holiday> & Pick<Holiday, 'name' | 'form'>, law: Law, where: Where = {}) {
  const { from = always, scope = 'national', place = null } = where;
  const value = { day: null, easterOffset: null, from: null, to: null, scope, place, ...when };
  const [source, confirmation, note = null] = law;
  return shippedRow<Holiday>(id, { value, validFrom: from, source, confirmation, note });
}

type FixedDay = readonly [id: string, on: string, name: string, law: Law, where?: Where];

const yearly = (...[id, on, name, law, where]: FixedDay) => day(id, { name, form: 'yearly', day: on }, law, where);

/** Sixteen days of the state, as they read since 9.7.2023 (Ley 31822, El Peruano 8.7.2023). */
const decree: Law = ['D. Leg. 713, art. 6', 'secondary'];
const judicial = { scope: 'judicial' } as const;

const fixedDays: readonly DatedRow<Holiday>[] = [
  yearly('new-year', '01-01', 'Año Nuevo', decree),
  day('holy-thursday', { name: 'Jueves Santo', form: 'easter', easterOffset: -3 }, decree),
  day('good-friday', { name: 'Viernes Santo', form: 'easter', easterOffset: -2 }, decree),
  yearly('labour-day', '05-01', 'Día del Trabajo', decree),
  yearly('arica-battle', '06-07', 'Batalla de Arica y Día de la Bandera', ['Ley 31788', 'secondary'], {
    from: '2023-06-16',
  }),
  yearly('peter-and-paul', '06-29', 'San Pedro y San Pablo', decree),
  yearly('air-force-day', '07-23', 'Día de la Fuerza Aérea del Perú', ['Ley 31822', 'secondary'], {
    from: '2023-07-09',
  }),
  yearly('independence-day', '07-28', 'Fiestas Patrias', decree),
  yearly('independence-day-2', '07-29', 'Fiestas Patrias', decree),
  yearly('junin-battle', '08-06', 'Batalla de Junín', ['Ley 31530', 'secondary'], { from: '2022-08-06' }),
  yearly('rose-of-lima', '08-30', 'Santa Rosa de Lima', decree),
  yearly('angamos', '10-08', 'Combate de Angamos', decree),
  yearly('all-saints', '11-01', 'Todos los Santos', decree),
  yearly('immaculate', '12-08', 'Inmaculada Concepción', decree),
  yearly('ayacucho-battle', '12-09', 'Batalla de Ayacucho', ['Ley 31381', 'secondary'], { from: '2022-12-09' }),
  yearly('christmas', '12-25', 'Navidad', decree),
  yearly('judges-day', '08-04', 'Día del Juez', ['LOPJ, art. 247', 'secondary'], judicial),
  day(
    'judicial-year',
    { name: 'Apertura del Año Judicial', form: 'firstWorkingDay', day: '01-01' },
    [
      'LOPJ, arts. 123 y 247',
      'secondary',
      'Vista el 03/01/2023, el 02/01/2025 y el 05/01/2026; los demás años, por la regla.',
    ],
    judicial,
  ),
];

const silent =
  'Del sector público: la norma calla sobre los plazos procesales. Se ven las dos fechas y avisa la anterior.';

/** Days that a decree declared, by the law reports and the press: whether a court or a prosecutor kept them is not known. */
const declaredDays: Readonly<Record<string, readonly string[]>> = {
  'DS 161-2021-PCM': ['2021-11-02', '2022-01-03'],
  'DS 033-2022-PCM': ['2022-12-26'],
  'DS 068-2022-PCM': ['2022-06-13'],
  'DS 151-2022-PCM': [
    ...['2023-01-02', '2023-04-28', '2023-06-30', '2023-07-27', '2023-10-09', '2023-12-07', '2023-12-26'],
    '2024-01-02',
  ],
  'DS 011-2024-PCM': ['2024-07-26', '2024-10-07', '2024-12-06', '2024-12-23', '2024-12-24', '2024-12-30', '2024-12-31'],
  'DS 042-2025-PCM': ['2025-05-02', '2025-12-26', '2026-01-02'],
};

const span = (from: string, to = from) => ({
  ...{ form: 'span' as const, from: civilDateSchema.parse(from), to: civilDateSchema.parse(to) },
});

/** Days on which the courts are known to have rested (law-facts §1). */
const ofCourts: readonly DatedRow<Holiday>[] = [
  day(
    'courts-2020',
    { name: 'Plazos suspendidos', ...span('2020-10-13', '2020-10-23') },
    ['RA 000120-2020-P-CE-PJ', 'secondary'],
    judicial,
  ),
  ...['2022-01-03', '2023-01-02'].map((on) =>
    day(
      `courts-${on}`,
      { name: 'Día no laborable que el Poder Judicial tomó', ...span(on) },
      ['Apertura del Año Judicial trasladada', 'secondary'],
      judicial,
    ),
  ),
];

const declared = Object.entries(declaredDays).flatMap(([source, days]) =>
  days.map((on) =>
    day(`declared-${on}`, { name: 'Día no laborable declarado', ...span(on) }, [source, 'toConfirm', silent], {
      scope: 'declared',
    }),
  ),
);

const regional = (place: string, from?: string): Where => ({ scope: 'regional', place, ...(from && { from }) });

const regionalDays: readonly DatedRow<Holiday>[] = [
  yearly(
    'ancash',
    '02-12',
    'Áncash',
    ['Ordenanza Regional 002-2025', 'toConfirm', silent],
    regional('02', '2025-02-12'),
  ),
  day(
    'apurimac-2025',
    { name: 'Apurímac', ...span('2025-03-28') },
    ['Ordenanza Regional 004-2025', 'toConfirm', silent],
    regional('03'),
  ),
];

/**
 * National days, those of the courts, and the declared and regional ones whose norm is known; local days, later decrees
 * and suspensions of single courts are added by the centre.
 */
export const shippedHolidays: readonly DatedRow<Holiday>[] = [...fixedDays, ...ofCourts, ...declared, ...regionalDays];

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civilDateFrom(Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }));
}

/** Where the term runs: six digits of the district of the court or the centre, null for nowhere in particular. */
export type CalendarPlace = { readonly kind: CalendarKind; readonly district: string | null };

export type WorkCalendar = {
  /** Why nobody works that day («Domingo», «San Pedro y San Pablo»); null on a working day. */
  whyOff(on: CivilDate): string | null;
};

const weekend: Readonly<Record<number, string>> = { 6: 'Sábado', 7: 'Domingo' };

/**
 * Days that a decree or a place declared: whether they stop a term before a court, a prosecutor or the police is not
 * settled (D40). The centre itself, an office of the executive, keeps them.
 */
const doubtfulScopes: ReadonlySet<Holiday['scope']> = new Set(['declared', 'regional', 'local']);

/** `sure`: only days that are known to be off; `doubtful`: those that may be as well. */
export type DaysCounted = 'sure' | 'doubtful';

/** Calendars already worked out, by the table they came from. */
const made = new WeakMap<readonly DatedRow<Holiday>[], Map<string, WorkCalendar>>();

/** Days of one place; each calendar, and each year of it, is worked out once for a table. */
export function workCalendar(
  rows: readonly DatedRow<Holiday>[],
  place: CalendarPlace,
  counted: DaysCounted,
): WorkCalendar {
  const ofTable = made.get(rows) ?? new Map<string, WorkCalendar>();
  made.set(rows, ofTable);
  const key = `${place.kind} ${place.district ?? ''} ${counted}`;
  const calendar = ofTable.get(key) ?? makeCalendar(rows, place, counted);
  ofTable.set(key, calendar);
  return calendar;
}

function makeCalendar(rows: readonly DatedRow<Holiday>[], place: CalendarPlace, counted: DaysCounted): WorkCalendar {
  const years = new Map<number, ReadonlyMap<string, string>>();
  const ofPlace = rows.filter(({ value }) => holdsIn(value, place));
  const isCounted = ({ scope }: Holiday) =>
    counted === 'doubtful' || place.kind === 'office' || !doubtfulScopes.has(scope);
  const daysOf = (year: number): ReadonlyMap<string, string> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = holidaysIn(ofPlace, year, isCounted);
    years.set(year, days);
    return days;
  };
  return {
    whyOff: (on) => daysOf(Number(on.slice(0, 4))).get(on) ?? weekendOf(on),
  };
}

function weekendOf(on: CivilDate): string | null {
  return weekend[Temporal.PlainDate.from(on).dayOfWeek] ?? null;
}

function holdsIn({ scope, place }: Holiday, { kind, district }: CalendarPlace): boolean {
  if (scope === 'judicial' && kind !== 'judicial') return false;
  return place === null || district?.startsWith(place) === true;
}

/**
 * Holidays of a year by date. A row counts on a day only where the version in force that day still says so. A first
 * working day is looked for after every other day off, also those that do not count.
 */
export function holidaysIn(
  rows: readonly DatedRow<Holiday>[],
  year: number,
  isCounted: (holiday: Holiday) => boolean = () => true,
): ReadonlyMap<string, string> {
  const all = new Set<string>();
  const days = new Map<string, string>();
  const isFirst = ({ value }: DatedRow<Holiday>) => value.form === 'firstWorkingDay';
  for (const row of [...rows.filter((one) => !isFirst(one)), ...rows.filter(isFirst)]) {
    for (const on of isFirst(row) ? firstWorkingDay(row.value, year, all) : daysOf(row.value, year)) {
      if (rowOn(rows, row.id, on)?.version !== row.version) continue;
      all.add(on);
      if (isCounted(row.value) && !days.has(on)) days.set(on, row.value.name);
    }
  }
  return days;
}

function firstWorkingDay({ day: from }: Holiday, year: number, off: ReadonlySet<string>): CivilDate[] {
  const [month = 1, first = 1] = (from ?? '01-01').split('-').map(Number);
  let at = Temporal.PlainDate.from({ year, month, day: first });
  while (off.has(at.toString()) || weekend[at.dayOfWeek] !== undefined) at = at.add({ days: 1 });
  return [civilDateFrom(at)];
}

function daysOf(holiday: Holiday, year: number): CivilDate[] {
  if (holiday.form === 'easter') return [addDays(easterOf(year), holiday.easterOffset ?? 0)];
  if (holiday.form === 'yearly') {
    // 29 February is a day only in leap years.
    const { data: day } = civilDateSchema.safeParse(`${year}-${holiday.day ?? ''}`);
    return day === undefined ? [] : [day];
  }
  return datesBetween(holiday.from, holiday.to).filter((on) => on.startsWith(`${year}-`));
}

function datesBetween(from: CivilDate | null, to: CivilDate | null): CivilDate[] {
  if (from === null || to === null) return [];
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
