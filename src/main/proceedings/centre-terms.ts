/** Terms of the centre itself: the notice of an incident with personal data, requests about data, the review of permissions. */
import { deadlinesOf, warnedAt, type ComputedDeadline, type LawTables } from '../../shared/proceedings/index.ts';
import { decide } from '../../shared/access/index.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { getCentre } from '../centre/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { openIncidents, openRequests, permissionsReviewedOn, requestTerm, type DutyTerm } from '../privacy/index.ts';
import { readLaw } from './law.ts';
import type { Trx } from './tables.ts';

/** By the rules of its own day; none where no rule was in force. */
function computedFor({ kind, fact }: DutyTerm, law: LawTables, district: string): ComputedDeadline[] {
  const around = { riskLevel: null, district: null, centreDistrict: district, distanceDays: null };
  return deadlinesOf({ kind, act: null, fact, notification: null, fixedOn: null, ...around }, law);
}

/** End of each term, in the order given: the earliest where the table has several rows for it. */
export async function dutyEnds(trx: Trx, terms: readonly DutyTerm[]) {
  if (terms.length === 0) return [];
  const law = await readLaw(trx);
  const { districtCode } = await getCentre(trx);
  return terms.map((term) => {
    const ends = computedFor(term, law, districtCode).flatMap((computed) => {
      const end = warnedAt(computed);
      return end === null ? [] : [{ ...end, isToConfirm: computed.rule.confirmation === 'toConfirm' }];
    });
    const [first] = ends.sort((one, other) => (`${one.on} ${one.time}` < `${other.on} ${other.time}` ? -1 : 1));
    return first === undefined ? null : { on: first.on, time: first.time, isToConfirm: first.isToConfirm };
  });
}

/** A term of the centre that still has to be met: the notice of an incident, a request about data, else the review of permissions. */
export type CentreTerm = {
  readonly computed: ComputedDeadline;
  readonly incidentId: Id<'DataIncidentId'> | null;
  readonly requestId: Id<'DataRequestId'> | null;
  /** The ficha of whoever asked; null for what is of none. */
  readonly caseId: CaseId | null;
};

type Start = Omit<CentreTerm, 'computed'> & { readonly term: DutyTerm };

const ofCentre = { incidentId: null, requestId: null, caseId: null };

/** Of fichas whatever their reader may see; of others for who answers them. */
async function requested({ trx, session }: CallFrame & { readonly trx: Trx }): Promise<Start[]> {
  const answersOthers = decide(session.roles, 'dataRequest.answerOutside', null).allowed;
  return (await openRequests(trx))
    .filter(({ case_id }) => case_id !== null || answersOthers)
    .map((row) => ({ ...ofCentre, requestId: row.id, caseId: row.case_id, term: requestTerm(row) }));
}

/** For who answers for them: who tells the authority, who records a review, who answers a person. */
export async function centreTerms(call: CallFrame & { readonly trx: Trx }, law: LawTables): Promise<CentreTerm[]> {
  const { trx, session } = call;
  const { districtCode } = await getCentre(trx);
  const tells = decide(session.roles, 'dataIncident.close', null).allowed;
  const reviews = decide(session.roles, 'accessReview.record', null).allowed;
  const incidents = tells ? await openIncidents(trx) : [];
  const noticed = incidents.map((row): Start => ({
    ...{ ...ofCentre, incidentId: row.id },
    term: { kind: 'dataIncident', fact: { on: row.known_on, time: row.known_time } },
  }));
  const reviewed: Start[] = [];
  if (reviews) {
    const fact = { on: await permissionsReviewedOn(trx), time: null };
    reviewed.push({ ...ofCentre, term: { kind: 'privilegesReviewed', fact } });
  }
  return [...noticed, ...(await requested(call)), ...reviewed].flatMap(({ term, ...start }) =>
    computedFor(term, law, districtCode).map((computed) => ({ computed, ...start })),
  );
}
