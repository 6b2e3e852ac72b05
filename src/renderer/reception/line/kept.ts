/** What stands in the arrival line while another screen is open; gone with the session, unless it was cut off. */
import type { ArrivalFacts } from '../../../shared/reception/index.ts';
import type { PersonLink } from '../../people/index.ts';
import type { Output } from '../../platform/client.ts';

export type TypedArrival = {
  readonly facts: ArrivalFacts;
  /** Name or document as it was typed. */
  readonly text: string;
  readonly link: PersonLink | null;
  /** The open door; null while nothing was sought. */
  readonly arrivalId: string | null;
  /** Tells her from who is typed next: sent once, by a key or by a lock. */
  readonly id: string;
};

type Kept = {
  /** Whose session is open at this window; null while nobody's is. */
  staff: string | null;
  typed: TypedArrival | null;
  isWanted: boolean;
};

const nobody: Kept = { staff: null, typed: null, isWanted: false };
const kept: Kept = { ...nobody };

type Registered = Output<'registerArrival'>;

/** Who is on her way to the board, until it is answered. */
const sending = new Map<string, Promise<Registered>>();

/** In milliseconds that only grow: as long as a session lasts, like the changes that wait at a companion. */
const waitsMs = 8 * 3_600_000;

/** What stood there when the computer that keeps the record was started anew, by the person whose session that ended. */
const waiting = new Map<string, { readonly typed: TypedArrival; readonly since: number }>();

/** What this person finds in the line: of a session that nobody here ended, or of this one; null when nothing. */
export function typedBefore(staff: string): TypedArrival | null {
  if (kept.staff === staff) return kept.typed;
  const own = waiting.get(staff);
  return own === undefined || performance.now() - own.since >= waitsMs ? null : own.typed;
}

/** While somebody is signed in; a name must not outlive the session, but one that ended under her hands. */
export function openKept(staff: string): void {
  const typed = typedBefore(staff);
  Object.assign(kept, { ...nobody, staff, typed });
  waiting.delete(staff);
}

/** @param isCutOff nobody ended the session here */
export function closeKept(isCutOff: boolean): void {
  const { staff, typed } = kept;
  if (isCutOff && staff !== null && typed !== null && !isSending(typed))
    waiting.set(staff, { typed, since: performance.now() });
  Object.assign(kept, nobody);
}

/** She gets her number, or it is told that she did not enter. */
export const isSending = ({ id }: TypedArrival): boolean => sending.has(id);

/** Puts her on the board; asked for again before the answer, it is the same. */
export function sendOnce({ id }: TypedArrival, send: () => Promise<Registered>): Promise<Registered> {
  const before = sending.get(id);
  if (before !== undefined) return before;
  const own = send().finally(() => sending.delete(id));
  sending.set(id, own);
  return own;
}

export function keepTyped(typed: TypedArrival | null): void {
  if (kept.staff !== null) kept.typed = typed;
}

/** The line takes the focus as soon as it is drawn. */
export function wantLine(): void {
  kept.isWanted = true;
}

export function isLineWanted(): boolean {
  const { isWanted } = kept;
  kept.isWanted = false;
  return isWanted;
}

/** Its first field, on whatever screen it stands. */
export const lineField = 'arrival-who';

export function focusLine(): boolean {
  const field = document.getElementById(lineField);
  field?.focus();
  return field !== null;
}

export function isInLine(place: Element | null): boolean {
  return document.getElementById(lineField)?.closest('section')?.contains(place) === true;
}
