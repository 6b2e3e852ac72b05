/** Working papers of the centre leave as every copy does: issued, registered, then printed or saved (security design §8). */
import type { Paper } from '../../shared/papers/blocks.ts';
import { documentFileName, usualCopy, type CopyWay, type DocumentKind } from '../../shared/papers/index.ts';
import type { LeavingName } from '../../shared/platform/file-names.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId, FileHandle } from '../../shared/platform/ids.ts';
import type { Delivery, Preparation, Unit } from '../platform/gate/handler.ts';
import type { SheetSize } from '../platform/ports.ts';
import { deliverCopy } from './deliver.ts';
import { issueDocument } from './issue.ts';
import { allowedPrinters, choosePrinter } from './printers.ts';
import { registerCopy, settleCopies } from './register-copy.ts';
import { nextNumber, peekNumber, serialNumber } from './repository.ts';
import type { Trx } from './tables.ts';

type WorkingKind = Extract<
  DocumentKind,
  'day-sheet' | 'hearing-sheet' | 'neutral-card' | 'monthly-report' | 'own-copy'
>;
type Asked = { readonly way: CopyWay; readonly printer: string | null };
type Made = {
  readonly kind: WorkingKind;
  /** Template id and version. */
  readonly template: string;
  readonly paper: Paper;
  /** What its file is called; the words of its kind unless said. */
  readonly fileName?: LeavingName;
  /** Who it is for and why; as usual for its kind unless said. */
  readonly copy?: { readonly recipient: string; readonly purpose: string };
  /** Of a small card: its back is the other side of the same sheet. */
  readonly bothSides?: true;
  readonly size?: SheetSize;
};
export type ReadyPaper = Made & {
  readonly sequence: number;
  readonly number: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly printer: string | null;
};
type Released = { readonly number: string; readonly file: FileHandle | null };
export type WorkingParts = {
  readonly printPaper: (paper: Paper) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
};

const series = 'clock' as const;
const yearOf = ({ today }: { readonly today: CivilDate }) => Number(today.slice(0, 4));

/** Printed with the number it will get (decision 0005); the card carries none, it says nothing to who finds it. */
export async function prepareWorking(
  call: Preparation<Trx>,
  { way, printer }: Asked,
  made: Made,
  { printPaper }: WorkingParts,
): Promise<ReadyPaper> {
  const to = way === 'print' ? await choosePrinter(call, printer, await call.read(allowedPrinters)) : null;
  const sequence = await call.read((trx) => peekNumber(trx, series, yearOf(call)));
  const number = serialNumber(series, yearOf(call), sequence);
  // The title holds the number first: what a changed file is found by.
  const { kind, paper } = made;
  const named = { ...paper, number, title: `${number} · ${paper.title}` };
  const { bytes, pages } = await printPaper(kind === 'neutral-card' ? paper : named);
  return { ...made, sequence, number, printer: to, bytes, pages };
}

export async function commitWorking(...of: Parameters<typeof issueWorking>): Promise<Released> {
  return (await issueWorking(...of)).released;
}

/** The same, for who must know which paper it is. */
export async function issueWorking(
  unit: Unit<Trx>,
  caseId: CaseId | null,
  { way }: Pick<Asked, 'way'>,
  ready: ReadyPaper,
): Promise<{ documentId: DocumentId; released: Released }> {
  if ((await nextNumber(unit.trx, series, yearOf(unit))) !== ready.sequence) throw fail('conflict', 'number-taken');
  const { kind, template, number, bytes, pages, printer } = ready;
  const document = await issueDocument(unit, {
    caseId,
    kind,
    number,
    title: ready.paper.title,
    template,
    bytes,
    pages,
    missingReason: null,
  });
  const copy = await registerCopy(unit, {
    documentId: document.id,
    way,
    ...(ready.copy ?? usualCopy[kind]),
    bytes,
    printer,
    batchId: unit.newId(),
    bundleId: null,
  });
  unit.note({ paper: kind, copy: copy.number, way, pages });
  return { documentId: document.id, released: { number: copy.number, file: null } };
}

export async function deliverWorking(
  call: Delivery<Trx>,
  { output, ready, way }: { output: Released; ready: ReadyPaper; way: CopyWay },
): Promise<Released> {
  const name = ready.fileName ?? documentFileName(ready, 'pdf');
  const { end, failure, saved } = await deliverCopy(call, way, { name, bytes: ready.bytes }, ready);
  await settleCopies(call, [{ number: output.number, end: failure === null ? 'sent' : 'failed', saved }]);
  if (failure !== null) throw failure;
  if (end !== 'handed-back') return output;
  return { ...output, file: call.session.files.add(name, 'application/pdf', ready.bytes, 'copy') };
}
