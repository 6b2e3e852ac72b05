/** Power-cut images of one scenario: the writer under the shim, then cut after cut against the oracle. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/main/platform/storage/open-database.ts';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import { seeded } from '../support/invented-people.ts';
import { cheapKdfPolicy, passphrase, staff } from '../support/start-application.ts';
import { Disk } from './disk.ts';
import { contentHash, keyOf, localDrives } from './opening.ts';
import { node } from './node-program.ts';
import { Oracle, type Expected, type KnownPassword } from './oracle.ts';
import { placeIn, scenarioNamed, type Place } from './scenarios.ts';
import { readLog, type Op, type Told } from './write-log.ts';

/** One run of a scenario: where it began and everything that was written. */
export type Recording = {
  readonly scenario: string;
  readonly root: string;
  /** Copy of the folder as it stood when the log began. */
  readonly base: string;
  readonly ops: readonly Op[];
  readonly key: Buffer;
  readonly beginsEmpty: boolean;
};

export type Found = { readonly scenario: string; readonly seed: number; readonly cut: number; readonly wrong: readonly string[] };


/** Prepares a scenario and records its writer. `work` is a folder of the run, in memory. */
export async function record(name: string, size: 0 | 1, { work, shim }: { work: string; shim: string }): Promise<Recording> {
  const scenario = scenarioNamed(name);
  const folder = join(work, name);
  const [root, base, log] = [join(folder, 'root'), join(folder, 'base'), join(folder, 'log')];
  mkdirSync(root, { recursive: true });
  const place = placeIn(root);
  await scenario.prepare(place);
  cpSync(root, base, { recursive: true });
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
  const ops = readLog(log);
  const recording = { scenario: name, root, base, ops, beginsEmpty: scenario.beginsEmpty === true };
  checkComplete(recording, folder);
  const key = await keyOf(existsSync(join(base, 'data/keyring.json')) ? join(base, 'data') : place.data);
  return { ...recording, key };
}

