/** The case, its pair, its event. */
import { sql, type RawBuilder } from 'kysely';
import type { caseStandings } from '../../shared/people/index.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CivilDate, PartialDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { findRow, nextVersions, updateVersioned, type Versioned, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables, type Use } from './tables.ts';

export type CaseRow = IntakeTables['case_file'];
export type PairRow = IntakeTables['case_pair'];
export type IncidentRow = IntakeTables['incident'];

/** A case that stands: an annulled one reads as one that does not exist, here and in every list. */
export async function findCase(trx: Trx, caseId: CaseId): Promise<CaseRow | undefined> {
  return findRow(tablesIn(trx), 'case_file', { id: caseId, annulled_at: null });
}

/** By its number, as it stands on papers. */
export async function findCaseByNumber(trx: Trx, number: string): Promise<CaseRow | undefined> {
  return findRow(tablesIn(trx), 'case_file', { number, annulled_at: null });
}

/** @throws not-found */
export async function getCaseRow(trx: Trx, caseId: CaseId): Promise<CaseRow> {
  const row = await findCase(trx, caseId);
  if (row === undefined) throw fail('not-found');
  return row;
}

export async function getPair(trx: Trx, pairId: string): Promise<PairRow> {
  return tablesIn(trx).selectFrom('case_pair').selectAll().where('id', '=', pairId).executeTakeFirstOrThrow();
}

export async function getIncident(trx: Trx, incidentId: string): Promise<IncidentRow> {
  return tablesIn(trx).selectFrom('incident').selectAll().where('id', '=', incidentId).executeTakeFirstOrThrow();
}

export function occurredOn(incident: IncidentRow): PartialDate | null {
  return incident.occurred_year === null
    ? null
    : { year: incident.occurred_year, month: incident.occurred_month, day: incident.occurred_day };
}

/** What is known of an event beside its account. */
export const eventOf = (incident: IncidentRow) => ({
  occurredOn: occurredOn(incident),
  occurredTime: incident.occurred_time,
  place: incident.place,
});

/** The next internal number of the year, `2026-0001`; never used twice, also when the case is annulled. */
export async function nextCaseNumber(trx: Trx, year: number): Promise<string> {
  const row = await tablesIn(trx)
    .insertInto('case_counter')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`case_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${year}-${String(row.last).padStart(4, '0')}`;
}

/** An event of which nothing is known yet. */
export function blankIncident(id: string): IncidentRow {
  return {
    id,
    occurred_year: null,
    occurred_month: null,
    occurred_day: null,
    occurred_time: null,
    place: null,
    version: 1,
  };
}

export async function updateIncident(unit: Use, id: string, event: ReturnType<typeof eventOf>): Promise<void> {
  const { year, month, day } = event.occurredOn ?? { year: null, month: null, day: null };
  const on = { occurred_year: year, occurred_month: month, occurred_day: day };
  const change = { ...on, occurred_time: event.occurredTime, place: event.place };
  await nextVersions(tablesIn(unit.trx), 'incident', { id }, change);
  unit.touch('incident', id);
}

/** What no ficha has yet when it comes into being. */
export function blankCase(openedBy: string, now: Instant) {
  const condition = {
    condition_proposed: null,
    condition_confirmed: null,
    condition_reason: null,
    condition_rule_set: null,
    condition_confirmed_by: null,
  };
  const annulment = { annulled_at: null, annulled_by: null, annul_reason: null, annul_words: null };
  const rest = {
    informant_id: null,
    validated_at: null,
    reporting_month: null,
    told_before: null,
    contact_asked_on: null,
  };
  const opening = { opened_by: openedBy, opened_at: now, updated_at: now, is_sealed: 0, version: 1 } as const;
  return { ...condition, ...annulment, ...rest, ...opening };
}

/** @throws conflict when the case changed since that version was read */
export async function updateCase(
  unit: Use,
  { id, version }: Versioned,
  change: Partial<Omit<CaseRow, 'id' | 'version' | 'number' | 'updated_at'>> = {},
): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), 'case_file', { id, version }, { ...change, updated_at: unit.now });
  unit.touch('case_file', id);
}

/** Other cases of the same user, newest first. */
export async function listCasesOfUser(trx: Trx, userId: string): Promise<(CaseRow & { aggressor_id: string })[]> {
  return tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .selectAll('case_file')
    .select('case_pair.aggressor_id')
    .where('case_pair.user_id', '=', userId)
    .where('case_file.annulled_at', 'is', null)
    .orderBy('case_file.admitted_on', 'desc')
    .execute();
}

