/** Files of a case and their chain of custody. The bytes stand in the vault, under the names kept here. */
import type { Attachment, CustodyKind, CustodyLink, FileArea, FileFacts } from '../../shared/attachments/index.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { VaultFile } from '../platform/storage/file-vault.ts';
import {
  cellsOf,
  dropRows,
  findRow,
  hasRow,
  insertRow,
  parsed,
  rowOf,
  rowsOf,
  updateVersioned,
  type Versioned,
  columnsIn,
  insertRecord,
} from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AttachmentsTables, type Use } from './tables.ts';

export type AttachmentRow = AttachmentsTables['attachment'];

export type FileOwner = { readonly caseId: CaseId } | { readonly activityId: string };

/** Keeps the row of a file that is already in the vault; answers its id. */
export async function insertStoredFile(unit: Use, owner: FileOwner, file: VaultFile): Promise<string> {
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'stored_file', {
    id,
    case_id: 'caseId' in owner ? owner.caseId : null,
    activity_id: 'activityId' in owner ? owner.activityId : null,
    name: file.name,
    file_key: file.key,
    size: file.size,
    sha256: file.sha256,
    stored_size: file.storedSize,
    stored_sha256: file.storedSha256,
    version: 1,
  });
  return id;
}

/** What is told of the files of these activities: never their keys. */
export async function filesOfActivities(trx: Trx, ids: readonly string[]) {
  return columnsIn(tablesIn(trx), 'stored_file', ['id', 'activity_id', 'size', 'sha256'], { activity_id: [...ids] });
}

/** Its key goes with the row, and its bytes at the next opening, when no row names them. */
export async function eraseStoredFile(unit: Use, id: string): Promise<void> {
  await dropRows(tablesIn(unit.trx), 'stored_file', { id });
  unit.touch('stored_file', id);
}

/** What opens a stored file. @throws not-found */
export async function getStoredFile(trx: Trx, id: string): Promise<VaultFile> {
  const row = await rowOf(tablesIn(trx), 'stored_file', { id });
  return {
    ...cellsOf(row, 'name', 'size', 'sha256', 'stored_size', 'stored_sha256'),
    key: Buffer.from(row.file_key),
  };
}

/** What counts for the limit of a case: its files, and not the presentations that were assembled of them. */
export async function usedOf(trx: Trx, caseId: CaseId): Promise<{ files: number; bytes: number }> {
  const row = await tablesIn(trx)
    .selectFrom('stored_file')
    .innerJoin('attachment', 'attachment.file_id', 'stored_file.id')
    .select((select) => [select.fn.countAll<number>().as('files'), select.fn.sum<number | null>('size').as('bytes')])
    .where('stored_file.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { files: row.files, bytes: row.bytes ?? 0 };
}

/** The file of this case with that content among those of the areas, unless it was annulled. */
export async function findSame(
  trx: Trx,
  { caseId, sha256, areas }: { readonly caseId: CaseId; readonly sha256: string; readonly areas: readonly FileArea[] },
): Promise<AttachmentRow | undefined> {
  return findRow(tablesIn(trx), 'attachment', { case_id: caseId, sha256, area: areas, annulled_at: null });
}

/** @throws not-found, also for a file of another case */
export async function getAttachment(trx: Trx, caseId: CaseId, id: Id<'AttachmentId'>): Promise<AttachmentRow> {
  return rowOf(tablesIn(trx), 'attachment', { id, case_id: caseId });
}

export async function listRows(trx: Trx, caseId: CaseId): Promise<AttachmentRow[]> {
  return rowsOf(tablesIn(trx), 'attachment', { case_id: caseId }, 'added_at desc', 'id');
}

type Change = Partial<Omit<AttachmentRow, 'id' | 'version'>>;

/** @throws conflict when somebody changed it meanwhile */
export function updateAttachment(trx: Trx, target: Versioned, change: Change): Promise<void> {
  return updateVersioned(tablesIn(trx), 'attachment', target, change);
}

export function columnsOf(facts: FileFacts) {
  const { kind, area, description, receivedFrom } = facts;
  return { kind, area, description, received_from: receivedFrom };
}

type Link = {
  readonly kind: CustodyKind;
  readonly sha256: string | null;
  readonly note?: string;
  readonly proposalId?: ProposalId;
};

/** Changes the record with a new link in its chain of custody, which stands under its seal. @throws conflict */
export async function changeAttachment(
  unit: Use,
  target: Versioned & { readonly id: Id<'AttachmentId'> },
  link: Link,
  change: Change = {},
): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), 'attachment', target, change);
  await addCustody(unit, target.id, link);
  unit.touch('attachment', target.id);
}

