/** Copies as the window asks for them, the copy of closing, and coming back from one. */
import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { backupContract } from '../../shared/backup/index.ts';
import { instantIn, todayIn } from '../../shared/platform/clock.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import { inside, outside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { metaValue } from '../platform/storage/open-database.ts';
import { checkPlace, checkWritable } from '../platform/storage/paths.ts';
import { makeVerifiedCopy, type VerifiedCopy } from './copy.ts';
import type { CopyParts } from './parts.ts';
import { restoreCopy } from './restore.ts';

type Contract = typeof backupContract;
type CopyState = OutputOf<Contract['getCopyState']>;

const folderKey = 'copy_folder';
const lastKey = 'last_copy_at';
/** How many files of cases the newest copy had to be made without. */
const lostKey = 'last_copy_lost';
const lateAfterMs = 24 * 60 * 60 * 1000;

async function readMeta(trx: Trx, key: string): Promise<string | null> {
  const row = await trx.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

async function writeMeta(trx: Trx, key: string, value: string): Promise<void> {
  await trx
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

async function stateOf(trx: Trx, now: Instant): Promise<CopyState> {
  const lastVerifiedAt = (await readMeta(trx, lastKey)) as Instant | null;
  const isLate = lastVerifiedAt === null || Date.parse(now) - Date.parse(lastVerifiedAt) > lateAfterMs;
  const lostFiles = Number((await readMeta(trx, lostKey)) ?? '0');
  return { folder: await readMeta(trx, folderKey), lastVerifiedAt, isLate, lostFiles };
}

async function noteCopy(trx: Trx, copy: VerifiedCopy): Promise<void> {
  await writeMeta(trx, lastKey, copy.at);
  await writeMeta(trx, lostKey, String(copy.lostFiles.length));
}

function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** The places where a copy would be as lost or as open as what it copies. */
function refusePlace(folder: string, { strongroom, ports }: CopyParts): void {
  if (!isAbsolute(folder) || !existsSync(folder) || !statSync(folder).isDirectory()) {
    throw fail('storage', 'copy-folder-missing');
  }
  if (isInside(realpathSync(folder), realpathSync(strongroom.folder))) throw fail('rule-broken', 'copy-inside-data');
  try {
    checkPlace(folder, ports.drives);
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.failure.reason : null;
    if (reason === 'path-network') throw fail('storage', 'copy-network');
    if (reason === 'path-sync-folder') throw fail('storage', 'copy-sync-folder');
    throw error;
  }
  checkWritable(folder);
}

async function chosenFolder(typed: string | null, parts: CopyParts): Promise<string> {
  if (typed !== null) return typed;
  if (parts.ports.dialogs === null) throw fail('rule-broken', 'no-copy-folder');
  const chosen = await parts.ports.dialogs.chooseFolder();
  if (chosen === null) throw fail('cancelled');
  return chosen;
}

/** Age of the newest verified copy outside the data folder; null while none, or while the record is closed. */
export function lastCopyAt(strongroom: Pick<CopyParts['strongroom'], 'isOpen' | 'database'>): Instant | null {
  return strongroom.isOpen ? (metaValue(strongroom.database, lastKey) as Instant | null) : null;
}

export function backupHandlers(parts: CopyParts): Handlers<Contract, Trx> {
  return {
    getCopyState: inside((unit) => stateOf(unit.trx, unit.now)),

    chooseCopyFolder: twoPhase<Contract['chooseCopyFolder'], Trx, string>({
      prepare: async (_call, { folder }) => {
        const chosen = await chosenFolder(folder, parts);
        refusePlace(chosen, parts);
        return chosen;
      },
      commit: async (unit, _input, folder) => {
        await writeMeta(unit.trx, folderKey, folder);
        return stateOf(unit.trx, unit.now);
      },
    }),

    makeCopy: twoPhase<Contract['makeCopy'], Trx, VerifiedCopy>({
      prepare: async (call) => {
        const folder = await call.read((trx) => readMeta(trx, folderKey));
        if (folder === null) throw fail('rule-broken', 'no-copy-folder');
        refusePlace(folder, parts);
        return makeVerifiedCopy(parts, folder);
      },
      commit: async (unit, _input, copy) => {
        await noteCopy(unit.trx, copy);
        await parts.tellLost(unit, copy.lostFiles);
        unit.note({ copy: copy.name, seq: copy.seq, lostFiles: copy.lostFiles.length });
        return stateOf(unit.trx, unit.now);
      },
    }),

    restoreCopy: outside<Contract['restoreCopy']>(async (request) => {
      const begun = await restoreCopy(parts, request);
      const { segment, startKey } = begun;
      if (!request.takesStartKey) {
        parts.startKeys.keep(begun);
        return { segment, startKey: null };
      }
      const printed = parts.startKeys.printed(startKey);
      startKey.fill(0);
      return { segment, startKey: printed };
    }),
  };
}

/** No session is left at closing: the entry is the program's own. */
async function recordClosing(trx: Trx, parts: CopyParts, copy: VerifiedCopy | null): Promise<void> {
  const touched: { kind: string; id: string }[] = [];
  if (copy !== null) {
    const { clock } = parts;
    const touchAside = (kind: string, id: string) => void touched.push({ kind, id });
    const when = { today: todayIn(clock), now: instantIn(clock) };
    await noteCopy(trx, copy);
    await parts.tellLost({ trx, ...when, newId: () => randomUUID(), touchAside, session: null }, copy.lostFiles);
  }
  const about = copy === null ? null : { copy: copy.name, seq: copy.seq, lostFiles: copy.lostFiles.length };
  await parts.audit.appendForProgram(trx, {
    action: 'backup.made',
    touched,
    staffId: null,
    reason: 'closing',
    outcome: copy === null ? 'failed' : 'ok',
    detail: about === null ? null : JSON.stringify(about),
  });
}

/**
 * The copy of closing (D25), when a folder was chosen. Never throws: keys must be cleared whatever happens to a disk.
 *
 * `failed` stands in the audit, and the age of the copies goes on.
 */
export async function copyAtClosing(parts: CopyParts): Promise<'made' | 'none' | 'failed'> {
  const { strongroom } = parts;
  try {
    if (!strongroom.isOpen || strongroom.isReadOnly) return 'none';
    const folder = await strongroom.transaction((trx) => readMeta(trx, folderKey));
    if (folder === null) return 'none';
    const copy = await attempt(parts, folder);
    await strongroom.transaction((trx) => recordClosing(trx, parts, copy));
    return copy === null ? 'failed' : 'made';
  } catch {
    return 'failed';
  }
}

async function attempt(parts: CopyParts, folder: string): Promise<VerifiedCopy | null> {
  try {
    refusePlace(folder, parts);
    return await makeVerifiedCopy(parts, folder);
  } catch {
    return null;
  }
}
