/** One copy, or a batch of copies of the papers of a case: the three phases of each. */
import {
  isMadeAnew,
  mostCopiesOfBatch,
  type CopyEdition,
  type DocumentCopy,
  type papersContract,
  kindActions,
  safetyCardTemplate,
} from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail, type ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { twoPhase, type Delivery, type Preparation, type Unit } from '../platform/gate/handler.ts';
import type { SavedFile } from '../platform/ports.ts';
import { CopyWork } from './copy-work.ts';
import {
  fileName,
  mediaTypes,
  planCopies,
  registerCopies,
  type CopyMakers,
  type CopyRequest,
  type Leaving,
} from './copies.ts';
import { deliverCopy } from './deliver.ts';
import { allowedPrinters, choosePrinter } from './printers.ts';
import { copiesToRepeat, updateCopyState, type DocumentRow } from './repository.ts';
import { type Trx, tablesIn, type Use } from './tables.ts';
import { contentHash } from './issue.ts';
import { rowOf } from '../platform/storage/rows.ts';

type Contract = typeof papersContract;
type Many = InputOf<Contract['releaseCopies']>;
type Again = InputOf<Contract['repeatCopies']>;
type Answer = OutputOf<Contract['releaseCopies']>;

export type ReleaseParts = CopyMakers & {
  readonly joinPapers: (papers: readonly Uint8Array[]) => Promise<Uint8Array>;
  /** Throws when a document that may be read must not leave any more: a consent was taken back. */
  readonly mayLeave: (trx: Trx, caseId: CaseId, documentId: DocumentId) => Promise<void>;
};

/** @throws rule-broken `own-copy-once`; `card-made-anew`: the version in force may say other things, or that she carries none */
async function openToLeave(unit: Use, parts: ReleaseParts, caseId: CaseId, documentId: DocumentId): Promise<void> {
  const document = await openDocument(unit, caseId, documentId);
  if (isMadeAnew(document))
    throw fail('rule-broken', document.kind === 'own-copy' ? 'own-copy-once' : 'card-made-anew');
  await parts.mayLeave(unit.trx, caseId, documentId);
}

const noStep = () => Promise.resolve();

const alone = { printer: null, bothSides: false, batchId: null, reprintOf: null } as const;

function requestOf(input: InputOf<Contract['releaseCopy']>): CopyRequest {
  const { documentId, edition, format, ...same } = input;
  return { ...same, items: [{ documentId, edition, format }], ...alone };
}

export function releaseOne(parts: ReleaseParts) {
  return twoPhase<Contract['releaseCopy'], Trx, Leaving & { printer: string | null }>({
    prepare: async (call, input) => {
      const printer = input.way === 'print' ? await choosePrinter(call, null, await call.read(allowedPrinters)) : null;
      return { planned: await planCopies(call, requestOf(input), parts, noStep), joined: null, printer };
    },
    commit: async (unit, input, { printer, ...leaving }) => {
      const request = { ...requestOf(input), printer };
      const allow = (id: DocumentId) => openToLeave(unit, parts, input.caseId, id);
      const [copy] = await registerCopies(unit, request, leaving, allow);
      const [planned] = leaving.planned;
      if (copy === undefined || planned === undefined) throw fail('not-found');
      unit.note({ copy: copy.number, way: input.way, edition: input.edition, format: input.format });
      const file = unit.session.files.add(fileName(planned), mediaTypes[input.format], planned.bytes, 'copy');
      return { copy, file };
    },
    deliver: async (call, input, output) => {
      if (output.file === null) return output;
      const file = { name: output.file.name, bytes: call.session.files.bytesOf(output.file.id) };
      const { end, failure, saved } = await deliverCopy(call, input.way, file, output.copy);
      const state = end === 'failed' ? 'failed' : 'sent';
      await call.settle(end === 'failed' ? 'failed' : 'ok', async (unit) => {
        await updateCopyState(unit, output.copy.id, state, saved);
      });
      if (failure !== null) throw failure;
      const copy = withSaved({ ...output.copy, state: 'sent' }, saved);
      return { copy, file: end === 'handed-back' ? output.file : null };
    },
  });
}