/** In the order of admission; two of one minute by their number. */
export function isBefore(one: CaseRow, other: CaseRow): boolean {
  const order = (row: CaseRow) => `${row.admitted_on} ${row.admitted_time} ${row.number}`;
  return one.id !== other.id && order(one) < order(other);
}

/** Validated fichas of a user admitted before this one, newest first. */
export async function validatedBefore(trx: Trx, row: CaseRow, userId: string) {
  const earlier = (await listCasesOfUser(trx, userId)).filter((one) => one.state !== 'draft' && isBefore(one, row));
  return earlier.sort((one, other) => (isBefore(one, other) ? 1 : -1));
}

/** What a person is in a case; `related`: she informed, or has another part in it. */
export type RoleInCase = 'user' | 'aggressor' | 'related';

export type CaseOfPerson = {
  readonly id: CaseId;
  readonly number: string;
  readonly role: RoleInCase;
  readonly admittedOn: CivilDate;
  readonly standing: (typeof caseStandings)[number];
};

/** Ids of the fichas a person stands in: each part by its own index, where an `or` over both tables reads every ficha. */
const casesOf = (personId: string, participation: RawBuilder<unknown>) => sql`
  select id from case_file
  where pair_id in (select id from case_pair where user_id = ${personId} or aggressor_id = ${personId})
  union all select id from case_file where informant_id = ${personId}
  union all select case_id from case_participant where person_id = ${personId} and ${participation}`;

/** Cases in which a person stands, with the first role of each, newest first. */
export async function listCasesOfPerson(trx: Trx, personId: string): Promise<CaseOfPerson[]> {
  // As a text: asked for each candidate, where building it costs more than running it.
  const { rows } = await sql<
    Pick<CaseRow, 'id' | 'number' | 'admitted_on' | 'state' | 'validated_at'> &
      Pick<PairRow, 'user_id' | 'aggressor_id'>
  >`
    select case_file.id, case_file.number, case_file.admitted_on, case_file.state, case_file.validated_at,
      case_pair.user_id, case_pair.aggressor_id
    from case_file join case_pair on case_pair.id = case_file.pair_id
    where case_file.annulled_at is null and case_file.id in (${casesOf(personId, sql`removed_at is null`)})
    order by case_file.admitted_on desc, case_file.admitted_time desc, case_file.number desc`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    role: row.user_id === personId ? 'user' : row.aggressor_id === personId ? 'aggressor' : 'related',
    admittedOn: row.admitted_on,
    standing: row.state === 'draft' ? 'toValidate' : row.validated_at === null ? 'oldList' : 'validated',
  }));
}

/** Whether the only fichas a person stands in, in any part, were annulled; false for one who stands in none. */
export async function standsOnlyInAnnulled(trx: Trx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ annulled: number | null }>`select min(annulled_at is not null) as annulled
    from case_file where id in (${casesOf(personId, sql`true`)}
      union all select id from case_file where maybe_user_id = ${personId} or maybe_aggressor_id = ${personId})`.execute(
    trx,
  );
  return rows[0]?.annulled === 1;
}

export async function insertGrant(trx: Trx, grant: IntakeTables['case_grant']): Promise<void> {
  await tablesIn(trx).insertInto('case_grant').values(grant).execute();
}

export async function listGrants(trx: Trx, caseId: CaseId): Promise<IntakeTables['case_grant'][]> {
  return tablesIn(trx).selectFrom('case_grant').selectAll().where('case_id', '=', caseId).orderBy('from_at').execute();
}

/**
 * The pair of these two, begun where it is not known.
 *
 * @throws rule-broken `same-person`
 */
export async function placePair(unit: Use, userId: string, aggressorId: string): Promise<string> {
  if (userId === aggressorId) {
    const message = 'La persona usuaria y la presunta persona agresora no pueden ser la misma.';
    throw failAt('aggressor', message, 'same-person');
  }
  return (await pairOf(unit, userId, aggressorId)).id;
}

/** The same as an old list has it, whoever they are. */
export async function pairOf(unit: Use, userId: string, aggressorId: string): Promise<{ id: string; isNew: boolean }> {
  const known = await findRow(tablesIn(unit.trx), 'case_pair', { user_id: userId, aggressor_id: aggressorId });
  if (known !== undefined) return { id: known.id, isNew: false };
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'case_pair', { id, user_id: userId, aggressor_id: aggressorId, version: 1 });
  return { id, isNew: true };
}
