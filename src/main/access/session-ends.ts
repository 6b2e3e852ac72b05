/**
 * Ends of sessions whose entry could not be written: they wait beside the database until somebody signs in.
 *
 * The file has its size from the first sign-in on and is written in place: a full disk takes it all the same.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { instantSchema } from '../../shared/platform/dates.ts';
import { staffIdSchema } from '../../shared/platform/ids.ts';
import { z } from '../../shared/platform/zod.ts';
import { readJson } from '../platform/storage/durable-file.ts';

/** Nothing personal: who by id, when, why. */
const endSchema = z.strictObject({ staffId: staffIdSchema, at: instantSchema, why: z.string().max(20) });
export type SessionEnd = z.infer<typeof endSchema>;

const fileBytes = 4096;
/** As many fit; of older ones only the newest are kept. */
const mostKept = 25;

export class SessionEnds {
  readonly #path: string;
  #kept: SessionEnd[] | null = null;
  /** Whether the file says what is kept: nothing is written at a sign-in that has nothing to say. */
  #isSettled = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#path = join(folder, 'session-ends.json');
  }

  /** What still waits for its entry, oldest first; what the caller cannot write it gives back, then `settle`. */
  take(): readonly SessionEnd[] {
    const taken = this.#known();
    if (taken.length > 0) this.#isSettled = false;
    this.#kept = [];
    return taken;
  }

  #known(): SessionEnd[] {
    // Missing before the first sign-in; a torn one is an end that nobody can tell any more.
    this.#kept ??= readJson(this.#path, z.array(endSchema)) ?? [];
    return this.#kept;
  }

  /** Keeps one more; in memory when the disk takes nothing at all. */
  async keep(end: SessionEnd): Promise<void> {
    this.#kept = [...this.#known(), end].slice(-mostKept);
    await this.#write();
  }

  /** What was taken could not be written this time either. */
  giveBack(taken: readonly SessionEnd[]): void {
    this.#kept = [...taken, ...(this.#kept ?? [])].slice(-mostKept);
  }

  /** What was written into the audit leaves the disk; the file has its place for what may have to wait. */
  async settle(): Promise<void> {
    if (!this.#isSettled) await this.#write();
  }

  async #write(): Promise<void> {
    const written = this.#writing.then(async () => {
      const text = JSON.stringify(this.#kept ?? []);
      const handle = await open(this.#path, 'r+', 0o600).catch(() => open(this.#path, 'w+', 0o600));
      try {
        await handle.write(Buffer.from(text.padEnd(fileBytes)), 0, fileBytes, 0);
        await handle.sync();
        this.#isSettled = true;
      } finally {
        await handle.close();
      }
    });
    this.#writing = written.catch(() => undefined);
    await this.#writing;
  }
}
