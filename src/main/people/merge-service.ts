/** Joining two records of one person: proposed by Coordinación, approved by a second person, reversible. */
import { decide } from '../../shared/access/index.ts';
import {
  differences,
  displayName,
  firstOfEach,
  matchModel,
  opinionOf,
  peopleReasons,
  placeLabel,
  proposedChoices,
  type MergeChoices,
  type MergeComparison,
  type mergeContract,
  type MergeLine,
  type MergeSideView,
} from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { PersonId, ProposalId, Id } from '../../shared/platform/ids.ts';
import { decideProposal, findPendingProposal, findProposal, insertProposal, staffNames } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { compareWith } from './candidates.ts';
import { abovePeople } from './above.ts';
import {
  getMerge,
  hasLaterMerge,
  isAbsorbed,
  listMergeRows,
  mergePersons,
  unmergePersons,
  type MergeRow,
} from './merge-repository.ts';
import { getRecord } from './person-record.ts';
import { getPerson } from './repository.ts';
import type { CaseOfPerson, PersonContext, SeenPerson } from './service.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof mergeContract;
type Pair = { readonly keptId: PersonId; readonly absorbedId: PersonId };

/** What the proposal keeps: the choice, and the versions that were compared. */
type MergePayload = Pair & {
  readonly summary: string;
  readonly choices: MergeChoices;
  readonly versions: readonly [number, number];
};

/** @throws not-found for a person who has a case that is closed to the reader, and for one absorbed already */
async function casesFor(context: PersonContext, unit: Use, personId: string): Promise<CaseOfPerson[]> {
  const cases = await context.casesOf(unit, personId);
  if (cases.some((one) => one.isSealed) || (await isAbsorbed(unit.trx, personId))) throw fail('not-found');
  return cases;
}

type Facts = Parameters<typeof differences>[0];

function factsOf({ places }: PersonContext, { record, address }: Pick<SeenPerson, 'record' | 'address'>): Facts {
  const district = address.districtCode === null ? null : placeLabel(places, address.districtCode);
  const words = district ?? (address.text === null ? null : 'Dirección registrada, sin distrito');
  return { record, address: { words } };
}

/** One side with all that is known of it, and as this reader may see it. */
async function sideOf(context: PersonContext, unit: Use, personId: PersonId) {
  const cases = await casesFor(context, unit, personId);
  const { record } = await getRecord(unit.trx, personId);
  const facts = factsOf(context, { record, address: (await getPerson(unit.trx, personId)).address });
  const seen = await context.seen(unit, personId);
  const shown = factsOf(context, seen);
  const ids = cases.map(({ id }) => id);
  const view = {
    personId,
    name: displayName(firstOfEach(shown.record)),
    record: shown.record,
    address: shown.address.words,
    hidden: differences(facts, shown),
    cases: cases.map(({ number, role, admittedOn, standing }) => ({ number, role, admittedOn, standing })),
    arrivals: await abovePeople.ask.countArrivals(unit.trx, personId),
    holds: mayPropose(unit) ? await context.holdings(unit.trx, ids) : null,
  };
  return { facts, view, isWhole: seen.isWhole };
}

async function compare(context: PersonContext, unit: Use, { keptId, absorbedId }: Pair): Promise<MergeComparison> {
  if (keptId === absorbedId) throw fail('not-found');
  const kept = await sideOf(context, unit, keptId);
  const absorbed = await sideOf(context, unit, absorbedId);
  const [one, other] = [kept.facts, absorbed.facts];
  const isWhole = kept.isWhole && absorbed.isWhole;
  const obstacle = await abovePeople.ask.mergeObstacle(unit.trx, keptId, absorbedId);
  const match = (await compareWith(unit.trx, keptId, [absorbedId], matchModel.centrePersons)).get(absorbedId);
  return {
    kept: kept.view,
    absorbed: absorbed.view,
    differs: differences(one, other),
    reasons: (match?.reasons ?? []).map(({ text, plain, speaks }) => ({ text: isWhole ? text : plain, speaks })),
    opinion: opinionOf(match, one.record, other.record),
    choices: proposedChoices(one, other),
    isToldApart: await context.areToldApart(unit.trx, [keptId, absorbedId]),
    obstacle: obstacle === null ? null : peopleReasons[obstacle],
  };
}

function mayPropose(unit: Use): boolean {
  return decide(unit.session.roles, 'person.merge', null).allowed;
}

