/**
 * What a computer knows of who keeps the record, beside the record and without its keys: the key that proves a statement,
 * the newest one, and — where another computer took the record over — the one that ended this keeper.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { centreKeySchema, isNewer, provenStatement, statementSchema } from '../platform/lan/statement.ts';
import type { CentreKey, Statement } from '../platform/lan/statement.ts';
import { replaceFile, writeAndFlushNow, readJson } from '../platform/storage/durable-file.ts';

const termSchema = z.strictObject({ centre: centreKeySchema, statement: statementSchema });
export type Term = z.infer<typeof termSchema>;

const folderOf = (dataFolder: string) => join(dataFolder, 'lan');
const termPath = (dataFolder: string) => join(folderOf(dataFolder), 'term.json');
const movedPath = (dataFolder: string) => join(folderOf(dataFolder), 'moved.json');
const overtakenPath = (dataFolder: string) => join(folderOf(dataFolder), 'overtaken.json');

/** What is known in this data folder; null before anybody said. */
export function termOf(dataFolder: string): Term | null {
  return readJson(termPath(dataFolder), termSchema);
}

/** Since when and where another computer keeps the record that stands in this folder; null where this one does. */
export function movedOf(dataFolder: string): Statement | null {
  return readJson(movedPath(dataFolder), statementSchema);
}

/** Before any key is asked for: what were written here would reach nobody. @throws rule-broken `keeper-moved` */
export function refuseMoved(dataFolder: string): void {
  if (movedOf(dataFolder) !== null) throw fail('rule-broken', 'keeper-moved');
}

/** Keeps what a record, or a pairing, said. */
export async function keepTerm(dataFolder: string, { centre, statement }: Term): Promise<void> {
  const known = termOf(dataFolder);
  if (JSON.stringify(known) === JSON.stringify({ centre, statement })) return;
  mkdirSync(folderOf(dataFolder), { recursive: true, mode: 0o700 });
  await replaceFile(termPath(dataFolder), JSON.stringify({ centre, statement }));
}

/**
 * The record here was restored to be the newest: this computer keeps it again. After what it says is on the disk; whom it was
 * restored above stays known.
 */
export async function keepAgain(dataFolder: string, term: Term): Promise<void> {
  await keepTerm(dataFolder, term);
  if (existsSync(movedPath(dataFolder))) renameSync(movedPath(dataFolder), overtakenPath(dataFolder));
}

/** The computer that kept the record until it was restored here; null where that never happened. It has to hear of it. */
export function overtakenOf(dataFolder: string): Statement | null {
  return readJson(overtakenPath(dataFolder), statementSchema);
}

/** At the computer that keeps the record. */
export class KeeperTerm {
  readonly #folder: string;
  readonly #hears: (() => void)[] = [];

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  get statement(): Statement | null {
    return this.whole?.statement ?? null;
  }

  get moved(): Statement | null {
    return movedOf(this.#folder);
  }

  keep(term: Term): Promise<void> {
    return keepTerm(this.#folder, term);
  }

  /** What a companion is told when it is paired: it keeps the key for good. Read each time: a restore writes it, too. */
  get whole(): Term | null {
    return termOf(this.#folder);
  }

  onMoved(listener: () => void): void {
    this.#hears.push(listener);
  }

  /**
   * What somebody brings. False where the centre itself says that another computer keeps the record: written down before
   * it is answered, so that no cut brings this keeper back.
   */
  judge(given: unknown): boolean {
    if (this.moved !== null) return false;
    const own = this.whole;
    const statement = own === null ? null : provenStatement(given, own.centre);
    if (own === null || statement === null || !isNewer(statement, own.statement)) return true;
    if (statement.keeper === own.statement.keeper) return true;
    writeAndFlushNow(movedPath(this.#folder), JSON.stringify(statement));
    for (const hear of this.#hears) hear();
    return false;
  }
}

/** At a companion, which knows the key of the centre from its pairing. */
export class KnownTerm {
  readonly #folder: string;
  /** Fingerprint of the computer that it is connected to. */
  readonly #keeper: string;

  constructor(dataFolder: string, keeper: string) {
    this.#folder = dataFolder;
    this.#keeper = keeper;
  }

  readonly newest = (): Statement | null => termOf(this.#folder)?.statement ?? null;

  /**
   * What the keeper says of itself. One that knows less than this computer keeps the record no more; one that cannot say
   * anything is believed only while it is the one that is known.
   */
  readonly judge = (given: unknown): boolean => {
    const known = termOf(this.#folder);
    if (known === null) return true;
    const statement = provenStatement(given, known.centre);
    if (statement === null) return known.statement.keeper === this.#keeper;
    if (isNewer(known.statement, statement)) return false;
    if (isNewer(statement, known.statement)) void keepTerm(this.#folder, { ...known, statement });
    return true;
  };
}

/** What the keeper hands over when it pairs; null where it says nothing of the kind. */
export function termIn(answer: unknown): Term | null {
  const parsed = z.object({ term: termSchema }).safeParse(answer).data?.term ?? null;
  return parsed !== null && provenStatement(parsed.statement, parsed.centre) !== null ? parsed : null;
}

/** @throws nothing: the one who is paired decides what a centre without a term is worth */
export async function keepPairedTerm(dataFolder: string, answer: unknown): Promise<CentreKey | null> {
  const term = termIn(answer);
  if (term !== null) await keepTerm(dataFolder, term);
  return term?.centre ?? null;
}
