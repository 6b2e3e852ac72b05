/** One PDF of the writ and its annexes: made, kept beside the database, and let out as a registered copy. */
import { annexNumber, type presentingContract } from '../../shared/filings/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  getStoredFile,
  insertStoredFile,
  shownImage,
  usableFile,
  type UsableFile,
  type Vault,
} from '../attachments/index.ts';
import type { Trx } from '../database.ts';
import { deliverCopy, registerCopy, settleCopy } from '../papers/index.ts';
import type { Delivery, InsideHandler, Preparation, Unit } from '../platform/gate/handler.ts';
import type { BundleMaker, BundlePiece } from '../platform/paper/index.ts';
import type { CopyPorts } from '../platform/ports.ts';
import type { VaultFile } from '../platform/storage/file-vault.ts';
import { getIssuedFiling, issuedBytes, type IssuedFiling } from './presenting-repository.ts';

type Contract = typeof presentingContract;
type Use = Unit<Trx>;
type Assemble = InputOf<Contract['assembleFiling']>;
type Release = InputOf<Contract['releaseBundle']>;
type Released = OutputOf<Contract['releaseBundle']>;

export type BundleParts = { readonly vault: Vault; readonly makeBundle: BundleMaker; readonly ports: CopyPorts };

export type Assembled = {
  readonly pages: number;
  readonly parts: readonly { readonly bytes: Uint8Array; readonly pages: number; readonly kept: VaultFile }[];
  readonly notes: readonly string[];
};

const annexTypes = ['pdf', 'jpg', 'png'] as const;
const mebibyte = 1024 * 1024;

type Gathered = { readonly filing: IssuedFiling; readonly bytes: Uint8Array; readonly files: readonly UsableFile[] };

async function gather(trx: Trx, { caseId, filingId, annexes }: Assemble): Promise<Gathered> {
  const filing = await getIssuedFiling(trx, caseId, filingId);
  const files: UsableFile[] = [];
  for (const { attachmentId } of annexes) {
    const file = await usableFile(trx, { caseId, attachmentId, types: annexTypes, reason: 'annex-not-printable' });
    if (file.type === 'pdf' && file.pages === null) throw fail('rule-broken', 'annex-not-printable');
    files.push(file);
  }
  return { filing, bytes: (await issuedBytes(trx, filing.document_id)).bytes, files };
}

/** Writ, then for each annex its cover and its pages. */
async function piecesOf({ filing, bytes, files }: Gathered, input: Assemble, vault: Vault): Promise<BundlePiece[]> {
  const pieces: BundlePiece[] = [{ kind: 'pdf', bytes: new Uint8Array(bytes) }];
  for (const [at, file] of files.entries()) {
    const content = await vault.read(file.stored);
    if (content === null) throw fail('damaged', 'annex-damaged');
    const heading = `ANEXO ${annexNumber(filing.writ_number, at)}`;
    pieces.push({ kind: 'cover', heading, words: input.annexes[at]?.title ?? '' });
    if (file.type === 'pdf') pieces.push({ kind: 'pdf', bytes: content });
    else {
      const size = input.reduces ? { edge: 1300, quality: 62 } : { edge: 2200, quality: 88 };
      pieces.push({ kind: 'image', bytes: await shownImage(content, size) });
    }
  }
  return pieces;
}

function notesOf(input: Assemble, parts: number, files: readonly UsableFile[]): string[] {
  const hasImages = files.some(({ type }) => type !== 'pdf');
  return [
    ...(parts > 1
      ? [`Pasa de ${input.limitMb ?? 0} MB: se dividió en ${parts} partes, en orden. Ninguna pasa del límite.`]
      : []),
    ...(input.reduces && hasImages
      ? ['Las fotografías de los anexos se redujeron. Los originales siguen intactos.']
      : []),
    ...(files.some(({ warnings }) => warnings.some((code) => code.startsWith('pdf-')))
      ? ['Un anexo en PDF traía instrucciones o archivos dentro: en la presentación van solo sus páginas.']
      : []),
  ];
}

export async function assemble(
  call: Preparation<Trx>,
  input: Assemble,
  { vault, makeBundle }: BundleParts,
): Promise<Assembled> {
  const gathered = await call.read((trx) => gather(trx, input));
  const pieces = await piecesOf(gathered, input, vault);
  const limit = input.limitMb === null ? null : Math.floor(input.limitMb * mebibyte);
  const made = await makeBundle(pieces, limit);
  if (made.kind === 'too-long') throw fail('rule-broken', 'bundle-too-long');
  if (made.kind === 'page-over-limit') throw fail('rule-broken', 'page-over-limit');
  const parts = [];
  for (const part of made.parts) parts.push({ ...part, kept: await vault.keep(part.bytes) });
  return { pages: made.pages, parts, notes: notesOf(input, parts.length, gathered.files) };
}

