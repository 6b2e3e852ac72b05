import { useState } from 'react';
import { todayIn } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { useStatus } from '../access/index.ts';

/** Today as the application counts it; by the clock of this window while that is not known. */
export function useDay(): CivilDate {
  const { status } = useStatus();
  const [here] = useState(() => todayIn({ now: () => Date.now() }));
  return status?.today ?? here;
}
