/**
 * Verified copies of the record that this companion keeps for the computer that keeps it: fetched whole, proven by their
 * manifest, never opened — no key of them stands here. Besides them nothing of the record is on this disk.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail } from '../../shared/platform/failures.ts';
import {
  checkFiles,
  manifestFileName,
  manifestSchema,
  manifestsIn,
  verifiedFileName,
  type Manifest,
} from '../backup/index.ts';
import { fileId, type CopyOffer } from './copy-message.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { readPieces } from '../platform/lan/wire.ts';
import { flushFolder, renameWithRetry, writeAndFlush } from '../platform/storage/durable-file.ts';
import { readKeyring } from '../platform/storage/keyring.ts';

export const keptFolderName = 'copies-of-keeper';
const arrivingName = 'arriving';
/** Besides the one that came last. */
const olderKept = 1;
/** What must stay free on this disk. */
const roomToLeave = 200_000_000;
const mostOfVerified = 4096;
/** How every database begins that is not encrypted. */
const plainHeader = 'SQLite format 3';

export type KeptParts = {
  /** Of this computer. */
  readonly dataFolder: string;
  /** Register of the centre, known from the pairing; null where that said nothing. */
  readonly dbId: string | null;
  /** Bounds for reading the archive of keys. */
  readonly policy: KdfPolicy;
  /** A file of the copy that is offered, as it comes. */
  readonly open: (id: string) => Promise<Readable>;
  /** Tells the keeper that it stands here whole. */
  readonly tell: (kept: { readonly name: string; readonly at: string }) => Promise<unknown>;
  /** Null where the system does not say. */
  readonly freeBytes: (folder: string) => number | null;
  /** What went wrong; the copies of before stay. */
  readonly record: (error: unknown) => void;
};

const rootOf = (dataFolder: string) => join(dataFolder, keptFolderName);

/** Whole copies that stand in a data folder, newest first. */
export function listKept(dataFolder: string): { readonly name: string; readonly manifest: Manifest }[] {
  const root = rootOf(dataFolder);
  if (!existsSync(root)) return [];
  return [...manifestsIn(root)].sort((a, b) => (a.manifest.utc < b.manifest.utc ? 1 : -1));
}

/** @throws not-found `no-kept-copy` */
export function folderOfKept(dataFolder: string, name: string): string {
  if (!listKept(dataFolder).some((one) => one.name === name)) throw fail('not-found', 'no-kept-copy');
  return join(rootOf(dataFolder), name);
}

