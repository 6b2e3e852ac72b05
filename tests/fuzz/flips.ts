/**
 * One bit at a seeded place of the files of a centre that was killed while it worked: database, write-ahead log, archive
 * of keys, marks, stored files. Each must be found, mended or harmless; no content may differ unsaid, and nobody who had a
 * password may be left outside for good (a damaged database is restored from a copy; everything else is mended).
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApplication } from '../../src/main/application.ts';
import type { Envelope } from '../../src/shared/platform/contract.ts';
import { insideFile } from '../services/inside-file.ts';
import { jpgOf, pdfOf } from '../support/files.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { addFile } from '../support/send-file.ts';
import {
  cheapKdfPolicy,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
  type Login,
} from '../support/start-application.ts';

type Kind = 'database' | 'log' | 'keys' | 'mark' | 'file';
/** What is tried in turn: most where most can be lost. */
const kinds: readonly Kind[] = [
  'database',
  'keys',
  'log',
  'database',
  'keys',
  'mark',
  'database',
  'keys',
  'log',
  'file',
];
type Target = { readonly kind: Kind; readonly name: string };

export type FlipRun = {
  readonly flips: number;
  readonly seed: number;
  readonly onRound?: (done: number) => void;
};

export type FlipResult = {
  readonly done: number;
  /** `kind outcome` → how often. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** One line each: seed, number, file, byte and bit. */
  readonly silent: readonly string[];
  readonly lockedOut: readonly string[];
};

/** Small and replayable: the same seed gives the same places. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function kindOf(name: string): Kind | null {
  if (/\.db$/.test(name)) return 'database';
  if (/\.db-wal$/.test(name)) return 'log';
  if (/^keyring\.json/.test(name)) return 'keys';
  if (/^mark\./.test(name)) return 'mark';
  return /^[0-9a-f]{32}\.bin$/.test(name) ? 'file' : null;
}

function targetsIn(folder: string): Target[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => {
    const kind = one.isFile() ? kindOf(one.name) : null;
    const name = join(one.parentPath, one.name).slice(folder.length + 1);
    return kind === null || statSync(join(folder, name)).size === 0 ? [] : [{ kind, name }];
  });
}

/** The marks follow the last answer: what was stored and lost before they did is no flipped bit, but a power cut. */
async function marksWritten(folder: string): Promise<void> {
  const marks = () => ['mark.a', 'mark.b'].map((name) => statSync(join(folder, name)).mtimeMs).join();
  let before = '';
  while (before !== marks()) {
    before = marks();
    await setTimeout(500);
  }
}

/** A centre with cases and files, as a killed process leaves it: what was saved last stands in the write-ahead log. */
async function makeImage(): Promise<string> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  await addFile(lawyer, caseId, { name: 'carta.pdf', bytes: await pdfOf(['Una página inventada']) });
  await addFile(lawyer, caseId, { name: 'foto.jpg', bytes: await jpgOf() });
  await centre.restart();
  const image = mkdtempSync(join(tmpdir(), 'registro-flips-'));
  const again = await openCentre(centre.folder, fixedClock('2026-06-10T16:00:00.000Z'));
  await again.aCase({ isValidated: false });
  await marksWritten(centre.folder);
  cpSync(centre.folder, image, { recursive: true });
  for (const name of readdirSync(image)) if (/-shm$|^owner\.lock$/.test(name)) rmSync(join(image, name));
  await closeCentres();
  return image;
}

/** Content of each table, the audit left out: every reading adds to it. */
function contentOf(folder: string): Promise<Map<string, string>> {
  return insideFile(folder, (db) => {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name not like 'audit%' order by name")
      .all() as { name: string }[];
    const hashOf = (name: string) => {
      const rows = db.prepare(`select * from ${name}`).all();
      return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    };
    return new Map(tables.map(({ name }) => [name, hashOf(name)]));
  });
}

function code(envelope: Envelope): string {
  return envelope.ok ? 'ok' : `${envelope.failure.code}/${envelope.failure.reason ?? ''}`;
}

type Opening = {
  /** Of the sign-in. */
  readonly answer: string;
  /** The program says by itself that something is not as it was left. */
  readonly isTold: boolean;
};

/** One start as a person sees it: the first page, signing in, the check of the whole record. */
async function openOnce(folder: string, login: Login, checks: boolean): Promise<Opening> {
  const ports = testPorts(fixedClock('2026-06-10T17:00:00.000Z'));
  // Not a centre of the tests: those are remembered until the end, ten thousand of them.
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports,
    kdfPolicy: cheapKdfPolicy,
  });
  const call = { session: null, key: null, password: null };
  try {
    const status = await application.invoke({ ...call, procedure: 'getStatus', input: {} });
    const input = { login, password: passphrase };
    const signed = await application.invoke({ ...call, procedure: 'signIn', input });
    if (!signed.ok) return { answer: code(signed), isTold: isTelling(signed) };
    const { token, ...session } = signed.value as { token: string; isReadOnly?: boolean };
    const isTold = JSON.stringify(session).includes('"isReadOnly":true') || !status.ok;
    if (!checks || isTold) return { answer: 'ok', isTold };
    const verdict = await application.invoke({ ...call, procedure: 'verifyRecord', input: {}, session: token });
    return { answer: 'ok', isTold: !verdict.ok || !(verdict.value as { isSound: boolean }).isSound };
  } catch (error) {
    return { answer: `threw ${error instanceof Error ? error.name : ''}`, isTold: false };
  } finally {
    await application.close().catch(() => undefined);
  }
}