/** The copy as it is once its file stands somewhere. */
function withSaved(copy: DocumentCopy, saved: SavedFile | null): DocumentCopy {
  return saved === null ? copy : { ...copy, savedTo: saved.path, savedPlace: saved.place };
}

function batchOf(input: Many, printer: string | null): CopyRequest {
  const { caseId, batchId, way, recipient, purpose, bothSides, reprintOf } = input;
  const times = (count: number, copy: { readonly edition: CopyEdition; readonly isCargo?: true }) =>
    Array.from({ length: count }, () => ({ ...copy, format: 'pdf' as const }));
  const each = [
    ...times(input.courtCopies, { edition: 'court' }),
    ...times(input.cargoCopies, { edition: 'court', isCargo: true }),
    ...times(input.officeCopies, { edition: 'office' }),
  ];
  const ids = [...new Set(input.documentIds)];
  const items = ids.flatMap((documentId) => each.map((copy) => ({ documentId, ...copy })));
  if (items.length > mostCopiesOfBatch) throw fail('rule-broken', 'batch-too-big');
  if (items.length === 0) {
    throw fail('invalid', null, [{ path: 'courtCopies', message: 'Indique al menos una copia.' }]);
  }
  return { caseId, batchId, way, printer, bothSides, recipient, purpose, reprintOf, items };
}

/** @throws rule-broken `nothing-to-repeat` */
async function againOf(trx: Trx, input: Again, staffId: string, printer: string): Promise<CopyRequest> {
  const { caseId, batchId, failedBatchId, bothSides } = input;
  const failed = await copiesToRepeat(trx, { caseId, batchId: failedBatchId, staffId });
  if (failed.length === 0) throw fail('rule-broken', 'nothing-to-repeat');
  const items = failed.map((repeats) => ({
    documentId: repeats.document_id,
    edition: repeats.edition ?? 'court',
    ...{ format: 'pdf' as const, repeats },
  }));
  const same = { recipient: null, purpose: null, reprintOf: null };
  return { caseId, batchId, way: 'print', printer, bothSides, ...same, items };
}

type ReadyBatch = Leaving & { readonly request: CopyRequest };

/** Batches from their preparation to their delivery. */
export class Batches {
  readonly work = new CopyWork();
  readonly #parts: ReleaseParts;

  constructor(parts: ReleaseParts) {
    this.#parts = parts;
  }

  handler() {
    return twoPhase<Contract['releaseCopies'], Trx, ReadyBatch>({
      prepare: (call, input) => this.#prepare(call, input),
      commit: (unit, _input, prepared) => this.#commit(unit, prepared),
      deliver: (call, _input, output, prepared) => this.#deliver(call, output, prepared),
      abandon: ({ batchId }) => {
        this.work.end(batchId);
      },
    });
  }

  repeatHandler() {
    return twoPhase<Contract['repeatCopies'], Trx, ReadyBatch>({
      prepare: async (call, input) => {
        const printer = await this.#printer(call, input.printer);
        const { staffId } = call.session;
        return this.#ready(call, await call.read((trx) => againOf(trx, input, staffId, printer)));
      },
      // Pressed twice at a time: the second finds its numbers taken, starts again, and then there is nothing left.
      commit: (unit, _input, prepared) => this.#commit(unit, prepared),
      deliver: (call, _input, output, prepared) => this.#deliver(call, output, prepared),
      abandon: ({ batchId }) => {
        this.work.end(batchId);
      },
    });
  }

