/** The original leaves the house by two people: asked for, approved by another, and taken once within a day (D4). */
import {
  exportReasonLabels,
  fileKindLabels,
  fileTypeLabels,
  type attachmentsContract,
} from '../../shared/attachments/index.ts';
import { mayEver } from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import { decideProposal, findProposal, insertProposal } from '../access/index.ts';
import { getCaseRow, isClosedTo } from '../intake/index.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import {
  changeAttachment,
  getAttachment,
  getStoredFile,
  hasCustody,
  listRows,
  type AttachmentRow,
} from './repository.ts';
import { reachable } from './reach.ts';
import { mediaTypes } from './showing.ts';
import type { Vault } from './vault.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { columnsIn } from '../platform/storage/rows.ts';

type Contract = typeof attachmentsContract;

const kind = 'attachment-export';
const goodForMs = 24 * 60 * 60 * 1000;

export async function proposeExport(unit: Use, input: InputOf<Contract['proposeAttachmentExport']>) {
  const row = await getAttachment(unit.trx, input.caseId, input.attachmentId);
  if (row.annulled_at !== null) throw fail('rule-broken', 'file-is-annulled');
  if ((await pendingBy(unit, row)).length > 0) throw fail('rule-broken', 'export-asked-already');
  const ficha = await getCaseRow(unit.trx, input.caseId);
  const forWhom = input.words ?? exportReasonLabels[input.reason];
  const what = `${fileKindLabels[row.kind]}, ${fileTypeLabels[row.type]}`;
  const summary = `Entregar el original de un archivo de la ficha ${ficha.number} (${what}). ${forWhom}`;
  const id = await insertProposal(unit, {
    kind,
    subjectKind: 'attachment',
    subjectId: row.id,
    payload: { summary, caseId: input.caseId },
  });
  await changeAttachment(unit, row, { kind: 'exportProposed', sha256: row.sha256, note: forWhom, proposalId: id });
  unit.note({ reason: input.reason });
  return { proposalId: id };
}

/** A case closed to the approver reads as a proposal that is not there. */
export async function approveExport(
  unit: Use,
  { proposalId }: InputOf<Contract['approveAttachmentExport']>,
): Promise<void> {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { caseId } = proposal.payload as { caseId: CaseId };
  const ficha = await getCaseRow(unit.trx, caseId);
  if (await isClosedTo(unit.trx, ficha, unit.session.staffId)) throw fail('not-found');
  // A file that went to another ficha meanwhile is not the one that was asked for there.
  const files = await listRows(unit.trx, caseId);
  if (files.every(({ id }) => id !== proposal.subjectId)) throw fail('rule-broken', 'export-file-moved');
  await decideProposal(unit, proposalId, 'approved');
}

type File = Pick<AttachmentRow, 'id' | 'case_id'>;

/** Requests for this file in the ficha where it is now: those of another ficha died when it was moved. */
async function requestsFor(trx: Trx, file: File, state: 'pending' | 'approved') {
  const rows = await columnsIn(tablesIn(trx), 'proposal', ['id', 'payload', 'proposed_by', 'decided_at'], {
    kind,
    subject_id: file.id,
    state,
  });
  return rows.filter(({ payload }) => (JSON.parse(payload) as { caseId: CaseId }).caseId === file.case_id);
}

/** Who asked for it and waits. */
async function pendingBy(unit: Pick<Use, 'trx'>, file: File): Promise<string[]> {
  return (await requestsFor(unit.trx, file, 'pending')).map((row) => row.proposed_by);
}

/** The newest request of this reader that another person approved today and nobody used. */
async function approvedFor(unit: Pick<Use, 'trx' | 'session' | 'now'>, file: File): Promise<ProposalId | null> {
  for (const { id, proposed_by: by, decided_at: at } of await requestsFor(unit.trx, file, 'approved')) {
    const isFresh = at !== null && Date.parse(unit.now) - Date.parse(at) <= goodForMs;
    if (by !== unit.session.staffId || !isFresh) continue;
    if (!(await hasCustody(unit.trx, file.id, 'exported', id))) return id;
  }
  return null;
}

export async function exportingOf(unit: Use, file: File): Promise<'none' | 'asked' | 'approved'> {
  if ((await approvedFor(unit, file)) !== null) return 'approved';
  return (await pendingBy(unit, file)).includes(unit.session.staffId) ? 'asked' : 'none';
}

export async function prepareOriginal(
  call: Preparation<Trx>,
  input: InputOf<Contract['takeAttachmentOriginal']>,
  vault: Vault,
): Promise<Buffer | null> {
  const file = await call.read(async (trx) => {
    const row = await reachable(trx, call, input);
    return getStoredFile(trx, row.file_id);
  });
  return vault.read(file);
}

/**
 * Asked when the original is handed over and again when it is saved: the role, the ficha and the area of the file may have
 * been closed, and the file annulled or moved, since the request was approved.
 *
 * @throws forbidden, not-found
 */
async function stillExportable(
  unit: Use,
  target: { caseId: CaseId; attachmentId: Id<'AttachmentId'> },
): Promise<AttachmentRow> {
  const { session } = unit;
  if (!mayEver(session.roles, 'attachment.exportOriginal')) throw fail('forbidden');
  const decision = await unit.require('attachment.read', target.caseId);
  const row = await reachable(unit.trx, { decision, session }, target);
  if (row.annulled_at !== null) throw fail('not-found');
  return row;
}

/** The file name says neither whose it is nor of which ficha: the first digits of its code and its type alone. */
export async function takeOriginal(
  unit: Use,
  input: InputOf<Contract['takeAttachmentOriginal']>,
  bytes: Buffer | null,
): Promise<OutputOf<Contract['takeAttachmentOriginal']>> {
  const row = await stillExportable(unit, input);
  const proposalId = await approvedFor(unit, row);
  if (proposalId === null) throw fail('rule-broken', 'export-not-approved');
  if (bytes === null) throw fail('damaged', 'file-changed');
  await changeAttachment(unit, row, { kind: 'exported', sha256: row.sha256, proposalId });
  unit.note({ type: row.type, sha256: row.sha256 });
  const name = leavingName(['archivo', row.sha256.slice(0, 12)], row.type);
  const { caseId, attachmentId } = input;
  const askAgain = (later: Use) => stillExportable(later, { caseId, attachmentId });
  const use = { kind: 'attachment-original', caseId, attachmentId, askAgain } as const;
  return { file: unit.session.files.add(name, mediaTypes[row.type], bytes, use) };
}
