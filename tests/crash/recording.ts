/** One run of a scenario under the shim: where it began, everything that was written, and the states it went through. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import { openDatabase } from '../../src/main/platform/storage/open-database.ts';
import { cheapKdfPolicy } from '../support/start-application.ts';
import { Disk, writeImage } from './disk.ts';
import { node } from './node-program.ts';
import { contentHash, keyOf, localDrives } from './opening.ts';
import { placeIn, scenarioNamed } from './scenarios.ts';
import { readLog, type Op } from './write-log.ts';

/** What the record held after a flush of its write-ahead log. */
export type State = { readonly op: Op | null; readonly content: string };

export type Recording = {
  readonly scenario: string;
  readonly root: string;
  /** Copy of the folder as it stood when the log began. */
  readonly base: string;
  readonly ops: readonly Op[];
  readonly states: readonly State[];
  /** The data folder may be free until the restore was told to be done. */
  readonly beginsEmpty: boolean;
};

export type Bench = { readonly work: string; readonly shim: string };

/** Prepares a scenario, records its writer and goes through its states. */
export async function record(name: string, size: 0 | 1, { work, shim }: Bench): Promise<Recording> {
  const scenario = scenarioNamed(name);
  const folder = join(work, name);
  const [root, base, log] = [join(folder, 'root'), join(folder, 'base'), join(folder, 'log')];
  mkdirSync(root, { recursive: true });
  await scenario.prepare(placeIn(root));
  cpSync(root, base, { recursive: true });
  writeFileSync(join(folder, 'recording.json'), JSON.stringify({ scenario: name, root }));
  execFileSync(node, [join(import.meta.dirname, 'writer.ts'), name, root, String(scenario.rounds[size])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      // libuv's ring would write past the shim.
      UV_USE_IO_URING: '0',
      LD_PRELOAD: shim,
      CRASH_DIR: root,
      CRASH_LOG: log,
      CRASH_ACK: join(folder, 'told'),
    },
  });
  checkComplete(root, base, readLog(log));
  return load(folder);
}

/** A recording kept in a folder. */
export async function load(folder: string): Promise<Recording> {
  const about = JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8')) as { scenario: string; root: string };
  const base = join(folder, 'base');
  const ops = readLog(join(folder, 'log'));
  const recording = { ...about, base, ops, beginsEmpty: scenarioNamed(about.scenario).beginsEmpty === true };
  return { ...recording, states: await statesOf(recording, join(folder, 'state')) };
}

/** Keeps what replays one image exactly: the log and the folder it began with. */
export function keep(recording: Recording, target: string): void {
  const folder = join(recording.base, '..');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of ['base', 'log', 'recording.json'])
    cpSync(join(folder, name), join(target, name), { recursive: true });
}

/** The log applied whole must give the folder byte by byte: a write that went by the shim would prove nothing. */
function checkComplete(root: string, base: string, ops: readonly Op[]): void {
  const disk = new Disk(root, base);
  for (const op of ops) disk.apply(op);
  const again = `${root}-again`;
  writeImage(disk.image(null).root, again);
  const wrong = differences(root, again);
  if (wrong.length > 0) throw new Error(`the write log is not whole: ${wrong.join(', ')}`);
  rmSync(again, { recursive: true });
}

function listed(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => !name.endsWith('-shm')).sort();
}

function differences(one: string, other: string): string[] {
  const names = new Set([...listed(one), ...listed(other)]);
  return [...names].filter((name) => {
    const [a, b] = [join(one, name), join(other, name)];
    if (!existsSync(a) || !existsSync(b)) return true;
    return statSync(a).isFile() && !readFileSync(a).equals(readFileSync(b));
  });
}

/** Names of the files of a log, operation by operation; a file keeps the name it was opened under. */
export function namesOf(ops: readonly Op[]): (string | null)[] {
  const open = new Map<string, string>();
  return ops.map((op) => {
    if (op.op === 'open') open.set(op.fd, op.path.slice(op.path.lastIndexOf('/') + 1));
    if (op.op === 'rename' || op.op === 'link') return op.to.slice(op.to.lastIndexOf('/') + 1);
    return 'fd' in op ? (open.get(op.fd) ?? null) : null;
  });
}

export const isWriteAhead = (name: string | null): boolean => name !== null && /^registro\.e\d+\.db-wal$/.test(name);

async function statesOf(recording: Omit<Recording, 'states'>, scratch: string): Promise<State[]> {
  const disk = new Disk(recording.root, recording.base);
  const names = namesOf(recording.ops);
  const content = () => {
    rmSync(scratch, { recursive: true, force: true });
    writeImage(disk.image(null).root, scratch);
    return contentIn(join(scratch, 'data'));
  };
  const states: State[] = [{ op: null, content: await content() }];
  for (const [index, op] of recording.ops.entries()) {
    disk.apply(op);
    const isCommit = op.op === 'sync' && isWriteAhead(names[index] ?? null);
    // A restore and a rotation count from the moment at which the archive of keys names their file.
    const isNamed = op.op === 'rename' && op.to.endsWith('/data/keyring.json');
    if (isCommit || isNamed) states.push({ op, content: await content() });
  }
  return states;
}

async function contentIn(data: string): Promise<string> {
  if (!existsSync(join(data, 'keyring.json'))) return 'free';
  const key = await keyOf(data);
  const { keyring } = readKeyring(data, cheapKdfPolicy);
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: 9999, mark: null };
  const db = openDatabase({ file: join(data, keyring.dbFile), key, mode: 'copy', expected, drives: localDrives });
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
}
