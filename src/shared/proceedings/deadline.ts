/**
 * The deadline engine (law and deadlines §6.1). Pure: dates and rules in, dates and their reasons out.
 *
 * Times are wall time of the centre (Peru keeps UTC−5 all year); a term in days ends at 23:59 of its last day.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, civilDateFrom, type CivilDate } from '../platform/dates.ts';
import { termStarts, type NotificationForm, type TermStart, type TermUnit } from './codes.ts';
import { rowOn, rowsOn, type DatedRow } from '../rulebook/index.ts';
import type { SkippedDay, Term } from './computed-schema.ts';
import type { DeadlineRow } from './deadline-rule.ts';
import type { TriggerKind } from './event-kinds.ts';
import { workCalendar, type Holiday, type WorkCalendar } from './holidays.ts';
import type { DistanceRule, EffectRule } from './notification.ts';

/** `time` null: only the day is known. */
export type Moment = { readonly on: CivilDate; readonly time: string | null };

/** The tables as they stand, every version of every row. */
export type LawTables = {
  readonly rules: readonly DeadlineRow[];
  readonly holidays: readonly DatedRow<Holiday>[];
  readonly effects: readonly DatedRow<EffectRule>[];
  readonly distances: readonly DatedRow<DistanceRule>[];
};

export type TermTrigger = {
  readonly kind: TriggerKind;
  /** Name of an act that the centre made itself; null for every other. */
  readonly act: string | null;
  readonly fact: Moment;
  /** Null while it was not notified: a term that runs from the notification has not begun. */
  readonly notification: {
    readonly form: NotificationForm;
    readonly entry: Moment;
    /** As it was written by hand against the rule; null to follow the rule. */
    readonly effect: Moment | null;
  } | null;
  readonly riskLevel: 'mild' | 'moderate' | 'severe' | null;
  /** Districts whose days off count: of the office where the term runs, and of the centre for its own steps. */
  readonly district: string | null;
  readonly centreDistrict: string | null;
  /** Days of distance of that office (término de la distancia); null when they are not known. */
  readonly distanceDays: number | null;
  /** Last day that the act itself fixes: it holds instead of the table. Null where it fixes none, or nobody knows it. */
  readonly fixedOn: CivilDate | null;
};

/** The two ends of a term. */
export type Ends = {
  /**
   * The earlier reading: from the entry of the notification, from the fact, or with the day of effect as the first
   * (`mayCountItself`). Null for a term without length.
   */
  readonly byEntry: Term | null;
  /** Counted from the day after the effect of the notification; the same as `byEntry` where there is no difference. */
  readonly byEffect: Term | null;
};

export type ComputedDeadline = Ends & {
  readonly rule: DeadlineRow;
  /**
   * The ends where days that may not bind the office (declared, of the region or the place) count as off too (D40), never
   * before the other two, and those days; null where they change nothing.
   */
  readonly ifOff: (Ends & { readonly days: readonly SkippedDay[] }) | null;
  /** The risk was not determined and the table has no row for it: the shorter term is taken. */
  readonly assumesSevere: boolean;
  /** Days of distance would be added, but are not known for this office. */
  readonly lacksDistance: boolean;
};

/** Every term that starts with this, under the rules of its own day, in the order of the table. */
export function deadlinesOf(trigger: TermTrigger, tables: LawTables): ComputedDeadline[] {
  const inForce = termStarts.flatMap((startsAt) => {
    const start = startOf(startsAt, trigger);
    const rows = start === null ? [] : rowsOn(tables.rules, start.on);
    return rows.filter(({ value }) => startsWith(value, trigger) && value.startsAt === startsAt);
  });
  return inForce.flatMap((rule) => {
    const match = matches(rule, inForce, trigger.riskLevel ?? 'undetermined');
    if (match === 'no') return [];
    const computed = computeDeadline(rule, trigger, tables);
    return computed === null ? [] : [{ ...computed, assumesSevere: match === 'assumed' }];
  });
}

/** A row of an act without a name holds for «Otro acto» whatever it is called. */
function startsWith({ trigger, act }: DeadlineRow['value'], started: TermTrigger): boolean {
  return trigger === started.kind && (act === null || act === started.act);
}

/** Names of acts that the centre made itself, as one chooses them, in the order of the table. */
export function ownActs(rules: readonly DeadlineRow[]): string[] {
  return [...new Set(rules.flatMap(({ value }) => value.act ?? []))];
}

/** What decides which version of the law holds: the fact, or the entry of the notification that starts the term. */
function startOf(startsAt: TermStart, trigger: TermTrigger): Moment | null {
  return startsAt === 'fact' ? trigger.fact : (trigger.notification?.entry ?? null);
}

/** Rows of one term for several levels share the number: D07a and D07b. */
export const familyOf = (ruleId: string) => ruleId.replace(/[a-z]$/, '');

type CaseLevel = NonNullable<TermTrigger['riskLevel']> | 'undetermined';

/**
 * A row for both milder levels that a centre kept stands beside a row for one of them: both count, and whoever reads
 * them is warned at the earlier.
 */
