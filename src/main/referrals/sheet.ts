/** A referral that was issued, as who receives it reads it on a screen, and its answer written by that side. */
import type { PlaceIndex } from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { DocumentId, Id } from '../../shared/platform/ids.ts';
import { awaitsSlip, type ReferralOptions, type Slip } from '../../shared/referrals/index.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import { compose, gather, refuseToIssue } from './gather.ts';
import { insertSlip, type ReferralRow } from './return-repository.ts';
import { nextVersions, valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

export const optionsOfReferral = (row: Pick<ReferralRow, 'options'>) => JSON.parse(row.options) as ReferralOptions;

/** Which Acompañamiento a referral asked for: 1 básico, 2 especializado; null where it asked for both, or for another thing. */
export function levelAsked(row: Pick<ReferralRow, 'kind' | 'options'>): 1 | 2 | null {
  const { services } = optionsOfReferral(row);
  const isBasic = services.includes('basic');
  if (row.kind !== 'accompaniment' || isBasic === services.includes('specialised')) return null;
  return isBasic ? 1 : 2;
}

async function composeSheet(trx: Trx, row: ReferralRow, call: CallFrame, places: PlaceIndex) {
  const gathered = await gather(trx, row.case_id, call, true);
  const asked = { kind: row.kind, options: optionsOfReferral(row) };
  const issue = { number: row.number, code: row.code, isSheet: true } as const;
  return { gathered, asked, composed: compose(gathered, call, { asked, places, issue }) };
}

/**
 * Composed anew each time, by the rules of the letter: what was put in reserve since, or corrected, is gone. Slip and
 * card are no part of it.
 */
export async function sheetOf(trx: Trx, row: ReferralRow, call: CallFrame, places: PlaceIndex) {
  const { paper, facts } = (await composeSheet(trx, row, call, places)).composed;
  return { blocks: paper.blocks, name: facts.person.names };
}

/** What would stop the letter if it were issued now, by what the record says today. */
export async function recheckReferral(unit: Unit<Trx>, row: ReferralRow, places: PlaceIndex): Promise<void> {
  const { gathered, asked, composed } = await composeSheet(unit.trx, row, unit, places);
  refuseToIssue(gathered, asked, composed);
}

export async function referralOfDocument(trx: Trx, documentId: DocumentId): Promise<Id<'ReferralId'>> {
  const id = await valueIn(tablesIn(trx), 'referral.id', { document_id: documentId });
  if (id === undefined) throw fail('not-found');
  return id;
}

/** To the account of an institution in the same building. */
export async function handOverReferral(unit: Unit<Trx>, id: Id<'ReferralId'>): Promise<void> {
  await nextVersions(tablesIn(unit.trx), 'referral', { id }, { state: 'handedOver', handed_at: unit.now });
  unit.touch('referral', id);
}

/** The answer of a referral, whoever writes it down; null where it has one or waits for none: what stands, stays. */
export async function keepSlip(
  unit: Unit<Trx>,
  row: Pick<ReferralRow, 'id' | 'case_id' | 'state'>,
  slip: Slip,
): Promise<string | null> {
  if (!awaitsSlip(row.state)) return null;
  const state = slip.attended ? 'attended' : 'notAttended';
  await nextVersions(tablesIn(unit.trx), 'referral', { id: row.id }, { state });
  unit.touch('referral', row.id);
  return insertSlip(unit, row, slip);
}
