/** Words of the months on screen. */
import { formatPercent, periodWords } from '../../shared/reports/index.ts';
import type { Tone } from '../platform/ui/index.ts';
import type { MonthLine, MonthView } from './queries.ts';
import { capital } from '../../shared/platform/capital.ts';

type State = MonthLine['state'];
type Page = MonthView['quality'][number]['page'];

export const stateTones: Readonly<Record<State, Tone>> = {
  future: 'neutral',
  current: 'accent',
  open: 'warning',
  proposed: 'accent',
  closed: 'done',
};

/** Where the problem of a case is mended. */
export const qualityPages: Readonly<Record<Page, { readonly path: string; readonly words: string }>> = {
  a: { path: '/casos/$caseId/seccion-a', words: 'Sección A' },
  b: { path: '/casos/$caseId/seccion-b', words: 'Sección B' },
  validate: { path: '/casos/$caseId/validar', words: 'Validar caso' },
};

/** «Octubre de 2026». */
export function monthTitle(month: string): string {
  return capital(periodWords(month));
}

/** A figure as the paper prints it; null is not shown («–»). */
export function figureWords(value: number | null, kind: 'count' | 'percent'): string {
  if (kind === 'percent') return formatPercent(value);
  return value === null ? '–' : String(value);
}
