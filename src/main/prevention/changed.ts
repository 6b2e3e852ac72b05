/** What was written of a month after it was closed: its T18 stays, the figures of today do not. */
import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { listOwnChanges, type ChangeSet } from '../history/index.ts';
import { activities } from './plans.ts';
import { monthsThatCounted, resultsByActivity } from './repository.ts';
import type { Trx } from './tables.ts';

export type ChangedActivity = { readonly topic: string; readonly heldOn: CivilDate; readonly on: CivilDate };
type Counts = { readonly activities: number; readonly participants: number };
export type PreventionSince = {
  /** Activities that count otherwise since: done, corrected, withdrawn, or moved to another month or away from it. */
  readonly changed: readonly ChangedActivity[];
  readonly then: Counts;
  readonly now: Counts;
};

/** As its history wrote them: fields of the plan, of how it ended, and «attendance.women.age-18». */
type Values = Readonly<Record<string, unknown>>;
const counted = 'attendance.';

/** What it was before these sets, the newest first; null: it was not written yet. */
function before(now: Values, sets: readonly ChangeSet[]): Values | null {
  if (sets.some(({ isFirst }) => isFirst)) return null;
  const back = sets.flatMap(({ fields }) => fields.map(({ field, before: value }) => [field, value] as const));
  return { ...now, ...Object.fromEntries(back) };
}

/** Of what was done and is not withdrawn, in the month that counted it or else of its day, its participations; or null. */
function peopleIn(
  month: Month,
  plan: Values | null,
  result: Values | null,
  countedIn: Month | undefined,
): number | null {
  const { heldOn, isActive } = plan ?? {};
  if (isActive !== true || !(countedIn ?? String(heldOn)).startsWith(month)) return null;
  if (result?.['state'] !== 'done') return null;
  const cells = Object.entries(result).filter(([field]) => field.startsWith(counted));
  return cells.reduce((sum, [, people]) => sum + Number(people ?? 0), 0);
}

function countsOf(people: readonly (number | null)[]): Counts {
  const known = people.filter((one) => one !== null);
  return { activities: known.length, participants: known.reduce((sum, one) => sum + one, 0) };
}

/** How prevention of a month stands since it was closed. */
export async function preventionSince(trx: Trx, month: Month, after: Instant): Promise<PreventionSince> {
  const all = await activities.list(trx);
  const results = await resultsByActivity(
    trx,
    all.map(({ id }) => id),
  );
  const months = await monthsThatCounted(trx);
  const since = civilDateOf(Date.parse(after));
  const isLater = ({ changedAt }: ChangeSet) => changedAt > after;
  const changed: ChangedActivity[] = [];
  const people: { readonly then: number | null; readonly now: number | null }[] = [];
  for (const { id, topic, heldOn, isActive, changedOn } of all) {
    const result = results.get(id);
    const isOf = heldOn.startsWith(month);
    // Nothing was counted of what nobody said how it ended, and nothing else was touched since.
    if (result === undefined || (!isOf && months.get(id) !== month && changedOn < since)) continue;
    const ofPlan = await listOwnChanges(trx, { kind: 'prevention_activity', id }, 100);
    const ofResult = await listOwnChanges(trx, { kind: 'prevention_result', id: result.id }, 100);
    const plan: Values = { heldOn, isActive };
    const attendance = result.attendance.map(({ sex, age, people: of }): [string, number] => [
      `${counted}${sex}.${age}`,
      of,
    ]);
    const end: Values = { state: result.state, ...Object.fromEntries(attendance) };
    people.push({
      then: peopleIn(
        month,
        before(plan, ofPlan.filter(isLater)),
        before(end, ofResult.filter(isLater)),
        months.get(id),
      ),
      now: peopleIn(month, plan, end, months.get(id)),
    });
    const left = ofPlan.filter(({ fields }) =>
      fields.some(({ field, before: value }) => field === 'heldOn' && String(value).startsWith(month)),
    );
    const last = [...(isOf ? [...ofPlan, ...ofResult] : left)]
      .map(({ changedAt }) => changedAt)
      .toSorted()
      .at(-1);
    if (last !== undefined && last > after) changed.push({ topic, heldOn, on: civilDateOf(Date.parse(last)) });
  }
  return { changed, then: countsOf(people.map(({ then }) => then)), now: countsOf(people.map(({ now }) => now)) };
}
