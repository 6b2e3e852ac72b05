/** Fichas in the order of their events: how long after the one before, and what the levels were before. Nothing is foretold. */
import { Temporal } from 'temporal-polyfill';
import type { CaseState } from '../intake/index.ts';
import { spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import type { PartnerRiskLevel } from '../risk/index.ts';
import type { DangerSign, Pattern, ViolenceKind } from './pattern.ts';

/** What is told of a ficha over time. */
export type Told = {
  readonly number: string;
  /** Fichas of one event have the same. */
  readonly event: number;
  /** Fichas of one user have the same: a level is compared with that of the same person alone. */
  readonly user: number;
  readonly admittedOn: CivilDate;
  readonly occurredOn: PartialDate | null;
  readonly state: CaseState;
  readonly valuationLevel: 1 | 2 | 3 | null;
  readonly partnerRisk: PartnerRiskLevel | null;
  readonly pattern: Pattern | null;
};

/** Since the event before: `sameEvent` for another victim of it, null days where one of the two days is not known. */
export type Since = { readonly kind: 'sameEvent' } | { readonly kind: 'after'; readonly days: number | null };

export type Step = {
  /** Null for the first. */
  readonly since: Since | null;
  /** Of the newest earlier ficha of the same person that has one. */
  readonly levelBefore: 1 | 2 | 3 | null;
  readonly partnerRiskBefore: PartnerRiskLevel | null;
};

/** By the day of the event, or of the admission where no event is dated. */
function orderOf({ occurredOn, admittedOn, number }: Pick<Told, 'occurredOn' | 'admittedOn' | 'number'>): string {
  return `${occurredOn === null ? admittedOn : spanOf(occurredOn).last} ${admittedOn} ${number}`;
}

export function newestFirst<Ficha extends Pick<Told, 'occurredOn' | 'admittedOn' | 'number'>>(
  fichas: readonly Ficha[],
): Ficha[] {
  return fichas.toSorted((one, other) => orderOf(other).localeCompare(orderOf(one)));
}

const isWhole = (date: PartialDate | null): date is PartialDate => date !== null && date.day !== null;

function daysBetween(one: PartialDate | null, other: PartialDate | null): number | null {
  if (!isWhole(one) || !isWhole(other)) return null;
  const from = Temporal.PlainDate.from(spanOf(one).first);
  return from.until(Temporal.PlainDate.from(spanOf(other).first), { largestUnit: 'days' }).days;
}

function sinceOf(one: Told, earlier: readonly Told[]): Since | null {
  if (earlier.some(({ event }) => event === one.event)) return { kind: 'sameEvent' };
  const before = earlier.at(-1);
  return before === undefined ? null : { kind: 'after', days: daysBetween(before.occurredOn, one.occurredOn) };
}

/** Each ficha by its number, with what came before it among these. */
export function stepsOf(fichas: readonly Told[]): ReadonlyMap<string, Step> {
  const oldestFirst = newestFirst(fichas).toReversed();
  return new Map(
    oldestFirst.map((one, at) => {
      const earlier = oldestFirst.slice(0, at);
      const ofPerson = earlier.filter(({ user, event }) => user === one.user && event !== one.event);
      return [
        one.number,
        {
          since: sinceOf(one, earlier),
          levelBefore: ofPerson.findLast(({ valuationLevel }) => valuationLevel !== null)?.valuationLevel ?? null,
          partnerRiskBefore: ofPerson.findLast(({ partnerRisk }) => partnerRisk !== null)?.partnerRisk ?? null,
        },
      ];
    }),
  );
}

export type Summary = {
  readonly events: number;
  readonly users: number;
  /** In how many of the events each was told, those told in none left out. */
  readonly kinds: readonly { readonly kind: ViolenceKind; readonly events: number }[];
  readonly signs: readonly { readonly sign: DangerSign; readonly events: number }[];
  readonly drafts: number;
  /** Fichas of which the reader sees no more than the number. */
  readonly unread: number;
};

/** How often what was told; a ficha that nobody validated counts nowhere. */
export function summaryOf(fichas: readonly Told[]): Summary {
  const counted = fichas.filter(({ state }) => state !== 'draft');
  const eventsOf = <Key>(keys: (pattern: Pattern) => readonly Key[]): Map<Key, Set<number>> => {
    const found = new Map<Key, Set<number>>();
    for (const { event, pattern } of counted) {
      for (const key of pattern === null ? [] : keys(pattern)) found.set(key, (found.get(key) ?? new Set()).add(event));
    }
    return found;
  };
  const kinds = [...eventsOf((pattern) => pattern.kinds)].map(([kind, events]) => ({ kind, events: events.size }));
  const signs = [...eventsOf((pattern) => pattern.signs)].map(([sign, events]) => ({ sign, events: events.size }));
  const mostFirst = (one: { events: number }, other: { events: number }) => other.events - one.events;
  return {
    events: new Set(counted.map(({ event }) => event)).size,
    users: new Set(counted.map(({ user }) => user)).size,
    kinds: kinds.toSorted(mostFirst),
    signs: signs.toSorted(mostFirst),
    drafts: fichas.length - counted.length,
    unread: counted.filter(({ pattern }) => pattern === null).length,
  };
}
