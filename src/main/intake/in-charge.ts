/** The cases in somebody's charge and what is still to be written in them, a query for each table. */
import {
  formSectionIds,
  oldListVersion,
  type CaseLine,
  type intakeContract,
  draftFormSchema,
} from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Service } from '../../shared/access/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf, columnsIn, rowsOf } from '../platform/storage/rows.ts';
import { closedCases, closedTo } from './case-persons.ts';
import { isReachable, listReachableCases } from './case-reach.ts';
import { caseHeadings } from './cases.ts';
import { getPair, type CaseRow } from './case-repository.ts';
import { listDrafts } from './draft-repository.ts';
import { draftTitle, isOfProceeding } from './drafts.ts';
import { hasOpenDoubt } from './doubts.ts';
import { isContactDue } from './earlier-visit.ts';
import type { Reader } from './person-sight.ts';
import { missingInA, missingInB } from './progress.ts';
import { sectionsByCase } from './section-repository.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Cases that the session may list and that no conflict closes: the running ones and `closed`; `only` of them, whatever the list. */
export async function casesInCharge(
  { trx, session, now, today }: CallFrame & { readonly trx: Trx },
  { closed: kept = [], only }: { readonly closed?: readonly CaseId[]; readonly only?: CaseId | undefined } = {},
): Promise<CaseRow[]> {
  const { roles, staffId } = session;
  const reach = { everything: roles.includes('coordinator'), desk: roles.includes('admission') };
  const running = tablesIn(trx)
    .selectFrom('case_file')
    .selectAll('case_file')
    .where('annulled_at', 'is', null)
    .where((where) => where.or([where('state', '<>', 'closed'), where('id', 'in', among(kept))]))
    .where('form_version', '<>', oldListVersion);
  if (only !== undefined) return running.where('id', '=', only).execute();
  const rows = await running.where((where) => isReachable(where, session, { instant: now, today }, reach)).execute();
  const closed = await closedTo(trx, rows, staffId);
  return rows.filter(({ id }) => !closed.has(id));
}

export type CaseHead = {
  readonly caseId: CaseId;
  readonly number: string;
  readonly userName: string;
  readonly age: number | null;
  readonly level: 1 | 2 | 3 | null;
};

export async function caseHeads(trx: Trx, reader: Reader, caseIds: readonly CaseId[]): Promise<CaseHead[]> {
  const headings = await caseHeadings(trx, reader, caseIds);
  const said = await tablesIn(trx)
    .selectFrom('section_a')
    .innerJoin('section_b', 'section_b.case_id', 'section_a.case_id')
    .select(['section_a.case_id as caseId', 'section_a.user_age as age', 'section_b.valuation_level as level'])
    .where('section_a.case_id', 'in', among(caseIds))
    .execute();
  return said.flatMap(({ caseId, age, level }) => {
    const heading = headings.get(caseId);
    return heading === undefined ? [] : [{ caseId, ...heading, age, level }];
  });
}

export type RunningGrant = {
  readonly caseId: CaseId;
  readonly service: Service | null;
  readonly staffId: string | null;
  readonly isHandOver: boolean;
  readonly on: CivilDate;
};

/** Who holds these cases now. */
export async function runningGrants(trx: Trx, caseIds: readonly CaseId[], now: Instant): Promise<RunningGrant[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_grant')
    .selectAll()
    .where('case_id', 'in', among(caseIds))
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .orderBy('from_at')
    .execute();
  return rows.map(({ case_id, service, staff_id, reason, from_at }) => ({
    ...{ caseId: case_id, service, staffId: staff_id, isHandOver: reason === 'handOver' },
    on: civilDateOf(Date.parse(from_at)),
  }));
}

/** Every grant of these cases, those that ended too. */
export async function grantsAmong(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await rowsOf(tablesIn(trx), 'case_grant', { case_id: caseIds }, 'from_at');
  return rows.map((row) => cellsOf(row, 'case_id', 'service', 'staff_id', 'from_at', 'until_at'));
}

/** Who saved sections of these cases. */
export async function sectionHands(trx: Trx, caseIds: readonly CaseId[]) {
  const hands: { caseId: CaseId; staffId: string }[] = [];
  for (const id of formSectionIds) {
    const saved = { case_id: caseIds, started: 1 as const };
    const rows = await columnsIn(tablesIn(trx), `section_${id}`, ['case_id', 'updated_by'], saved);
    hands.push(...rows.map(({ case_id, updated_by }) => ({ caseId: case_id, staffId: updated_by })));
  }
  return hands;
}

