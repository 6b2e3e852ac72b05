/** Reading issued documents, letting copies out, and watching over what left (security design §8). */
import type { papersContract } from '../../shared/papers/index.ts';
import { staffNames } from '../access/index.ts';
import { fromMemory, inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { fileName } from './copies.ts';
import { openDocument, Batches, releaseOne, type ReleaseParts } from './release.ts';
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
import { listDocuments, toDocument } from './repository.ts';
import { type Trx, tablesIn, type Use } from './tables.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { allowed } from '../intake/index.ts';

// A paper by the number that stands on it: told to who may list the papers of its ficha, and as unknown to anybody else.

/** The serial number of a copy is that of its paper. */
async function ofNumber(trx: Trx, number: string) {
  return tablesIn(trx)
    .selectFrom('issued_document')
    .innerJoin('case_file', 'case_file.id', 'issued_document.case_id')
    .select(['issued_document.id', 'issued_document.kind', 'issued_document.number', 'issued_document.issued_at'])
    .select(['case_file.id as case_id', 'case_file.number as case_number'])
    .where((where) =>
      where.or([
        where('issued_document.number', '=', number),
        where('issued_document.number', 'like', `%· ${number}`),
        where(
          'issued_document.id',
          'in',
          where.selectFrom('document_copy').select('document_id').where('document_copy.number', '=', number),
        ),
      ]),
    )
    .orderBy('issued_document.issued_at')
    .execute();
}

async function findPaper(unit: Use, { number }: InputOf<Contract['findPaper']>) {
  const papers: OutputOf<Contract['findPaper']>['papers'] = [];
  for (const row of await ofNumber(unit.trx, number)) {
    if ((await allowed(unit, 'document.list', row.case_id)) === null) continue;
    papers.push({
      ...{ id: row.id, kind: row.kind, number: row.number, caseId: row.case_id, caseNumber: row.case_number },
      issuedOn: civilDateOf(Date.parse(row.issued_at)),
    });
  }
  unit.note({ papers: papers.length });
  return { papers };
}

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
