/** Registrations, the lines passed, and how far each case is. */
import { sql } from 'kysely';
import { oldListVersion } from '../../shared/intake/index.ts';
import type { Registration } from '../../shared/register/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { isReachable, type CaseRow } from '../intake/index.ts';
import type { Session } from '../platform/gate/session.ts';
import { byNow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type RegisterTables, type Trx, type Use } from './tables.ts';

export type RegistrationRow = RegisterTables['central_registration'];
export type TickRow = RegisterTables['register_tick'];
export type ProgressRow = RegisterTables['register_progress'];

/** Every registration of a case, newest first. */
export async function listRegistrationRows(trx: Trx, caseId: CaseId): Promise<RegistrationRow[]> {
  return rowsOf(tablesIn(trx), 'central_registration', { case_id: caseId }, 'version desc');
}

export async function listRegistrations(trx: Trx, caseId: CaseId): Promise<Registration[]> {
  const names = await staffNames(trx);
  return (await listRegistrationRows(trx, caseId)).map((row) => ({
    fichaNumber: { numeric: row.ficha_numeric, alphabetic: row.ficha_alphabetic, year: row.ficha_year },
    registeredOn: row.registered_on,
    reason: row.reason,
    recordedBy: names.get(row.recorded_by) ?? '',
    recordedAt: row.recorded_at,
  }));
}

/** Day of the newest registration of a case, beside its row; null where there is none. */
export const newestRegistration = sql<CivilDate | null>`(select registered_on from central_registration
  where central_registration.case_id = case_file.id order by version desc limit 1)`.as('registered_on');

export async function listTicks(trx: Trx, caseId: CaseId): Promise<TickRow[]> {
  return rowsOf(tablesIn(trx), 'register_tick', { case_id: caseId });
}

export async function keepTicks(unit: Use, caseId: CaseId, passed: readonly { line: string; mark: string }[]) {
  for (const { line, mark } of passed) {
    const now = { mark, ...byNow(unit, 'ticked') };
    await tablesIn(unit.trx)
      .insertInto('register_tick')
      .values({ case_id: caseId, line, ...now })
      .onConflict((conflict) => conflict.columns(['case_id', 'line']).doUpdateSet(now))
      .execute();
  }
}

export async function dropTicks(trx: Trx, caseId: CaseId, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await tablesIn(trx).deleteFrom('register_tick').where('case_id', '=', caseId).where('line', 'in', lines).execute();
}

export async function keepProgress(trx: Trx, row: ProgressRow): Promise<void> {
  const { case_id: _caseId, ...counts } = row;
  await tablesIn(trx)
    .insertInto('register_progress')
    .values(row)
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(counts))
    .execute();
}

/**
 * Versions of what a ficha is made of: another text says that it must be counted again. The event and its account are
 * shared by linked fichas, and what is added to the account leaves the case as it was.
 */
export async function stampOf(
  trx: Trx,
  row: Pick<CaseRow, 'id' | 'version' | 'pair_id' | 'informant_id' | 'incident_id'>,
): Promise<string> {
  const persons = await tablesIn(trx)
    .selectFrom('person')
    .select(['id', 'version'])
    .where((where) =>
      where.or([
        where('id', 'in', (sub) => sub.selectFrom('case_pair').select('user_id').where('id', '=', row.pair_id)),
        where('id', 'in', (sub) => sub.selectFrom('case_pair').select('aggressor_id').where('id', '=', row.pair_id)),
        where('id', '=', row.informant_id ?? ''),
      ]),
    )
    .orderBy('id')
    .execute();
  const event = await tablesIn(trx)
    .selectFrom('incident')
    .select((select) => [
      'version',
      select
        .selectFrom('incident_account')
        .whereRef('incident_account.incident_id', '=', 'incident.id')
        .select((one) => one.fn.max<number | null>('incident_account.version').as('newest'))
        .as('account'),
      select
        .selectFrom('account_supplement')
        .whereRef('account_supplement.incident_id', '=', 'incident.id')
        .select((one) => one.fn.countAll<number>().as('count'))
        .as('supplements'),
    ])
    .where('id', '=', row.incident_id)
    .executeTakeFirst();
  const shared = [event?.version, event?.account, event?.supplements].map((part) => part ?? 0);
  return [row.version, ...shared, ...persons.map(({ version }) => version)].join('.');
}

/** Cases within reach, those never registered first, then the newest changed. */
export async function listReachable(
  trx: Trx,
  session: Session,
  now: { instant: Instant; today: CivilDate },
  limit: number,
): Promise<(CaseRow & { registered_on: CivilDate | null })[]> {
  const reach = { everything: session.roles.includes('coordinator'), desk: false };
  return (
    tablesIn(trx)
      .selectFrom('case_file')
      .selectAll('case_file')
      .select(newestRegistration)
      .where((where) => isReachable(where, session, now, reach))
      // Their number came with the list: nothing is left to pass to the central register.
      .where('case_file.form_version', '<>', oldListVersion)
      .orderBy(sql`registered_on is not null`)
      .orderBy('case_file.updated_at', 'desc')
      .limit(limit)
      .execute()
  );
}
