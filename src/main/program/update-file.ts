/**
 * One signed update file: what it holds, and reading it to its last byte (decision 0051).
 *
 * `RCEM-UPDATE-1\n` ‖ mark of the key (8) ‖ signature (64) ‖ length of the manifest (4, big-endian) ‖ manifest (JSON, UTF-8) ‖
 * installer. The Ed25519 signature is over everything before the installer but itself; the manifest holds the SHA-256 of that.
 */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { updateManifestSchema, whyNotNext, type UpdateManifest } from '../../shared/program/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { writeFailure } from '../platform/saving.ts';
import { publisherKeys, type PublisherKey } from './publisher-keys.ts';

const magic = Buffer.from('RCEM-UPDATE-1\n', 'latin1');
const markSize = 8;
const signatureSize = 64;
const headSize = magic.length + markSize + signatureSize + 4;
/** A manifest is a page of text. */
const largestManifest = 64 * 1024;
const pieceSize = 1024 * 1024;

/** Prefix of an Ed25519 public key in SPKI form; the 32 bytes of the key follow. */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

const rawOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(spki.length);
/** By which a key is told from others before anything is trusted. */
const markOf = (raw: Uint8Array) => createHash('sha256').update(raw).digest().subarray(0, markSize);

function signedPart(mark: Uint8Array, manifest: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(manifest.length);
  return Buffer.concat([magic, mark, length, manifest]);
}

/** Everything that stands before the installer. @param privateKey Ed25519, of the publisher */
export function updateHead(manifest: UpdateManifest, privateKey: KeyObject): Buffer {
  const bytes = Buffer.from(JSON.stringify(updateManifestSchema.parse(manifest)), 'utf8');
  const mark = markOf(rawOf(createPublicKey(privateKey)));
  const signed = signedPart(mark, bytes);
  const signature = sign(null, signed, privateKey);
  return Buffer.concat([magic, mark, signature, signed.subarray(magic.length + markSize)]);
}

/** Exactly that many bytes from there on. @throws damaged `update-truncated` */
async function readExactly(file: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let got = 0;
  while (got < size) {
    const { bytesRead } = await file.read(bytes, got, size - got, at + got);
    if (bytesRead === 0) throw fail('damaged', 'update-truncated');
    got += bytesRead;
  }
  return bytes;
}

/** The pinned key of that mark. @throws rule-broken `update-unsigned`, `update-other-key`, `update-test-key` */
function keyOf(mark: Buffer, isRelease: boolean): PublisherKey {
  if (mark.every((byte) => byte === 0)) throw fail('rule-broken', 'update-unsigned');
  const key = publisherKeys.find(({ raw }) => markOf(Buffer.from(raw, 'base64')).equals(mark));
  if (key === undefined) throw fail('rule-broken', 'update-other-key');
  if (key.isTest && isRelease) throw fail('rule-broken', 'update-test-key');
  return key;
}

type Head = { readonly manifest: UpdateManifest; readonly start: number };

async function readHead(file: FileHandle, isRelease: boolean): Promise<Head> {
  const first = Buffer.alloc(magic.length);
  const { bytesRead } = await file.read(first, 0, magic.length, 0);
  if (!first.subarray(0, bytesRead).equals(magic)) throw fail('rule-broken', 'update-unsigned');
  const head = await readExactly(file, magic.length, headSize - magic.length);
  const mark = head.subarray(0, markSize);
  const key = keyOf(mark, isRelease);
  const length = head.readUInt32BE(markSize + signatureSize);
  if (length > largestManifest) throw fail('damaged', 'update-damaged');
  const bytes = await readExactly(file, headSize, length);
  const publicKey = createPublicKey({
    key: Buffer.concat([spki, Buffer.from(key.raw, 'base64')]),
    format: 'der',
    type: 'spki',
  });
  const signature = head.subarray(markSize, markSize + signatureSize);
  if (!verify(null, signedPart(mark, bytes), publicKey, signature)) throw fail('damaged', 'update-damaged');
  return { manifest: manifestOf(bytes), start: headSize + length };
}

