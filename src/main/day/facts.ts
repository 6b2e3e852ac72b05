/** What the rule of the day needs to know of many cases: each part is asked once for all of them. */
import { serviceOf, servicesOf, type Service } from '../../shared/access/index.ts';
import type { AlertKind } from '../../shared/alerts/index.ts';
import type { CaseFacts } from '../../shared/day/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { sameDayAsks } from '../../shared/plan/index.ts';
import type { BoardDeadline, BoardHearing } from '../../shared/proceedings/index.ts';
import { sameDayKindLabels, type SameDayFact, type SameDayKind } from '../../shared/risk/index.ts';
import { safetyStanding } from '../../shared/safety/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { openAlertsAmong } from '../alerts/index.ts';
import { attentionsByCase, consentsToReview } from '../care/index.ts';
import { closingsAmong } from '../closing/index.ts';
import {
  draftFacts,
  pendingCorrections,
  runningGrants,
  sectionHands,
  type CaseHead,
  type CaseRow,
  type RunningGrant,
} from '../intake/index.ts';
import { paperHands } from '../papers/index.ts';
import { openSteps, type OpenStep } from '../plan/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { eventHands, measuresByCase, type RecordParts } from '../proceedings/index.ts';
import { handedReferrals, unsettledNotes } from '../counterparts/index.ts';
import { awaitedSlips } from '../referrals/index.ts';
import { openSameDayAmong, sameDayAnswersAmong, riskHands, valuedAt } from '../risk/index.ts';
import { reintegrationDues } from '../reintegration/index.ts';
import { plansByCase } from '../safety/index.ts';
import type { Trx } from '../platform/storage/rows.ts';
import { contactAmong } from './contact-facts.ts';

export type Reading = CallFrame & { readonly trx: Trx };
export type Board = { readonly deadlines: readonly BoardDeadline[]; readonly hearings: readonly BoardHearing[] };

const dayOf = (instant: string): CivilDate => civilDateOf(Date.parse(instant));

function byCase<Row extends { readonly caseId: CaseId | null }>(rows: readonly Row[]) {
  const all = Map.groupBy(rows, ({ caseId }) => caseId);
  return (caseId: CaseId): readonly Row[] => all.get(caseId) ?? [];
}

type Given = Awaited<ReturnType<typeof attentionsByCase>>;

/** Which services have done something in each of these cases. */
async function servicesAtWork(trx: Trx, caseIds: readonly CaseId[], given: Given) {
  const staff = new Map((await listStaff(trx)).map(({ id, roles }) => [id as string, roles]));
  const hands = byCase([
    ...(await sectionHands(trx, caseIds)),
    ...(await riskHands(trx, caseIds)),
    ...(await paperHands(trx, caseIds)),
    ...(await eventHands(trx, caseIds)),
  ]);
  return (caseId: CaseId) => ({
    staff: new Set(hands(caseId).map(({ staffId }) => staffId)),
    services: new Set<Service>([
      ...(given.get(caseId) ?? []).map(({ service }) => service),
      ...hands(caseId).flatMap(({ staffId }) => (staff.get(staffId) ?? []).flatMap((role) => serviceOf(role) ?? [])),
    ]),
  });
}

type AtWork = ReturnType<Awaited<ReturnType<typeof servicesAtWork>>>;

/** The reader's own, or of whoever the reader stands in for (D3). */
function isReaders({ staffId, standsInFor }: Reading['session'], id: string | null): boolean {
  return id !== null && (id === staffId || (standsInFor as readonly string[]).includes(id));
}

/** Hand-overs to whom nobody has answered by working in the case. */
function openHandOvers(
  grants: readonly RunningGrant[],
  atWork: AtWork,
  { session }: Reading,
  names: ReadonlyMap<string, string>,
) {
  return grants
    .filter(({ isHandOver, service, staffId }) => {
      if (!isHandOver) return false;
      return service === null ? !atWork.staff.has(staffId ?? '') : !atWork.services.has(service);
    })
    .map(({ service, staffId, on }) => ({
      ...{ service, on, isOwn: isReaders(session, staffId) },
      to: staffId === null ? null : (names.get(staffId) ?? ''),
    }));
}

function stepOf({ staffId, ...step }: OpenStep, { session }: Reading, names: ReadonlyMap<string, string>) {
  const to = staffId === null ? null : (names.get(staffId) ?? '');
  return { ...step, to, isOwn: isReaders(session, staffId) };
}

type Answer = { readonly fact: SameDayFact; readonly kind: SameDayKind; readonly at: Instant };

/** What was last said of an open fact; of one opened anew nothing yet. */
function sameDayOf(
  { fact, words, at: since }: { readonly fact: SameDayFact; readonly words: string; readonly at: string },
  answers: readonly Answer[],
  alerts: readonly { readonly kind: AlertKind; readonly note: string | null }[],
) {
  const last = answers.findLast((one) => one.fact === fact && one.at >= since);
  const state = last === undefined ? null : sameDayKindLabels[last.kind];
  // What was told of a breach stands with the alert.
  const breach = fact === 'measureBreached' ? (alerts.find(({ kind }) => kind === fact)?.note ?? null) : null;
  const why = [breach, state].filter((one) => one !== null && one !== '').join('. ') || null;
  return { words, why, on: dayOf(since), says: sameDayAsks[fact] };
}