function matches(rule: DeadlineRow, inForce: readonly DeadlineRow[], level: CaseLevel): 'yes' | 'no' | 'assumed' {
  const own = rule.value.riskLevel;
  if (own === null || own === level) return 'yes';
  if (own === 'mildOrModerate') return level === 'mild' || level === 'moderate' ? 'yes' : 'no';
  if (level !== 'undetermined' || own !== 'severe') return 'no';
  const family = inForce.filter((row) => familyOf(row.id) === familyOf(rule.id));
  return family.some((row) => row.value.riskLevel === 'undetermined') ? 'no' : 'assumed';
}

/** One rule applied; null when it runs from a notification that has not been made. */
export function computeDeadline(
  rule: DeadlineRow,
  trigger: TermTrigger,
  tables: LawTables,
): Omit<ComputedDeadline, 'assumesSevere'> | null {
  const { value } = rule;
  const district = value.calendar === 'office' ? trigger.centreDistrict : trigger.district;
  const place = { kind: value.calendar, district };
  const sure = workCalendar(tables.holidays, place, 'sure');
  const ends = endsOf(rule, trigger, tables, sure);
  if (ends === null) return null;
  return {
    rule,
    ...ends,
    ifOff: laterEnds(ends, endsOf(rule, trigger, tables, workCalendar(tables.holidays, place, 'doubtful')), sure),
    lacksDistance: value.addsDistance && trigger.distanceDays === null,
  };
}

function endsOf(rule: DeadlineRow, trigger: TermTrigger, tables: LawTables, calendar: WorkCalendar): Ends | null {
  const { value } = rule;
  const starts = startsOf(value.startsAt, trigger, tables, calendar);
  if (starts === null) return null;
  const distance = distanceOf(rule, starts.entry.on, trigger.distanceDays, tables);
  const { amount, unit } = value;
  const termOf = (start: Moment, countsStart = false) => {
    if (trigger.fixedOn !== null) return termUntil(trigger.fixedOn, start);
    if (amount === null || unit === 'event') return null;
    const length = { amount, unit, rolls: value.calendar !== 'office', countsStart };
    const term = termFrom(length, start, distance, calendar);
    return start === starts.effect ? { ...term, skipped: [...starts.untilEffect, ...term.skipped] } : term;
  };
  const isInDays = unit === 'businessDays' || unit === 'calendarDays';
  const countsEffect = starts.mayCountEffect && value.calendar === 'judicial' && isInDays;
  const byEntry = countsEffect ? termOf(starts.effect, true) : termOf(starts.entry);
  return { byEntry, byEffect: starts.effect === starts.entry ? byEntry : termOf(starts.effect) };
}

/** The ends with the days that are not sure, and which of them moved one; null where none did. */
function laterEnds(ends: Ends, ifOff: Ends | null, sure: WorkCalendar): ComputedDeadline['ifOff'] {
  const isSame = (end: keyof Ends) => ends[end]?.due.on === ifOff?.[end]?.due.on;
  if (ifOff === null || (isSame('byEntry') && isSame('byEffect'))) return null;
  const skipped = [...(ifOff.byEntry?.skipped ?? []), ...(ifOff.byEffect?.skipped ?? [])];
  const days = skipped.filter(
    ({ on }, at) => sure.whyOff(on) === null && skipped.findIndex((day) => day.on === on) === at,
  );
  return { ...ifOff, days: days.toSorted((one, other) => (one.on < other.on ? -1 : 1)) };
}

type Starts = {
  readonly entry: Moment;
  readonly effect: Moment;
  /** Days off between the two. */
  readonly untilEffect: readonly SkippedDay[];
  readonly mayCountEffect: boolean;
};

function startsOf(startsAt: TermStart, trigger: TermTrigger, tables: LawTables, calendar: WorkCalendar): Starts | null {
  if (startsAt === 'fact') {
    return { entry: trigger.fact, effect: trigger.fact, untilEffect: [], mayCountEffect: false };
  }
  const { notification } = trigger;
  if (notification === null) return null;
  const { entry, effect: byHand } = notification;
  const mayCountEffect = effectRuleOf(notification, tables)?.mayCountItself ?? false;
  if (byHand !== null) return { entry, effect: byHand, untilEffect: [], mayCountEffect };
  const { effect, skipped } = reachEffect(notification, tables, calendar);
  return { entry, effect, untilEffect: skipped, mayCountEffect };
}

type Notified = { readonly form: NotificationForm; readonly entry: Moment };

function effectRuleOf({ form, entry }: Notified, { effects }: Pick<LawTables, 'effects'>): EffectRule | null {
  return rowsOn(effects, entry.on).find(({ value }) => value.form === form)?.value ?? null;
}

/** Day of effect of a notification, by the rule of the day it came in. Without a rule, the day of entry itself. */
export function effectOf(notified: Notified, tables: Pick<LawTables, 'effects'>, calendar: WorkCalendar): Moment {
  return reachEffect(notified, tables, calendar).effect;
}

