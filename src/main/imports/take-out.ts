/** A whole import is undone: by two people, without what hangs on anything, with its trace. */
import type { importsContract } from '../../shared/imports/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import { decideProposal, findProposal, insertProposal } from '../access/index.ts';
import { eraseOldCase, erasePair, reopenOfPersons, reopenWhy } from '../intake/index.ts';
import { erasePerson } from '../people/index.ts';
import { dropRows } from '../platform/storage/rows.ts';
import { holdsOf } from './holds.ts';
import { getImportRow, importedCases, updateImport, usersOfBefore, type ImportedCase } from './repository.ts';
import type { ListWork } from './work.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof importsContract;

const mostHolds = 200;

export async function listHolds(unit: Use, { importId }: InputOf<Contract['listImportHolds']>) {
  await getImportRow(unit.trx, importId);
  const holds = await holdsOf(unit.trx, importId);
  unit.note({ holds: holds.length });
  return { holds: holds.slice(0, mostHolds), total: holds.length };
}

export async function proposeUndo(unit: Use, input: InputOf<Contract['proposeImportUndo']>) {
  const { importId, version, reason, keepsTouched } = input;
  const list = await getImportRow(unit.trx, importId);
  if (list.state !== 'done') throw fail('rule-broken', 'list-not-done');
  const pending = list.undo_proposal_id === null ? null : await findProposal(unit.trx, list.undo_proposal_id);
  if (pending?.state === 'pending') throw fail('rule-broken', 'list-locked');
  const holds = await holdsOf(unit.trx, importId);
  if (holds.length > 0 && !keepsTouched) throw fail('rule-broken', 'list-holds');
  const kept = holds.length === 0 ? '' : `; se conservan ${holds.length} que ya se usaron`;
  const summary = `Deshacer la importación de una lista antigua: se retiran ${list.cases - holds.length} fichas${kept}`;
  const id = await insertProposal(unit, {
    kind: 'list-import-undo',
    subjectKind: 'list_import',
    subjectId: importId,
    payload: { summary, importId },
  });
  const change = { undo_proposal_id: id, undo_reason: reason, undo_keeps: keepsTouched ? 1 : 0 } as const;
  await updateImport(unit, { id: importId, version }, change);
  unit.note({ reason, holds: holds.length });
  return { proposalId: id };
}

/** Pairs and persons that came in with erased rows and stand in no row that stays. */
function orphans(erased: readonly ImportedCase[], kept: readonly ImportedCase[]) {
  const keptPairs = new Set(kept.map((one) => one.pair_id));
  const keptPersons = new Set(kept.flatMap((one) => [one.user_id, one.aggressor_id]));
  const pairs = erased.filter((one) => one.pair_is_new === 1 && !keptPairs.has(one.pair_id)).map((one) => one.pair_id);
  const persons = erased
    .flatMap((one) => [
      { id: one.user_id, isNew: one.user_is_new },
      { id: one.aggressor_id, isNew: one.aggressor_is_new },
    ])
    .filter(({ id, isNew }) => isNew === 1 && !keptPersons.has(id))
    .map(({ id }) => id);
  return { pairs: new Set(pairs), persons: new Set(persons) };
}

/** Takes everything out or, stopped or failed, nothing. */
export async function approveUndo(unit: Use, proposalId: ProposalId, work: ListWork) {
  const { trx } = unit;
  const proposal = await findProposal(trx, proposalId);
  if (proposal?.subjectId === null || proposal === null) throw fail('not-found');
  const list = await getImportRow(trx, proposal.subjectId);
  if (list.state !== 'done' || list.undo_proposal_id !== proposalId) throw fail('conflict', 'list-changed');
  const held = new Set((await holdsOf(trx, list.id)).map((hold) => hold.line));
  if (held.size > 0 && list.undo_keeps !== 1) throw fail('rule-broken', 'list-holds');
  await decideProposal(unit, proposalId, 'approved');
  const cases = await importedCases(trx, list.id);
  const erased = cases.filter((one) => !held.has(one.line));
  const kept = cases.filter((one) => held.has(one.line));
  await work.run(proposalId, 'erasing', erased, async (some) => {
    for (const one of some) {
      await dropRows(tablesIn(trx), 'list_import_case', { import_id: list.id, line: one.line });
      await eraseOldCase(unit, one.case_id);
    }
  });
  const { pairs, persons } = orphans(erased, kept);
  for (const id of pairs) await erasePair(unit, id);
  for (const id of persons) {
    await erasePerson(trx, id);
    unit.touch('person', id);
  }
  await reopenOfPersons(unit, usersOfBefore(erased), reopenWhy.listLeft);
  const undone = { state: 'undone', cases: kept.length, undone_by: unit.session.staffId, undone_at: unit.now } as const;
  await updateImport(unit, list, undone);
  unit.about('list_import', list.id);
  unit.note({ erased: erased.length, kept: kept.length });
  return { erased: erased.length, kept: kept.length };
}
