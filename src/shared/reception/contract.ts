/** Arrivals: while one is open, the desk may look for the person by name (decision D2). */
import { changing } from '../platform/contract.ts';
import { arrivalIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { arrivalEndSchema } from './schema.ts';

export const receptionContract = {
  /** Opens the door; one of my own of today that nobody registered yet is taken up again. */
  openArrival: changing('case.open', 'arrival.opened', { output: z.strictObject({ arrivalId: arrivalIdSchema }) }),
  /** Ends an arrival: she leaves the board, and the end is counted. */
  closeArrival: changing('case.open', 'arrival.closed', { input: arrivalEndSchema }),
} as const;
