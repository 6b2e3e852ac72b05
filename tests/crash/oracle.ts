/**
 * What must hold of a folder after a cut, a kill or a failed disk (reliability design §2.3).
 *
 * The folder is opened as the product opens it, by every password that must work; what is found inside is compared
 * whole with the states that the writer went through.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { listStoredFiles } from '../../src/main/attachments/index.ts';
import { checkFiles, checkManifestMac, readManifest } from '../../src/main/backup/manifest.ts';
import { allIn } from '../support/tables.ts';
import { migrations } from '../../src/main/migrations/index.ts';
import { verifyChain } from '../../src/main/platform/storage/audit-chain.ts';
import { isStoredAs } from '../../src/main/platform/storage/file-vault.ts';
import { parseKeyring } from '../../src/main/platform/storage/keyring-format.ts';
import { unlockSlot } from '../../src/main/platform/storage/keyring.ts';
import { markKeyOf, readMark } from '../../src/main/platform/storage/mark.ts';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { verifyAllSeals } from '../../src/main/platform/storage/record-seals.ts';
import { Strongroom } from '../../src/main/platform/storage/strongroom.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { cheapKdfPolicy } from '../support/start-application.ts';
import { contentHash, localDrives } from './opening.ts';

/** One person at the moment of the cut. */
export type KnownPassword = {
  readonly login: string;
  /** One of them must open; several while a change was under way. */
  readonly anyOf: readonly string[];
  /** Told to be replaced: must open nothing any more. */
  readonly dead: readonly string[];
};

export type Expected = {
  readonly passwords: readonly KnownPassword[];
  /** A restore that was not told to be done may have left the folder free. */
  readonly mayBeFree: boolean;
  /** What is wrong with this content; null when it is a state that may be found. */
  readonly judge: (content: string, db: Database) => string | null;
  /** Instant of the newest copy that was told to be made, and where copies stand; null for none. */
  readonly copies: { readonly folder: string; readonly since: string | null } | null;
};

type Room = Strongroom;

/** The strong room as the application makes it. */
export function roomOf(data: string): Room {
  return new Strongroom({
    folder: data,
    policy: cheapKdfPolicy,
    calibrates: false,
    drives: localDrives,
    clock: fixedClock('2026-06-12T14:00:00.000Z'),
    migrations,
    freeBytes: () => null,
    filesNamed: (db: Kysely<PlatformTables>) => listStoredFiles(allIn(db)),
  });
}

const wordsOf = (error: unknown): string => {
  if (error instanceof ExpectedFailure) return `${error.failure.code}/${error.failure.reason ?? ''}`;
  return error instanceof Error ? error.message : String(error);
};

/** The first of these passwords that opens the folder. */
async function open(room: Room, { login, anyOf }: KnownPassword): Promise<string | null> {
  let refusal = 'no password known';
  for (const password of anyOf) {
    try {
      await room.unlock(login, password);
      return null;
    } catch (error) {
      refusal = wordsOf(error);
    }
  }
  return `does not open: ${refusal}`;
}

async function checkPasswords(room: Room, people: readonly KnownPassword[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { login, anyOf, dead } of people) {
    let opens = false;
    for (const password of anyOf) opens ||= await room.verify(login, password);
    if (!opens) wrong.push('password: one that must work does not');
    for (const password of dead)
      if (await room.verify(login, password)) wrong.push('password: a replaced one still works');
  }
  return wrong;
}

/** No generation of the archive of keys may go on opening with a password that was told to be replaced. */
async function checkGenerations(data: string, people: readonly KnownPassword[]): Promise<string[]> {
  const wrong = new Set<string>();
  for (const name of readdirSync(data).filter((one) => one.startsWith('keyring.json'))) {
    const keyring = parseKeyring(readFileSync(join(data, name), 'utf8'), cheapKdfPolicy);
    if (keyring === null) continue;
    for (const { login, dead } of people) {
      for (const password of dead) {
        const opened = await unlockSlot(keyring, login, password, cheapKdfPolicy).catch(() => null);
        if (opened !== null) wrong.add('password: a generation of the archive of keys opens with a replaced one');
      }
    }
  }
  return [...wrong];
}

function checkMarks(room: Room, data: string): string[] {
  const { mark } = readMark(data, markKeyOf(room.dek), room.keyring.dbId);
  if (mark === null) return [];
  const found = room.database.prepare('select hash from audit_entry where seq = ?').get(mark.seq);
  const hash = (found as { hash: Buffer } | undefined)?.hash.toString('hex');
  return hash === mark.hash ? [] : ['mark: not contained in the audit'];
}

