/**
 * Verified copies handed to companions: which one is offered, which of its files may be fetched, and who has it whole. What
 * is offered outlives the program, so that a computer that was away gets it when it comes, with the record closed too.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import { instantSchema } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { manifestFileName, readManifest, verifiedFileName } from '../backup/index.ts';
import { copyKeptSchema, fileId, type CopyOffer } from './copy-message.ts';
import { replaceFile, readJson } from '../platform/storage/durable-file.ts';

const keptSchema = z.strictObject({ fingerprint: z.string(), at: instantSchema });
type KeptAt = z.infer<typeof keptSchema>;

const stateSchema = z.strictObject({
  /** Whole path of the folder of the copy. */
  folder: z.string().nullable(),
  /** Milliseconds since 1970. */
  offeredAt: z.number(),
  /** What no entry of the audit speaks of yet. */
  unwritten: z.array(keptSchema),
});

const hourMs = 3_600_000;
/** Older than that, and the next chance is taken (decision 0099). */
const mostHours = 20;
const nightBegins = '22:00';

export type OfferParts = {
  /** Of the record. */
  readonly folder: string;
  readonly now: () => number;
  readonly hasCompanions: () => boolean;
  /** To every companion that is here. */
  readonly tellAll: (offer: CopyOffer) => void;
};

export class CopyOffers {
  readonly #parts: OfferParts;
  #state: z.infer<typeof stateSchema> = { folder: null, offeredAt: 0, unwritten: [] };
  readonly #hears: (() => void)[] = [];
  /** One write after the other: the file is as the last change left it. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(parts: OfferParts) {
    this.#parts = parts;
  }

  get #path(): string {
    return join(this.#parts.folder, 'lan', 'copies.json');
  }

  read(): void {
    // None was offered yet, or nobody can say which: the next copy is.
    this.#state = readJson(this.#path, stateSchema) ?? this.#state;
  }

  async #keep(change: Partial<z.infer<typeof stateSchema>>): Promise<void> {
    this.#state = { ...this.#state, ...change };
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const write = () => replaceFile(this.#path, JSON.stringify(this.#state));
    const written = this.#writing.then(write, write);
    this.#writing = written;
    await written;
  }

  wanted(): boolean {
    return this.#parts.hasCompanions();
  }

  /** Once each night from 22:00 on, and whenever the last one was offered more than twenty hours ago. */
  isDue(): boolean {
    if (!this.wanted()) return false;
    const now = this.#parts.now();
    const { offeredAt } = this.#state;
    const night = Date.parse(instantAt(civilDateOf(now), nightBegins));
    return now - offeredAt > mostHours * hourMs || (now >= night && offeredAt < night);
  }

  /** A copy was made and proven. During the day only where one is due: each goes whole over the network. */
  async made(folder: string, isClosing: boolean): Promise<void> {
    if (!this.wanted() || !(isClosing || this.isDue())) return;
    await this.#keep({ folder, offeredAt: this.#parts.now() });
    const offer = this.offer();
    if (offer !== null) this.#parts.tellAll(offer);
  }

  /** The newest one as it stands now; null where there is none, or its disk is away. */
  offer(): CopyOffer | null {
    const copy = this.#copy();
    if (copy === null) return null;
    const bytes = readFileSync(join(copy.folder, manifestFileName));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind: 'copy', name: copy.name, at: copy.at, manifest: { size: bytes.length, sha256 } };
  }

  #copy() {
    const { folder } = this.#state;
    if (folder === null) return null;
    try {
      const { utc, files } = readManifest(folder);
      return { folder, name: basename(folder), at: utc, files };
    } catch (error) {
      if (error instanceof ExpectedFailure || (error instanceof Error && 'code' in error)) return null;
      throw error;
    }
  }

  /** Nothing but the files that its manifest names, and what goes with them. */
  open(id: string): { readonly size: number; readonly stream: Readable } | null {
    const copy = this.#copy();
    if (copy === null) return null;
    const names = [manifestFileName, verifiedFileName, ...copy.files.map(({ name }) => name)];
    const name = names.find((one) => fileId(copy.name, one) === id);
    if (name === undefined) return null;
    const path = join(copy.folder, name);
    if (!existsSync(path)) return null;
    return { size: statSync(path).size, stream: createReadStream(path) };
  }

  /** @throws invalid for another copy than the one that is offered */
  async kept(companion: string, body: unknown): Promise<void> {
    const said = copyKeptSchema.safeParse(body);
    const copy = this.#copy();
    if (!said.success || said.data.name !== copy?.name || said.data.at !== copy.at) throw fail('invalid');
    const others = this.#state.unwritten.filter(({ fingerprint }) => fingerprint !== companion);
    await this.#keep({ unwritten: [...others, { fingerprint: companion, at: copy.at }] });
    for (const hear of this.#hears) hear();
  }

  get unwritten(): readonly KeptAt[] {
    return this.#state.unwritten;
  }

  /** They stand in the audit. */
  async written(kept: readonly KeptAt[]): Promise<void> {
    if (kept.length === 0) return;
    await this.#keep({ unwritten: this.#state.unwritten.filter((one) => !kept.includes(one)) });
  }

  onKept(listener: () => void): void {
    this.#hears.push(listener);
  }
}