/** Corrections that nobody has decided, the oldest first. */
export async function pendingCorrections(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('correction_request')
    .select(['case_id as caseId', 'asked_at as at'])
    .where('case_id', 'in', among(caseIds))
    .where('state', '=', 'pending')
    .orderBy('asked_at')
    .execute();
}

export type DraftFacts = {
  readonly hasDoubt: boolean;
  /** Required answers that are missing; null where the section was never saved. */
  readonly missing: { readonly a: number | null; readonly b: number | null };
};

/** What keeps each of these drafts from being validated. Its persons are asked about one by one: few drafts get that far. */
export async function draftFacts(
  trx: Trx,
  reader: Reader,
  drafts: readonly CaseRow[],
): Promise<ReadonlyMap<CaseId, DraftFacts>> {
  const ids = drafts.map(({ id }) => id);
  const [a, b] = [await sectionsByCase(trx, 'a', ids), await sectionsByCase(trx, 'b', ids)];
  const facts = new Map<CaseId, DraftFacts>();
  for (const row of drafts) {
    const [ofA, ofB] = [a.get(row.id), b.get(row.id)];
    if (ofA === undefined || ofB === undefined) continue;
    const said = ofA.answers;
    const left = ofA.isStarted ? missingInA(said).length : null;
    const asksContact = left === 0 && (await isContactDue(trx, reader, row, (await getPair(trx, row.pair_id)).user_id));
    const isAsked = row.maybe_user_id !== null || row.maybe_aggressor_id !== null;
    facts.set(row.id, {
      hasDoubt: isAsked && (await hasOpenDoubt(trx, row)),
      missing: {
        a: asksContact ? 1 : left,
        b: ofB.isStarted ? missingInB(said, ofB.answers).length : null,
      },
    });
  }
  return facts;
}

type Contract = typeof intakeContract;

export async function listMyCases(unit: Unit<Trx>): Promise<OutputOf<Contract['listMyCases']>> {
  const { trx, session, now, today } = unit;
  const reach = { everything: session.roles.includes('coordinator'), desk: session.roles.includes('admission') };
  const rows = await listReachableCases(trx, session, { instant: now, today }, reach);
  const closed = await closedTo(trx, rows, session.staffId);
  const open = rows.filter(({ id }) => !closed.has(id));
  const ids = open.map(({ id }) => id);
  const heads = new Map((await caseHeads(trx, unit, ids)).map((head) => [head.caseId, head]));
  const cases = open.flatMap((row): CaseLine[] => {
    const head = heads.get(row.id);
    if (head === undefined) return [];
    const { caseId, number, userName, level: riskLevel } = head;
    const isSealed = row.is_sealed === 1;
    return [{ caseId, number, userName, riskLevel, isSealed, ...cellsOf(row, 'admitted_on', 'state', 'updated_at') }];
  });
  unit.note({ cases: cases.length });
  return { cases };
}

type MyDrafts = OutputOf<Contract['listMyDrafts']>;

export async function listMyDrafts({ trx, session }: Unit<Trx>): Promise<MyDrafts> {
  // Those of other work go on where they were begun.
  const all = await listDrafts(trx, session.staffId);
  const typed = all.flatMap((draft) => {
    const form = draftFormSchema.safeParse(draft.form).data;
    return form === undefined ? [] : [{ ...draft, form }];
  });
  const ofCases = typed.flatMap(({ case_id }) => (case_id === null ? [] : [case_id]));
  // What was typed stays its author's; the title names the ficha, and one closed since is not told of.
  const closed = await closedCases(trx, session.staffId, ofCases);
  const open = typed.filter(({ case_id }) => case_id === null || !closed.has(case_id));
  const drafts = open.map((draft) => ({
    draftId: draft.id,
    ...cellsOf(draft, 'form', 'case_id'),
    isClosed: draft.state === 'closed' && !isOfProceeding(draft.form),
    title: draftTitle(draft.form, draft.number),
    savedAt: draft.updated_at,
  }));
  return { drafts };
}
