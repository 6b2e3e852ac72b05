import type { CivilDate } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';

/** First day a date can have: stands for a beginning that nobody knows. */
const always = '1900-01-01';

/** Since when a version counts, in words. */
export function sinceWords(validFrom: CivilDate): string {
  return validFrom === always ? 'No se sabe' : formatCivilDate(validFrom);
}
