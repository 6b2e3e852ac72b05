/** The tables of the law as they stand, and where and under which risk a term of a case runs. */
import {
  shippedDeadlineRules,
  shippedDistanceRules,
  shippedEffectRules,
  shippedHolidays,
  shippedTravelRules,
  type LawTables,
  type TermTrigger,
  type TravelRule,
} from '../../shared/proceedings/index.ts';
import { rowOn } from '../../shared/proceedings/dated.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { getCentre } from '../centre/index.ts';
import type { Trx } from '../database.ts';
import { formOf, type StoredEvent } from './event-repository.ts';

export function readLaw(_trx: Trx): Promise<LawTables> {
  return Promise.resolve({
    rules: shippedDeadlineRules,
    holidays: shippedHolidays,
    effects: shippedEffectRules,
    distances: shippedDistanceRules,
  });
}

/** Minutes between hearings on a day; without a row nothing is warned of. */
export function readTravel(_trx: Trx, on: CivilDate): Promise<TravelRule> {
  const row = rowOn(shippedTravelRules, 'travel', on);
  return Promise.resolve(row?.value ?? { sameDistrict: 0, sameProvince: 0, farther: 0 });
}

const levels = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const;

/** What starts the terms of an event: its own office where it is known, else the district of the centre. */
export async function triggerOf(trx: Trx, row: StoredEvent): Promise<TermTrigger> {
  const centre = await getCentre(trx);
  const { kind, at, notification, district } = formOf(row);
  return {
    kind,
    fact: at,
    notification:
      notification === null
        ? null
        : {
            form: notification.form,
            entry: notification.entry,
            effect: notification.effectOn === null ? null : { on: notification.effectOn, time: null },
          },
    riskLevel: row.risk_level === null ? null : levels[row.risk_level],
    district: district ?? centre.districtCode,
    centreDistrict: centre.districtCode,
    distanceDays: null,
  };
}