  async #printer(call: Preparation<Trx>, asked: string | null): Promise<string> {
    return choosePrinter(call, asked, await call.read(allowedPrinters));
  }

  async #prepare(call: Preparation<Trx>, input: Many): Promise<ReadyBatch> {
    return this.#ready(call, batchOf(input, input.way === 'print' ? await this.#printer(call, input.printer) : null));
  }

  async #ready(call: Preparation<Trx>, request: CopyRequest): Promise<ReadyBatch> {
    const batchId = request.batchId ?? '';
    const { joinPapers } = this.#parts;
    // Made ready, then sent: two steps a copy.
    this.work.begin(batchId, request.items.length * 2);
    try {
      const planned = await planCopies(call, request, this.#parts, async () => {
        await this.work.step(batchId);
        if (this.work.isStopped(batchId)) throw fail('cancelled', 'batch-stopped-early');
      });
      const joined = request.way === 'save' ? await joinPapers(planned.map(({ bytes }) => bytes)) : null;
      return { request, planned, joined };
    } catch (error) {
      this.work.end(batchId);
      throw error;
    }
  }

  async #commit(unit: Unit<Trx>, { request, ...leaving }: ReadyBatch): Promise<Answer> {
    const allow = (id: DocumentId) => openToLeave(unit, this.#parts, request.caseId, id);
    const copies = await registerCopies(unit, request, leaving, allow);
    const documents = new Set(request.items.map(({ documentId }) => documentId)).size;
    unit.note({ copies: copies.length, documents, way: request.way, first: copies[0]?.number ?? '' });
    return { copies, file: null, pages: leaving.planned.reduce((sum, { document }) => sum + document.pages, 0) };
  }

  async #deliver(call: Delivery<Trx>, output: Answer, leaving: ReadyBatch): Promise<Answer> {
    try {
      return await this.#send(call, output, leaving);
    } finally {
      this.work.end(leaving.request.batchId ?? '');
    }
  }

  async #send(call: Delivery<Trx>, output: Answer, leaving: ReadyBatch): Promise<Answer> {
    const isSaved = leaving.request.way === 'save';
    const sent = isSaved ? await this.#save(call, leaving, output) : await this.#print(call, leaving, output);
    const copies = output.copies.map((copy, at) =>
      withSaved({ ...copy, state: at < sent.count ? ('sent' as const) : ('failed' as const) }, sent.saved),
    );
    await call.settle(sent.failure === null ? 'ok' : 'failed', async (unit) => {
      for (const copy of copies) {
        await updateCopyState(unit, copy.id, copy.state, sent.saved);
      }
      unit.note({ sent: sent.count, copies: copies.length });
    });
    // Some that left and some that did not: the answer says which, copy by copy.
    if (sent.failure !== null && sent.count === 0) throw sent.failure;
    return { ...output, copies, file: sent.file };
  }

  async #save(call: Delivery<Trx>, { joined }: Leaving, output: Answer) {
    const bytes = joined ?? new Uint8Array();
    const name = leavingName(['copias', output.copies[0]?.number ?? ''], 'pdf');
    const { end, failure, saved } = await deliverCopy(call, 'save', { name, bytes });
    const file = end === 'handed-back' ? call.session.files.add(name, mediaTypes.pdf, bytes, 'copy') : null;
    return { count: failure === null ? output.copies.length : 0, failure, file, saved };
  }

  /** One after the other; the first that fails or «Detener» ends the batch, so that no paper comes out of order. */
  async #print(call: Delivery<Trx>, { planned, request }: ReadyBatch, output: Answer) {
    const batchId = request.batchId ?? '';
    let count = 0;
    let failure: ExpectedFailure | null = null;
    for (const [at, { bytes }] of planned.entries()) {
      if (this.work.isStopped(batchId)) failure = fail('cancelled', 'batch-stopped');
      const name = leavingName(['copia', output.copies[at]?.number ?? ''], 'pdf');
      if (failure === null) {
        const printer = output.copies[at]?.printer ?? null;
        const to = { printer, bothSides: request.bothSides };
        failure = (await deliverCopy(call, 'print', { name, bytes }, to)).failure;
      }
      if (failure !== null) break;
      count += 1;
      await this.work.step(batchId);
    }
    return { count, failure, file: null, saved: null };
  }
}

/** The document with its bytes as issued, after the permission of its kind and the check of its hash. */
export async function openDocument(unit: Use, caseId: CaseId, documentId: DocumentId): Promise<DocumentRow> {
  const row = await rowOf(tablesIn(unit.trx), 'issued_document', { id: documentId, case_id: caseId });
  await unit.require(kindActions[row.kind], caseId);
  // What she thought through is for whoever attends her: its card too.
  if (row.template === safetyCardTemplate) await unit.require('safetyPlan.read', caseId);
  if (contentHash(row.bytes) !== row.content_hash) throw fail('damaged', 'document-damaged');
  unit.about('issued_document', row.id);
  return row;
}
