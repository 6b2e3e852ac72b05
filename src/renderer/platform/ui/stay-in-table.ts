import { useEffect, useRef, type RefObject } from 'react';

type Place = { readonly pressed: HTMLElement; readonly table: string | null; readonly at: number };

/** By its own words, or by the title of its panel. */
const nameOf = (table: Element) => table.getAttribute('aria-label') ?? table.getAttribute('aria-labelledby');

function placeOf(pressed: HTMLElement): Place {
  const table = pressed.closest('[data-table]');
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
  return {
    pressed,
    table: table === null ? null : nameOf(table),
    at: rows.findIndex((row) => row.contains(pressed)),
  };
}

/** The first button of the row that came up, in the same table, or of whatever table is left; then the table itself. */
function nextIn(box: HTMLElement, { table, at }: Place): HTMLElement | null {
  const tables = [...box.querySelectorAll<HTMLElement>('[data-table]')];
  const same = tables.find((one) => nameOf(one) === table) ?? tables[0];
  const rows = [...(same?.querySelectorAll('tbody tr') ?? [])];
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
  return row?.querySelector<HTMLElement>('button') ?? same ?? box.querySelector('button');
}

/** A row goes with the act on it: the keyboard stays in its table instead of going back to the top. */
export function useStayInTable(box: RefObject<HTMLElement | null>, isOpen: boolean, drawn: unknown): () => void {
  const place = useRef<Place | null>(null);
  useEffect(() => {
    if (isOpen) return undefined;
    // After the dialog gave the focus back.
    const wait = setTimeout(() => {
      const [from, on] = [place.current, document.activeElement];
      const isLost = on === null || on === document.body || on.tagName === 'H1';
      if (box.current === null || from === null || from.pressed.isConnected || !isLost) return;
      place.current = null;
      nextIn(box.current, from)?.focus();
    });
    return () => clearTimeout(wait);
  }, [box, isOpen, drawn]);
  return () => {
    place.current = document.activeElement instanceof HTMLElement ? placeOf(document.activeElement) : null;
  };
}