const nothing = { hasDoubt: false, missing: { a: 0, b: 0 } };

/** Referrals without an answer, and what a counterpart noted that differs. */
async function referralsOf(trx: Trx, ids: readonly CaseId[]) {
  const handed = await handedReferrals(trx, ids);
  const [slips, differences] = [byCase(await awaitedSlips(trx, ids)), byCase(await unsettledNotes(trx, ids))];
  return (id: CaseId): Pick<CaseFacts, 'referrals' | 'differences'> => ({
    referrals: slips(id).map((slip) => ({ ...slip, isHere: handed.has(slip.id) })),
    differences: differences(id).map(({ at }) => dayOf(at)),
  });
}

/** Services that hold a case: those it was handed to, and whoever opened it, for she works in it too. */
async function teamsAmong(trx: Trx, grants: (caseId: CaseId) => readonly RunningGrant[]) {
  const staff = new Map((await listStaff(trx)).map(({ id, roles }) => [id as string, servicesOf(roles)]));
  return ({ id, opened_by: by }: CaseRow): Service[] => [
    ...new Set([...grants(id).flatMap(({ service }) => service ?? []), ...(staff.get(by) ?? [])]),
  ];
}

/** The facts of each of these cases, in their order. */
export async function factsOf(
  unit: Reading,
  { rows, heads, board }: { rows: readonly CaseRow[]; heads: ReadonlyMap<CaseId, CaseHead>; board: Board },
  parts: Pick<RecordParts, 'measuresAskedOn'>,
): Promise<ReadonlyMap<CaseId, CaseFacts>> {
  const { trx, session, now } = unit;
  const ids = rows.map(({ id }) => id);
  const names = await staffNames(trx);
  const own = [session.staffId, ...session.standsInFor].map((id) => names.get(id));
  const grants = byCase(await runningGrants(trx, ids, now));
  const teamOf = await teamsAmong(trx, grants);
  const given = await attentionsByCase(trx, ids);
  const atWork = await servicesAtWork(trx, ids, given);
  const valued = await valuedAt(trx, ids);
  const measures = await measuresByCase(trx, ids, parts);
  const sameDay = byCase(await openSameDayAmong(trx, ids));
  const answers = byCase(await sameDayAnswersAmong(trx, ids));
  const [safety, steps] = [await plansByCase(trx, ids), byCase(await openSteps(trx, ids))];
  const reintegration = byCase(await reintegrationDues(trx, ids));
  const [contact, closings] = [await contactAmong(unit, ids, given), await closingsAmong(unit, ids)];
  const alerts = Map.groupBy(await openAlertsAmong(trx, ids), ({ case_id }) => case_id);
  const [terms, hearings] = [byCase(board.deadlines), byCase(board.hearings)];
  const [awaited, consents] = [await referralsOf(trx, ids), byCase(await consentsToReview(trx, ids))];
  const corrections = byCase(await pendingCorrections(trx, ids));
  const inDraft = rows.filter(({ state }) => state === 'draft');
  const drafts = await draftFacts(trx, unit, inDraft);
  return new Map(
    rows.map((row): [CaseId, CaseFacts] => {
      const { id } = row;
      const [at, plan] = [valued.get(id), safety.get(id)];
      return [
        id,
        {
          ...{ isDraft: row.state === 'draft', isClosed: row.state === 'closed', closing: closings(id) },
          team: teamOf(row),
          level: heads.get(id)?.level ?? null,
          valuedOn: at === undefined ? null : dayOf(at),
          hasMeasures: measures.has(id),
          safety: plan === undefined ? null : safetyStanding(plan, { valuedAt: at, answers: answers(id) }),
          ...{ contact: contact(id), steps: steps(id).map((step) => stepOf(step, unit, names)) },
          reintegration: reintegration(id).map(({ isGoal, service, dueOn }) => ({ isGoal, service, dueOn })),
          sameDay: sameDay(id).map((one) => sameDayOf(one, answers(id), alerts.get(id) ?? [])),
          notices: (alerts.get(id) ?? []).map(({ kind, note, raised_on }) => ({ kind, note, on: raised_on })),
          terms: terms(id),
          hearings: hearings(id).map(({ kind, office, attends, on, time }) => ({
            ...{ kind, office, attends, isOwn: attends !== null && own.includes(attends), at: { on, time } },
          })),
          ...awaited(id),
          consents: consents(id).map(({ consent }) => dayOf(consent.recordedAt)),
          corrections: corrections(id).map((one) => dayOf(one.at)),
          handOvers: openHandOvers(grants(id), atWork(id), unit, names),
          ...(drafts.get(id) ?? nothing),
        },
      ];
    }),
  );
}

/** Whether a session holds a case in person, beside the services it works in. */
export async function ownCases({ trx, session, now }: Reading, rows: readonly CaseRow[]): Promise<ReadonlySet<CaseId>> {
  const ids = rows.map(({ id }) => id);
  const own = (await runningGrants(trx, ids, now)).filter(({ staffId }) => isReaders(session, staffId));
  return new Set(own.map(({ caseId }) => caseId));
}
