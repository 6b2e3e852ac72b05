/**
 * «Quizá sea la misma», until somebody says so. Of a person of a ficha reservada the answer «Sí» joins nothing: this
 * ficha keeps what was said at its own door, and the link stands beside it, read by whoever may open the reserved one.
 */
import type { PairRole } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { raiseAlert } from '../alerts/index.ts';
import { newestValue } from '../history/index.ts';
import { getPair, listCasesOfPerson, type CaseRow, type PairRow } from './case-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

/** Who was written down in a ficha, and as whom of the record she goes on. */
export type Link = { readonly typedId: string; readonly knownId: string };

/** Fields of the history that hold records of persons instead of words. */
export const linkField = 'identityWith';
export const notField = 'identityNot';

/** The link that holds: nobody was linked or separated after it. */
export async function linkOf(trx: Trx, row: CaseRow, role: PairRole): Promise<Link | null> {
  const link = (await newestValue(trx, { caseId: row.id, part: role, field: linkField })) as Link | null;
  if (link === null) return null;
  return (await getPair(trx, row.pair_id))[`${role}_id`] === link.knownId ? link : null;
}

export const identityWords = { open: 'Por confirmar', same: 'Es la misma', different: 'Son distintas' } as const;

/** Other fichas reservadas in which this person stands. */
async function reservedOf(trx: Trx, personId: string, exceptId: string): Promise<CaseId[]> {
  const ids = (await listCasesOfPerson(trx, personId)).map(({ id }) => id).filter((id) => id !== exceptId);
  if (ids.length === 0) return [];
  return valuesIn(tablesIn(trx), 'case_file.id', { id: ids, is_sealed: 1 });
}

export async function isOfReserved(trx: Trx, personId: string, exceptId: string): Promise<boolean> {
  return (await reservedOf(trx, personId, exceptId)).length > 0;
}

/** Whether the newest answer of this ficha about that role was «Es la misma». */
async function isAnsweredSame(trx: Trx, caseId: CaseId, role: PairRole): Promise<boolean> {
  return (await newestValue(trx, { caseId, part: role, field: 'identity' })) === identityWords.same;
}

/** The person of a ficha reservada whom this one was said to be; null when nobody was. */
export async function linkedInReserve(trx: Trx, row: CaseRow, role: PairRole): Promise<string | null> {
  const personId = row[`maybe_${role}_id`];
  if (personId === null || !(await isAnsweredSame(trx, row.id, role))) return null;
  return (await isOfReserved(trx, personId, row.id)) ? personId : null;
}

/** Whether somebody said who of the record this person is. */
export async function isLinked(trx: Trx, row: CaseRow, role: PairRole): Promise<boolean> {
  return (await linkOf(trx, row, role)) !== null || (await linkedInReserve(trx, row, role)) !== null;
}

/** The woman of a ficha, under each record in which her earlier ones stand. */
export async function womenOf(trx: Trx, row: CaseRow, pair: Pick<PairRow, 'user_id'>): Promise<string[]> {
  const inReserve = await linkedInReserve(trx, row, 'user');
  return inReserve === null ? [pair.user_id] : [pair.user_id, inReserve];
}

/** Whom the desk left open and nobody has answered for; nobody is asked about once all fichas of the other are annulled. */
export async function openDoubt(trx: Trx, row: CaseRow, role: PairRole): Promise<string | null> {
  const personId = row[`maybe_${role}_id`];
  if (personId === null || (await listCasesOfPerson(trx, personId)).length === 0) return null;
  return (await linkedInReserve(trx, row, role)) === null ? personId : null;
}

export async function hasOpenDoubt(trx: Trx, row: CaseRow): Promise<boolean> {
  return (await openDoubt(trx, row, 'user')) !== null || (await openDoubt(trx, row, 'aggressor')) !== null;
}

/**
 * Asks whoever may open a ficha reservada of this person whether the one of another ficha is she: told in both, and let
 * into that other one until it is answered.
 */
export async function askInReserve(unit: Use, row: Pick<CaseRow, 'id' | 'number'>, personId: string): Promise<void> {
  const reserved = await reservedOf(unit.trx, personId, row.id);
  if (reserved.length > 0) await raiseAlert(unit, { caseId: row.id, kind: 'identityToReview', note: null });
  for (const caseId of reserved)
    await raiseAlert(unit, { caseId, kind: 'identityToReview', note: `Ficha ${row.number}` });
}
