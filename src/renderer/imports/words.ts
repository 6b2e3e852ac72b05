import { rowVerdictLabels, type ImportState, type RowVerdict } from '../../shared/imports/index.ts';
import type { Tone } from '../platform/ui/index.ts';

export const listsPath = '/importar';
export const listPath = '/importar/$importId';

export const stateTones = {
  draft: 'neutral',
  checked: 'accent',
  proposed: 'warning',
  done: 'done',
  undone: 'neutral',
  discarded: 'neutral',
} as const satisfies Record<ImportState, Tone>;

export const verdictTones = {
  error: 'error',
  ask: 'warning',
  warning: 'accent',
  ready: 'done',
  excluded: 'neutral',
} as const satisfies Record<RowVerdict, Tone>;

const numbers = new Intl.NumberFormat('es-PE');

/** «1 ficha», «1,204 fichas». */
export function counted(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

const several: Partial<Record<RowVerdict, string>> = { ready: 'Listas', excluded: 'Dejadas fuera' };

/** Rows of a kind: «Lista», «Listas». */
export function verdictWords(verdict: RowVerdict, count: number): string {
  return (count === 1 ? undefined : several[verdict]) ?? rowVerdictLabels[verdict];
}
