/** One copy, or a batch of copies of the papers of a case: the three phases of each. */
import { mostCopiesOfBatch, type papersContract } from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, type ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import { twoPhase, type Delivery, type Preparation, type Unit } from '../platform/gate/handler.ts';
import type { CopyPorts } from '../platform/ports.ts';
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
import { openDocument } from './open-document.ts';
import { allowedPrinters, choosePrinter } from './printers.ts';
import { updateCopyState } from './repository.ts';

type Contract = typeof papersContract;
type One = InputOf<Contract['releaseCopy']>;
type Many = InputOf<Contract['releaseCopies']>;
type Answer = OutputOf<Contract['releaseCopies']>;

export type ReleaseParts = CopyMakers & {
  readonly ports: CopyPorts;
  readonly joinPapers: (papers: readonly Uint8Array[]) => Promise<Uint8Array>;
  /** Throws when a document that may be read must not leave any more: a consent was taken back. */
  readonly mayLeave: (trx: Trx, caseId: string, documentId: string) => Promise<void>;
};

/** Permission of the kind, sound bytes, and nothing that holds it back. */
async function openToLeave(unit: Unit<Trx>, parts: ReleaseParts, caseId: CaseId, documentId: string): Promise<void> {
  await openDocument(unit, caseId, documentId);
  await parts.mayLeave(unit.trx, caseId, documentId);
}

const noStep = () => Promise.resolve();

function requestOf(input: One): CopyRequest {
  const { documentId, edition, format, ...same } = input;
  return { ...same, items: [{ documentId, edition, format }], printer: null, batchId: null, reprintOf: null };
}

export function releaseOne(parts: ReleaseParts) {
  return twoPhase<Contract['releaseCopy'], Trx, Leaving & { printer: string | null }>({
    prepare: async (call, input) => {
      const printer =
        input.way === 'print' ? await choosePrinter(parts.ports.printer, null, await call.read(allowedPrinters)) : null;
      return { planned: await planCopies(call, requestOf(input), parts, noStep), joined: null, printer };
    },
    commit: async (unit, input, { printer, ...leaving }) => {
      const request = { ...requestOf(input), printer };
      const allow = (id: string) => openToLeave(unit, parts, input.caseId, id);
      const [copy] = await registerCopies(unit, request, leaving, allow);
      const [planned] = leaving.planned;
      if (copy === undefined || planned === undefined) throw fail('not-found');
      unit.note({ copy: copy.number, way: input.way, edition: input.edition, format: input.format });
      return { copy, file: unit.session.files.add(fileName(planned), mediaTypes[input.format], planned.bytes) };
    },
    deliver: async (call, input, output) => {
      if (output.file === null) return output;
      const file = { name: output.file.name, bytes: call.session.files.bytesOf(output.file.id) };
      const { end, failure } = await deliverCopy(parts.ports, input.way, file, output.copy.printer);
      const state = end === 'failed' ? 'failed' : 'sent';
      await call.settle(end === 'failed' ? 'failed' : 'ok', async (unit) => {
        await updateCopyState(unit.trx, output.copy.id, state);
        unit.touch('document_copy', output.copy.id);
      });
      if (failure !== null) throw failure;
      return { copy: { ...output.copy, state: 'sent' }, file: end === 'handed-back' ? output.file : null };
    },
  });
}

function batchOf(input: Many, printer: string | null): CopyRequest {
  const { caseId, batchId, way, recipient, purpose, reprintOf } = input;
  const times = (count: number, edition: 'court' | 'office') =>
    Array.from({ length: count }, () => ({ edition, format: 'pdf' as const }));
  const each = [...times(input.courtCopies, 'court'), ...times(input.officeCopies, 'office')];
  const ids = [...new Set(input.documentIds)];
  const items = ids.flatMap((documentId) => each.map((copy) => ({ documentId, ...copy })));
  if (items.length > mostCopiesOfBatch) throw fail('rule-broken', 'batch-too-big');
  if (items.length === 0) {
    throw fail('invalid', null, [{ path: 'courtCopies', message: 'Indique al menos una copia.' }]);
  }
  return { caseId, batchId, way, printer, recipient, purpose, reprintOf, items };
}

/** Batches between their commit and their delivery. */
export class Batches {
  readonly work = new CopyWork();
  readonly #leaving = new Map<string, Leaving>();
  readonly #parts: ReleaseParts;

