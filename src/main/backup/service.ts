/** Copies as the window asks for them, and coming back from one. */
import type { backupContract, CopyList, Drill } from '../../shared/backup/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { join } from 'node:path';
import { inside, outside, twoPhase, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { copyTo, drill } from './copying.ts';
import { listFormer, lookForCopies, readFormer } from './former.ts';
import { listCopies } from './keep.ts';
import { noteCopy, noteDrill, readFolder, readLine, stateOf, writeFolder, type PlacedCopy } from './notes.ts';
import type { CopyParts } from './parts.ts';
import { placeOfCopies, refusePlace } from './places.ts';
import { previewRestore } from './preview.ts';
import { restoreCopy } from './restore.ts';
import { listAside } from './used-folder.ts';
import type { Trx } from '../platform/storage/rows.ts';

type Contract = typeof backupContract;

async function chosenFolder({ session }: CallFrame, typed: string | null): Promise<string> {
  if (typed !== null) return typed;
  const { dialogs } = session.connection.ports;
  if (dialogs === null) throw fail('rule-broken', 'no-copy-folder');
  const chosen = await dialogs.chooseFolder();
  if (chosen === null) throw fail('cancelled');
  return chosen;
}

/** @throws rule-broken `no-copy-folder` */
async function folderOf(read: (work: (trx: Trx) => Promise<string | null>) => Promise<string | null>): Promise<string> {
  const folder = await read((trx) => readFolder(trx));
  if (folder === null) throw fail('rule-broken', 'no-copy-folder');
  return folder;
}

type InFolder = Pick<CopyList, 'isReachable' | 'copies'>;

function copiesIn(folder: string | null, line: string | null, parts: CopyParts): InFolder {
  if (folder === null) return { isReachable: false, copies: [] };
  try {
    refusePlace(folder, parts);
    const { dek, keyring } = parts.strongroom;
    const copies = listCopies(folder, keyring.dbId, dek).map((copy) => ({
      name: copy.name,
      at: copy.utc as Instant,
      seq: copy.seq,
      isOfThisRecord: copy.line === line,
    }));
    return { isReachable: true, copies };
  } catch (error) {
    if (error instanceof ExpectedFailure || (error instanceof Error && 'code' in error)) {
      return { isReachable: false, copies: [] };
    }
    throw error;
  }
}

/** For the audit entry of a copy. */
export function copyDetail({ copy, place }: Pick<PlacedCopy, 'copy' | 'place'>) {
  return { copy: copy.name, seq: copy.seq, lostFiles: copy.lostFiles.length, place };
}

/** Counts for the audit entry of a drill. */
export function drillDetail(found: Drill): { sets: number; problems: number } {
  return { sets: found.sets.length, problems: found.sets.filter(({ problem }) => problem !== null).length };
}

export function backupHandlers(parts: CopyParts): Handlers<Contract, Trx> {
  const { queue } = parts;
  return {
    getCopyState: inside((unit) => stateOf(unit.trx, unit.now)),

    listCopies: twoPhase<Contract['listCopies'], Trx, CopyList>({
      prepare: async (call) => {
        const { folder, line, kept } = await call.read(async (trx) => ({
          folder: await readFolder(trx),
          line: await readLine(trx),
          kept: await readFormer(trx, await staffNames(trx)),
        }));
        const { found } = lookForCopies(folder, parts);
        const former = listFormer(kept, found, parts.strongroom.keyring.epoch);
        return { ...copiesIn(folder, line, parts), aside: listAside(parts.strongroom.folder), former };
      },
      commit: (_unit, _input, list) => Promise.resolve(list),
    }),

    chooseCopyFolder: twoPhase<Contract['chooseCopyFolder'], Trx, Awaited<ReturnType<typeof placed>>>({
      prepare: async (call, { folder }) => placed(await chosenFolder(call, folder), parts),
      commit: async (unit, _input, { folder, place }) => {
        await writeFolder(unit.trx, folder, place);
        unit.note({ place });
        return stateOf(unit.trx, unit.now);
      },
    }),

    makeCopy: twoPhase<Contract['makeCopy'], Trx, PlacedCopy>({
      prepare: async (call) => {
        const folder = await folderOf((work) => call.read(work));
        return queue.run(() => copyTo(parts, folder));
      },
      commit: async (unit, _input, made) => {
        await noteCopy(unit.trx, made);
        await parts.tellLost(unit, made.copy.lostFiles);
        unit.note(copyDetail(made));
        return stateOf(unit.trx, unit.now);
      },
      deliver: async (_call, _input, output, { copy }) => {
        const made = join(output.folder ?? '', copy.name);
        await parts.takers?.made(made, false).catch(() => undefined);
      },
    }),

    drillCopies: twoPhase<Contract['drillCopies'], Trx, Drill>({
      prepare: async (call) => {
        const folder = await folderOf((work) => call.read(work));
        const found = await queue.run(() => drill(parts, folder));
        if (found === null) throw fail('rule-broken', 'no-copy-yet');
        return found;
      },
      commit: async (unit, _input, found) => {
        await noteDrill(unit.trx, found);
        unit.note(drillDetail(found));
        return stateOf(unit.trx, unit.now);
      },
    }),

    previewRestore: outside<Contract['previewRestore']>((request) => previewRestore(parts, request)),

    restoreCopy: outside<Contract['restoreCopy']>((request) => restoreCopy(parts, request)),
  };
}

async function placed(folder: string, parts: CopyParts) {
  refusePlace(folder, parts);
  return { folder, place: await placeOfCopies(folder, parts) };
}
