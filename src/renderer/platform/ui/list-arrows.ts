import type { KeyboardEvent } from 'react';

/** ↑ ↓ go from act to act of a table: its links that carry `data-act`. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const table = event.currentTarget.closest('table');
  const acts = [...(table?.querySelectorAll<HTMLElement>('a[data-act]') ?? [])];
  const at = acts.findIndex((act) => act.closest('tr')?.contains(document.activeElement) === true);
  const next = acts[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