async function checkVault(room: Room, data: string): Promise<string[]> {
  for (const file of await listStoredFiles(allIn(queriesOf(room.database)))) {
    if (!(await isStoredAs(data, file))) return ['file: a row without its file'];
  }
  return [];
}

/** A copy that was told is there whole, or a newer one is; whatever passes for a copy is whole. */
async function checkCopies(room: Room, { folder, since }: NonNullable<Expected['copies']>): Promise<string[]> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('backup-')) : [];
  let newest = '';
  for (const name of names) {
    try {
      const manifest = readManifest(join(folder, name));
      checkManifestMac(manifest, room.dek);
      await checkFiles(join(folder, name), manifest);
      if (manifest.utc > newest) newest = manifest.utc;
    } catch (error) {
      // What lacks a file is no copy to the program either: one that was being removed looks like that.
      if (wordsOf(error) !== 'damaged/copy-incomplete') return [`copy: not whole (${wordsOf(error)})`];
    }
  }
  return since !== null && newest < since ? ['copy: one that was told is not there'] : [];
}

/** One image in so many is opened a second time. */
const everySecondOpening = 3;
/** Of those whose password never changed, so many are tried beside the one who opens. */
const others = 2;

/** Checks images of one centre; what was verified whole once is not verified again. */
export class Oracle {
  readonly #sound = new Map<string, string[]>();
  readonly #isThorough: boolean;
  #checks = 0;

  /** @param isThorough every folder is opened twice and every password tried: for few folders */
  constructor(isThorough = false) {
    this.#isThorough = isThorough;
  }

  /** Everything that is wrong with the folder; none for a sound one. */
  async check(data: string, expected: Expected): Promise<string[]> {
    const first = roomOf(data);
    const [opener, second] = expected.passwords;
    let head: unknown;
    try {
      if (expected.mayBeFree && first.isEmpty()) return [];
      if (opener === undefined) throw new Error('nobody is known who opens');
      const refused = await open(first, opener);
      if (refused !== null) return [refused];
      const wrong = await this.#inside(first, data, expected);
      head = headOf(first);
      if (wrong.length > 0) return wrong;
    } catch (error) {
      return [`unreadable: ${wordsOf(error)}`];
    } finally {
      await first.release();
    }
    this.#checks += 1;
    const isAgain = this.#isThorough || this.#checks % everySecondOpening === 0;
    return isAgain ? checkAgain(data, second ?? opener, head) : [];
  }

  async #inside(room: Room, data: string, expected: Expected): Promise<string[]> {
    const db = room.database;
    const wrong = room.isReadOnly ? ['false alarm: opened to read only'] : [];
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return [...wrong, 'corrupt: integrity_check'];
    const content = contentHash(db);
    const misplaced = expected.judge(content, db);
    if (misplaced !== null) wrong.push(misplaced);
    const sound = this.#sound.get(content) ?? (await checkWhole(room));
    this.#sound.set(content, sound);
    wrong.push(...sound, ...checkMarks(room, data), ...(await checkVault(room, data)));
    const isTried = ({ anyOf, dead }: KnownPassword, at: number) =>
      this.#isThorough || at <= others || anyOf.length > 1 || dead.length > 0;
    const tried = expected.passwords.filter(isTried);
    wrong.push(...(await checkPasswords(room, tried)), ...(await checkGenerations(data, tried)));
    if (expected.copies !== null) wrong.push(...(await checkCopies(room, expected.copies)));
    return wrong;
  }
}

function headOf(room: Room): unknown {
  return JSON.stringify(room.database.prepare('select head_seq, hex(head_hash) from audit_state').get());
}

async function checkWhole(room: Room): Promise<string[]> {
  const db = room.database;
  const wrong: string[] = [];
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('half: a reference to nothing');
  const queries = queriesOf<PlatformTables>(db);
  await verifyChain(queries).catch(() => wrong.push('half: the chain of the audit does not hold'));
  const { wrong: unsealed } = await verifyAllSeals(queries, sealedKinds, room.secrets.recordSealKey);
  if (unsealed.length > 0) wrong.push('half: a record is not as its seal says');
  return wrong;
}

/** What the first opening put right must be right for the next one too. */
async function checkAgain(data: string, person: KnownPassword, head: unknown): Promise<string[]> {
  const room = roomOf(data);
  try {
    const refused = await open(room, person);
    if (refused !== null) return [`second opening: ${refused}`];
    if (room.isReadOnly) return ['second opening: false alarm'];
    return headOf(room) === head ? [] : ['second opening: another state'];
  } catch (error) {
    return [`second opening: ${wordsOf(error)}`];
  } finally {
    await room.release();
  }
}
