/** Which of her numbers may be called at a moment, and why none. */
import { isSafeToCall, type PersonRecord } from '../people/index.ts';
import { firstWithin, hoursAt, hoursOf, timeAt, type Moment } from './hours.ts';
import type { NoCall } from './codes.ts';

/** Her record as the reader sees it; `sharedAt`: places of the numbers that somebody accused in a ficha of hers has too. */
export type Callable = Pick<PersonRecord, 'contacts' | 'isDeceased'> & { readonly sharedAt: readonly number[] };

export type CallAdvice =
  | { readonly state: 'now'; readonly at: number; readonly until: string | null }
  /** Her hours are not understood: whoever calls reads them. */
  | { readonly state: 'ask'; readonly at: number }
  | { readonly state: 'later'; readonly at: number; readonly from: Moment }
  | { readonly state: 'never'; readonly why: NoCall };

const order = ['now', 'ask', 'later', 'never'] as const satisfies readonly CallAdvice['state'][];

function adviceOn({ contacts }: Callable, at: number, now: Moment): CallAdvice {
  const contact = contacts[at];
  const hours = hoursOf(contact?.hours ?? null);
  if (hours === null) return { state: 'ask', at };
  const within = hoursAt(hours, now);
  if (within !== null) return { state: 'now', at, until: within.to === 24 * 60 ? null : timeAt(within.to) };
  const from = firstWithin(hours, now);
  return from === null ? { state: 'ask', at } : { state: 'later', at, from };
}

/** The number that may be called first, or the reason for calling none. */
export function callAdvice(known: Callable, now: Moment): CallAdvice {
  const { contacts, isDeceased, sharedAt } = known;
  if (isDeceased) return { state: 'never', why: 'deceased' };
  if (contacts.length === 0) return { state: 'never', why: 'noPhone' };
  const safe = contacts.flatMap((contact, at) => (isSafeToCall(contact) && !sharedAt.includes(at) ? [at] : []));
  const [first] = safe
    .map((at) => adviceOn(known, at, now))
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || startsFirst(one, other));
  if (first !== undefined) return first;
  const isAsked = contacts.every(({ mayCall, isShared }) => mayCall !== null || isShared);
  return { state: 'never', why: isAsked ? 'unsafe' : 'notAsked' };
}

function startsFirst(one: CallAdvice, other: CallAdvice): number {
  if (one.state !== 'later' || other.state !== 'later') return 0;
  const key = ({ from: { on, time } }: typeof one) => `${on} ${time}`;
  return key(one).localeCompare(key(other));
}