/** Damage said as damage; a password is never blamed for it. */
function isTelling(envelope: Envelope): boolean {
  return !envelope.ok && ['damaged', 'storage', 'from-the-future'].includes(envelope.failure.code);
}

type Image = { readonly folder: string; readonly targets: readonly Target[]; readonly content: Map<string, string> };

function flip(file: string, byte: number, bit: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << bit), byte);
  writeFileSync(file, bytes);
}

/** `unreadable`: the cipher refuses the page, so that nobody ever reads anything else in its place. */
async function compare(folder: string, content: Map<string, string>): Promise<'same' | 'different' | 'unreadable'> {
  try {
    const found = await contentOf(folder);
    return [...content].every(([table, hash]) => found.get(table) === hash) ? 'same' : 'different';
  } catch {
    return 'unreadable';
  }
}

type Outcome = 'found' | 'harmless' | 'silent' | 'locked out';

/** The file and its log by themselves first: only what differs must be told by the program, and that is slow to ask. */
async function judgeBase(folder: string, image: Image): Promise<Outcome> {
  const compared = await compare(folder, image.content);
  if (compared !== 'different') return compared === 'same' ? 'harmless' : 'found';
  const { answer, isTold } = await openOnce(folder, 'coordina', true);
  if (isTold) return 'found';
  return answer === 'ok' ? 'silent' : 'locked out';
}

/** A stored file is told by the check of the record; its copy mends it. */
async function judgeFile(folder: string): Promise<Outcome> {
  const { answer, isTold } = await openOnce(folder, 'coordina', true);
  if (answer !== 'ok') return 'locked out';
  return isTold ? 'found' : 'silent';
}

/** Archive and marks: everybody comes in, and whoever comes second finds it mended. */
async function judgeKeys(folder: string): Promise<Outcome> {
  const first = await openOnce(folder, 'coordina', false);
  const second = await openOnce(folder, 'psico', false);
  if (first.answer !== 'ok' || second.answer !== 'ok' || second.isTold) return 'locked out';
  return first.isTold ? 'found' : 'harmless';
}

async function tryFlip(image: Image, target: Target, at: { byte: number; bit: number }): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-flip-'));
  try {
    cpSync(image.folder, folder, { recursive: true });
    flip(join(folder, target.name), at.byte, at.bit);
    if (target.kind === 'file') return await judgeFile(folder);
    return await (target.kind === 'database' || target.kind === 'log' ? judgeBase(folder, image) : judgeKeys(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the image as it is, before anybody opens it. */
async function contentOfImage(folder: string): Promise<Map<string, string>> {
  const work = mkdtempSync(join(tmpdir(), 'registro-flip-'));
  try {
    cpSync(folder, work, { recursive: true });
    return await contentOf(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @throws nothing: what went wrong is in the result */
export async function fuzzFlips({ flips, seed, onRound }: FlipRun): Promise<FlipResult> {
  const folder = await makeImage();
  const image = { folder, targets: targetsIn(folder), content: await contentOfImage(folder) };
  const random = randomOf(seed);
  const outcomes: Record<string, number> = {};
  const silent: string[] = [];
  const lockedOut: string[] = [];
  for (let number = 0; number < flips; number += 1) {
    const kind = kinds[number % kinds.length] ?? 'database';
    const ofKind = image.targets.filter((one) => one.kind === kind);
    const target = ofKind[Math.floor(random() * ofKind.length)];
    const [place, bit] = [random(), Math.floor(random() * 8)];
    if (target === undefined) throw new Error(`the image has no ${kind}`);
    const byte = Math.floor(place * statSync(join(folder, target.name)).size);
    const outcome = await tryFlip(image, target, { byte, bit });
    outcomes[`${kind} ${outcome}`] = (outcomes[`${kind} ${outcome}`] ?? 0) + 1;
    const line = `seed ${seed} flip ${number}: ${kind}, byte ${byte}, bit ${bit}`;
    if (outcome === 'silent') silent.push(line);
    if (outcome === 'locked out') lockedOut.push(line);
    if ((number + 1) % 100 === 0) onRound?.(number + 1);
  }
  rmSync(folder, { recursive: true, force: true });
  return { done: flips, outcomes, silent, lockedOut };
}
