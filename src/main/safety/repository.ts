/** Versions of the safety plan of a case. Her words are sealed fields: they tell where she would be. */
import { blankLines, safetyTopics, type SafetyPlanForm, type SafetyPlanVersion } from '../../shared/safety/index.ts';
import { addDays, type CivilDate, type Instant } from '../../shared/platform/dates.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { among } from '../platform/storage/among.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { insertRecord, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type SafetyTables, type Trx, type Use } from './tables.ts';

/** A plan is gone through again after two weeks where nothing else asks for it (project, U38). */
export const rereadAfterDays = 15;

/** Until when: the day agreed on with her, or two weeks after it was read again. */
function dueOn(agreed: CivilDate, readAt: Instant | undefined): CivilDate {
  return readAt === undefined ? agreed : addDays(civilDateOf(Date.parse(readAt)), rereadAfterDays);
}

type PlanRow = SafetyTables['safety_plan'];

export async function insertPlan(unit: Use, row: PlanRow, { lines, phones }: SafetyPlanForm): Promise<void> {
  const { trx } = unit;
  await insertRecord(unit, tablesIn, 'safety_plan', row);
  for (const topic of safetyTopics) {
    const { words, card } = lines[topic];
    await SealedFields.put(trx, { ownerId: row.id, name: `safety.${topic}` }, words);
    if (card !== null) await insertRow(tablesIn(trx), 'safety_plan_card', { plan_id: row.id, topic, words: card });
  }
  const called = phones.map((phone, position) => ({ plan_id: row.id, position, ...phone }));
  await insertRow(tablesIn(trx), 'safety_plan_phone', called);
}

async function formOf(trx: Trx, row: PlanRow): Promise<SafetyPlanForm> {
  const lines = blankLines();
  const cards = await rowsOf(tablesIn(trx), 'safety_plan_card', { plan_id: row.id });
  const onCard = new Map(cards.map(({ topic, words }) => [topic, words]));
  for (const topic of safetyTopics) {
    const words = await SealedFields.get(trx, { ownerId: row.id, name: `safety.${topic}` });
    lines[topic] = { words, card: onCard.get(topic) ?? null };
  }
  const called = await rowsOf(tablesIn(trx), 'safety_plan_phone', { plan_id: row.id }, 'position');
  const phones = called.map(({ name, number }) => ({ name, number }));
  return { lines, phones, carriesCard: row.carries_card === 1, rereadOn: row.reread_on, present: row.present };
}

async function planRows(trx: Trx, caseId: CaseId): Promise<PlanRow[]> {
  return rowsOf(tablesIn(trx), 'safety_plan', { case_id: caseId }, 'number desc');
}

/** Newest first. */
export async function listPlans(trx: Trx, caseId: CaseId): Promise<SafetyPlanVersion[]> {
  const names = await staffNames(trx);
  const readings = await rowsOf(tablesIn(trx), 'safety_reading', { case_id: caseId }, 'read_at');
  const versions: SafetyPlanVersion[] = [];
  for (const row of await planRows(trx, caseId)) {
    versions.push({
      ...{ id: row.id, number: row.number, plan: await formOf(trx, row) },
      ...{ madeBy: names.get(row.made_by) ?? '', madeAt: row.made_at },
      readings: readings
        .filter((one) => one.plan_id === row.id)
        .map((one) => ({ by: names.get(one.read_by) ?? '', at: one.read_at })),
    });
  }
  return versions;
}

/** The newest version without what it says; undefined while none was made. */
export async function newestPlan(trx: Trx, caseId: CaseId): Promise<PlanRow | undefined> {
  return (await planRows(trx, caseId))[0];
}

/** Newest plan of each of these cases: when the first was made, when she last went through it, and again on what day. */
export async function plansByCase(trx: Trx, caseIds: readonly CaseId[]) {
  const own = tablesIn(trx);
  const plans = await own
    .selectFrom('safety_plan')
    .select(['id', 'case_id', 'made_at', 'reread_on'])
    .where('case_id', 'in', among(caseIds))
    .orderBy('number')
    .execute();
  const readings = await rowsOf(own, 'safety_reading', { case_id: caseIds }, 'read_at');
  const readAt = new Map(readings.map((one) => [one.plan_id, one.read_at]));
  const firstAt = new Map(plans.toReversed().map((one) => [one.case_id, one.made_at]));
  return new Map(
    plans.map(({ id, case_id: caseId, made_at: madeAt, reread_on: agreed }) => {
      const at = { firstAt: firstAt.get(caseId) ?? madeAt, readAt: readAt.get(id) ?? madeAt };
      return [caseId, { ...at, dueOn: dueOn(agreed, readAt.get(id)) }];
    }),
  );
}

/** Everybody who stands on a card of these cases, of every version. */
export async function safetyPhones(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('safety_plan_phone')
    .innerJoin('safety_plan', 'safety_plan.id', 'safety_plan_phone.plan_id')
    .select(['safety_plan_phone.name', 'safety_plan_phone.number'])
    .distinct()
    .where('safety_plan.case_id', 'in', among(caseIds))
    .execute();
}
