/** Order of the board, its numbers and its waiting times. */
import type { Channel, WaitState } from './codes.ts';

/** Number of the day as it is called out: `A-07` at the door, `L-08` on the telephone. */
export function orderLabel(channel: Channel, number: number): string {
  return `${channel === 'call' ? 'L' : 'A'}-${String(number).padStart(2, '0')}`;
}

/** Any observed sign makes an arrival urgent; how many does not matter: this is no diagnosis. */
export function isUrgent(signs: readonly string[]): boolean {
  return signs.length > 0;
}

type Ordered = { readonly signs: readonly string[]; readonly arrivedAt: string; readonly number: number };

/** Urgent first, then by arrival; the number decides between two of the same instant. */
export function byTurn(one: Ordered, other: Ordered): number {
  const urgency = Number(isUrgent(other.signs)) - Number(isUrgent(one.signs));
  if (urgency !== 0) return urgency;
  return one.arrivedAt < other.arrivedAt ? -1 : one.arrivedAt > other.arrivedAt ? 1 : one.number - other.number;
}

/** Whole minutes from one instant to another; 0 when the clock went back between them. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
}

export function waitStateOf(wait: { readonly calledAt: string | null; readonly attendedAt: string | null }): WaitState {
  if (wait.attendedAt !== null) return 'attended';
  return wait.calledAt === null ? 'waiting' : 'called';
}

/** «5 min», «1 h 05 min». */
export function waitWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
