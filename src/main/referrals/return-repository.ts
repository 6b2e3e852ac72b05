/** Rows of what became of a referral. */
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { KitAnswered } from '../../shared/proceedings/index.ts';
import { slipFields, type Slip } from '../../shared/referrals/index.ts';
import { among } from '../platform/storage/among.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { byNow, columnsIn, insertRecord, insertRow, parsed, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ReferralsTables, type Use } from './tables.ts';

/** A referral with the number and the moment of its paper. */
export type ReferralRow = ReferralsTables['referral'] & { readonly number: string; readonly issued_at: Instant };

function withDocument(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('referral')
    .innerJoin('issued_document', 'issued_document.id', 'referral.document_id')
    .selectAll('referral')
    .select(['issued_document.number', 'issued_document.issued_at']);
}

/** Newest first. */
export async function listOfCase(trx: Trx, caseId: CaseId): Promise<ReferralRow[]> {
  return withDocument(trx)
    .where('referral.case_id', '=', caseId)
    .orderBy('issued_document.issued_at', 'desc')
    .orderBy('issued_document.number', 'desc')
    .execute();
}

/** @throws not-found, also for one of another case */
export async function getReferral(trx: Trx, caseId: CaseId, id: Id<'ReferralId'>): Promise<ReferralRow> {
  const row = await withDocument(trx)
    .where('referral.id', '=', id)
    .where('referral.case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  return row;
}

export async function findByCode(trx: Trx, code: string): Promise<ReferralRow | undefined> {
  return withDocument(trx).where('referral.code', '=', code).executeTakeFirst();
}

/** Of these cases, with whether a slip came back. */
export async function referralsAmong(trx: Trx, caseIds: readonly CaseId[]) {
  return withDocument(trx)
    .leftJoin('referral_slip', 'referral_slip.referral_id', 'referral.id')
    .select(['referral_slip.attended as slip_attended'])
    .where('referral.case_id', 'in', among(caseIds))
    .execute();
}

/** Of every case, or of these, still waiting for their slip. */
export async function listUnanswered(trx: Trx, caseIds?: readonly CaseId[]): Promise<ReferralRow[]> {
  const unanswered = withDocument(trx)
    .innerJoin('case_file', 'case_file.id', 'referral.case_id')
    .where('referral.state', 'in', ['printed', 'handedOver', 'received'])
    .where('case_file.annulled_at', 'is', null);
  return (caseIds === undefined ? unanswered : unanswered.where('referral.case_id', 'in', among(caseIds))).execute();
}

/** Answers its id. */
export async function insertSlip(unit: Use, referral: Pick<ReferralRow, 'id' | 'case_id'>, slip: Slip) {
  const id: string = unit.newId();
  await insertRecord(unit, tablesIn, 'referral_slip', {
    ...{ id, referral_id: referral.id, case_id: referral.case_id, version: 1 },
    ...columnsOfValues(slipFields, slip),
    ...byNow(unit, 'recorded'),
    attended: slip.attended ? 1 : 0,
    not_attended_reason: slip.notAttendedReason,
    result: JSON.stringify(slip.result),
  });
  await insertRow(tablesIn(unit.trx), 'referral_slip_tick', [
    ...slip.services.map((code) => ({ slip_id: id, list: 'service', code })),
    ...slip.kitItems.map((code) => ({ slip_id: id, list: 'kit', code })),
  ]);
  return id;
}

/** When the slip of each referral of a case came into the record. */
export async function answersOf(trx: Trx, caseId: CaseId): Promise<ReadonlyMap<string, Instant>> {
  const rows = await columnsIn(tablesIn(trx), 'referral_slip', ['referral_id', 'recorded_at'], { case_id: caseId });
  return new Map(rows.map(({ referral_id, recorded_at }) => [referral_id, recorded_at]));
}

/** Slips by the referral they answer. */
export async function slipsOf(trx: Trx, referralIds: readonly string[]): Promise<Map<string, Slip>> {
  const rows = await rowsOf(tablesIn(trx), 'referral_slip', { referral_id: referralIds });
  const ids = rows.map(({ id }) => id);
  const ticks = await rowsOf(tablesIn(trx), 'referral_slip_tick', { slip_id: ids });
  const of = (id: string, list: string) =>
    ticks.filter((one) => one.slip_id === id && one.list === list).map(({ code }) => code);
  return new Map(
    rows.map((row) => [
      row.referral_id,
      {
        ...valuesOfRow(slipFields, row),
        attended: row.attended === 1,
        notAttendedReason: row.not_attended_reason,
        services: of(row.id, 'service') as Slip['services'],
        kitItems: of(row.id, 'kit') as Slip['kitItems'],
        result: parsed(row.result),
      },
    ]),
  );
}

/** Slips that say that the kit was delivered, whole or in parts, with the parts they name. */
async function kitsGiven(trx: Trx, caseIds: readonly CaseId[]) {
  const slips = await columnsIn(tablesIn(trx), 'referral_slip', ['id', 'case_id', 'kit', 'attended_on'], {
    case_id: caseIds,
    kit: ['yes', 'partial'],
  });
  const ticks = await rowsOf(tablesIn(trx), 'referral_slip_tick', { slip_id: slips.map(({ id }) => id), list: 'kit' });
  const partsOf = Map.groupBy(ticks, ({ slip_id }) => slip_id);
  const gives = (slip: (typeof slips)[number], item: Slip['kitItems'][number]) =>
    slip.kit === 'yes' || (partsOf.get(slip.id) ?? []).some(({ code }) => code === item);
  return { slips, gives };
}

/**
 * Days on which what has a term of the emergency kit was answered for, by case: delivered by a slip, or the reason not to
 * refer recorded; the earliest. A kit delivered in part answers only for the parts that its slip names. A case in which
 * nothing was answered for is left out.
 */
export async function kitAnsweredOn(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<string, KitAnswered>> {
  const refusals = await columnsIn(tablesIn(trx), 'referral_refusal', ['case_id', 'recorded_at'], {
    case_id: caseIds,
    kind: 'emergency-kit',
  });
  const { slips, gives } = await kitsGiven(trx, caseIds);
  const slipsOf = Map.groupBy(slips, ({ case_id }) => case_id);
  const refusalsOf = Map.groupBy(refusals, ({ case_id }) => case_id);
  const earliest = (caseId: CaseId, item: Slip['kitItems'][number]) => {
    const given = (slipsOf.get(caseId) ?? []).filter((slip) => gives(slip, item)).map((slip) => slip.attended_on);
    const refused = (refusalsOf.get(caseId) ?? []).map((row) => civilDateOf(Date.parse(row.recorded_at)));
    return [...given, ...refused].filter((on) => on !== null).sort()[0] ?? null;
  };
  return new Map(
    [...new Set([...slipsOf.keys(), ...refusalsOf.keys()])].map((caseId) => [
      caseId,
      { prophylaxis: earliest(caseId, 'hiv-prophylaxis'), contraception: earliest(caseId, 'contraception') },
    ]),
  );
}

/** Newest first. */
export async function listRefusals(trx: Trx, caseId: CaseId): Promise<ReferralsTables['referral_refusal'][]> {
  return rowsOf(tablesIn(trx), 'referral_refusal', { case_id: caseId }, 'recorded_at desc');
}
