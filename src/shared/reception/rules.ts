/** Order of the board, its numbers and its waiting times. */
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { Channel, WaitState } from './codes.ts';

/** Number of the day as it is called out: `A-07` at the door, `L-08` on the telephone. */
export function orderLabel(channel: Channel, number: number): string {
  return `${channel === 'call' ? 'L' : 'A'}-${String(number).padStart(2, '0')}`;
}

/** Any observed sign makes an arrival urgent; how many does not matter: this is no diagnosis. */
export function isUrgent(signs: readonly string[]): boolean {
  return signs.length > 0;
}

type Ordered = { readonly isUrgent: boolean; readonly arrivedAt: string; readonly number: number };

/** Urgent first, then by arrival; the number decides between two of the same instant. */
export function byTurn(one: Ordered, other: Ordered): number {
  const urgency = Number(other.isUrgent) - Number(one.isUrgent);
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

/** Whether the hour of a visit is here or over: before it nobody can say that she did not come. */
export function hasCome({ day, time }: { readonly day: string; readonly time: string }, now: string): boolean {
  const at = Date.parse(now);
  return `${day} ${time}` <= `${civilDateOf(at)} ${timeOf(at)}`;
}

/** «5 min», «1 h 05 min». */
export function waitWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Words that say who somebody is to her, or how he is called; never part of a name. */
const kinWords = new Set(
  (
    'su sus mi el un una con ex señor señora sr sra don doña joven esposo esposa marido pareja expareja conviviente ' +
    'enamorado enamorada novio novia amigo amiga vecino vecina hermano hermana mamá mama madre papá papa padre ' +
    'padrastro madrastra hijo hija menor mayor tío tio tía tia primo prima sobrino sobrina suegro suegra cuñado cuñada ' +
    'abuelo abuela nieto nieta acompañante acompaña dice ser llama llamarse llamado llamada nombre'
  ).split(' '),
);

/** Names among the words for who came along («su esposo Pedro Condori y la abuela» → «Pedro Condori»). */
export function companionNames(companion: string | null): string[] {
  const parts = (companion ?? '').split(/[,;:/()]| y | e /i);
  const names = parts.map((part) =>
    part
      .split(/[\s.]+/)
      .filter((word) => word !== '' && !kinWords.has(word.toLowerCase()))
      .join(' '),
  );
  return names.filter((name) => name !== '');
}
