/** Terms of the centre itself, of no case: the notice of an incident with personal data and the review of permissions. */
import { deadlinesOf, warnedAt, type ComputedDeadline, type LawTables } from '../../shared/proceedings/index.ts';
import { decide } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { getCentre } from '../centre/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { openIncidents, permissionsReviewedOn, type DutyTerm } from '../privacy/index.ts';
import { readLaw } from './law.ts';
import type { Trx } from './tables.ts';

/** By the rules of its own day; none where no rule was in force. */
function computedFor({ kind, fact }: DutyTerm, law: LawTables, district: string): ComputedDeadline[] {
  const around = { riskLevel: null, district: null, centreDistrict: district, distanceDays: null };
  return deadlinesOf({ kind, act: null, fact, notification: null, fixedOn: null, ...around }, law);
}

/** End of each term, in the order given: the earliest where the table has several rows for it. */
export async function dutyEnds(
  trx: Trx,
  terms: readonly DutyTerm[],
): Promise<readonly ({ on: CivilDate; time: string } | null)[]> {
  if (terms.length === 0) return [];
  const law = await readLaw(trx);
  const { districtCode } = await getCentre(trx);
  return terms.map((term) => {
    const ends = computedFor(term, law, districtCode).flatMap((computed) => warnedAt(computed) ?? []);
    const [first] = ends.sort((one, other) => (`${one.on} ${one.time}` < `${other.on} ${other.time}` ? -1 : 1));
    return first === undefined ? null : { on: first.on, time: first.time };
  });
}

/** A term of the centre that still has to be met; `incidentId` null for the review of permissions. */
export type CentreTerm = { readonly computed: ComputedDeadline; readonly incidentId: string | null };

/** For who answers for them: who tells the authority, and who records a review. */
export async function centreTerms(
  { trx, session }: CallFrame & { readonly trx: Trx },
  law: LawTables,
): Promise<CentreTerm[]> {
  const { districtCode } = await getCentre(trx);
  const tells = decide(session.roles, 'dataIncident.close', null).allowed;
  const reviews = decide(session.roles, 'accessReview.record', null).allowed;
  const incidents = tells ? await openIncidents(trx) : [];
  const noticed = incidents.map((row) => ({
    incidentId: row.id,
    term: { kind: 'dataIncident' as const, fact: { on: row.known_on, time: row.known_time } },
  }));
  const reviewed = reviews
    ? [{ kind: 'privilegesReviewed' as const, fact: { on: await permissionsReviewedOn(trx), time: null } }]
    : [];
  return [...noticed, ...reviewed.map((term) => ({ incidentId: null, term }))].flatMap(({ incidentId, term }) =>
    computedFor(term, law, districtCode).map((computed) => ({ computed, incidentId })),
  );
}
