/** How much of a unit is shown, by its size (disclosure §3.2). */
import { ageBands, bandLimit, fullFrom, sexes, violenceTypes, type View } from './codes.ts';
import { cubeCells } from './cube.ts';
import type { PublishedCell, PublishedMargins } from './schema.ts';

/**
 * The band is decided by the true number of cases: deciding it by the published total would keep the months rounded
 * up and drop those rounded down, and the national total would grow.
 */
export function viewOf(trueTotal: number, publishedTotal: number): View {
  if (trueTotal <= bandLimit) return 'band';
  return publishedTotal >= fullFrom ? 'full' : 'coarse';
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The cells a view shows. Coarse cells are sums of two neighbouring rounded cells: the table is never rounded again. */
export function cellsOf(view: View, rounded: readonly number[]): PublishedCell[] {
  if (view === 'band' || view === 'rest') return [];
  const full = cubeCells.map((cell, index) => ({ ...cell, count: rounded[index] ?? 0 }));
  if (view === 'full') return full;
  return violenceTypes.flatMap((type) =>
    ageBands.map((age) => ({
      type,
      age,
      sex: null,
      count: sumOf(full.filter((cell) => cell.type === type && cell.age === age).map((cell) => cell.count)),
    })),
  );
}

/** Margins as sums of the cells shown, never rounded by themselves; null in a band. */
export function marginsOf(view: View, cells: readonly PublishedCell[]): PublishedMargins | null {
  if (view === 'band' || view === 'rest') return null;
  const sumWhere = (keep: (cell: PublishedCell) => boolean) => sumOf(cells.filter(keep).map((cell) => cell.count));
  return {
    type: violenceTypes.map((type) => sumWhere((cell) => cell.type === type)),
    age: ageBands.map((age) => sumWhere((cell) => cell.age === age)),
    sex: view === 'full' ? sexes.map((sex) => sumWhere((cell) => cell.sex === sex)) : null,
  };
}
