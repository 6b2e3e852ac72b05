/** T18, for the months, which stand above: what was done from one day to another. */
import {
  agesFor,
  countsOf,
  preventionAgeTable,
  preventionTablesOf,
  termsOn,
  termTable,
  totalOf,
  type Activity,
  type ActivityId,
  type AgeGroup,
  type DoneActivity,
  type PreventionCounts,
  type PreventionTable,
} from '../../shared/prevention/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { firstOfMonth, lastOfMonth, type CivilDate, type Month } from '../../shared/platform/dates.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { readRules } from '../rulebook/index.ts';
import { activitiesBetween, casesThrough, monthsThatCounted, resultsByActivity } from './repository.ts';
import { programmes } from './plans.ts';
import type { Trx } from './tables.ts';

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'] as [CivilDate, CivilDate];

/** In use, of these months: what a closed month counted is its own, whatever day is written of it now. */
async function ofMonths(trx: Trx, from: CivilDate, to: CivilDate): Promise<Activity[]> {
  const counted = await monthsThatCounted(trx);
  const within = (month: Month) => month >= monthOf(from) && month <= monthOf(to);
  return (await activitiesBetween(trx, { from: firstDay, to: lastDay })).filter(({ id, heldOn, isActive }) => {
    const month = counted.get(id);
    return isActive && (month === undefined ? heldOn >= from && heldOn <= to : within(month));
  });
}

type Counted = DoneActivity & { readonly id: ActivityId };

async function doneBetween(trx: Trx, from: CivilDate, to: CivilDate): Promise<Counted[]> {
  const all = await ofMonths(trx, from, to);
  const results = await resultsByActivity(
    trx,
    all.map(({ id }) => id),
  );
  const rules = await readRules(trx, termTable);
  return all.flatMap((one) => {
    const result = results.get(one.id);
    if (result?.state !== 'done') return [];
    const terms = termsOn(rules, one.heldOn);
    const wordsOf = (code: string) => terms.find((term) => term.code === code)?.label ?? code;
    const { id, heldOn, minutes, districtCode: district, programmeId } = one;
    return [
      {
        ...{ id, heldOn, minutes, district, programmeId, reach: result.reach },
        ...{ group: wordsOf(one.activityGroup), type: wordsOf(one.activityType), audience: wordsOf(one.audience) },
        attendance: result.attendance,
      },
    ];
  });
}

/** The three single counts of T18 of a month. */
export async function preventionCounts(trx: Trx, month: Month): Promise<PreventionCounts> {
  return countsOf(await doneIn(trx, month));
}

/** Those that it counts. */
export async function activitiesOf(trx: Trx, month: Month): Promise<ActivityId[]> {
  return (await doneIn(trx, month)).map(({ id }) => id);
}

const doneIn = (trx: Trx, month: Month) => doneBetween(trx, firstOfMonth(month), lastOfMonth(month));

type TableReader = {
  /** Null: a file that is no reader's. */
  readonly reader: StaffId | null;
  readonly placeName?: (code: string) => string;
};

/** Exact T18 from one day to another, both of them in it, for the centre alone; `placeName` is known above. */
export async function preventionTables(
  trx: Trx,
  from: CivilDate,
  to: CivilDate,
  { reader, placeName = (code) => code }: TableReader,
): Promise<PreventionTable[]> {
  const read = await doneBetween(trx, from, to);
  const done = read.map((one) => ({ ...one, district: placeName(one.district) }));
  const sofar = await doneBetween(trx, firstDay, to);
  const rules = await readRules(trx, preventionAgeTable);
  const codes = done.flatMap(({ attendance }) => attendance.map(({ age }) => age));
  const ages: AgeGroup[] = agesFor(rules, { on: to, codes });
  const series = (await programmes.list(trx)).map(({ id, name, sessions }) => {
    const own = (list: readonly DoneActivity[]) => list.filter(({ programmeId }) => programmeId === id);
    const people = own(done).map(({ attendance }) => totalOf(attendance));
    return { name, planned: sessions, sessions: people, doneSoFar: own(sofar).length };
  });
  const cases = await casesThrough(trx, { from: monthOf(from), to: monthOf(to), reader });
  return preventionTablesOf({ done, ages, series: series.filter(({ sessions }) => sessions.length > 0), ...cases });
}
