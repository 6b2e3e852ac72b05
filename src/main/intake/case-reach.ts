/** Who may reach a case: how a session stands to it, and which ones it may list. */
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import { servicesOf, type CaseRelation } from '../../shared/access/index.ts';
import { oldListVersion } from '../../shared/intake/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Session } from '../platform/gate/session.ts';
import { bookedOn } from '../reception/index.ts';
import { askingOf, inConflict, memberOf } from './case-persons.ts';
import type { CaseRow } from './case-repository.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables } from './tables.ts';

const day = 24 * 60 * 60 * 1000;

function isRunning(grant: IntakeTables['case_grant'], now: Instant): boolean {
  return grant.until_at === null || grant.until_at > now;
}

/** A signed-in person, or any of the staff. */
type Person = Pick<Session, 'staffId' | 'roles'> & Partial<Pick<Session, 'standsInFor'>>;

/** How a session stands to a case (security design §5.1); null when there is no such case. */
export async function relationTo(
  trx: Trx,
  session: Person,
  caseId: CaseId,
  now: { instant: Instant; today: CivilDate },
): Promise<CaseRelation | null> {
  // The same work for a case that is not there: how long a refusal took must not tell which it was.
  const lookedAt = (await caseOrAny(trx, caseId)) ?? caseId;
  return (await relationsTo(trx, session, [lookedAt], now)).get(caseId) ?? null;
}

/** The case of that id, or another one to do the same work with; null in a record without any. */
async function caseOrAny(trx: Trx, caseId: CaseId): Promise<CaseId | null> {
  const { rows } = await sql<{ id: CaseId | null }>`select coalesce(
      (select id from case_file where annulled_at is null and id = ${caseId}),
      (select id from case_file where annulled_at is null limit 1)
    ) as id`.execute(trx);
  return rows[0]?.id ?? null;
}

/** The same to many cases at once, by their ids; one that does not exist is left out. */
export async function relationsTo(
  trx: Trx,
  session: Person,
  caseIds: readonly CaseId[],
  now: { instant: Instant; today: CivilDate },
): Promise<ReadonlyMap<string, CaseRelation>> {
  const rows = await rowsOf(tablesIn(trx), 'case_file', { id: caseIds, annulled_at: null });
  const grants = await rowsOf(tablesIn(trx), 'case_grant', { case_id: caseIds }, 'from_at');
  const grantsOf = Map.groupBy(grants, ({ case_id }) => case_id);
  const booked = await bookedOn(trx, caseIds, now.today);
  const conflicted = await inConflict(trx, rows, session.staffId);
  const member = await memberOf(trx, caseIds, session.staffId);
  const asking = await askingOf(trx, rows, session.staffId);
  return new Map(
    rows.map((row): [string, CaseRelation] => [
      row.id,
      {
        ...standingOf(row, grantsOf.get(row.id) ?? [], session, { instant: now.instant, isAsked: asking.has(row.id) }),
        isOfToday: row.admitted_on === now.today || booked.has(row.id),
        hasConflict: conflicted.has(row.id),
        isSealed: row.is_sealed === 1,
        isSealMember: member.has(row.id),
        // Of one session: added by whoever holds the sessions.
        isExceptional: false,
      },
    ]),
  );
}

function standingOf(
  row: CaseRow,
  all: readonly IntakeTables['case_grant'][],
  session: Person,
  { instant, isAsked }: { instant: Instant; isAsked: boolean },
) {
  const services = servicesOf(session.roles);
  const handedOver = all.find(({ reason }) => reason === 'handOver');
  // Own drafts, and for a day after they are handed over (security design §5.3, `first24h`).
  const isRecent =
    handedOver === undefined ? row.state === 'draft' : Date.parse(instant) - Date.parse(handedOver.from_at) < day;
  return {
    isOnTeam:
      isAsked ||
      all
        .filter((grant) => isRunning(grant, instant))
        .some(
          (grant) =>
            grant.staff_id === session.staffId ||
            (session.standsInFor ?? []).some((absent) => absent === grant.staff_id) ||
            (grant.service !== null && services.includes(grant.service)),
        ),
    isOwnRecent: row.opened_by === session.staffId && isRecent,
  };
}

/** Which cases a session may list: all for coordination, else its team's; for the desk, those of today and what it opened itself a short time ago. */
export type Reach = { readonly everything: boolean; readonly desk: boolean };

/** The condition on `case_file` that leaves the cases within reach of the session. */
export function isReachable(
  where: ExpressionBuilder<IntakeTables, 'case_file'>,
  session: Session,
  now: { instant: Instant; today: CivilDate },
  reach: Reach,
): ExpressionWrapper<IntakeTables, 'case_file', SqlBool> {
  const memberOfSeal = where.exists(
    where
      .selectFrom('case_seal')
      .innerJoin('case_seal_member', 'case_seal_member.seal_id', 'case_seal.id')
      .select('case_seal.id')
      .whereRef('case_seal.case_id', '=', 'case_file.id')
      .where('case_seal.opened_at', 'is', null)
      .where('case_seal_member.staff_id', '=', session.staffId),
  );
  const open = where.and([
    where.or([where('case_file.is_sealed', '=', 0), memberOfSeal]),
    where('case_file.annulled_at', 'is', null),
  ]);
  if (reach.everything) return open;
  const services = servicesOf(session.roles);
  const granted = where.exists(
    where
      .selectFrom('case_grant')
      .select('case_grant.id')
      .whereRef('case_grant.case_id', '=', 'case_file.id')
      .where((grant) => grant.or([grant('until_at', 'is', null), grant('until_at', '>', now.instant)]))
      .where((grant) =>
        grant.or([
          grant('staff_id', 'in', [session.staffId, ...session.standsInFor]),
          ...(services.length === 0 ? [] : [grant('service', 'in', services)]),
        ]),
      ),
  );
  const handedOver = where
    .selectFrom('case_grant')
    .select('case_grant.id')
    .whereRef('case_grant.case_id', '=', 'case_file.id')
    .where('case_grant.reason', '=', 'handOver');
  const aDayAgo = instantOf(Date.parse(now.instant) - day);
  // As `relationTo` lets her open them: own drafts, and for a day what she handed over.
  const own = where.and([
    where('case_file.opened_by', '=', session.staffId),
    where.or([
      where.and([where('case_file.state', '=', 'draft'), where.not(where.exists(handedOver))]),
      where.and([
        where.exists(handedOver),
        where.not(where.exists(handedOver.where('case_grant.from_at', '<=', aDayAgo))),
      ]),
    ]),
  ]);
  const ofDesk = [where('case_file.admitted_on', '=', now.today), own];
  return where.and([open, where.or([granted, ...(reach.desk ? ofDesk : [])])]);
}

export async function listReachableCases(
  trx: Trx,
  session: Session,
  now: { instant: Instant; today: CivilDate },
  reach: Reach,
): Promise<CaseRow[]> {
  return (
    tablesIn(trx)
      .selectFrom('case_file')
      .selectAll('case_file')
      .where((where) => isReachable(where, session, now, reach))
      // Fichas of old lists wait for nobody: they are found by person, not in the list of work.
      .where('form_version', '<>', oldListVersion)
      .orderBy('updated_at', 'desc')
      .orderBy('number', 'desc')
      .limit(200)
      .execute()
  );
}
