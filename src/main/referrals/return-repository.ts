/** Rows of what became of a referral. */
import { sql } from 'kysely';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { KitAnswered } from '../../shared/proceedings/index.ts';
import type { Slip } from '../../shared/referrals/index.ts';
import type { Trx } from '../database.ts';
import type { ReferralsTables } from './tables.ts';

/** A referral with the number and the moment of its paper. */
export type ReferralRow = ReferralsTables['referral'] & { readonly number: string; readonly issued_at: string };

function withDocument(trx: Trx) {
  return trx
    .selectFrom('referral')
    .innerJoin('issued_document', 'issued_document.id', 'referral.document_id')
    .selectAll('referral')
    .select(['issued_document.number', 'issued_document.issued_at']);
}

/** Newest first. */
export async function listOfCase(trx: Trx, caseId: string): Promise<ReferralRow[]> {
  return withDocument(trx)
    .where('referral.case_id', '=', caseId)
    .orderBy('issued_document.issued_at', 'desc')
    .orderBy('issued_document.number', 'desc')
    .execute();
}

/** @throws not-found, also for one of another case */
export async function getReferral(trx: Trx, caseId: string, id: string): Promise<ReferralRow> {
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

/** Of every case, still waiting for their slip. */
export async function listUnanswered(trx: Trx): Promise<ReferralRow[]> {
  return withDocument(trx)
    .innerJoin('case_file', 'case_file.id', 'referral.case_id')
    .where('referral.state', 'in', ['printed', 'handedOver', 'received'])
    .where('case_file.annulled_at', 'is', null)
    .execute();
}

export async function updateReferral(
  trx: Trx,
  id: string,
  change: Partial<Pick<ReferralsTables['referral'], 'state' | 'handed_how' | 'handed_at'>>,
): Promise<void> {
  await trx
    .updateTable('referral')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

type SlipKeys = Pick<
  ReferralsTables['referral_slip'],
  'id' | 'referral_id' | 'case_id' | 'recorded_by' | 'recorded_at'
>;

export async function insertSlip(trx: Trx, keys: SlipKeys, slip: Slip): Promise<void> {
  await trx
    .insertInto('referral_slip')
    .values({
      ...keys,
      attended: slip.attended ? 1 : 0,
      not_attended_reason: slip.notAttendedReason,
      attended_on: slip.on,
      attended_time: slip.time,
      kit: slip.kit,
      next_on: slip.nextOn,
      next_time: slip.nextTime,
      next_place: slip.nextPlace,
      recommendations: slip.recommendations,
      professional: slip.professional,
      college: slip.college,
      result: JSON.stringify(slip.result),
      version: 1,
    })
    .execute();
  const ticks = [
    ...slip.services.map((code) => ({ slip_id: keys.id, list: 'service', code })),
    ...slip.kitItems.map((code) => ({ slip_id: keys.id, list: 'kit', code })),
  ];
  if (ticks.length > 0) await trx.insertInto('referral_slip_tick').values(ticks).execute();
}

/** Slips by the referral they answer. */
export async function slipsOf(trx: Trx, referralIds: readonly string[]): Promise<Map<string, Slip>> {
  const rows = await trx.selectFrom('referral_slip').selectAll().where('referral_id', 'in', referralIds).execute();
  const ids = rows.map(({ id }) => id);
  const ticks = await trx.selectFrom('referral_slip_tick').selectAll().where('slip_id', 'in', ids).execute();
  const of = (id: string, list: string) =>
    ticks.filter((one) => one.slip_id === id && one.list === list).map(({ code }) => code);
  return new Map(
    rows.map((row) => [
      row.referral_id,
      {
        attended: row.attended === 1,
        notAttendedReason: row.not_attended_reason as Slip['notAttendedReason'],
        on: row.attended_on as Slip['on'],
        time: row.attended_time,
        services: of(row.id, 'service') as Slip['services'],
        kit: row.kit as Slip['kit'],
        kitItems: of(row.id, 'kit') as Slip['kitItems'],
        nextOn: row.next_on as Slip['nextOn'],
        nextTime: row.next_time,
        nextPlace: row.next_place,
        recommendations: row.recommendations,
        professional: row.professional,
        college: row.college,
        result: JSON.parse(row.result) as Slip['result'],
      },
    ]),
  );
}

type Days = readonly (string | null)[];

/** Slips that say that the kit was delivered whole, or that part of it. */
async function daysGiven(trx: Trx, caseId: string, item: Slip['kitItems'][number]): Promise<Days> {
  const rows = await trx
    .selectFrom('referral_slip')
    .select('attended_on')
    .where('case_id', '=', caseId)
    .where((where) =>
      where.or([
        where('kit', '=', 'yes'),
        where.and([
          where('kit', '=', 'partial'),
          where.exists(
            where
              .selectFrom('referral_slip_tick')
              .select('code')
              .whereRef('referral_slip_tick.slip_id', '=', 'referral_slip.id')
              .where('list', '=', 'kit')
              .where('code', '=', item),
          ),
        ]),
      ]),
    )
    .execute();
  return rows.map((row) => row.attended_on);
}

/**
 * Days on which what has a term of the emergency kit was answered for: delivered by a slip, or the reason not to refer
 * recorded; the earliest. A kit delivered in part answers only for the parts that its slip names.
 */
export async function kitAnsweredOn(trx: Trx, caseId: string): Promise<KitAnswered> {
  const refusals = await trx
    .selectFrom('referral_refusal')
    .select('recorded_at')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'emergency-kit')
    .execute();
  const refused = refusals.map((row) => civilDateOf(Date.parse(row.recorded_at)));
  const earliest = (given: Days) =>
    ([...given, ...refused].filter((on) => on !== null).sort()[0] ?? null) as CivilDate | null;
  return {
    prophylaxis: earliest(await daysGiven(trx, caseId, 'hiv-prophylaxis')),
    contraception: earliest(await daysGiven(trx, caseId, 'contraception')),
  };
}

export async function insertRefusal(trx: Trx, row: ReferralsTables['referral_refusal']): Promise<void> {
  await trx.insertInto('referral_refusal').values(row).execute();
}

/** Newest first. */
export async function listRefusals(trx: Trx, caseId: string): Promise<ReferralsTables['referral_refusal'][]> {
  return trx
    .selectFrom('referral_refusal')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('recorded_at', 'desc')
    .execute();
}
