/** Reading issued documents and letting copies out, each registered before it leaves (security design §8). */
import { documentKindLabels, type DocumentKind, type papersContract } from '../../shared/papers/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { CopyPorts } from '../platform/ports.ts';
import { deliverCopy } from './deliver.ts';
import { contentHash } from './issue.ts';
import {
  findDocument,
  insertCopy,
  listDocuments,
  nextNumber,
  toCopy,
  toDocument,
  updateCopyState,
  type DocumentRow,
} from './repository.ts';

type Contract = typeof papersContract;

const printAction: Readonly<Record<DocumentKind, string>> = {
  filing: 'print.filing',
  'reserved-sheet': 'print.reservedSheet',
  referral: 'print.referral',
  'monthly-report': 'report.readFrozen',
  'register-sheet': 'print.wholeCase',
};

/** The document with its bytes as issued, after the permission of its kind and the check of its hash. */
async function openDocument(unit: Unit<Trx>, caseId: CaseId, documentId: string): Promise<DocumentRow> {
  const row = await findDocument(unit.trx, caseId, documentId);
  if (row === undefined) throw fail('not-found');
  await unit.require(printAction[row.kind as DocumentKind], caseId);
  if (contentHash(row.bytes) !== row.content_hash) throw fail('damaged', 'document-damaged');
  unit.about('issued_document', row.id);
  return row;
}

function fileName(row: Pick<DocumentRow, 'kind' | 'number'>): string {
  return `${row.kind}-${row.number.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`;
}

export function papersHandlers(ports: CopyPorts): Handlers<Contract, Trx> {
  return {
    listDocuments: inside(async (unit, { caseId }) => ({ documents: await listDocuments(unit.trx, caseId) })),

    viewDocument: inside(async (unit, { caseId, documentId }) => {
      const row = await openDocument(unit, caseId, documentId);
      return {
        file: unit.session.files.add(fileName(row), 'application/pdf', row.bytes),
        document: toDocument(row, await staffNames(unit.trx)),
      };
    }),

    releaseCopy: twoPhase<Contract['releaseCopy'], Trx, null>({
      prepare: () => Promise.resolve(null),
      commit: async (unit, input) => {
        const row = await openDocument(unit, input.caseId, input.documentId);
        const year = Number(unit.today.slice(0, 4));
        const number = `CEM-${year}-${String(await nextNumber(unit.trx, 'copy', year)).padStart(6, '0')}`;
        const copy = {
          id: unit.newId(),
          number,
          document_id: row.id,
          way: input.way,
          recipient: input.recipient,
          purpose: input.purpose,
          state: 'requested',
          staff_id: unit.session.staffId,
          requested_at: unit.now,
          version: 1,
        };
        await insertCopy(unit.trx, copy);
        unit.touch('document_copy', copy.id);
        unit.note({ copy: number, way: input.way, kind: documentKindLabels[row.kind as DocumentKind] });
        return {
          copy: toCopy(copy, await staffNames(unit.trx)),
          file: unit.session.files.add(fileName(row), 'application/pdf', row.bytes),
        };
      },
      deliver: async (call, input, output) => {
        if (output.file === null) return output;
        const bytes = call.session.files.bytesOf(output.file.id);
        const { end: delivered, failure } = await deliverCopy(ports, input.way, output.file.name, bytes);
        await call.settle(delivered === 'failed' ? 'failed' : 'ok', async (unit) => {
          await updateCopyState(unit.trx, output.copy.id, delivered === 'failed' ? 'failed' : 'sent');
          unit.touch('document_copy', output.copy.id);
        });
        if (failure !== null) throw failure;
        const file = delivered === 'handed-back' ? output.file : null;
        return { copy: { ...output.copy, state: 'sent' }, file };
      },
    }),
  };
}