/** Adds a link to the chain of custody; the caller touches the record. */
export async function addCustody(unit: Use, attachmentId: Id<'AttachmentId'>, link: Link): Promise<void> {
  const last = await findRow(tablesIn(unit.trx), 'attachment_event', { attachment_id: attachmentId }, 'position desc');
  await insertRow(tablesIn(unit.trx), 'attachment_event', {
    attachment_id: attachmentId,
    position: (last?.position ?? -1) + 1,
    kind: link.kind,
    staff_id: unit.session.staffId,
    at: unit.now,
    sha256: link.sha256,
    note: link.note ?? null,
    proposal_id: link.proposalId ?? null,
  });
}

export async function custodyOf(trx: Trx, attachmentId: Id<'AttachmentId'>): Promise<CustodyLink[]> {
  const rows = await rowsOf(tablesIn(trx), 'attachment_event', { attachment_id: attachmentId }, 'position');
  const names = await staffNames(trx);
  return rows.map((row) => ({
    ...cellsOf(row, 'kind', 'at', 'sha256', 'note'),
    staffName: names.get(row.staff_id) ?? '',
  }));
}

/** Every link of every file of a case, in one reading. */
export async function chainsOfCase(trx: Trx, caseId: CaseId): Promise<AttachmentsTables['attachment_event'][]> {
  return tablesIn(trx)
    .selectFrom('attachment_event')
    .innerJoin('attachment', 'attachment.id', 'attachment_event.attachment_id')
    .selectAll('attachment_event')
    .where('attachment.case_id', '=', caseId)
    .orderBy('attachment_event.at')
    .orderBy('attachment_event.position')
    .execute();
}

/** Whether a link of that kind stands in the chain; for an export, of that proposal. */
export async function hasCustody(
  trx: Trx,
  attachmentId: Id<'AttachmentId'>,
  kind: CustodyKind,
  proposalId: ProposalId | null = null,
): Promise<boolean> {
  const ofProposal = proposalId === null ? {} : { proposal_id: proposalId };
  return hasRow(tablesIn(trx), 'attachment_event', { attachment_id: attachmentId, kind, ...ofProposal });
}

export async function sizesOf(trx: Trx, caseId: CaseId): Promise<ReadonlyMap<string, number>> {
  const rows = await columnsIn(tablesIn(trx), 'stored_file', ['id', 'size'], { case_id: caseId });
  return new Map(rows.map((row) => [row.id, row.size]));
}

export function toAttachment(
  row: AttachmentRow,
  { size, names }: { size: number; names: ReadonlyMap<string, string> },
): Attachment {
  return {
    ...cellsOf(row, 'id', 'version', 'type', 'sha256', 'pages', 'added_at'),
    name: row.shown_name,
    size,
    warnings: parsed(row.warnings),
    facts: { kind: row.kind, area: row.area, description: row.description, receivedFrom: row.received_from },
    addedBy: names.get(row.added_by) ?? '',
    annulled: row.annul_reason === null ? null : { reason: row.annul_reason, words: row.annul_words },
  };
}

export async function attachmentOf(trx: Trx, row: AttachmentRow): Promise<Attachment> {
  const { size } = await getStoredFile(trx, row.file_id);
  return toAttachment(row, { size, names: await staffNames(trx) });
}
