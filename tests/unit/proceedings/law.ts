/** The tables as shipped, and triggers with only what a test speaks of. */
import {
  shippedDeadlineRules,
  shippedDistanceRules,
  shippedEffectRules,
  shippedHolidays,
  type LawTables,
  type Moment,
  type TermTrigger,
} from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

export const law: LawTables = {
  rules: shippedDeadlineRules,
  holidays: shippedHolidays,
  effects: shippedEffectRules,
  distances: shippedDistanceRules,
};

/** `2026-06-12 17:40`, or the day alone. */
export function moment(text: string): Moment {
  const [on, time] = text.split(' ');
  return { on: on as CivilDate, time: time ?? null };
}

export function trigger(kind: TermTrigger['kind'], fact: string, rest: Partial<TermTrigger> = {}): TermTrigger {
  return {
    kind,
    act: null,
    fact: moment(fact),
    notification: null,
    riskLevel: null,
    district: null,
    centreDistrict: null,
    distanceDays: 0,
    fixedOn: null,
    ...rest,
  };
}

export function notified(entry: string, form: 'electronicBox' | 'paper' = 'paper'): TermTrigger['notification'] {
  return { form, entry: moment(entry), effect: null };
}
