/** How the closing of a case stands, for whoever it is the turn of. */
import type { CivilDate } from '../platform/dates.ts';

export type ClosingStanding =
  | {
      /** It waits for another person, or was declined. */
      readonly state: 'pending' | 'declined';
      readonly by: string;
      /** The reader proposed it. */
      readonly isOwn: boolean;
      readonly on: CivilDate;
    }
  /** Her plan is fulfilled, and nobody went through the case since. */
  | { readonly state: 'toSupervise' };
