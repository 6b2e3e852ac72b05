/**
 * Files of the record beside the database, each encrypted under a key of its own that stands in its sealed row
 * (security design §3). A file is written once, under a random name, and never changed.
 *
 * Order of a new file: write, flush, flush the folder, and only then the commit that names it. What a crash leaves in
 * between is a file that no row names, swept at the next opening; a row without its file never exists.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { flushFolder } from './durable-file.ts';
import type { PlatformTables } from './platform-tables.ts';

/** Folder of the files inside the data folder and inside a copy. */
export const vaultFolderName = 'files';
export const vaultFileName = /^[0-9a-f]{32}\.bin$/;

/** What a row keeps of its file. */
export type VaultFile = {
  /** 32 random hexadecimal digits and `.bin`: says nothing of what is inside. */
  readonly name: string;
  /** 32 bytes, for this file alone. */
  readonly key: Buffer;
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the content, lower-case hex. */
  readonly sha256: string;
  /** Bytes and SHA-256 of the encrypted file: enough to prove a copy without opening it. */
  readonly storedSize: number;
  readonly storedSha256: string;
};

/** What proves a file without its key. */
export type StoredFile = Pick<VaultFile, 'name' | 'storedSize' | 'storedSha256'>;

/** Steps of a write, in their order; a test watches them and lets one fail. */
export type VaultStep = 'open' | 'write' | 'flush' | 'flush-folder';
type Watch = (step: VaultStep) => void;

export const chunkSize = 1024 * 1024;
const tagSize = 16;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The key serves one file, so the position of the chunk is nonce enough. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

/** Binds a chunk to its file, its place and whether it is the last: none can be left out, moved or added. */
function boundTo(name: string, index: number, isLast: boolean): Buffer {
  return Buffer.from(`file|v1|${name}|${index}|${isLast ? 'last' : 'more'}`, 'utf8');
}

function encryptChunk(file: Pick<VaultFile, 'name' | 'key'>, index: number, chunk: Uint8Array, isLast: boolean) {
  const cipher = createCipheriv('aes-256-gcm', file.key, nonceOf(index), { authTagLength: tagSize });
  cipher.setAAD(boundTo(file.name, index, isLast));
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the chunk is not the one that was written there. */
function decryptChunk(file: Pick<VaultFile, 'name' | 'key'>, index: number, stored: Buffer, isLast: boolean) {
  if (stored.length <= tagSize) return null;
  const decipher = createDecipheriv('aes-256-gcm', file.key, nonceOf(index), { authTagLength: tagSize });
  decipher.setAAD(boundTo(file.name, index, isLast));
  decipher.setAuthTag(stored.subarray(stored.length - tagSize));
  try {
    return Buffer.concat([decipher.update(stored.subarray(0, stored.length - tagSize)), decipher.final()]);
  } catch {
    return null;
  }
}

/**
 * Writes a file and answers what its row must keep. Nothing is left behind when it fails.
 *
 * @param folder data folder of the centre
 * @throws storage `disk-full`, `cannot-keep-file`; a plain error for no content, which has no last chunk
 */
export async function writeVaultFile(
  folder: string,
  bytes: Uint8Array,
  watch: Watch = () => undefined,
): Promise<VaultFile> {
  if (bytes.byteLength === 0) throw new Error('an empty file is not kept');
  const vault = join(folder, vaultFolderName);
  const file = { name: `${randomBytes(16).toString('hex')}.bin`, key: randomBytes(32) };
  const path = join(vault, file.name);
  try {
    if (!existsSync(vault)) {
      await mkdir(vault, { mode: 0o700 });
      await flushFolder(folder);
    }
    const written = await writeChunks(path, file, bytes, watch);
    watch('flush-folder');
    await flushFolder(vault);
    return { ...file, size: bytes.byteLength, sha256: sha256Of(bytes), ...written };
  } catch (error) {
    // Swept at the next opening where it cannot go now; the first error is the one to tell.
    await rm(path, { force: true }).catch(() => undefined);
    file.key.fill(0);
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === null) throw error;
    throw fail('storage', code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'cannot-keep-file');
  }
}

async function writeChunks(path: string, file: Pick<VaultFile, 'name' | 'key'>, bytes: Uint8Array, watch: Watch) {
  const hash = createHash('sha256');
  let storedSize = 0;
  watch('open');
  const handle = await open(path, 'wx', 0o600);
  try {
    for (let start = 0; start < bytes.byteLength; start += chunkSize) {
      const isLast = start + chunkSize >= bytes.byteLength;
      const stored = encryptChunk(file, start / chunkSize, bytes.subarray(start, start + chunkSize), isLast);
      watch('write');
      await handle.writeFile(stored);
      hash.update(stored);
      storedSize += stored.length;
    }
    watch('flush');
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { storedSize, storedSha256: hash.digest('hex') };
}

/** The whole content; null when the file is missing or is not the one that was written. Never a part of it. */
export async function readVaultFile(
  folder: string,
  file: Omit<VaultFile, 'storedSize' | 'storedSha256'>,
): Promise<Buffer | null> {
  const stored = await readIfThere(join(folder, vaultFolderName, file.name));
  if (stored === null) return null;
  const chunks: Buffer[] = [];
  const step = chunkSize + tagSize;
  for (let start = 0; start < stored.length; start += step) {
    const isLast = start + step >= stored.length;
    const chunk = decryptChunk(file, start / step, stored.subarray(start, start + step), isLast);
    if (chunk === null) return null;
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  return content.length === file.size && sha256Of(content) === file.sha256 ? content : null;
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw fail('storage', 'cannot-open');
  }
}

/** Whether the encrypted file stands there byte by byte as it was written. */
export async function isStoredAs(folder: string, file: StoredFile): Promise<boolean> {
  const stored = await readIfThere(join(folder, vaultFolderName, file.name));
  return stored !== null && stored.length === file.storedSize && sha256Of(stored) === file.storedSha256;
}

/** Names of the files that stand there; what is not named like one of ours is left alone. */
async function vaultNames(folder: string): Promise<string[]> {
  const vault = join(folder, vaultFolderName);
  return existsSync(vault) ? (await readdir(vault)).filter((name) => vaultFileName.test(name)) : [];
}

/** What the rows of an open record name. */
export type NamedFiles = (db: Kysely<PlatformTables>) => Promise<readonly StoredFile[]>;

/**
 * Removes files that no row names (null: nobody told which are named, nothing goes): what a crash left between the flush and the commit. Answers how many.
 *
 * Never for a record put back to an earlier state, nor for one without its mark, which may be one: it does not know
 * its newer files.
 */
export async function sweepVault(folder: string, named: readonly Pick<StoredFile, 'name'>[] | null): Promise<number> {
  if (named === null) return 0;
  const known = new Set(named.map(({ name }) => name));
  const orphans = (await vaultNames(folder)).filter((name) => !known.has(name));
  let removed = 0;
  for (const name of orphans) {
    // A file that another program holds must not keep the centre closed: the next opening tries again.
    const isGone = await rm(join(folder, vaultFolderName, name), { force: true }).then(
      () => true,
      () => false,
    );
    if (isGone) removed += 1;
  }
  return removed;
}
