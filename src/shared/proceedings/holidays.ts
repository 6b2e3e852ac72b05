/**
 * Non-working days as rows: fixed days, days counted from Easter, and spans of dates (decrees, local days, judicial
 * vacations), each with its scope. Which of them suspend which term is for a lawyer: all are changed in the program.
 */
import { Temporal } from 'temporal-polyfill';
import { civilDateSchema, type CivilDate } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { holidayForms, holidayScopes, type CalendarKind } from './codes.ts';
import { rowOn, type DatedRow } from '../rulebook/index.ts';

export const holidaySchema = z
  .strictObject({
    name: cleanedText(80),
    form: z.enum(holidayForms),
    scope: z.enum(holidayScopes),
    /** `yearly`: day of the year, `MM-DD`. */
    day: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'Escriba el día como mm-dd.' })
      .nullable(),
    /** `easter`: days from Easter Sunday, negative before it. */
    easterOffset: z.int().min(-60).max(60).nullable(),
    /** `span`: both days included. */
    from: civilDateSchema.nullable(),
    to: civilDateSchema.nullable(),
    /** Department (two digits) of a regional day, district (six) of a local one; null elsewhere. */
    place: z
      .string()
      .regex(/^\d{2}(\d{4})?$/, { error: 'Escriba el código de dos dígitos (región) o de seis (distrito).' })
      .nullable(),
  })
  .refine(({ form, day }) => form !== 'yearly' || day !== null, { path: ['day'], error: 'Escriba el día.' })
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

const blank = { day: null, easterOffset: null, from: null, to: null, place: null };

type FixedDay = readonly [id: string, day: string, name: string, from: string, source: string];

function yearly(...[id, day, name, from, source]: FixedDay): DatedRow<Holiday> {
  return {
    id,
    version: 1,
    value: { ...blank, name, form: 'yearly', scope: 'national', day },
    validFrom: from as CivilDate,
    validTo: null,
    source,
    confirmation: 'toConfirm',
    note: null,
  };
}

function fromEaster(id: string, easterOffset: number, name: string): DatedRow<Holiday> {
  return {
    ...yearly(id, '01-01', name, always, decree),
    value: { ...blank, name, form: 'easter', scope: 'national', easterOffset },
  };
}

const always = '1900-01-01';
const decree = 'D. Leg. 713, art. 6';

/** National days and the judicial day; regional, local and declared days are added by the centre. */
export const shippedHolidays: readonly DatedRow<Holiday>[] = [
  yearly('new-year', '01-01', 'Año Nuevo', always, decree),
  fromEaster('holy-thursday', -3, 'Jueves Santo'),
  fromEaster('good-friday', -2, 'Viernes Santo'),
  yearly('labour-day', '05-01', 'Día del Trabajo', always, decree),
  yearly('arica-battle', '06-07', 'Batalla de Arica y Día de la Bandera', '2024-01-01', 'Ley 31788'),
  yearly('peter-and-paul', '06-29', 'San Pedro y San Pablo', always, decree),
  yearly('air-force-day', '07-23', 'Día de la Fuerza Aérea del Perú', '2023-07-23', 'Ley 31822'),
  yearly('independence-day', '07-28', 'Fiestas Patrias', always, decree),
  yearly('independence-day-2', '07-29', 'Fiestas Patrias', always, decree),
  yearly('junin-battle', '08-06', 'Batalla de Junín', '2022-08-06', 'Ley 31530'),
  yearly('rose-of-lima', '08-30', 'Santa Rosa de Lima', always, decree),
  yearly('angamos', '10-08', 'Combate de Angamos', always, decree),
  yearly('all-saints', '11-01', 'Todos los Santos', always, decree),
  yearly('immaculate', '12-08', 'Inmaculada Concepción', always, decree),
  yearly('ayacucho-battle', '12-09', 'Batalla de Ayacucho', '2022-12-09', 'Ley 31381'),
  yearly('christmas', '12-25', 'Navidad', always, decree),
  {
    ...yearly('judges-day', '08-04', 'Día del Juez', always, 'Ley Orgánica del Poder Judicial, art. 247'),
    value: { ...blank, name: 'Día del Juez', form: 'yearly', scope: 'judicial', day: '08-04' },
  },
];

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }).toString() as CivilDate;
}

/** Where the term runs: six digits of the district of the court or the centre, null for nowhere in particular. */
export type CalendarPlace = { readonly kind: CalendarKind; readonly district: string | null };

export type WorkCalendar = {
  /** Why nobody works that day («Domingo», «San Pedro y San Pablo»); null on a working day. */
  whyOff(on: CivilDate): string | null;
};

const weekend: Readonly<Record<number, string>> = { 6: 'Sábado', 7: 'Domingo' };

/** Calendars already worked out, by the table they came from. */
const made = new WeakMap<readonly DatedRow<Holiday>[], Map<string, WorkCalendar>>();

/** Days of one place; each calendar, and each year of it, is worked out once for a table. */
export function workCalendar(rows: readonly DatedRow<Holiday>[], place: CalendarPlace): WorkCalendar {
  const ofTable = made.get(rows) ?? new Map<string, WorkCalendar>();
  made.set(rows, ofTable);
  const key = `${place.kind} ${place.district ?? ''}`;
  const calendar = ofTable.get(key) ?? makeCalendar(rows, place);
  ofTable.set(key, calendar);
  return calendar;
}

function makeCalendar(rows: readonly DatedRow<Holiday>[], place: CalendarPlace): WorkCalendar {
  const years = new Map<number, ReadonlyMap<string, string>>();
  const ofPlace = rows.filter(({ value }) => holdsIn(value, place));
  const daysOf = (year: number): ReadonlyMap<string, string> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = holidaysIn(ofPlace, year);
    years.set(year, days);
    return days;
  };
  return {
    whyOff: (on) => {
      const day = Temporal.PlainDate.from(on);
      return daysOf(day.year).get(on) ?? weekend[day.dayOfWeek] ?? null;
    },
  };
}

function holdsIn({ scope, place }: Holiday, { kind, district }: CalendarPlace): boolean {
  if (scope === 'judicial') return kind === 'judicial';
  if (scope === 'regional' || scope === 'local') return place !== null && district?.startsWith(place) === true;
  return true;
}

/** Holidays of a year by date. A row counts on a day only where the version in force that day still says so. */
export function holidaysIn(rows: readonly DatedRow<Holiday>[], year: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const row of rows) {
    for (const on of daysOf(row.value, year)) {
      const isInForce = rowOn(rows, row.id, on)?.version === row.version;
      if (isInForce && !days.has(on)) days.set(on, row.value.name);
    }
  }
  return days;
}

function daysOf(holiday: Holiday, year: number): CivilDate[] {
  if (holiday.form === 'easter') {
    return [
      Temporal.PlainDate.from(easterOf(year))
        .add({ days: holiday.easterOffset ?? 0 })
        .toString() as CivilDate,
    ];
  }
  if (holiday.form === 'yearly') {
    // 29 February is a day only in leap years.
    const day = `${year}-${holiday.day ?? ''}`;
    return civilDateSchema.safeParse(day).success ? [day as CivilDate] : [];
  }
  return datesBetween(holiday.from, holiday.to).filter((on) => on.startsWith(`${year}-`));
}

function datesBetween(from: CivilDate | null, to: CivilDate | null): CivilDate[] {
  if (from === null || to === null) return [];
  const days: CivilDate[] = [];
  const last = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    days.push(day.toString() as CivilDate);
    day = day.add({ days: 1 });
  }
  return days;
}
