import { formatPartialDate } from '../../shared/platform/typed-date.ts';
import type { PairFicha } from '../../shared/pairs/index.ts';

export const aggressorPath = '/casos/$caseId/persona-agresora';

export function eventWords({ occurredOn }: Pick<PairFicha, 'occurredOn'>): string {
  return occurredOn === null ? 'Sin fecha' : formatPartialDate(occurredOn);
}
