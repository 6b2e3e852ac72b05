/** Fichas of an old list: written closed and whole, taken out again whole, never part of a month of this program. */
import { sql } from 'kysely';
import { blankSectionA, blankSectionB, oldListVersion, type FichaNumber } from '../../shared/intake/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { blankCase, blankIncident, nextCaseNumber, pairOf } from './case-repository.ts';
import { insertSection } from './section-repository.ts';
import { insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** What an old list says of a case; null = it does not say. Both persons are in the record already. */
export type OldCase = {
  readonly userId: string;
  readonly aggressorId: string;
  readonly admittedOn: CivilDate;
  readonly fichaNumber: FichaNumber | null;
  readonly condition: number | null;
  readonly a: Partial<ReturnType<typeof blankSectionA>>;
  readonly b: Partial<ReturnType<typeof blankSectionB>>;
};

/** Writes one ficha «de lista antigua»: closed, without month, validation or account of its own. `by`: who prepared the list. */
export async function insertOldCase(unit: Use, old: OldCase, by: string) {
  const { trx } = unit;
  const pair = await pairOf(unit, old.userId, old.aggressorId);
  const incidentId = unit.newId();
  await insertRecord(unit, tablesIn, 'incident', blankIncident(incidentId));
  const caseId: CaseId = unit.newId();
  await insertRecord(unit, tablesIn, 'case_file', {
    ...blankCase(by, unit.now),
    id: caseId,
    number: await nextCaseNumber(trx, Number(old.admittedOn.slice(0, 4))),
    pair_id: pair.id,
    incident_id: incidentId,
    maybe_user_id: null,
    maybe_aggressor_id: null,
    ficha_numeric: old.fichaNumber?.numeric ?? null,
    ficha_alphabetic: old.fichaNumber?.alphabetic ?? null,
    ficha_year: old.fichaNumber?.year ?? null,
    form_version: oldListVersion,
    admitted_on: old.admittedOn,
    // The list gives no hour: the first minute of the day stands for «not known» (decision on old lists).
    admitted_time: '00:00',
    shift: 'morning',
    is_from_paper: 1,
    state: 'closed',
    condition_confirmed: old.condition,
  });
  await insertSection(unit, 'a', { caseId, by, answers: { ...blankSectionA(), ...old.a }, started: 1 });
  await insertSection(unit, 'b', { caseId, by, answers: { ...blankSectionB(), ...old.b }, started: 1 });
  return { caseId, pairId: pair.id, isPairNew: pair.isNew };
}

/** Erases one ficha of an old list with its event and sections. The pair and the persons stay. */
export async function eraseOldCase(unit: Use, caseId: CaseId): Promise<void> {
  const { trx } = unit;
  const row = await tablesIn(trx)
    .selectFrom('case_file')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  if (row.form_version !== oldListVersion) throw new Error('only a ficha of an old list can be erased');
  for (const id of ['a', 'b'] as const) {
    const table = `section_${id}` as const;
    const section = await tablesIn(trx)
      .selectFrom(table)
      .select('id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    await tablesIn(trx).deleteFrom(`${table}_tick`).where('section_id', '=', section.id).execute();
    await tablesIn(trx).deleteFrom(`${table}_asked`).where('section_id', '=', section.id).execute();
    await tablesIn(trx).deleteFrom(table).where('id', '=', section.id).execute();
    unit.touch(table, section.id);
  }
  await tablesIn(trx).deleteFrom('case_file').where('id', '=', caseId).execute();
  unit.touch('case_file', caseId);
  await tablesIn(trx).deleteFrom('incident').where('id', '=', row.incident_id).execute();
  unit.touch('incident', row.incident_id);
}

export async function erasePair(unit: Use, pairId: string): Promise<void> {
  await tablesIn(unit.trx).deleteFrom('case_pair').where('id', '=', pairId).execute();
  unit.touch('case_pair', pairId);
}

/** Whether somebody changed the ficha or one of its sections since it was written. */
export async function isOldCaseChanged(trx: Trx, caseId: CaseId): Promise<boolean> {
  const { rows } = await sql<{ changed: number }>`
    select (select version from case_file where id = ${caseId}) > 1
        or (select version from section_a where case_id = ${caseId}) > 1
        or (select version from section_b where case_id = ${caseId}) > 1 as changed`.execute(trx);
  return rows[0]?.changed !== 0;
}
