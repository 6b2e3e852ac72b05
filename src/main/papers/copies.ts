/** Letting copies out: planned and made ready first, registered in one act, and only then sent (security design §8). */
import {
  cargoPurpose,
  documentFileName,
  officeCopy,
  receiverName,
  unprintableIn,
  usualCopy,
  type CopyEdition,
  type CopyFormat,
  type CopyWay,
  type DocumentCopy,
  type DocumentKind,
  type Paper,
} from '../../shared/papers/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { LeavingName } from '../../shared/platform/file-names.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { Preparation, Unit } from '../platform/gate/handler.ts';
import type { OfficeStamp } from '../platform/paper/index.ts';
import { contentHash } from './issue.ts';
import {
  serialNumber,
  findCopy,
  newLine,
  nextNumber,
  peekNumber,
  toCopy,
  type CopyRow,
  type DocumentRow,
} from './repository.ts';
import { insertRecord, parsed, rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Makers of what is not the frozen PDF itself. */
export type CopyMakers = {
  readonly stampOffice: (bytes: Uint8Array, stamp: OfficeStamp) => Promise<Uint8Array>;
  readonly writeWord: (paper: Paper) => Promise<Uint8Array>;
};

/** What is asked for: one entry a copy, copies of one document side by side. */
export type CopyRequest = {
  readonly caseId: CaseId;
  readonly items: readonly {
    readonly documentId: DocumentId;
    readonly edition: CopyEdition;
    readonly format: CopyFormat;
    /** A further copy for the receiver, which comes back stamped. */
    readonly isCargo?: true;
    /** The copy that did not come out: this one goes to the same receiver. */
    readonly repeats?: CopyRow;
  }[];
  readonly way: CopyWay;
  readonly printer: string | null;
  readonly bothSides: boolean;
  /** Null: as the document says it. */
  readonly recipient: string | null;
  readonly purpose: string | null;
  readonly batchId: string | null;
  readonly reprintOf: Id<'CopyId'> | null;
};

export type PlannedCopy = {
  readonly number: string;
  readonly document: DocumentRow;
  readonly edition: CopyEdition;
  readonly format: CopyFormat;
  readonly part: number;
  readonly parts: number;
  readonly recipient: string;
  readonly purpose: string;
  readonly seal: string | null;
  readonly repeats: CopyRow | null;
  readonly bytes: Uint8Array;
};

const series = 'copy';

/** Says where she is found: the office it was issued for, and no other, gets it. */
const ownReceiverOnly: DocumentKind = 'location-sheet';

function addressed(request: CopyRequest, document: DocumentRow, { edition, isCargo }: CopyRequest['items'][number]) {
  if (edition === 'office') return officeCopy;
  const usual = usualCopy[document.kind];
  const own = document.recipient === null ? usual.recipient : receiverName(document.recipient);
  const isOther = request.recipient !== null && request.recipient !== own;
  if (isOther && document.kind === ownReceiverOnly) throw fail('rule-broken', 'reserved-receiver');
  return {
    recipient: request.recipient ?? own,
    purpose: isCargo === true ? cargoPurpose : (request.purpose ?? usual.purpose),
  };
}

function receiverOf({ recipient, purpose }: CopyRow) {
  return { recipient, purpose };
}

/** First letters of a name, as people initial a paper: «Luz Inventada Legal» → «LIL». */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** Number of the last entry of the audit and the first ten letters of its code: a copy cannot be older than it says. */
async function sealOf(trx: Trx): Promise<string> {
  const state = await tablesIn(trx)
    .selectFrom('audit_state')
    .select(['head_seq', 'head_hash'])
    .executeTakeFirstOrThrow();
  return `${state.head_seq}-${Buffer.from(state.head_hash).toString('hex').slice(0, 10)}`;
}

async function gather(trx: Trx, call: Preparation<Trx>, request: CopyRequest) {
  const documents = new Map<string, DocumentRow>();
  for (const { documentId } of request.items) {
    if (documents.has(documentId)) continue;
    documents.set(
      documentId,
      await rowOf(tablesIn(trx), 'issued_document', { id: documentId, case_id: request.caseId }),
    );
  }
  const year = Number(call.today.slice(0, 4));
  const [first, seal, names] = [await peekNumber(trx, series, year), await sealOf(trx), await staffNames(trx)];
  return { documents, year, first, seal, initials: initialsOf(names.get(call.session.staffId) ?? '') };
}

/**
 * Plans every copy under the number it will get and makes its bytes ready, telling `step` after each.
 *
 * @throws rule-broken `no-word-file`, rule-broken `office-copy-pdf`, invalid `not-printable` for a receiver with a
 *   character that the fonts lack
 */
export async function planCopies(
  call: Preparation<Trx>,
  request: CopyRequest,
  makers: CopyMakers,
  step: () => Promise<void>,
): Promise<PlannedCopy[]> {
  const [sign] = unprintableIn(request.recipient ?? '');
  if (sign !== undefined) {
    const message = `El carácter «${sign}» no se puede imprimir. Quítelo o escríbalo con palabras.`;
    throw fail('invalid', 'not-printable', [{ path: 'recipient', message }]);
  }
  const found = await call.read((trx) => gather(trx, call, request));
  const planned: PlannedCopy[] = [];
  for (const [at, item] of request.items.entries()) {
    const document = found.documents.get(item.documentId);
    if (document === undefined) throw fail('not-found');
    const own = request.items.filter(({ documentId }) => documentId === item.documentId);
    const copy = {
      number: serialNumber('copy', found.year, found.first + at),
      document,
      edition: item.edition,
      format: item.format,
      part: request.items.slice(0, at + 1).filter(({ documentId }) => documentId === item.documentId).length,
      parts: own.length,
      seal: item.edition === 'office' ? found.seal : null,
      repeats: item.repeats ?? null,
      ...(item.repeats === undefined ? addressed(request, document, item) : receiverOf(item.repeats)),
    };
    planned.push({ ...copy, bytes: await bytesOf(copy, { initials: found.initials, today: call.today }, makers) });
    await step();
  }
  return planned;
}

async function bytesOf(
  copy: Omit<PlannedCopy, 'bytes'>,
  by: { initials: string; today: CivilDate },
  makers: CopyMakers,
): Promise<Uint8Array> {
  const { document, edition, format, number, part, parts, recipient, seal } = copy;
  if (format === 'docx') {
    if (edition === 'office') throw fail('rule-broken', 'office-copy-pdf');
    if (document.paper === null) throw fail('rule-broken', 'no-word-file');
    return makers.writeWord(parsed(document.paper));
  }
  if (edition === 'court') return document.bytes;
  const [year, month, day] = by.today.split('-');
  const lines = [
    `COPIA DE OFICINA · ${number} · copia ${part} de ${parts} · Para: ${recipient}`,
    `${by.initials} · ${day}/${month}/${year} · Sello ${seal}`,
  ];
  return makers.stampOffice(document.bytes, { lines, code: `${number} ${document.content_hash}` });
}

/** Bytes whose code is kept with the copies: one file for all of them, or each its own. */
export type Leaving = { readonly planned: readonly PlannedCopy[]; readonly joined: Uint8Array | null };

/**
 * Registers every copy; another copy registered meanwhile makes all of it start again, and no number is lost.
 *
 * @param allow asks for the permission of each document and compares its bytes with its code
 */
export async function registerCopies(
  unit: Unit<Trx>,
  request: CopyRequest,
  { planned, joined }: Leaving,
  allow: (documentId: DocumentId) => Promise<unknown>,
): Promise<DocumentCopy[]> {
  const { trx } = unit;
  const year = Number(unit.today.slice(0, 4));
  for (const id of new Set(planned.map(({ document }) => document.id))) await allow(id);
  const first = await repeatedOf(trx, request, planned);
  const names = await staffNames(trx);
  const copies: DocumentCopy[] = [];
  for (const copy of planned) {
    if (serialNumber('copy', year, await nextNumber(trx, series, year)) !== copy.number)
      throw fail('conflict', 'number-taken');
    // Of a batch only the paper that is repeated repeats one.
    const repeated = copy.repeats ?? (first?.document_id === copy.document.id ? first : null);
    const hash = contentHash(joined ?? copy.bytes);
    const row = lineOf(unit, request, copy, { hash, reprintOf: repeated?.id ?? null });
    await insertRecord(unit, tablesIn, 'document_copy', row);
    copies.push(toCopy({ ...row, first_number: repeated?.number ?? null }, names));
  }
  return copies;
}

/** The copy that is printed again; null when none is. @throws not-found when its paper is not among those planned */
async function repeatedOf(trx: Trx, request: CopyRequest, planned: readonly PlannedCopy[]): Promise<CopyRow | null> {
  if (request.reprintOf === null) return null;
  const first = await findCopy(trx, request.caseId, request.reprintOf);
  if (first === undefined || !planned.some(({ document }) => document.id === first.document_id))
    throw fail('not-found');
  return first;
}

function lineOf(
  unit: Unit<Trx>,
  request: CopyRequest,
  copy: PlannedCopy,
  { hash, reprintOf }: { readonly hash: string; readonly reprintOf: string | null },
): CopyRow {
  return {
    ...newLine<'CopyId'>(unit),
    number: copy.number,
    document_id: copy.document.id,
    way: request.way,
    recipient: copy.recipient,
    purpose: copy.purpose,
    edition: copy.edition,
    format: copy.format,
    batch_id: request.batchId,
    part: copy.part,
    parts: copy.parts,
    printer: request.way === 'print' ? request.printer : null,
    seal: copy.seal,
    content_hash: hash,
    reprint_of: reprintOf,
    bundle_id: null,
  };
}

/** Neutral name of a file: kind and number, never a person. */
export function fileName({ document, format }: Pick<PlannedCopy, 'document' | 'format'>): LeavingName {
  return documentFileName({ kind: document.kind, number: document.number }, format);
}

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<CopyFormat, string>;
