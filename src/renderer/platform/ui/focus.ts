/** Where the focus goes when a screen opens late: never away from a person who has moved on meanwhile. */
import { useEffect, useRef, type RefObject } from 'react';

/** What had the focus when the person last did something other than move it. */
let actedFrom: Element | null = null;

function noteAct(event: Event): void {
  if (event instanceof KeyboardEvent && (event.key === 'Tab' || event.key === 'Shift')) return;
  actedFrom = document.activeElement;
}

document.addEventListener('click', noteAct, true);
document.addEventListener('keydown', noteAct, true);

function isNowhere(place: Element | null): boolean {
  return place === null || place === document.body;
}

/** For the title of a screen that opens: takes the focus from nowhere, and from the navigation or the warning that called it. */
export function focusTitle(title: HTMLElement | null): void {
  const place = document.activeElement;
  const called = place !== null && place === actedFrom && place.closest('nav, [data-calls-screens]') !== null;
  if (title !== null && (isNowhere(place) || called)) title.focus();
}

/** For a part of a screen that opens late, often after its answer: takes the focus unless the person has gone elsewhere. */
export function focusOpened(part: HTMLElement | null): boolean {
  const place = document.activeElement;
  const hasMoved = !isNowhere(place) && place !== actedFrom;
  if (!hasMoved) part?.focus();
  return !hasMoved;
}

/**
 * After an act that takes what was pressed away: to the title of the screen, or of the part where the result stands, unless
 * the person has gone elsewhere meanwhile.
 */
export function focusTitleFrom(pressed: Element | null, title: HTMLElement | null = null): void {
  const place = document.activeElement;
  if (isNowhere(place) || place === pressed) (title ?? document.querySelector<HTMLElement>('h1'))?.focus();
}

/** Focuses a field as soon as its screen has drawn it (2 s at most), unless the person has gone elsewhere. */
export function focusWhenThere(id: string, tries = 20): void {
  const place = document.activeElement;
  if (!isNowhere(place) && place?.tagName !== 'H1') return;
  const field = document.getElementById(id);
  if (field !== null) focusField(id);
  else if (tries > 0) setTimeout(() => focusWhenThere(id, tries - 1), 100);
}

/** To a field wherever it is: what folds it away opens first, for nothing hidden takes the focus. */
export function focusControl(field: HTMLElement): void {
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
    fold.setAttribute('open', '');
  field.closest('[data-optional]')?.setAttribute('data-said', '');
  field.focus();
}

/** The same by its id, as a link names it. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (field !== null) focusControl(field);
}

/** For what stands there because of the last press: it takes the focus when it comes. */
export function useFocusAtOnce<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    part.current?.focus();
  }, []);
  return part;
}
