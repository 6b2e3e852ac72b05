/**
 * Fichas reservadas: closed to all but the members, by two people, and opened again by two people (security design §5.7).
 *
 * A seal takes access away and gives none: members are chosen among those who have it.
 */
import { isClosedBy, type CaseRelation } from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, ProposalId, StaffId } from '../../shared/platform/ids.ts';
import { z } from '../../shared/platform/zod.ts';
import {
  membersProblem,
  sealFormSchema,
  sealMembersSchema,
  sealReasonLabels,
  type reserveContract,
  type SealReason,
} from '../../shared/reserve/index.ts';
import { decideProposal, findPendingProposal, findProposal, findStaff, insertProposal, isSecond, staffNames } from '../access/index.ts'; // prettier-ignore
import { raiseAlert } from '../alerts/index.ts';
import {
  getCaseRow,
  isClosedTo,
  relationTo,
  updateCase,
  type CaseRow,
  insertSeal,
  membersOf,
  replaceMembers,
  sealedCases,
  standingSeal,
  updateSeal,
  type SealRow,
} from '../intake/index.ts';
import type { OwnSecret } from '../platform/storage/compartments.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { candidatesFor } from './candidates.ts';
import type { SealedWords } from './sealed-words.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof reserveContract;

function sentence(parts: readonly string[]): string {
  return new Intl.ListFormat('es-PE', { type: 'conjunction' }).format(parts);
}

export type SealParts = {
  readonly sealedWords: SealedWords;
};

function touchAll(unit: Use, refs: readonly RecordRef[]): void {
  for (const { kind, id } of refs) unit.touch(kind, id);
}

async function relationOf(unit: Use, caseId: CaseId): Promise<CaseRelation | null> {
  return relationTo(unit.trx, unit.session, caseId, { instant: unit.now, today: unit.today });
}

export async function readSeal(unit: Use, { caseId }: InputOf<Contract['getCaseSeal']>, { sealedWords }: SealParts) {
  const row = await getCaseRow(unit.trx, caseId);
  const relation = await relationOf(unit, caseId);
  const seal = await standingSeal(unit.trx, caseId);
  const names = await staffNames(unit.trx);
  const named = (id: StaffId) => ({ staffId: id, name: names.get(id) ?? '' });
  const candidates = await candidatesFor(unit, caseId);
  const members = seal === undefined ? [] : await membersOf(unit.trx, seal.id);
  const access = await sealedWords.accessOf(unit.trx, unit.session, caseId, members);
  const holders = access.holders.map((id) => names.get(id) ?? '');
  return {
    number: row.number,
    key: seal === undefined ? null : { isHeld: access.isHeld, holders, waiting: access.waiting.map(named) },
    seal:
      seal === undefined
        ? null
        : {
            sealedAt: seal.sealed_at,
            reason: seal.reason as SealReason,
            words: seal.words,
            members: members.map(named),
          },
    canOpen: relation !== null && !isClosedBy(relation),
    proposed: await proposedOn(unit.trx, caseId),
    candidates,
  };
}

async function proposedOn(trx: Trx, caseId: CaseId): Promise<'seal' | 'members' | null> {
  if ((await findPendingProposal(trx, 'case-seal', caseId)) !== null) return 'seal';
  return (await findPendingProposal(trx, 'seal-members', caseId)) === null ? null : 'members';
}

async function checkMembers(unit: Use, caseId: CaseId, members: readonly string[]): Promise<void> {
  const problem = membersProblem(members, await candidatesFor(unit, caseId));
  if (problem !== null) throw fail('rule-broken', problem);
}

async function keepProposal(
  unit: Use,
  caseId: CaseId,
  { kind, payload }: { kind: 'case-seal' | 'seal-members'; payload: object },
): Promise<{ proposalId: ProposalId }> {
  if ((await proposedOn(unit.trx, caseId)) !== null) throw fail('duplicate', 'seal-proposed');
  return { proposalId: await insertProposal(unit, { kind, subjectKind: 'case_file', subjectId: caseId, payload }) };
}

