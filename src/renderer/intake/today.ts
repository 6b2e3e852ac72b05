import { todayIn } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { useStatus } from '../access/index.ts';

/** The civil date of the centre: of the application, which decides; of this window until it answered. */
export function useToday(): CivilDate {
  const { status } = useStatus();
  return (status?.today as CivilDate | undefined) ?? todayIn({ now: () => Date.now() });
}
