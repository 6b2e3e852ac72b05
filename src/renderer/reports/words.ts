import { formatPercent, periodWords, type QualityLine } from '../../shared/reports/index.ts';
import type { Tone } from '../platform/ui/index.ts';
import type { MonthLine, MonthView } from './queries.ts';
import { capital } from '../../shared/platform/capital.ts';
import { inLima } from '../platform/times.ts';

type State = MonthLine['state'];

export const stateTones: Readonly<Record<State, Tone>> = {
  future: 'neutral',
  current: 'accent',
  open: 'warning',
  proposed: 'accent',
  closed: 'done',
};

/** How far the month is, after its name. */
export function stateSentence({ state, closedAt }: MonthView): string {
  if (state === 'closed') return closedAt === null ? 'cerrado' : `cerrado el ${inLima(closedAt)}`;
  if (state === 'proposed') return 'cierre propuesto';
  return { future: 'aún no empieza', current: 'en curso: se cierra cuando termine', open: 'por cerrar' }[state];
}

/** Where the problem of a case is mended. */
export const qualityPaths: Readonly<Record<QualityLine['page'], string>> = {
  a: '/casos/$caseId/seccion-a',
  b: '/casos/$caseId/seccion-b',
  validate: '/casos/$caseId/validar',
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

/** «12 por revisar en 10 fichas». */
export function missingWords(missing: number, fichas: number): string {
  return `${missing} por revisar en ${fichas === 1 ? '1 ficha' : `${fichas} fichas`}`;
}