async function namesOf(unit: Use, members: readonly string[]): Promise<string> {
  const names = await staffNames(unit.trx);
  return sentence(members.map((id) => names.get(id) ?? ''));
}

export async function proposeSeal(unit: Use, input: InputOf<Contract['proposeCaseSeal']>) {
  const { caseId, members, reason } = input;
  const row = await getCaseRow(unit.trx, caseId);
  if (row.is_sealed === 1) throw fail('rule-broken', 'seal-standing');
  await checkMembers(unit, caseId, members);
  unit.note({ reason, members: members.length });
  const why = input.words ?? sealReasonLabels[reason];
  const summary = `Reservar la ficha ${row.number}. La seguirán viendo: ${await namesOf(unit, members)}. Motivo: ${why}`;
  return keepProposal(unit, caseId, { kind: 'case-seal', payload: { summary, caseId, seal: input } });
}

const sealPayload = z.object({ seal: sealFormSchema });

/** Any other professional (D4) to whom the case is not closed. What was true when it was proposed is looked at again. */
export async function approveSeal(
  unit: Use,
  { proposalId }: InputOf<Contract['approveCaseSeal']>,
  { sealedWords }: SealParts,
): Promise<OutputOf<Contract['approveCaseSeal']>> {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { seal } = sealPayload.parse(proposal.payload);
  const row = await getCaseRow(unit.trx, seal.caseId);
  if (await isClosedTo(unit.trx, row, unit.session.staffId)) throw fail('not-found');
  if (row.is_sealed === 1) throw fail('rule-broken', 'seal-standing');
  await checkMembers(unit, seal.caseId, seal.members);
  await decideProposal(unit, proposalId, 'approved');
  const standing: SealRow = {
    ...{ id: unit.newId(), case_id: row.id, reason: seal.reason, words: seal.words, proposal_id: proposalId },
    ...{ sealed_at: unit.now, opened_at: null, opened_by: null, opened_with: null },
    ...{ open_reason: null, open_words: null, version: 1 },
  };
  await insertSeal(unit.trx, standing, seal.members);
  unit.touch('case_seal', standing.id);
  await mark(unit, row, 1);
  await raiseAlert(unit, { caseId: seal.caseId, kind: 'caseSealed', note: null });
  touchAll(unit, await sealedWords.make(unit.trx, seal.caseId, seal.members));
  unit.note({ reason: seal.reason, members: seal.members.length });
  return { number: row.number };
}

/** The mark that lists and counts look at, kept with the seal in one transaction. */
async function mark(unit: Use, row: CaseRow, isSealed: 0 | 1): Promise<void> {
  await updateCase(unit, row, { is_sealed: isSealed });
  unit.about('case_file', row.id);
}

export async function proposeMembers(unit: Use, { caseId, members }: InputOf<Contract['proposeSealMembers']>) {
  const row = await getCaseRow(unit.trx, caseId);
  const seal = await standingSeal(unit.trx, caseId);
  if (seal === undefined) throw fail('rule-broken', 'seal-none');
  await checkMembers(unit, caseId, members);
  const before = new Set(await membersOf(unit.trx, seal.id));
  if (before.size === members.length && members.every((id) => before.has(id))) {
    throw fail('rule-broken', 'seal-same-members');
  }
  unit.note({ members: members.length });
  const summary = `Ficha reservada ${row.number}: en adelante la verán ${await namesOf(unit, members)}`;
  const payload = { summary, caseId, sealId: seal.id, access: { caseId, members } };
  return keepProposal(unit, caseId, { kind: 'seal-members', payload });
}

const membersPayload = z.object({ sealId: z.string(), access: sealMembersSchema });

