/** Whether one professional can be at two hearings: at the same hour, or too far apart to travel between them. */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { shippedRow, type DatedRow } from '../rulebook/index.ts';

/** Minutes from the start of one hearing to the start of the next, its own length included. */
export const travelRuleSchema = z.strictObject({
  sameDistrict: z.int().min(0).max(1440),
  sameProvince: z.int().min(0).max(1440),
  farther: z.int().min(0).max(1440),
});
export type TravelRule = z.infer<typeof travelRuleSchema>;

export const shippedTravelRules: readonly DatedRow<TravelRule>[] = [
  shippedRow('travel', {
    value: { sameDistrict: 60, sameProvince: 120, farther: 300 },
    ...{ validFrom: '1900-01-01', source: 'Criterio del centro', confirmation: 'toConfirm' },
  }),
];

export type HearingSlot = {
  readonly on: CivilDate;
  readonly time: string;
  readonly mode: 'room' | 'video';
  /** Six digits; null when the place is not known. */
  readonly district: string | null;
};

/** `clash`: at the same hour or before the other can have ended; `travel`: time enough to hold it, not to get there. */
export type Overlap = 'clash' | 'travel';

/** Null when both can be attended. A place that is not known is taken as near: no warning without a reason. */
export function overlapOf(one: HearingSlot, other: HearingSlot, rule: TravelRule): Overlap | null {
  if (one.on !== other.on) return null;
  const minutes = Math.abs(minutesOf(one.time) - minutesOf(other.time));
  if (minutes < rule.sameDistrict) return 'clash';
  return minutes < between(one, other, rule) ? 'travel' : null;
}

function between(one: HearingSlot, other: HearingSlot, rule: TravelRule): number {
  const [from, to] = [one.district, other.district];
  const isRemote = one.mode === 'video' || other.mode === 'video';
  if (isRemote || from === null || to === null || from === to) return rule.sameDistrict;
  return from.slice(0, 4) === to.slice(0, 4) ? rule.sameProvince : rule.farther;
}

function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