function numbersOf(side: MergeSideView): string {
  return side.cases.length === 0 ? 'sin ficha' : side.cases.map((one) => one.number).join(', ');
}

/** Names nobody: the queue is read by every professional. */
function summaryOf({ kept, absorbed }: MergeComparison): string {
  return `Unir dos registros de una persona: fichas ${numbersOf(kept)} y ${numbersOf(absorbed)}`;
}

async function propose(context: PersonContext, unit: Use, input: InputOf<Contract['proposePersonMerge']>) {
  const { keptId, absorbedId, choices } = input;
  const comparison = await compare(context, unit, { keptId, absorbedId });
  await refuseObstacle(unit, { keptId, absorbedId });
  if ((await findPendingProposal(unit.trx, 'person-merge', absorbedId)) !== null)
    throw fail('duplicate', 'merge-proposed');
  const versions = await versionsOf(unit.trx, { keptId, absorbedId });
  const payload: MergePayload = { summary: summaryOf(comparison), keptId, absorbedId, choices, versions };
  const proposal = { kind: 'person-merge', subjectKind: 'person', subjectId: absorbedId, payload } as const;
  return { proposalId: await insertProposal(unit, proposal) };
}

async function tellApart(context: PersonContext, unit: Use, { keptId, absorbedId }: Pair): Promise<{ fichas: number }> {
  if (keptId === absorbedId) throw fail('not-found');
  const cases = [...(await casesFor(context, unit, keptId)), ...(await casesFor(context, unit, absorbedId))];
  if (cases.every(({ role }) => role === 'related')) throw fail('rule-broken', 'told-apart-nowhere');
  for (const id of [keptId, absorbedId]) {
    const pending = (await findPendingProposal(unit.trx, 'person-merge', id))?.payload as MergePayload | undefined;
    const both = pending === undefined ? [] : [pending.keptId, pending.absorbedId];
    if (both.length > 0 && both.every((one) => [keptId, absorbedId].includes(one)))
      throw fail('duplicate', 'merge-proposed');
  }
  const fichas = await context.tellApart(unit, [keptId, absorbedId]);
  unit.about('person', keptId);
  unit.note({ fichas });
  return { fichas };
}

async function versionsOf(trx: Trx, { keptId, absorbedId }: Pair): Promise<readonly [number, number]> {
  return [(await getRecord(trx, keptId)).version, (await getRecord(trx, absorbedId)).version];
}

async function refuseObstacle(unit: Use, pair: Pair): Promise<void> {
  const obstacle = await abovePeople.ask.mergeObstacle(unit.trx, pair.keptId, pair.absorbedId);
  if (obstacle === 'merge-same-pair') throw fail('rule-broken', 'merge-same-pair');
  if (obstacle === 'merge-same-case') throw fail('rule-broken', 'merge-same-case');
}

/** @throws not-found */
async function mergePayload(trx: Trx, proposalId: ProposalId): Promise<MergePayload> {
  const proposal = await findProposal(trx, proposalId);
  if (proposal === null || proposal.kind !== 'person-merge') throw fail('not-found');
  return proposal.payload as MergePayload;
}

async function approve(context: PersonContext, unit: Use, proposalId: ProposalId) {
  const { keptId, absorbedId, choices, versions } = await mergePayload(unit.trx, proposalId);
  await casesFor(context, unit, keptId);
  await casesFor(context, unit, absorbedId);
  await refuseObstacle(unit, { keptId, absorbedId });
  const now = await versionsOf(unit.trx, { keptId, absorbedId });
  // What was compared is no longer what would be joined.
  if (now.join() !== versions.join()) throw fail('conflict', 'merge-changed');
  await decideProposal(unit, proposalId, 'approved');
  const mergeId = await mergePersons(unit, { keptId, absorbedId, choices, by: { proposalId } });
  await context.identityChanged(unit, [keptId], 'joined');
  unit.about('person_merge', mergeId);
  return { mergeId };
}

async function lineOf(unit: Use, row: MergeRow, names: ReadonlyMap<string, string>): Promise<MergeLine> {
  const kept = displayName(await getPerson(unit.trx, row.kept_id));
  const absorbed = displayName(await getPerson(unit.trx, row.absorbed_id));
  return {
    mergeId: row.id,
    ...{ keptName: kept, absorbedName: absorbed },
    mergedBy: names.get(row.merged_by) ?? '',
    mergedAt: row.merged_at,
    undoneBy: row.undone_by === null ? null : (names.get(row.undone_by) ?? ''),
    undoneAt: row.undone_at,
    isSettled: row.case_id !== null,
    undo: await undoState(unit.trx, row),
  };
}