/** Another member or Coordinación, who gains no access by it: whoever is added is a party to the act. */
export async function approveMembers(
  unit: Use,
  { proposalId }: InputOf<Contract['approveSealMembers']>,
  { sealedWords }: SealParts,
): Promise<OutputOf<Contract['approveSealMembers']>> {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { sealId, access } = membersPayload.parse(proposal.payload);
  const { staffId, roles } = unit.session;
  const relation = await relationOf(unit, access.caseId);
  if (relation === null || relation.hasConflict) throw fail('not-found');
  if (!relation.isSealMember && !roles.includes('coordinator')) throw fail('not-found');
  const row = await getCaseRow(unit.trx, access.caseId);
  const seal = await standingSeal(unit.trx, row.id);
  if (seal?.id !== sealId) throw fail('rule-broken', 'seal-none');
  if (!relation.isSealMember && access.members.some((id) => id === staffId)) throw fail('rule-broken', 'second-person');
  await checkMembers(unit, access.caseId, access.members);
  await decideProposal(unit, proposalId, 'approved');
  await replaceMembers(unit.trx, seal.id, access.members);
  unit.touch('case_seal', seal.id);
  unit.about('case_file', row.id);
  await raiseAlert(unit, { caseId: access.caseId, kind: 'sealMembersChanged', note: null });
  touchAll(unit, await sealedWords.membersChanged(unit.trx, unit.session, access.caseId));
  unit.note({ members: access.members.length });
  return { number: row.number };
}

/** Whoever typed the second password at this computer, with what it opens, and the paper where it was typed; all proven. */
export type Beside = { readonly secondId: string; readonly own: OwnSecret; readonly paper: Buffer | null };

export async function openSeal(
  unit: Use,
  input: InputOf<Contract['openCaseSeal']>,
  { secondId, own, paper }: Beside,
  { sealedWords }: SealParts,
): Promise<void> {
  const row = await getCaseRow(unit.trx, input.caseId);
  const seal = await standingSeal(unit.trx, row.id);
  if (seal === undefined) throw fail('rule-broken', 'seal-none');
  const second = await secondOnCase(unit, input.caseId, secondId);
  await updateSeal(unit.trx, seal.id, {
    ...{ opened_at: unit.now, opened_by: unit.session.staffId, opened_with: second },
    ...{ open_reason: input.reason, open_words: input.words },
  });
  unit.touch('case_seal', seal.id);
  await mark(unit, row, 0);
  await dropWaiting(unit, row.id);
  await raiseAlert(unit, { caseId: input.caseId, kind: 'sealOpened', note: null });
  touchAll(unit, await sealedWords.open(unit.trx, [unit.session, { own }], input.caseId, paper));
  unit.note({ reason: input.reason });
}

export async function giveKeyTo(
  unit: Use,
  { caseId, staffId }: InputOf<Contract['giveSealKey']>,
  { sealedWords }: SealParts,
): Promise<void> {
  touchAll(unit, [await sealedWords.giveTo(unit.trx, unit.session, { caseId, staffId })]);
  unit.about('case_file', caseId);
  unit.note({ to: staffId });
  await raiseAlert(unit, { caseId, kind: 'sealMembersChanged', note: null });
}

/** @throws rule-broken `second-person` for one who may not second it, whatever the cause */
async function secondOnCase(unit: Use, caseId: CaseId, secondId: string): Promise<string> {
  const person = await findStaff(unit.trx, secondId);
  if (!isSecond(person, unit.session.staffId)) throw fail('rule-broken', 'second-person');
  const now = { instant: unit.now, today: unit.today };
  const relation = await relationTo(unit.trx, { staffId: person.id, roles: person.roles }, caseId, now);
  if (relation === null || relation.hasConflict) throw fail('rule-broken', 'second-person');
  return person.id;
}

/** What was proposed of a seal that is gone is decided with it. */
async function dropWaiting(unit: Use, caseId: CaseId): Promise<void> {
  const waiting = await findPendingProposal(unit.trx, 'seal-members', caseId);
  if (waiting === null) return;
  await decideProposal(unit, waiting.id, 'declined');
}

export async function listClosed(unit: Use): Promise<OutputOf<Contract['listClosedSeals']>> {
  const cases: { caseId: CaseId; number: string }[] = [];
  for (const { id, number } of await sealedCases(unit.trx)) {
    const relation = await relationOf(unit, id);
    if (relation === null || relation.hasConflict || relation.isSealMember) continue;
    cases.push({ caseId: id, number });
  }
  unit.note({ cases: cases.length });
  return { cases };
}
