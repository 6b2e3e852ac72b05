/** «Exacto reservado»: proposed by Coordinación, approved by a second person, encrypted, frozen, and given out. */
import { isDeepStrictEqual } from 'node:util';
import type { PlaceIndex } from '../../../shared/people/index.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { CivilDate, Month } from '../../../shared/platform/dates.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { leavingNameSchema } from '../../../shared/platform/file-names.ts';
import type { Id, ProposalId } from '../../../shared/platform/ids.ts';
import { z } from '../../../shared/platform/zod.ts';
import { rowsOn } from '../../../shared/rulebook/index.ts';
import {
  reservedAskSchema,
  reservedFileName,
  reservedSummary,
  rowsOrderTable,
  type ReservedAsk,
  type reservedContract,
} from '../../../shared/reports/index.ts';
import {
  decideProposal,
  findPendingProposal,
  findProposal,
  insertProposal,
  staffNames,
  toProposalView,
  type ProposalRow,
} from '../../access/index.ts';
import { getCentre } from '../../centre/index.ts';
import { contentHash } from '../../papers/index.ts';
import { inside, twoPhase, type Handlers, type Preparation } from '../../platform/gate/handler.ts';
import { cellsOf, insertRecord, rowOf } from '../../platform/storage/rows.ts';
import { readRules } from '../../rulebook/index.ts';
import { isMonthClosed } from '../repository.ts';
import { tablesIn, type Trx, type Use } from '../tables.ts';
import { contentOf, plainBytes, type Content } from './content.ts';
import { encryptTo, keyWaits, ministryKeyOn } from './key.ts';

type Contract = typeof reservedContract;
type Parts = { readonly places: PlaceIndex };

const proposedSchema = z.strictObject({
  ...reservedAskSchema.shape,
  ...{ summary: z.string(), fingerprint: z.string() },
});

async function rowsOrderOn(trx: Trx, on: CivilDate): Promise<string | null> {
  return rowsOn(await readRules(trx, rowsOrderTable), on)[0]?.value.order ?? null;
}

type Leave = { readonly recipient: string; readonly fingerprint: string; readonly rowsOrder: string | null };

/**
 * What a file of it needs.
 *
 * @throws rule-broken `reserved-month-open`, `reserved-no-key`, `reserved-key-waits`, `reserved-rows-off`
 */
async function leaveFor(trx: Trx, { month, product }: ReservedAsk, today: CivilDate): Promise<Leave> {
  if (!(await isMonthClosed(trx, month))) throw fail('rule-broken', 'reserved-month-open');
  const key = await ministryKeyOn(trx, today);
  if (key === null) throw fail('rule-broken', (await keyWaits(trx)) ? 'reserved-key-waits' : 'reserved-no-key');
  const rowsOrder = product === 'rows' ? await rowsOrderOn(trx, today) : null;
  if (product === 'rows' && rowsOrder === null) throw fail('rule-broken', 'reserved-rows-off');
  return { ...key.value, rowsOrder };
}

async function readReserved(unit: Use, month: Month): Promise<OutputOf<Contract['readReserved']>> {
  const { trx, today } = unit;
  const key = await ministryKeyOn(trx, today);
  const pending = await findPendingProposal(trx, 'reserved-export', month);
  const rows = await tablesIn(trx)
    .selectFrom('reserved_export')
    .select(['id', 'product', 'purpose', 'recipient', 'office', 'letter', 'name', 'sha256', 'made_at'])
    .where('month', '=', month)
    .orderBy('made_at')
    .execute();
  unit.note({ month, files: rows.length });
  return {
    key: key === null ? null : { fingerprint: key.value.fingerprint, validFrom: key.validFrom, source: key.source },
    keyWaits: await keyWaits(trx),
    rowsOrder: await rowsOrderOn(trx, today),
    proposal: pending === null ? null : await toProposalView(pending, await staffNames(trx), unit),
    files: rows.map((row) =>
      cellsOf(row, 'id', 'product', 'purpose', 'recipient', 'office', 'letter', 'name', 'sha256', 'made_at'),
    ),
  };
}

