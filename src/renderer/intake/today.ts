import { useState } from 'react';
import { todayIn } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { useStatus } from '../access/index.ts';

const todayHere = () => todayIn({ now: () => Date.now() });

/**
 * Last day that a date already past may have. The status is asked for at sign-in, so the clock of this window counts
 * too: who works past midnight must be able to write today. The application refuses what is later than its own day.
 */
export function useToday(): CivilDate {
  const { status } = useStatus();
  const [here] = useState(todayHere);
  return status === null || status.today < here ? here : status.today;
}

export type CentreDay = {
  readonly day: CivilDate;
  readonly ask: () => Promise<void>;
  /** Its hour too: terms are counted from it. */
  readonly now: () => number;
};

/** Day of a ficha opened now, as the application counts it. */
export function useCentreDay(): CentreDay {
  const { status, reload, centreNow } = useStatus();
  const [here] = useState(todayHere);
  return { day: status?.today ?? here, ask: reload, now: centreNow };
}
