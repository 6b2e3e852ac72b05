/** Percentages, in the ministry's manner and in the anonymised product. */
import { percentDenominatorMin } from './codes.ts';

/**
 * Percentage with one decimal, half up, each on its own: a column is never forced to 100 (R8).
 *
 * Whole numbers inside, so that 12.35 is never 12.3 by an accident of binary. Null for a denominator of 0 (R9).
 */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Math.floor((part * 2000 + whole) / (2 * whole)) / 10;
}

/**
 * Whole percentage of published figures, half up: a decimal would say more than a figure that may be off by 2. Null below
 * a published denominator of 60, and for a published 0, which may stand for two cases.
 */
export function publishedPercent(part: number, whole: number): number | null {
  return part === 0 || whole < percentDenominatorMin ? null : Math.floor((part * 200 + whole) / (2 * whole));
}

/** «85.3»; «–» when there is no percentage. */
export function formatPercent(percent: number | null): string {
  return percent === null ? '–' : percent.toFixed(1);
}
