/** What copying and restoring need of the application. */
import type { Kysely } from 'kysely';
import type { Clock } from '../../shared/platform/clock.ts';
import type { KindsAt } from './content.ts';
import type { ApplicationPorts } from '../platform/ports.ts';
import type { ProgramEntry, StartedSegment } from '../platform/storage/audit-chain.ts';
import type { Migration } from '../platform/storage/migrate.ts';
import type { StoredFile } from '../platform/storage/file-vault.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import type { Strongroom } from '../platform/storage/strongroom.ts';
import type { Trx, Use } from '../platform/unit.ts';

/** What the program itself needs to tell something, with or without somebody at the screen. */
export type Telling = Pick<Use, 'trx' | 'today' | 'now' | 'newId' | 'touchAside'> & {
  readonly session: Use['session'] | null;
};

/** Other computers of the centre that keep a copy each. */
export type CopyTakers = {
  /** Whether there is any. */
  wanted(): boolean;
  /** Whether one has to be made for them now. */
  isDue(): boolean;
  /** @param folder whole path of a copy that was proven */
  made(folder: string, isClosing: boolean): Promise<void>;
};

/** This computer becomes the one that keeps the record, with the restore. */
export type Taking = {
  /** Says so inside the record that is brought, in the transaction that begins its new segment. Answers the number of the keeper. */
  name(trx: Trx, about: { readonly dbId: string; readonly signingKey: Buffer }): Promise<number>;
  /** The restore is decided and done. */
  done(): Promise<void>;
};

/** Work on the copies of one record waits for what runs: two would sweep each other's folders. */
export class CopyQueue {
  #running: Promise<unknown> = Promise.resolve();

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#running.then(work, work);
    this.#running = next.catch(() => undefined);
    return next;
  }
}

export type CopyParts = {
  readonly strongroom: Pick<
    Strongroom,
    | ('folder' | 'isOpen' | 'isReadOnly' | 'isEmpty' | 'keepShut')
    | ('keyring' | 'dek' | 'secrets' | 'database' | 'policy')
    | ('transaction' | 'read')
  >;
  readonly ports: Pick<ApplicationPorts, 'drives'>;
  /** Which of the two places the record stands in: the copy of another kind does not come here. Null: either may. */
  readonly isPracticePlace: boolean | null;
  readonly kindsAt: KindsAt;
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  /** Files beside the database that a state of the record names: a copy without one of them is no copy. */
  readonly filesOf: (db: Kysely<PlatformTables>) => Promise<readonly StoredFile[]>;
  /** What is done with the copies of this record waits here for its turn. */
  readonly queue: CopyQueue;
  /** Left out where there is one computer. */
  readonly takers?: CopyTakers | undefined;
  /** Asked at each restore; null where it changes nothing of who keeps the record. */
  readonly taking?: () => Promise<Taking | null>;
  /** File of the copying thread. */
  readonly thread: URL;
  /** Tells the teams of the cases, and Coordinación, that a copy had to be made without these files. */
  readonly tellLost: (unit: Telling, names: readonly string[]) => Promise<void>;
  /** What becomes of the start key of the segment that a restore begins. */
  readonly startKeys: {
    /** Notes, in the transaction that begins it, that it left the program. */
    noteOnPaper(trx: Trx, segment: number): Promise<void>;
    /** Keeps it in memory until it is on paper. */
    keep(begun: StartedSegment): void;
    /** How it stands on paper. */
    printed(key: Buffer): string;
  };
  readonly audit: { appendForProgram(trx: Trx, entry: ProgramEntry): Promise<void> };
};
