/** Arrivals: while one is open, the desk may look for the person by name (decision D2). */
import { nothing, procedure } from '../platform/contract.ts';
import { arrivalIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { arrivalOutcomes } from './codes.ts';

export const receptionContract = {
  openArrival: procedure({
    input: nothing,
    output: z.strictObject({ arrivalId: arrivalIdSchema }),
    permission: 'case.open',
    audit: 'arrival.opened',
    changes: true,
    failures: [],
  }),
  closeArrival: procedure({
    input: z.strictObject({ arrivalId: arrivalIdSchema, outcome: z.enum(arrivalOutcomes) }),
    output: nothing,
    permission: 'case.open',
    audit: 'arrival.closed',
    changes: true,
    failures: ['not-found'],
  }),
} as const;
