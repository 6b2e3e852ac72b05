/** From which hour on the sheet of the day should be on paper: when this centre is about to close. */
import { timeOfDaySchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { shippedRow, type DatedRow } from '../rulebook/index.ts';

export const daySheetRuleSchema = z.strictObject({
  /** `HH:MM`, wall time of the centre. */
  askedFrom: timeOfDaySchema,
});
export type DaySheetRule = z.infer<typeof daySheetRuleSchema>;

export const daySheetRuleId = 'day-sheet';

export const shippedDaySheetRules: readonly DatedRow<DaySheetRule>[] = [
  shippedRow(daySheetRuleId, {
    value: { askedFrom: '15:30' },
    ...{ validFrom: '1900-01-01', source: 'Criterio del centro', confirmation: 'toConfirm' },
  }),
];
