/** Files of a case: kept once, shown inside the program, never in clear on disk (security design §3). */
import { Buffer } from 'node:buffer';
import {
  fileLimits,
  shownFileName,
  type Attachment,
  type attachmentsContract,
  type FileArea,
} from '../../shared/attachments/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { forgetsReceived, inside, twoPhase, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import { sha256Of, type VaultFile } from '../platform/storage/file-vault.ts';
import { approveExport, exportingOf, prepareOriginal, proposeExport, takeOriginal } from './exporting.ts';
import { aboveAttachments } from './above.ts';
import { inspectFile, type Inspected } from './inspect.ts';
import { areasFor, reachable } from './reach.ts';
import {
  addCustody,
  attachmentOf,
  changeAttachment,
  columnsOf,
  custodyOf,
  findSame,
  getAttachment,
  getStoredFile,
  hasCustody,
  insertStoredFile,
  listRows,
  sizesOf,
  toAttachment,
  usedOf,
  type AttachmentRow,
} from './repository.ts';
import { showFile, type Shown } from './showing.ts';
import type { Vault } from './vault.ts';
import { insertRow, byNow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof attachmentsContract;
type Add = InputOf<Contract['addAttachment']>;

export const sendLimit = { bytes: fileLimits.bytes, tooBig: 'file-too-big' };

/** @throws not-found: an area closed to who writes is as good as no area */
function requireArea(call: Pick<Use, 'decision' | 'session'>, area: FileArea): void {
  if (!areasFor(call).includes(area)) throw fail('not-found');
}

async function refuseFull(trx: Trx, caseId: CaseId, size: number): Promise<void> {
  const used = await usedOf(trx, caseId);
  if (used.files >= fileLimits.caseFiles || used.bytes + size > fileLimits.caseBytes) {
    throw fail('rule-broken', 'file-case-full');
  }
}

/** `kept` is null when the case has this very file. */
type Received = { readonly sha256: string; readonly inspected: Inspected; readonly kept: VaultFile | null };

async function receive(call: Preparation<Trx>, input: Add, vault: Vault): Promise<Received> {
  const bytes = call.session.files.received(input.fileId);
  try {
    requireArea(call, input.facts.area);
    const inspected = await inspectFile(bytes, input.fileName);
    const sha256 = sha256Of(bytes);
    const isKnown = await call.read(async (trx) => {
      const same = await findSame(trx, { caseId: input.caseId, sha256, areas: areasFor(call) });
      if (same === undefined) await refuseFull(trx, input.caseId, bytes.byteLength);
      return same !== undefined;
    });
    return { sha256, inspected, kept: isKnown ? null : await vault.keep(bytes) };
  } finally {
    bytes.fill(0);
  }
}

async function add(unit: Use, input: Add, received: Received): Promise<OutputOf<Contract['addAttachment']>> {
  requireArea(unit, input.facts.area);
  const same = await findSame(unit.trx, { ...received, caseId: input.caseId, areas: areasFor(unit) });
  if (same !== undefined) return addAgain(unit, same);
  // It was there while preparing and was annulled since: the next try keeps the bytes.
  if (received.kept === null) throw fail('conflict');
  await refuseFull(unit.trx, input.caseId, received.kept.size);
  const row: AttachmentRow = {
    id: unit.newId(),
    case_id: input.caseId,
    file_id: await insertStoredFile(unit, { caseId: input.caseId }, received.kept),
    type: received.inspected.type,
    sha256: received.sha256,
    shown_name: shownFileName(input.fileName),
    ...columnsOf(input.facts),
    pages: received.inspected.pages,
    warnings: JSON.stringify(received.inspected.warnings),
    ...byNow(unit, 'added'),
    annulled_at: null,
    annul_reason: null,
    annul_words: null,
    version: 1,
  };
  await insertRow(tablesIn(unit.trx), 'attachment', row);
  await addCustody(unit, row.id, { kind: 'received', sha256: row.sha256, ...fromWords(input.facts.receivedFrom) });
  unit.touch('attachment', row.id);
  unit.note({ type: row.type, kind: row.kind, area: row.area, bytes: received.kept.size, sha256: row.sha256 });
  return { attachment: await attachmentOf(unit.trx, row), wasKnown: false };
}

function fromWords(receivedFrom: string | null): { note?: string } {
  return receivedFrom === null ? {} : { note: `Entregado por: ${receivedFrom}` };
}

/** The very same file: what was said of it before stands; that it came again belongs to its chain. */
async function addAgain(unit: Use, same: AttachmentRow): Promise<OutputOf<Contract['addAttachment']>> {
  await changeAttachment(unit, same, { kind: 'receivedAgain', sha256: same.sha256 });
  unit.note({ wasKnown: true });
  return { attachment: await attachmentOf(unit.trx, { ...same, version: same.version + 1 }), wasKnown: true };
}

async function list(unit: Use, caseId: InputOf<Contract['listAttachments']>['caseId']) {
  const areas = areasFor(unit);
  const rows = (await listRows(unit.trx, caseId)).filter((row) => areas.includes(row.area));
  const sizes = await sizesOf(unit.trx, caseId);
  const names = await staffNames(unit.trx);
  unit.note({ files: rows.length });
  return {
    attachments: rows.map((row) => toAttachment(row, { size: sizes.get(row.file_id) ?? 1, names })),
    mayAddTo: [...areas],
    usedBytes: (await usedOf(unit.trx, caseId)).bytes,
  };
}

type Viewed = { readonly shown: Shown | null };

async function prepareView(
  call: Preparation<Trx>,
  input: InputOf<Contract['viewAttachment']>,
  vault: Vault,
): Promise<Viewed> {
  const { row, file } = await call.read(async (trx) => {
    const found = await reachable(trx, call, input);
    return { row: found, file: await getStoredFile(trx, found.file_id) };
  });
  const bytes = await vault.read(file);
  return { shown: bytes === null ? null : await showFile(row.type, bytes, row.type !== 'pdf' || row.pages !== null) };
}

async function view(unit: Use, input: InputOf<Contract['viewAttachment']>, { shown }: Viewed) {
  let row = await reachable(unit.trx, unit, input);
  if (shown === null) row = await noteChanged(unit, row);
  unit.about('attachment', row.id);
  unit.note({ isIntact: shown !== null });
  const name = leavingName(['archivo', row.sha256.slice(0, 12)], null);
  return {
    attachment: await attachmentOf(unit.trx, row),
    isIntact: shown !== null,
    shownAs: shown?.shownAs ?? 'nothing',
    file:
      shown?.bytes === undefined || shown.bytes === null
        ? null
        : unit.session.files.add(name, shown.mediaType, shown.bytes, 'shown'),
    custody: await custodyOf(unit.trx, row.id),
    exporting: await exportingOf(unit, row),
  };
}

/** Once for each time it stopped matching: reading it again adds no second line. */
async function noteChanged(unit: Use, row: AttachmentRow): Promise<AttachmentRow> {
  if (await hasCustody(unit.trx, row.id, 'changedOutside')) return row;
  await changeAttachment(unit, row, { kind: 'changedOutside', sha256: null });
  return { ...row, version: row.version + 1 };
}

async function describe(unit: Use, input: InputOf<Contract['describeAttachment']>): Promise<Attachment> {
  const row = await reachable(unit.trx, unit, input);
  requireArea(unit, input.facts.area);
  if (row.annulled_at !== null) throw fail('rule-broken', 'file-is-annulled');
  const twin = await findSame(unit.trx, { caseId: input.caseId, sha256: row.sha256, areas: [input.facts.area] });
  if (twin !== undefined && twin.id !== row.id) throw fail('duplicate', 'file-known');
  const link = { kind: 'described', sha256: null, note: `Antes: ${row.description}` } as const;
  await changeAttachment(unit, { id: row.id, version: input.version }, link, columnsOf(input.facts));
  return attachmentOf(unit.trx, await getAttachment(unit.trx, input.caseId, row.id));
}

async function annul(unit: Use, input: InputOf<Contract['annulAttachment']>): Promise<Attachment> {
  const row = await reachable(unit.trx, unit, input);
  if (row.annulled_at !== null) throw fail('rule-broken', 'file-is-annulled');
  if (await aboveAttachments.ask.isProof(unit.trx, row.id)) throw fail('rule-broken', 'file-in-use');
  const change = { annulled_at: unit.now, annul_reason: input.reason, annul_words: input.words };
  const link = { kind: 'annulled', sha256: row.sha256 } as const;
  await changeAttachment(unit, { id: row.id, version: input.version }, link, change);
  unit.note({ reason: input.reason });
  return attachmentOf(unit.trx, await getAttachment(unit.trx, input.caseId, row.id));
}

export function attachmentsHandlers({ vault }: { readonly vault: Vault }): Handlers<Contract, Trx> {
  return {
    sendAttachmentPiece: inside((unit, { fileId, offset, base64 }) =>
      Promise.resolve({
        received: unit.session.files.receive(fileId, offset, Buffer.from(base64, 'base64'), sendLimit),
      }),
    ),
    addAttachment: twoPhase<Contract['addAttachment'], Trx, Received>({
      prepare: (call, input) => receive(call, input, vault),
      commit: add,
      deliver: forgetsReceived,
    }),
    listAttachments: inside((unit, { caseId }) => list(unit, caseId)),
    viewAttachment: twoPhase<Contract['viewAttachment'], Trx, Viewed>({
      prepare: (call, input) => prepareView(call, input, vault),
      commit: view,
    }),
    describeAttachment: inside(describe),
    annulAttachment: inside(annul),
    proposeAttachmentExport: inside(proposeExport),
    approveAttachmentExport: inside(approveExport),
    takeAttachmentOriginal: twoPhase<Contract['takeAttachmentOriginal'], Trx, Buffer | null>({
      prepare: (call, input) => prepareOriginal(call, input, vault),
      commit: takeOriginal,
    }),
  };
}
