/** What stands in the arrival line while another screen is open; gone with the session. */
import type { ArrivalFacts } from '../../../shared/reception/index.ts';
import type { PersonLink } from '../../people/index.ts';

export type TypedArrival = {
  readonly facts: ArrivalFacts;
  /** Name or document as it was typed. */
  readonly text: string;
  readonly link: PersonLink | null;
  /** The open door; null while nothing was sought. */
  readonly arrivalId: string | null;
};

const kept: { isOpen: boolean; typed: TypedArrival | null; isWanted: boolean } = {
  isOpen: false,
  typed: null,
  isWanted: false,
};

/** While somebody is signed in; a name must not outlive the session. */
export function openKept(): () => void {
  kept.isOpen = true;
  return () => Object.assign(kept, { isOpen: false, typed: null, isWanted: false });
}

export function keepTyped(typed: TypedArrival | null): void {
  if (kept.isOpen) kept.typed = typed;
}

export function typedBefore(): TypedArrival | null {
  return kept.typed;
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
