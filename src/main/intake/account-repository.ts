/** The account of an event: versions, the newest counts; what was added later; the papers that quote it. */
import type { AccountQuote } from '../../shared/intake/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { findRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables } from './tables.ts';
import { aboveIntake } from './above.ts';

export type AccountRow = IntakeTables['incident_account'];

export async function findAccount(trx: Trx, incidentId: string): Promise<AccountRow | undefined> {
  return findRow(tablesIn(trx), 'incident_account', { incident_id: incidentId }, 'version desc');
}

/** Every version, newest first. */
export async function listAccountVersions(trx: Trx, incidentId: string): Promise<AccountRow[]> {
  return rowsOf(tablesIn(trx), 'incident_account', { incident_id: incidentId }, 'version desc');
}

/** Supplements written in any of these cases, oldest first. */
export async function listSupplements(
  trx: Trx,
  incidentId: string,
  caseIds: readonly CaseId[],
): Promise<IntakeTables['account_supplement'][]> {
  return rowsOf(tablesIn(trx), 'account_supplement', { incident_id: incidentId, case_id: caseIds }, 'added_at', 'id');
}

/** The first issued paper that quotes the account of an event; null when none does. */
export async function firstQuote(trx: Trx, incidentId: string): Promise<AccountQuote | null> {
  const row = await findRow(tablesIn(trx), 'account_quote', { incident_id: incidentId }, 'quoted_at');
  if (row === undefined) return null;
  const number = await aboveIntake.ask.numberOfPaper(trx, row.document_id);
  return number === null ? null : { number, at: row.quoted_at };
}

/** Every ficha of an event, annulled ones too, in the order in which they were opened. */
export async function casesOfIncident(trx: Trx, incidentId: string) {
  const rows = await rowsOf(tablesIn(trx), 'case_file', { incident_id: incidentId }, 'opened_at', 'number');
  return rows.map(({ id, number, annulled_at }) => ({ id, number, isStanding: annulled_at === null }));
}

/** The ficha an event was first told in: its account and date are written there, linked fichas quote them (D10). */
export async function ownerOfIncident(trx: Trx, incidentId: string): Promise<{ id: CaseId; number: string }> {
  const owner = (await casesOfIncident(trx, incidentId)).find((one) => one.isStanding);
  if (owner === undefined) throw fail('not-found');
  return owner;
}

/** When, and to whom of the centre, the account of a case was first told. */
export type Telling = { readonly caseId: CaseId; readonly by: string; readonly on: CivilDate };

/** Of many cases; one without an account, or that quotes the account of a linked ficha, is left out. */
export async function tellingsOf(trx: Trx, caseIds: readonly CaseId[]): Promise<Telling[]> {
  const events = tablesIn(trx).selectFrom('case_file').select('incident_id').where('id', 'in', among(caseIds));
  const files = await tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'incident_id', 'is_from_paper', 'admitted_on'])
    .where('incident_id', 'in', events)
    .where('annulled_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('number')
    .execute();
  const accounts = await tablesIn(trx)
    .selectFrom('incident_account')
    .select(['incident_id', 'written_by', 'written_at'])
    .where('incident_id', 'in', events)
    .orderBy('version')
    .execute();
  const asked = new Set(caseIds);
  return [...Map.groupBy(files, ({ incident_id }) => incident_id)].flatMap(([incidentId, [owner]]) => {
    const first = accounts.find((one) => one.incident_id === incidentId);
    if (owner === undefined || first === undefined || !asked.has(owner.id)) return [];
    // A ficha typed in from paper was told on the day of the paper.
    const on = owner.is_from_paper === 1 ? owner.admitted_on : civilDateOf(Date.parse(first.written_at));
    return [{ caseId: owner.id, by: first.written_by, on }];
  });
}