async function propose(unit: Use, ask: ReservedAsk, { places }: Parts) {
  const { fingerprint } = await leaveFor(unit.trx, ask, unit.today);
  const { month, product } = ask;
  if ((await findPendingProposal(unit.trx, 'reserved-export', month)) !== null)
    throw fail('duplicate', 'reserved-proposed');
  // What would be refused at the end is told to who can mend it.
  if (product === 'rows') await contentOf(unit.trx, ask, places);
  const id = await insertProposal(unit, {
    ...{ kind: 'reserved-export', subjectKind: 'month', subjectId: month },
    payload: { ...ask, fingerprint, summary: reservedSummary(ask, fingerprint) },
  });
  unit.note({ month, product });
  const row = await findProposal(unit.trx, id);
  if (row === null) throw fail('not-found');
  return toProposalView(row, await staffNames(unit.trx), unit);
}

type Asked = { readonly proposal: ProposalRow; readonly ask: ReservedAsk; readonly leave: Leave };

/** @throws as `leaveFor`, and rule-broken `reserved-key-changed` when it would go to another key than was proposed */
async function proposed(trx: Trx, proposalId: ProposalId, today: CivilDate): Promise<Asked> {
  const proposal = await findProposal(trx, proposalId);
  if (proposal?.kind !== 'reserved-export') throw fail('not-found');
  const { summary: _, fingerprint, ...ask } = proposedSchema.parse(proposal.payload);
  const leave = await leaveFor(trx, ask, today);
  if (leave.fingerprint !== fingerprint) throw fail('rule-broken', 'reserved-key-changed');
  return { proposal, ask, leave };
}

type Ready = Asked & { readonly content: Content; readonly bytes: Uint8Array; readonly name: string };

async function prepare(call: Preparation<Trx>, proposalId: ProposalId, { places }: Parts): Promise<Ready> {
  const { centre, content, ...asked } = await call.read(async (trx) => {
    const one = await proposed(trx, proposalId, call.today);
    return { ...one, centre: await getCentre(trx), content: await contentOf(trx, one.ask, places) };
  });
  const { ask, leave } = asked;
  const of = { ask, centreName: `CEM ${centre.name}`, countedOn: call.today, fingerprint: leave.fingerprint };
  const bytes = await encryptTo(leave.recipient, await plainBytes(content, of));
  return { ...asked, content, bytes, name: reservedFileName(centre.code, ask.month, ask.product) };
}

async function commit(unit: Use, ready: Ready, { places }: Parts): Promise<{ month: Month }> {
  const { proposal, ask, leave, content, bytes, name } = ready;
  await proposed(unit.trx, proposal.id, unit.today);
  if (!isDeepStrictEqual(await contentOf(unit.trx, ask, places), content)) throw fail('conflict', 'month-changed');
  await decideProposal(unit, proposal.id, 'approved');
  const id = unit.newId<'ReservedExportId'>();
  const sha256 = contentHash(bytes);
  await insertRecord(unit, tablesIn, 'reserved_export', {
    ...{ ...ask, id, name, sha256, bytes, fingerprint: leave.fingerprint, rows_order: leave.rowsOrder },
    ...{ proposal_id: proposal.id, proposed_by: proposal.proposedBy, approved_by: unit.session.staffId },
    ...{ made_at: unit.now, version: 1 },
    recovery_key: proposal.proposedBy === unit.session.staffId ? 1 : null,
  });
  unit.about('reserved_export', id);
  unit.note({ month: ask.month, product: ask.product, cases: content.cases, fileHash: sha256 });
  return { month: ask.month };
}

async function take(unit: Use, id: Id<'ReservedExportId'>): Promise<OutputOf<Contract['takeReservedExport']>> {
  const row = await rowOf(tablesIn(unit.trx), 'reserved_export', { id });
  if (contentHash(row.bytes) !== row.sha256) throw fail('damaged', 'reserved-damaged');
  unit.about('reserved_export', id);
  unit.note({ month: row.month, product: row.product, fileHash: row.sha256 });
  const name = leavingNameSchema.parse(row.name);
  const bytes = Uint8Array.from(row.bytes);
  return { file: unit.session.files.add(name, 'application/octet-stream', bytes, { kind: 'month-export' }) };
}

export function reservedHandlers(parts: Parts): Handlers<Contract, Trx> {
  return {
    readReserved: inside((unit, { month }) => readReserved(unit, month)),
    proposeReservedExport: inside((unit, ask) => propose(unit, ask, parts)),
    approveReservedExport: twoPhase<Contract['approveReservedExport'], Trx, Ready>({
      prepare: (call, { proposalId }) => prepare(call, proposalId, parts),
      commit: (unit, _input, ready) => commit(unit, ready, parts),
    }),
    takeReservedExport: inside((unit, { exportId }) => take(unit, exportId)),
  };
}
