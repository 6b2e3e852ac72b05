/** Reading issued documents, letting copies out, and watching over what left (security design §8). */
import type { papersContract } from '../../shared/papers/index.ts';
import { staffNames } from '../access/index.ts';
import { fromMemory, inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { fileName } from './copies.ts';
import { openDocument } from './open-document.ts';
import { allowedPrinters, allowPrinter, isVirtualPrinter } from './printers.ts';
import { allowFolder, allowedFolders } from './folders.ts';
import {
  countSavedOutside,
  listSavedOutside,
  readRegister,
  removeCopy,
  settleBatch,
  verify,
  type FindPublished,
} from './register.ts';
import { removeSavedFile } from './saved-files.ts';
import { Batches, releaseOne, type ReleaseParts } from './release.ts';
import { findPaper } from './find-paper.ts';
import { listDocuments, toDocument } from './repository.ts';
import type { Trx } from './tables.ts';

type Contract = typeof papersContract;

export function papersHandlers(
  parts: ReleaseParts & { readonly findPublished: FindPublished },
): Handlers<Contract, Trx> {
  const batches = new Batches(parts);
  return {
    listDocuments: inside(async (unit, { caseId }) => ({ documents: await listDocuments(unit.trx, caseId) })),

    findPaper: inside(findPaper),
    viewDocument: inside(async (unit, { caseId, documentId }) => {
      const row = await openDocument(unit, caseId, documentId);
      const name = fileName({ document: row, format: 'pdf' });
      return {
        file: unit.session.files.add(name, 'application/pdf', row.bytes, 'shown'),
        document: toDocument(row, await staffNames(unit.trx)),
      };
    }),

    releaseCopy: releaseOne(parts),
    releaseCopies: batches.handler(),
    repeatCopies: batches.repeatHandler(),
    getCopiesProgress: fromMemory((_session, { batchId }) => ({ progress: batches.work.progressOf(batchId) })),
    stopCopies: fromMemory((_session, { batchId }) => {
      batches.work.stop(batchId);
      return {};
    }),
    settleCopies: inside(settleBatch),
    removeCopy: inside(removeCopy),
    removeSavedFile: inside(removeSavedFile),
    listSavedOutside: inside(listSavedOutside),
    countSavedOutside: inside(countSavedOutside),
    listFolders: inside(async (unit) => ({ folders: [...(await allowedFolders(unit.trx))] })),
    allowFolder: inside(allowFolder),
    listPrinters: twoPhase({
      prepare: ({ session }) => session.connection.copies.printer.list(),
      commit: async (unit, _input, printers) => {
        const allowed = await allowedPrinters(unit.trx);
        return {
          printers: printers.map((one) => {
            const isVirtual = isVirtualPrinter(one.name);
            return { ...one, isVirtual, isAllowed: !isVirtual || allowed.has(one.name) };
          }),
        };
      },
    }),
    allowPrinter: inside(allowPrinter),
    readPrintRegister: inside(readRegister),
    verifyDocument: inside((unit, asked) => verify(unit, asked, parts.findPublished)),
  };
}
