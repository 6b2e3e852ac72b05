import type { ArrivalLine } from '../../../shared/reception/index.ts';

/** Whoever may read her, and for somebody who waits for nobody yet, anybody: the service refuses the rest. */
export function mayAttend({ mayRead, service, staffName }: ArrivalLine): boolean {
  return mayRead || (service === null && staffName === null);
}