/** The log applied whole must give the folder byte by byte: a write that went by the shim would prove nothing. */
function checkComplete({ root, base, ops }: Omit<Recording, 'key'>, folder: string): void {
  const disk = new Disk(root, base);
  for (const op of ops) disk.apply(op);
  const again = join(folder, 'again');
  disk.image(again, null);
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

const isDatabaseLog = (name: string | null): boolean => name !== null && /^registro\.e\d+\.db-wal$/.test(name);

/** Contents after each flush of the write-ahead log, in their order; what the record held when the log began is first. */
type States = { readonly at: readonly number[]; readonly contents: readonly string[] };

function contentOf(recording: Recording, disk: Disk, scratch: string): string {
  const image = join(scratch, 'state');
  rmSync(image, { recursive: true, force: true });
  disk.image(image, null);
  const data = join(image, 'data');
  if (!existsSync(join(data, 'keyring.json'))) return 'free';
  const { keyring } = readKeyring(data, cheapKdfPolicy);
  const { dbId, epoch, practice } = keyring;
  const db = openDatabase({
    file: join(data, keyring.dbFile),
    key: recording.key,
    mode: 'copy',
    expected: { dbId, epoch, practice, newestVersion: 9999, mark: null },
    drives: localDrives,
  });
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
}

function statesOf(recording: Recording, scratch: string): States {
  const disk = new Disk(recording.root, recording.base);
  const at = [-1];
  const contents = [contentOf(recording, disk, scratch)];
  for (const [index, op] of recording.ops.entries()) {
    disk.apply(op);
    const isCommit = op.op === 'sync' && isDatabaseLog(disk.fileOf(op));
    const isRestored = op.op === 'told' && op.what.kind === 'restored';
    if (!isCommit && !isRestored) continue;
    at.push(index);
    contents.push(contentOf(recording, disk, scratch));
  }
  return { at, contents };
}

const lastAtOrBefore = (positions: readonly number[], limit: number): number => {
  const next = positions.findIndex((one) => one > limit);
  return (next < 0 ? positions.length : next) - 1;
};

/** Positions of what was told, so that each cut knows what it may not lose. */
function expectedAt(recording: Recording, states: States, cut: number): Omit<Expected, 'copies'> & { since: string | null } {
  let told = -1;
  let since: string | null = null;
  let isRestored = !recording.beginsEmpty;
  const people = new Map<string, KnownPassword>();
  for (const login of Object.keys(staff)) people.set(login, { login, anyOf: [passphrase], dead: [] });
  for (const [index, op] of recording.ops.entries()) {
    if (index >= cut) break;
    if (op.op !== 'told') continue;
    const { what } = op;
    if (what.kind !== 'password' || what.state === 'changed') told = index;
    if (what.kind === 'copied') since = what.name;
    if (what.kind === 'restored') isRestored = true;
    if (what.kind === 'password') people.set(what.login, changed(people.get(what.login), what));
  }
  // From the last flush before the last answer, up to the one that was under way.
  const first = lastAtOrBefore(states.at, told);
  const last = Math.min(lastAtOrBefore(states.at, cut - 1) + 1, states.at.length - 1);
  const allowed = states.contents.slice(recording.beginsEmpty ? 0 : Math.max(first, 0), last + 1);
  const judge = (content: string): string | null => {
    if (allowed.includes(content)) return null;
    return states.contents.includes(content) ? 'lost: acknowledged work is missing' : 'half: a state that never was';
  };
  return { passwords: [...people.values()], mayBeFree: !isRestored, judge, since };
}

type PasswordTold = Extract<Told, { kind: 'password' }>;

function changed(before: KnownPassword | undefined, { login, state, password }: PasswordTold): KnownPassword {
  const known = before ?? { login, anyOf: [], dead: [] };
  const alive = known.dead.filter((one) => one !== password);
  const others = known.anyOf.filter((one) => one !== password);
  if (state === 'asked') return { login, anyOf: [...known.anyOf, password], dead: alive };
  if (state === 'refused') return { login, anyOf: others, dead: [...alive, password] };
  return { login, anyOf: [password], dead: [...alive, ...others] };
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values.map((value) => [random(), value] as const).toSorted(([a], [b]) => a - b).map(([, value]) => value);
}

/** The cut of a seed, after the first answer; and the dice for what the disk keeps. */
function diceOf(recording: Recording, seed: number) {
  const random = seeded(seed);
  const first = recording.beginsEmpty ? 0 : recording.ops.findIndex((op) => op.op === 'told');
  const cut = first + 1 + Math.floor(random() * (recording.ops.length - first - 1));
  return { random, cut };
}

/** Builds and checks the images of these seeds; answers those that are not sound. */
export async function checkImages(recording: Recording, seeds: readonly number[], scratch: string): Promise<Found[]> {
  const about = { scenario: recording.scenario, seed: 0, cut: 0 };
  const states = statesOf(recording, scratch);
  const oracle = new Oracle();
  const cuts = seeds.map((seed) => ({ seed, ...diceOf(recording, seed) })).toSorted((a, b) => a.cut - b.cut);
  const disk = new Disk(recording.root, recording.base);
  const image = join(scratch, 'image');
  const place: Place = placeIn(image);
  const bugs = recording.ops.flatMap((op) => (op.op === 'told' && op.what.kind === 'unexpected' ? [op.what.act] : []));
  const found: Found[] = bugs.map((act) => ({ ...about, wrong: [`answered «unexpected»: ${act}`] }));
  let done = 0;
  for (const { seed, cut, random } of cuts) {
    for (; done < cut; done += 1) disk.apply(recording.ops[done] as Op);
    rmSync(image, { recursive: true, force: true });
    disk.image(image, random);
    const { since, passwords, ...expected } = expectedAt(recording, states, cut);
    const copies = { folder: place.copies, since };
    const wrong = await oracle.check(place.data, { ...expected, passwords: shuffled(passwords, random), copies });
    if (wrong.length > 0) found.push({ scenario: recording.scenario, seed, cut, wrong });
  }
  return found;
}