async function undoState(trx: Trx, row: MergeRow): Promise<MergeLine['undo']> {
  if (row.state === 'undone') return 'done';
  if ((await findPendingProposal(trx, 'person-unmerge', row.id)) !== null) return 'proposed';
  return (await hasLaterMerge(trx, row)) ? 'later-first' : 'possible';
}

/** All of them for who may propose; nothing of persons with a case that is closed to the reader. */
async function list(context: PersonContext, unit: Use): Promise<OutputOf<Contract['listMerges']>> {
  if (!mayPropose(unit)) return { merges: [] };
  const names = await staffNames(unit.trx);
  const merges: MergeLine[] = [];
  for (const row of await listMergeRows(unit.trx)) {
    const cases = [...(await context.casesOf(unit, row.kept_id)), ...(await context.casesOf(unit, row.absorbed_id))];
    if (!cases.some((one) => one.isSealed)) merges.push(await lineOf(unit, row, names));
  }
  unit.note({ merges: merges.length });
  return { merges };
}

async function proposeUndo(context: PersonContext, unit: Use, mergeId: Id<'MergeId'>) {
  const row = await getMerge(unit.trx, mergeId);
  const cases = await context.casesOf(unit, row.kept_id);
  if (cases.some((one) => one.isSealed)) throw fail('not-found');
  const state = await undoState(unit.trx, row);
  if (state === 'done') throw fail('rule-broken', 'merge-undone');
  if (state === 'proposed') throw fail('duplicate', 'merge-proposed');
  if (state === 'later-first') throw fail('rule-broken', 'merge-later-first');
  const numbers = cases.map((one) => one.number).join(', ');
  const summary = `Separar dos registros que se habían unido: fichas ${numbers === '' ? 'ninguna' : numbers}`;
  const payload = { summary, mergeId };
  const proposal = { kind: 'person-unmerge', subjectKind: 'person_merge', subjectId: mergeId, payload } as const;
  return { proposalId: await insertProposal(unit, proposal) };
}

async function approveUndo(context: PersonContext, unit: Use, proposalId: ProposalId) {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { mergeId } = proposal.payload as { mergeId: Id<'MergeId'> };
  const row = await getMerge(unit.trx, mergeId);
  const cases = await context.casesOf(unit, row.kept_id);
  if (cases.some((one) => one.isSealed)) throw fail('not-found');
  await decideProposal(unit, proposalId, 'approved');
  await unmergePersons(unit, mergeId, proposalId);
  await context.identityChanged(unit, [row.kept_id, row.absorbed_id], 'separated');
  unit.about('person_merge', mergeId);
  return { mergeId };
}

export function mergeHandlers(context: PersonContext): Handlers<Contract, Trx> {
  return {
    comparePersons: inside((unit, pair) => {
      // Others see the comparison of a proposal alone.
      if (!mayPropose(unit)) throw fail('forbidden');
      return compare(context, unit, pair);
    }),
    getMergeProposal: inside(async (unit, { proposalId }) => {
      const payload = await mergePayload(unit.trx, proposalId);
      const proposal = await findProposal(unit.trx, proposalId);
      if (proposal?.state !== 'pending') throw fail('not-found');
      const proposedBy = (await staffNames(unit.trx)).get(proposal.proposedBy) ?? '';
      const proposed = { choices: payload.choices, proposedBy, proposedAt: proposal.proposedAt };
      return { ...(await compare(context, unit, payload)), ...proposed };
    }),
    tellPersonsApart: inside((unit, pair) => tellApart(context, unit, pair)),
    proposePersonMerge: inside((unit, input) => propose(context, unit, input)),
    approvePersonMerge: inside((unit, { proposalId }) => approve(context, unit, proposalId)),
    listMerges: inside((unit) => list(context, unit)),
    proposePersonUnmerge: inside((unit, { mergeId }) => proposeUndo(context, unit, mergeId)),
    approvePersonUnmerge: inside((unit, { proposalId }) => approveUndo(context, unit, proposalId)),
  };
}
