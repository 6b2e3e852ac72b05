/**
 * A restore from its first byte to the archive of keys (reliability design §5).
 *
 * Everything is brought into a folder of its own and proven there. Only then the note says that it is decided; from that
 * moment the restore is finished by whoever opens the folder next, by renames alone, which need no key: first what was
 * there goes aside, then the new files take its place, the archive of keys last. In the same way a record leaves whose place
 * is taken by no other one: that of a computer that becomes a companion.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';
import { flushFile, flushFolder, replaceFile, writeAndFlushNow, readJson } from './durable-file.ts';
import { vaultFolderName } from './file-vault.ts';

/** Folder inside the data folder in which a copy is proven before it takes its place. */
export const stagingName = 'restoring';
const noteName = 'restore-unfinished.json';
/** Folder with the files that a restore put aside, `anterior-20260610t140000z`. */
export const asideName = /^anterior-(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})z$/;

const archiveName = 'keyring.json';
const ofRegister = /^(?:registro\.e\d+\.db(?:-(?:journal|wal|shm))?|mark\.[ab]|(?:keyring|recovery-slot)\.json.*)$/;

/** Of a file in the folder itself. */
const oneName = /^(?!\.{1,2}$)[^/\\]+$/;

const noteSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('staging') }),
  /** Decided: `aside` takes what was there, null when nothing was; names of what goes with it besides the register, in their order. */
  z.strictObject({
    stage: z.literal('clearing'),
    aside: z.string().regex(asideName).nullable(),
    besides: z.array(z.string().regex(oneName)).default([]),
  }),
  z.strictObject({ stage: z.literal('placing') }),
]);
type Note = z.infer<typeof noteSchema>;

export type PlacingStep = 'decided' | 'aside' | 'cleared' | 'placed' | 'done';
type Watch = (step: PlacingStep) => void;

/** Null when no restore is in hand; `unreadable` for a note that says nothing: only another restore clears after it. */
function readNote(folder: string): Note | { readonly stage: 'unreadable' } | null {
  const path = join(folder, noteName);
  if (!existsSync(path)) return null;
  return readJson(path, noteSchema) ?? { stage: 'unreadable' };
}

async function writeNote(folder: string, note: Note): Promise<void> {
  await replaceFile(join(folder, noteName), `${JSON.stringify(note)}\n`);
}

/** Files of a register that stand in the folder, the archive of keys first: without it the folder opens nothing. */
export function registerFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name === vaultFolderName || ofRegister.test(name));
  return names.sort((a, b) => Number(b.startsWith(archiveName)) - Number(a.startsWith(archiveName)));
}

/** Names in the folder of a restore that was cut off before it was decided; none when there is no such restore. */
export function leftByRestore(folder: string): string[] {
  const note = readNote(folder);
  if (note !== null && note.stage !== 'staging' && note.stage !== 'unreadable') return [];
  // Without a note only one that was cut off while it was written: nothing else was begun.
  const isLeft = (name: string) =>
    name.startsWith(`${noteName}.`) || (note !== null && (name === noteName || name === stagingName));
  return readdirSync(folder).filter(isLeft);
}

/** Takes out what an undecided restore left; the note last, so that a cut here can be repeated. */
export function clearRestore(folder: string): void {
  const names = leftByRestore(folder);
  for (const name of names.filter((one) => one !== noteName)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  if (names.length > 0) rmSync(join(folder, noteName), { force: true });
}

/** What cannot go now, the next start or the next restore clears: the error that ended this one is the one to tell. */
export function clearQuietly(folder: string): void {
  try {
    clearRestore(folder);
  } catch {
    // Told above.
  }
}

/** Makes the folder for the new files; on the disk before anything else of the restore is. Answers its path. */
export async function beginRestore(folder: string): Promise<string> {
  clearRestore(folder);
  await writeNote(folder, { stage: 'staging' });
  const staging = join(folder, stagingName);
  mkdirSync(staging, { mode: 0o700 });
  await flushFolder(folder);
  return staging;
}

/** A restore was decided, and is not finished yet. */
export function isDecided(folder: string): boolean {
  const stage = readNote(folder)?.stage;
  return stage === 'clearing' || stage === 'placing';
}

/**
 * From here on the restore happens.
 *
 * @param aside name of the folder for what is there now, null when nothing is
 * @param besides names that go with it, in their order, after everything of the register
 */
export async function decideRestore(
  folder: string,
  aside: string | null,
  watch: Watch = () => undefined,
  besides: readonly string[] = [],
): Promise<void> {
  await flushFolder(join(folder, stagingName));
  await writeNote(folder, { stage: 'clearing', aside, besides: [...besides] });
  watch('decided');
  finishRestore(folder, watch);
}

/**
 * Finishes a decided restore, and clears what one left that was cut off before; nothing when there is none. The folder is
 * this process's: nobody is restoring into it.
 *
 * @throws storage `restore-not-finished` while another program holds a file: nothing is lost, the next start goes on
 */
export function finishRestore(folder: string, watch: Watch = () => undefined): void {
  const note = readNote(folder);
  if (note === null || note.stage === 'unreadable') return;
  try {
    if (note.stage === 'staging') {
      clearRestore(folder);
      return;
    }
    if (note.stage === 'clearing') putAside(folder, note, watch);
    placeNew(folder, watch);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw fail('storage', 'restore-not-finished');
    throw error;
  }
}

type Leaving = Pick<Extract<Note, { stage: 'clearing' }>, 'aside' | 'besides'>;

function putAside(folder: string, { aside, besides }: Leaving, watch: Watch): void {
  const names = [...registerFiles(folder), ...besides.filter((name) => existsSync(join(folder, name)))];
  if (aside !== null) {
    mkdirSync(join(folder, aside), { recursive: true, mode: 0o700 });
    for (const name of names) {
      renamePatiently(join(folder, name), join(folder, aside, name));
      watch('aside');
    }
    flushNow(join(folder, aside));
  }
  flushNow(folder);
  noteNow(folder, { stage: 'placing' });
  watch('cleared');
}

function placeNew(folder: string, watch: Watch): void {
  const staging = join(folder, stagingName);
  const names = existsSync(staging) ? readdirSync(staging) : [];
  const last = (name: string) => Number(name === archiveName) * 2 + Number(name.startsWith(archiveName));
  for (const name of names.sort((a, b) => last(a) - last(b))) {
    renamePatiently(join(staging, name), join(folder, name));
    watch('placed');
  }
  flushNow(folder);
  rmSync(staging, { recursive: true, force: true });
  rmSync(join(folder, noteName), { force: true });
  flushNow(folder);
  watch('done');
}

const longestWaitMs = 3000;
const waitMs = 100;

/** A virus scanner may hold a file for a moment on Windows. */
function renamePatiently(from: string, to: string): void {
  for (let waited = 0; ; waited += waitMs) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!/^(?:EBUSY|EPERM|EACCES)$/.test(code) || waited >= longestWaitMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
}

/** The note moves on while nobody may come between: written beside, flushed, renamed, folder flushed. */
function noteNow(folder: string, note: Note): void {
  const path = join(folder, noteName);
  writeAndFlushNow(`${path}.tmp`, `${JSON.stringify(note)}\n`);
  renamePatiently(`${path}.tmp`, path);
  flushNow(folder);
}

/** Windows refuses to open a folder; its renames are already in order. */
function flushNow(folder: string): void {
  if (process.platform !== 'win32') flushFile(folder, 'r');
}