/** @throws damaged `update-damaged` for words of the publisher that this program does not understand */
function manifestOf(bytes: Buffer): UpdateManifest {
  try {
    return updateManifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw fail('damaged', 'update-damaged');
  }
}

/** The installer piece by piece; ends only when size and hash are those that were signed. */
async function passInstaller(
  file: FileHandle,
  { manifest, start }: Head,
  take: (piece: Buffer) => Promise<unknown>,
): Promise<void> {
  const { size, sha256 } = manifest.installer;
  const { size: whole } = await file.stat();
  if (whole < start + size) throw fail('damaged', 'update-truncated');
  if (whole > start + size) throw fail('damaged', 'update-damaged');
  const hash = createHash('sha256');
  for (let done = 0; done < size; done += pieceSize) {
    const piece = await readExactly(file, start + done, Math.min(pieceSize, size - done));
    hash.update(piece);
    await take(piece);
  }
  if (hash.digest('hex') !== sha256) throw fail('damaged', 'update-damaged');
}

export type Reader = { readonly current: string; readonly isRelease: boolean };

async function withSigned<Value>(
  path: string,
  isRelease: boolean,
  work: (file: FileHandle, head: Head) => Promise<Value>,
): Promise<Value> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) throw fail('storage', 'update-missing');
  try {
    if (!(await file.stat()).isFile()) throw fail('storage', 'update-missing');
    return await work(file, await readHead(file, isRelease));
  } finally {
    await file.close();
  }
}

function withUpdate<Value>(
  path: string,
  { current, isRelease }: Reader,
  work: (file: FileHandle, head: Head) => Promise<Value>,
): Promise<Value> {
  return withSigned(path, isRelease, async (file, head) => {
    const why = whyNotNext(head.manifest, current);
    if (why !== null) throw fail('rule-broken', why);
    return work(file, head);
  });
}

/** Whether the publisher made it, of whatever version. @throws as `checkUpdateFile`, and nothing about its order */
export function checkSigned(path: string, isRelease: boolean): Promise<UpdateManifest> {
  return withSigned(path, isRelease, async (file, head) => {
    await passInstaller(file, head, () => Promise.resolve());
    return head.manifest;
  });
}

/**
 * Reads the whole file and writes nothing.
 *
 * @throws storage `update-missing`; rule-broken `update-unsigned`, `update-other-key`, `update-test-key`, `update-same`,
 *   `update-older`, `update-step-missing`, `update-too-large`; damaged `update-truncated`, `update-damaged`
 */
export function checkUpdateFile(path: string, reader: Reader): Promise<UpdateManifest> {
  return withUpdate(path, reader, async (file, head) => {
    await passInstaller(file, head, () => Promise.resolve());
    return head.manifest;
  });
}

/**
 * The installer as a new file: under another name until its last byte was compared, so that no half of one is ever started.
 *
 * @throws as `checkUpdateFile`, and storage `save-exists`, `save-no-rights`, `save-folder-missing`, `save-disk-full`
 */
export function writeInstaller(path: string, target: string, reader: Reader): Promise<UpdateManifest> {
  const half = `${target}.incompleto`;
  return withUpdate(path, reader, async (file, head) => {
    const made: string[] = [];
    const create = async (one: string) => {
      const created = await open(one, 'wx', 0o600);
      made.push(one);
      return created;
    };
    let out: FileHandle | null = null;
    try {
      // Holds the name: what stands there already is never replaced.
      await (await create(target)).close();
      const into = (out = await create(half));
      await passInstaller(file, head, (piece) => into.writeFile(piece));
      await into.sync();
      await into.close();
      await rename(half, target);
      return head.manifest;
    } catch (error) {
      await out?.close().catch(() => undefined);
      for (const one of made) await rm(one, { force: true }).catch(() => undefined);
      throw error instanceof ExpectedFailure ? error : writeFailure(error);
    }
  });
}