export class KeptCopies {
  readonly #parts: KeptParts;
  #next: CopyOffer | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: KeptParts) {
    this.#parts = parts;
  }

  /** One at a time; of several that are offered meanwhile the last. Never throws. */
  take(offer: CopyOffer): void {
    this.#next = offer;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** What was being fetched is here, or given up. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let offer = this.#next; offer !== null; offer = this.#next) {
      this.#next = null;
      try {
        await this.#keep(offer);
      } catch (error) {
        this.#parts.record(error);
      }
    }
  }

  async #keep(offer: CopyOffer): Promise<void> {
    const { dataFolder, tell } = this.#parts;
    const root = rootOf(dataFolder);
    mkdirSync(root, { recursive: true, mode: 0o700 });
    const isHere = listKept(dataFolder).some(({ name, manifest }) => name === offer.name && manifest.utc === offer.at);
    if (!isHere) await this.#bring(offer, root);
    await tell({ name: offer.name, at: offer.at });
  }

  /** Under a name that no list shows until it is whole; what fails leaves the copies of before as they were. */
  async #bring(offer: CopyOffer, root: string): Promise<void> {
    const arriving = join(root, arrivingName);
    rmSync(arriving, { recursive: true, force: true });
    mkdirSync(arriving, { mode: 0o700 });
    try {
      const manifest = await this.#manifest(offer, arriving);
      this.#checkRoom(manifest, root);
      await this.#fill(offer, manifest, arriving);
      await checkFiles(arriving, manifest);
      checkEncrypted(arriving, manifest, this.#parts.policy);
      await flushFolder(arriving);
      rmSync(join(root, offer.name), { recursive: true, force: true });
      await renameWithRetry(arriving, join(root, offer.name));
      await flushFolder(root);
    } catch (error) {
      rmSync(arriving, { recursive: true, force: true });
      throw error;
    }
    this.#removeOld(root, offer.name);
  }

  /** @throws damaged `copy-damaged` for another one than was offered, `copy-foreign` for that of another register */
  async #manifest({ name, at, manifest: said }: CopyOffer, arriving: string): Promise<Manifest> {
    const bytes = await this.#small(fileId(name, manifestFileName), said.size);
    const isSame = createHash('sha256').update(bytes).digest('hex') === said.sha256;
    const manifest = manifestSchema.safeParse(isSame ? JSON.parse(bytes.toString('utf8')) : null).data;
    if (manifest?.utc !== at) throw fail('damaged', 'copy-damaged');
    const { dbId } = this.#parts;
    if (dbId !== null && manifest.dbId !== dbId) throw fail('damaged', 'copy-foreign');
    await writeAndFlush(join(arriving, manifestFileName), bytes);
    return manifest;
  }

  async #small(id: string, most: number): Promise<Buffer> {
    const bytes = await readPieces(await this.#parts.open(id), most);
    if (bytes === null) throw fail('damaged', 'copy-damaged');
    return bytes;
  }

  /** @throws storage `copy-disk-full` */
  #checkRoom({ files }: Manifest, root: string): void {
    const free = this.#parts.freeBytes(root);
    const needed = files.reduce((sum, { size }) => sum + size, roomToLeave);
    if (free !== null && free < needed) throw fail('storage', 'copy-disk-full');
  }

  async #fill({ name }: CopyOffer, { files }: Manifest, arriving: string): Promise<void> {
    const { dataFolder } = this.#parts;
    const [before] = listKept(dataFolder);
    for (const file of files) {
      const to = join(arriving, file.name);
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      const known = before?.manifest.files.find((one) => one.name === file.name && one.sha256 === file.sha256);
      const from = known === undefined ? null : join(rootOf(dataFolder), before?.name ?? '', file.name);
      if (from === null || !share(from, to)) await this.#stream(fileId(name, file.name), file.size, to);
    }
    const verified = await this.#small(fileId(name, verifiedFileName), mostOfVerified);
    await writeAndFlush(join(arriving, verifiedFileName), verified);
  }

  async #stream(id: string, size: number, to: string): Promise<void> {
    const from = await this.#parts.open(id);
    await pipeline(
      from,
      (pieces: AsyncIterable<Buffer>) => noMoreThan(pieces, size),
      createWriteStream(to, { mode: 0o600, flush: true }),
    );
  }

  /**
   * The one that came last stays whatever its clock says, and the newest of the others. What cannot go now goes with the
   * next.
   */
  #removeOld(root: string, came: string): void {
    const others = listKept(this.#parts.dataFolder).filter(({ name }) => name !== came);
    const kept = new Set([came, ...others.slice(0, olderKept).map(({ name }) => name)]);
    for (const name of readdirSync(root).filter((one) => !kept.has(one))) {
      try {
        rmSync(join(root, name), { recursive: true, force: true });
      } catch (error) {
        this.#parts.record(error);
      }
    }
  }
}

/** A file of the cases never changes: the copy before has the same bytes. False where it has not, or the disk cannot. */
function share(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    try {
      copyFileSync(from, to);
      return true;
    } catch {
      return false;
    }
  }
}

/** One that sends more than it said must not fill the disk. */
async function* noMoreThan(pieces: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let left = size;
  for await (const piece of pieces) {
    left -= piece.length;
    if (left < 0) throw fail('damaged', 'copy-damaged');
    yield piece;
  }
}

/** Nothing that can be read without a key is kept here, whoever sends it. @throws damaged `copy-damaged`, `copy-foreign` */
function checkEncrypted(folder: string, manifest: Manifest, policy: KdfPolicy): void {
  const handle = openSync(join(folder, 'data.db'), 'r');
  const header = Buffer.alloc(plainHeader.length);
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') === plainHeader) throw fail('damaged', 'copy-damaged');
  const { keyring } = readKeyring(folder, policy);
  if (keyring.dbId !== manifest.dbId || keyring.epoch !== manifest.epoch) throw fail('damaged', 'copy-foreign');
}
