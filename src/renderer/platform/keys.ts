import { useEffect, useEffectEvent } from 'react';

/** The keys that mean the same on every screen (UX rules §3). Never Ctrl+Alt: that is AltGr. */
export type AppKey = 'lock' | 'search' | 'save' | 'nextRegion' | 'previousRegion' | 'help';

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

const withControl: Readonly<Record<string, AppKey>> = { l: 'lock', b: 'search', k: 'search', s: 'save', g: 'save' };
const alone: Readonly<Record<string, AppKey>> = { F12: 'lock', F3: 'search', F6: 'nextRegion', F1: 'help' };

/** Which act a key stroke asks for; null when it is an ordinary key. */
export function appKeyOf(stroke: Stroke): AppKey | null {
  if (stroke.altKey || stroke.metaKey) return null;
  if (stroke.ctrlKey) return stroke.shiftKey ? null : (withControl[stroke.key.toLowerCase()] ?? null);
  if (stroke.shiftKey) return stroke.key === 'F6' ? 'previousRegion' : null;
  return alone[stroke.key] ?? null;
}

/** One key without another held. */
export function isPlainKey(stroke: Stroke, key: string): boolean {
  return stroke.key === key && !stroke.ctrlKey && !stroke.altKey && !stroke.shiftKey && !stroke.metaKey;
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"],[role="alertdialog"]') !== null;
}

const saveListeners = new Set<() => void>();

/** Called at Ctrl+S and Ctrl+G; returns the function that ends it. */
export function onSaveKey(listener: () => void): () => void {
  saveListeners.add(listener);
  return () => saveListeners.delete(listener);
}

export function pressSave(): void {
  for (const listener of saveListeners) listener();
}

/** Moves the focus to the next region of the page: header, navigation, work, action bar. */
export function cycleRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  if (regions.length === 0) return;
  // The innermost: the navigation stands in the header, the actions in the work.
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const start = here === -1 && step === -1 ? 0 : here;
  const next = regions[(start + step + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>(
    'a[href],button:not([disabled]),input,select,textarea,[tabindex="0"]',
  );
  (target ?? next)?.focus();
}

/**
 * Which number key of the upper row goes with Alt, or how many sections Ctrl+PgUp/PgDn moves; null for other keys.
 * Never the numeric pad: people type ñ with Alt+164.
 */
export function sectionKeyOf(
  stroke: Stroke & Pick<KeyboardEvent, 'code'>,
): { readonly to: number } | { readonly by: 1 | -1 } | null {
  if (stroke.metaKey || stroke.shiftKey) return null;
  if (stroke.altKey && !stroke.ctrlKey) {
    const digit = /^Digit([1-9])$/.exec(stroke.code)?.[1];
    return digit === undefined ? null : { to: Number(digit) };
  }
  if (!stroke.ctrlKey || stroke.altKey) return null;
  if (stroke.key === 'PageDown') return { by: 1 };
  return stroke.key === 'PageUp' ? { by: -1 } : null;
}

/** Alt+N, and Ctrl+N where the host leaves it to us. */
export function isArrivalKey(stroke: Stroke): boolean {
  const one = stroke.altKey !== stroke.ctrlKey;
  return one && !stroke.metaKey && !stroke.shiftKey && stroke.key.toLowerCase() === 'n';
}

/** Hears each key of the window; with `capture` before what has the focus does. */
export function useWindowKey(hear: (event: KeyboardEvent) => void, capture = false): void {
  const press = useEffectEvent(hear);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture });
    return () => window.removeEventListener('keydown', listen, { capture });
  }, [capture]);
}

/** A key that means `act` wherever the focus is on the screen, but not under a dialog. */
export function useScreenKey(isMeant: (event: KeyboardEvent) => boolean, act: (event: KeyboardEvent) => void): void {
  useWindowKey((event) => {
    if (!isMeant(event) || isDialogOpen()) return;
    event.preventDefault();
    act(event);
  });
}
