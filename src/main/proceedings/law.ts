/** The tables of the law as they stand, and where and under which risk a term of a case runs. */
import {
  daySheetRuleId,
  daySheetTable,
  deadlineTable,
  distanceTable,
  effectTable,
  holidayTable,
  travelTable,
  type EventForm,
  type LawTables,
  type TermTrigger,
  type TravelRule,
} from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { rowOn } from '../../shared/rulebook/index.ts';
import { getCentre } from '../centre/index.ts';
import { findOffice } from '../directory/index.ts';
import { readRules } from '../rulebook/index.ts';
import { formOf, type StoredEvent } from './event-repository.ts';
import type { Trx } from './tables.ts';

export async function readLaw(trx: Trx): Promise<LawTables> {
  return {
    rules: await readRules(trx, deadlineTable),
    holidays: await readRules(trx, holidayTable),
    effects: await readRules(trx, effectTable),
    distances: await readRules(trx, distanceTable),
  };
}

/** Minutes between hearings on a day; without a row nothing is warned of. */
export async function readTravel(trx: Trx, on: CivilDate): Promise<TravelRule> {
  const row = rowOn(await readRules(trx, travelTable), 'travel', on);
  return row?.value ?? { sameDistrict: 0, sameProvince: 0, farther: 0 };
}

/** Hour from which the sheet of the day is asked for, `HH:MM`; null where the table has none for the day. */
export async function readDaySheetHour(trx: Trx, on: CivilDate): Promise<string | null> {
  return rowOn(await readRules(trx, daySheetTable), daySheetRuleId, on)?.value.askedFrom ?? null;
}

const levels = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const;

/**
 * What starts the terms of an event: at the office of the directory, else in the district written. An office of unknown
 * district has no local days off: those of the centre would push the term of another court later.
 */
export function triggerOf(trx: Trx, row: StoredEvent): Promise<TermTrigger> {
  return triggerOfForm(trx, formOf(row), row.risk_level);
}

/** What an act needs to say for its terms to be counted. */
export type CountedForm = Pick<
  EventForm,
  'kind' | 'act' | 'at' | 'notification' | 'district' | 'authorityId' | 'fixedOn'
>;

export async function triggerOfForm(
  trx: Trx,
  { kind, act, at, notification, district, authorityId, fixedOn }: CountedForm,
  riskLevel: StoredEvent['risk_level'],
): Promise<TermTrigger> {
  const centre = await getCentre(trx);
  const authority = authorityId === null ? null : await findOffice(trx, authorityId);
  return {
    kind,
    act,
    fact: at,
    notification:
      notification === null
        ? null
        : {
            form: notification.form,
            entry: notification.entry,
            effect: notification.effectOn === null ? null : { on: notification.effectOn, time: null },
          },
    riskLevel: riskLevel === null ? null : levels[riskLevel],
    district: authority?.districtCode ?? district,
    centreDistrict: centre.districtCode,
    distanceDays: authority?.distanceDays ?? null,
    fixedOn,
  };
}
