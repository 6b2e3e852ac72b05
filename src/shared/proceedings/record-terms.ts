/**
 * Terms that the record of the case starts by itself: the clock after a sexual assault and the steps of the centre (D20–D23,
 * D30–D36). Computed on reading from what the record holds now; nothing of them is kept, so nothing can be out of date.
 */
import type { CivilDate } from '../platform/dates.ts';
import {
  deadlinesOf,
  familyOf,
  type ComputedDeadline,
  type LawTables,
  type Moment,
  type TermTrigger,
} from './deadline.ts';
import type { EventKind, TriggerKind } from './event-kinds.ts';

/** What starts a term and is no event of a proceeding. */
export type RecordTriggerKind = Exclude<TriggerKind, EventKind>;

/** From the first moment it can have been to the last; equal where the minute, or the day, is known. */
export type RecordTrigger = { readonly kind: RecordTriggerKind; readonly first: Moment; readonly last: Moment };

/** What became of each part of the emergency kit that has a term: delivered, or why not; null while neither. */
export type KitAnswered = { readonly prophylaxis: CivilDate | null; readonly contraception: CivilDate | null };

/** What the record says was done, each with its day; null while it was not. */
export type RecordEnds = {
  /** First act of attention: an interview or another one that counts. */
  readonly attended: CivilDate | null;
  readonly kit: KitAnswered;
  /** Measures were requested, or decided. */
  readonly measures: CivilDate | null;
  /** First act of attention after the day of the validation. */
  readonly contact: CivilDate | null;
  /** Sections of the paper that miss nothing; their day is not known. `isInterviewed`: Section B. */
  readonly isInterviewed: boolean;
  readonly isDescribed: boolean;
  readonly isPlanned: boolean;
};

export type RecordTerm = {
  readonly trigger: RecordTrigger;
  readonly computed: ComputedDeadline;
  /** `date`: nothing has to be done, something becomes possible from then on. */
  readonly state: 'open' | 'done' | 'date';
  /** Day on which it was done, where the record knows it. */
  readonly doneOn: CivilDate | null;
};

const datesOnly: ReadonlySet<string> = new Set(['D22', 'D23']);

type End = { readonly isDone: boolean; readonly on: CivilDate | null };

const onDay = (on: CivilDate | null): End => ({ isDone: on !== null, on });
const ifSo = (isDone: boolean): End => ({ isDone, on: null });

/** What ends each term, by its number; a term of another number stays open until its date. */
const ends: Readonly<Record<string, (done: RecordEnds) => End>> = {
  D20: ({ kit }) => onDay(kit.prophylaxis),
  D21: ({ kit }) => onDay(kit.contraception),
  // What the interview asks is in Section B, also where its account stands in another ficha or was told at the desk.
  D30: ({ attended, isInterviewed }) => (attended === null ? ifSo(isInterviewed) : onDay(attended)),
  D31: ({ isDescribed }) => ifSo(isDescribed),
  D32: ({ isPlanned }) => ifSo(isPlanned),
  D33: ({ measures }) => onDay(measures),
  D34: ({ contact }) => onDay(contact),
};

type Around = Pick<TermTrigger, 'riskLevel' | 'district' | 'centreDistrict'>;

function computedFor(trigger: RecordTrigger, around: Around, tables: LawTables): ComputedDeadline[] {
  const from = (fact: Moment) =>
    deadlinesOf(
      { kind: trigger.kind, act: null, fact, notification: null, distanceDays: null, fixedOn: null, ...around },
      tables,
    );
  const { first, last } = trigger;
  if (first.on === last.on && first.time === last.time) return from(first);
  const early = from(first);
  // The later end decides whether it is too late; the earlier one warns, as with a notification.
  return from(last).map((late) => {
    const same = early.find(({ rule }) => rule.id === late.rule.id);
    return same === undefined ? late : { ...late, byEntry: same.byEntry };
  });
}

/** Every term of the record, in the order of what starts them and of the table. */
export function recordTermsOf(
  triggers: readonly RecordTrigger[],
  done: RecordEnds,
  around: Around,
  tables: LawTables,
): RecordTerm[] {
  return triggers.flatMap((trigger) =>
    computedFor(trigger, around, tables).map((computed): RecordTerm => {
      const family = familyOf(computed.rule.id);
      if (datesOnly.has(family)) return { trigger, computed, state: 'date', doneOn: null };
      const end = ends[family]?.(done) ?? ifSo(false);
      return { trigger, computed, state: end.isDone ? 'done' : 'open', doneOn: end.on };
    }),
  );
}

/** Too late only when the last moment it can have started from says so (kit: any moment within counts as within). */
export function isRecordTermOverdue({ state, computed }: RecordTerm, now: string): boolean {
  const due = computed.byEffect?.due ?? computed.byEntry?.due;
  return state === 'open' && due !== undefined && `${due.on} ${due.time}` < now;
}