export async function keepBundle(
  unit: Use,
  input: Assemble,
  made: Assembled,
): Promise<OutputOf<Contract['assembleFiling']>> {
  const { caseId, filingId, annexes, limitMb, reduces } = input;
  const filing = await getIssuedFiling(unit.trx, caseId, filingId);
  const id = unit.newId();
  await unit.trx
    .insertInto('filing_bundle')
    .values({
      id,
      case_id: caseId,
      filing_id: filingId,
      limit_bytes: limitMb === null ? null : Math.floor(limitMb * mebibyte),
      reduced: reduces ? 1 : 0,
      made_by: unit.session.staffId,
      made_at: unit.now,
      version: 1,
    })
    .execute();
  for (const [position, part] of made.parts.entries()) {
    const fileId = await insertStoredFile(unit, caseId, part.kept);
    const row = { bundle_id: id, position, file_id: fileId, pages: part.pages };
    await unit.trx.insertInto('filing_bundle_part').values(row).execute();
  }
  for (const [position, { attachmentId, title }] of annexes.entries()) {
    const row = { bundle_id: id, position, attachment_id: attachmentId, title };
    await unit.trx.insertInto('filing_bundle_annex').values(row).execute();
  }
  unit.touch('filing_bundle', id);
  unit.note({ pages: made.pages, parts: made.parts.length, annexes: annexes.length });
  return {
    bundleId: id as never,
    pages: made.pages,
    notes: [...made.notes],
    parts: made.parts.map(({ bytes, pages, kept }, at) => ({
      pages,
      size: bytes.byteLength,
      sha256: kept.sha256,
      file: unit.session.files.add(nameOf(filing.number, at, made.parts.length), 'application/pdf', bytes),
    })),
  };
}

/** By the number of the writ, never by a name (S10). */
function nameOf(number: string, at: number, parts: number): string {
  const plain = number.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `presentacion-${plain}${parts > 1 ? `-parte-${at + 1}-de-${parts}` : ''}.pdf`.replace(
    /^(.{70}).*\.pdf$/,
    '$1.pdf',
  );
}

type Part = { readonly name: string; readonly file: VaultFile };
type Ready = { readonly documentId: string; readonly parts: readonly { name: string; bytes: Buffer }[] };

async function partsOf(trx: Trx, { caseId, bundleId }: Release): Promise<{ documentId: string; parts: Part[] }> {
  const bundle = await trx
    .selectFrom('filing_bundle')
    .selectAll()
    .where('id', '=', bundleId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (bundle === undefined) throw fail('not-found');
  const filing = await getIssuedFiling(trx, caseId, bundle.filing_id);
  const rows = await trx
    .selectFrom('filing_bundle_part')
    .select('file_id')
    .where('bundle_id', '=', bundleId)
    .orderBy('position')
    .execute();
  const parts: Part[] = [];
  for (const [at, { file_id: id }] of rows.entries()) {
    parts.push({ name: nameOf(filing.number, at, rows.length), file: await getStoredFile(trx, id) });
  }
  return { documentId: filing.document_id, parts };
}

async function prepareRelease(call: Preparation<Trx>, input: Release, vault: Vault): Promise<Ready> {
  const { documentId, parts } = await call.read((trx) => partsOf(trx, input));
  const ready: { name: string; bytes: Buffer }[] = [];
  for (const { name, file } of parts) {
    const bytes = await vault.read(file);
    if (bytes === null) throw fail('damaged', 'annex-damaged');
    ready.push({ name, bytes });
  }
  return { documentId, parts: ready };
}

async function register(unit: Use, input: Release, ready: Ready): Promise<Released> {
  const purpose =
    ready.parts.length > 1 ? `Presentación con anexos, ${ready.parts.length} partes` : 'Presentación con anexos';
  const { number } = await registerCopy(unit, {
    documentId: ready.documentId,
    way: input.way,
    recipient: input.recipient,
    purpose,
  });
  unit.note({ copy: number, way: input.way, parts: ready.parts.length });
  const files = ready.parts.map(({ name, bytes }) => unit.session.files.add(name, 'application/pdf', bytes));
  return { number, files };
}

/** Every part goes the same way; the first that fails says how the copy ended. */
async function deliver(call: Delivery<Trx>, input: Release, output: Released, ports: CopyPorts): Promise<Released> {
  const back: Released['files'] = [];
  let failure: Error | null = null;
  for (const file of output.files) {
    const end = await deliverCopy(ports, input.way, {
      name: file.name,
      bytes: call.session.files.bytesOf(file.id),
    });
    if (end.end === 'handed-back') back.push(file);
    failure = end.failure;
    if (failure !== null) break;
  }
  await settleCopy(call, output.number, failure === null ? 'sent' : 'failed');
  if (failure !== null) throw failure;
  return { ...output, files: back };
}

export function releaseBundleHandler({
  vault,
  ports,
}: BundleParts): InsideHandler<Contract['releaseBundle'], Trx, Ready> {
  return {
    prepare: (call, input) => prepareRelease(call, input, vault),
    commit: register,
    deliver: (call, input, output) => deliver(call, input, output, ports),
  };
}