function reachEffect(notified: Notified, tables: Pick<LawTables, 'effects'>, calendar: WorkCalendar) {
  const { entry } = notified;
  const rule = effectRuleOf(notified, tables);
  if (rule === null || rule.days === 0) return { effect: entry, skipped: [] };
  const { on, skipped } = addDaysOf(entry.on, rule.days, rule.unit, calendar);
  return { effect: { on, time: null }, skipped };
}

type Distance = { readonly days: number; readonly unit: DistanceRule['unit'] };

function distanceOf(
  { value }: DeadlineRow,
  on: CivilDate,
  distanceDays: number | null,
  { distances }: LawTables,
): Distance {
  const row = rowOn(distances, 'distance', on);
  const days = value.addsDistance && row !== null ? (distanceDays ?? 0) : 0;
  return { days, unit: row?.value.unit ?? 'calendarDays' };
}

/** Up to the day that the act fixes, which nobody has to count. */
function termUntil(fixedOn: CivilDate, start: Moment): Term {
  return {
    start,
    countsStart: false,
    assumesMidnight: false,
    due: { on: fixedOn, time: lastMinute },
    skipped: [],
    distanceDays: 0,
  };
}

type Length = {
  readonly amount: number;
  readonly unit: Exclude<TermUnit, 'event'>;
  /** Whether an end on a day off moves to the next working day: the terms of the law, not the steps of the centre. */
  readonly rolls: boolean;
  readonly countsStart: boolean;
};

/** Days and months end on a working day (CC 183.5, CPP 143, CPC 147); hours run through. */
function termFrom(
  { amount, unit, rolls, countsStart }: Length,
  start: Moment,
  distance: Distance,
  calendar: WorkCalendar,
): Term {
  const assumesMidnight = unit === 'hours' && start.time === null;
  const base = { start, countsStart, assumesMidnight, distanceDays: distance.days };
  if (unit === 'hours') return { ...base, due: addHours(start, amount), skipped: [] };
  const end =
    unit === 'months'
      ? { on: addMonths(start.on, amount), skipped: [] }
      : addDaysOf(countsStart && amount > 0 ? addDays(start.on, -1) : start.on, amount, unit, calendar);
  const far = addDaysOf(end.on, distance.days, distance.unit, calendar);
  const last = rolls ? nextWorkingDay(far.on, calendar) : { on: far.on, skipped: [] };
  const skipped = [...end.skipped, ...far.skipped, ...last.skipped];
  return { ...base, due: { on: last.on, time: lastMinute }, skipped };
}

/** The day itself where it is one. */
function nextWorkingDay(on: CivilDate, calendar: WorkCalendar): Reached {
  const name = calendar.whyOff(on);
  if (name === null) return { on, skipped: [] };
  const { on: end, skipped } = addDaysOf(on, 1, 'businessDays', calendar);
  return { on: end, skipped: [{ on, name }, ...skipped] };
}

const lastMinute = '23:59';

type Reached = { readonly on: CivilDate; readonly skipped: readonly SkippedDay[] };

/** By the clock, nights and holidays included. */
function addHours({ on, time }: Moment, hours: number): Term['due'] {
  const end = Temporal.PlainDate.from(on)
    .toPlainDateTime(time ?? '00:00')
    .add({ hours });
  return {
    on: civilDateFrom(end.toPlainDate()),
    time: end.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The same day of a later month; the last day of a shorter one. */
export function addMonths(on: CivilDate, months: number): CivilDate {
  return civilDateFrom(Temporal.PlainDate.from(on).add({ months }));
}

/** Ends already counted, by calendar: a board counts the same steps of many cases. */
const counted = new WeakMap<WorkCalendar, Map<string, Reached>>();

/** The first day counted is the one after; a term of no days ends where it starts. */
function addDaysOf(on: CivilDate, amount: number, unit: DayUnit, calendar: WorkCalendar): Reached {
  const ofCalendar = counted.get(calendar) ?? new Map<string, Reached>();
  counted.set(calendar, ofCalendar);
  const key = `${on} ${amount} ${unit}`;
  const reached = ofCalendar.get(key) ?? countDays(on, amount, unit, calendar);
  ofCalendar.set(key, reached);
  return reached;
}

type DayUnit = 'businessDays' | 'calendarDays';

function countDays(on: CivilDate, amount: number, unit: DayUnit, calendar: WorkCalendar): Reached {
  if (unit === 'calendarDays') return { on: addDays(on, amount), skipped: [] };
  const skipped: SkippedDay[] = [];
  let day = Temporal.PlainDate.from(on);
  let left = amount;
  while (left > 0) {
    day = day.add({ days: 1 });
    const at = civilDateFrom(day);
    const name = calendar.whyOff(at);
    if (name === null) left -= 1;
    else skipped.push({ on: at, name });
  }
  return { on: civilDateFrom(day), skipped };
}

/** The earlier of two ends: the one the team is warned at. */
export function warnedAt({ byEntry, byEffect }: Pick<ComputedDeadline, 'byEntry' | 'byEffect'>): Term['due'] | null {
  if (byEntry === null || byEffect === null) return byEntry?.due ?? byEffect?.due ?? null;
  return key(byEntry.due) <= key(byEffect.due) ? byEntry.due : byEffect.due;
}

const key = ({ on, time }: Term['due']) => `${on} ${time}`;