  constructor(parts: ReleaseParts) {
    this.#parts = parts;
  }

  handler() {
    return twoPhase<Contract['releaseCopies'], Trx, Leaving & { request: CopyRequest }>({
      prepare: (call, input) => this.#prepare(call, input),
      commit: (unit, input, prepared) => this.#commit(unit, input, prepared),
      deliver: (call, input, output) => this.#deliver(call, input, output),
    });
  }

  async #prepare(call: Preparation<Trx>, input: Many): Promise<Leaving & { request: CopyRequest }> {
    const { batchId, way } = input;
    const { ports, joinPapers } = this.#parts;
    const request = batchOf(
      input,
      way === 'print' ? await choosePrinter(ports.printer, input.printer, await call.read(allowedPrinters)) : null,
    );
    // Made ready, then sent: two steps a copy.
    this.work.begin(batchId, request.items.length * 2);
    try {
      const planned = await planCopies(call, request, this.#parts, async () => {
        await this.work.step(batchId);
        if (this.work.isStopped(batchId)) throw fail('cancelled', 'batch-stopped');
      });
      const joined = way === 'save' ? await joinPapers(planned.map(({ bytes }) => bytes)) : null;
      return { request, planned, joined };
    } catch (error) {
      this.work.end(batchId);
      throw error;
    }
  }

  async #commit(
    unit: Unit<Trx>,
    input: Many,
    { request, ...leaving }: Leaving & { request: CopyRequest },
  ): Promise<Answer> {
    try {
      const allow = (id: string) => openToLeave(unit, this.#parts, input.caseId, id);
      const copies = await registerCopies(unit, request, leaving, allow);
      this.#leaving.set(input.batchId, leaving);
      unit.note({
        copies: copies.length,
        documents: input.documentIds.length,
        way: input.way,
        first: copies[0]?.number ?? '',
      });
      return { copies, file: null, pages: leaving.planned.reduce((sum, { document }) => sum + document.pages, 0) };
    } catch (error) {
      this.work.end(input.batchId);
      throw error;
    }
  }

  async #deliver(call: Delivery<Trx>, input: Many, output: Answer): Promise<Answer> {
    const leaving = this.#leaving.get(input.batchId);
    this.#leaving.delete(input.batchId);
    if (leaving === undefined) return output;
    const sent =
      input.way === 'save' ? await this.#save(call, leaving, output) : await this.#print(input, leaving, output);
    const copies = output.copies.map((copy, at) => ({
      ...copy,
      state: at < sent.count ? ('sent' as const) : ('failed' as const),
    }));
    await call.settle(sent.failure === null ? 'ok' : 'failed', async (unit) => {
      for (const copy of copies) {
        await updateCopyState(unit.trx, copy.id, copy.state);
        unit.touch('document_copy', copy.id);
      }
      unit.note({ sent: sent.count, copies: copies.length });
    });
    this.work.end(input.batchId);
    // Some that left and some that did not: the answer says which, copy by copy.
    if (sent.failure !== null && sent.count === 0) throw sent.failure;
    return { ...output, copies, file: sent.file };
  }

  async #save(call: Delivery<Trx>, { joined }: Leaving, output: Answer) {
    const bytes = joined ?? new Uint8Array();
    const name = `copias-${output.copies[0]?.number.toLowerCase() ?? ''}.pdf`;
    const { end, failure } = await deliverCopy(this.#parts.ports, 'save', { name, bytes });
    const file = end === 'handed-back' ? call.session.files.add(name, mediaTypes.pdf, bytes) : null;
    return { count: failure === null ? output.copies.length : 0, failure, file };
  }

  /** One after the other; the first that fails or «Detener» ends the batch, so that no paper comes out of order. */
  async #print(input: Many, { planned }: Leaving, output: Answer) {
    let count = 0;
    let failure: ExpectedFailure | null = null;
    for (const [at, { bytes }] of planned.entries()) {
      if (this.work.isStopped(input.batchId)) failure = fail('cancelled', 'batch-stopped');
      const name = output.copies[at]?.number ?? '';
      if (failure === null) {
        const printer = output.copies[at]?.printer ?? null;
        failure = (await deliverCopy(this.#parts.ports, 'print', { name, bytes }, printer)).failure;
      }
      if (failure !== null) break;
      count += 1;
      await this.work.step(input.batchId);
    }
    return { count, failure, file: null };
  }
}
