/**
 * A stand-in for Electron where its binary cannot be had (it is on no package registry): Node for Windows, which is a real
 * program of Windows with version information and so can be given icon, fuses and the hash of the archive.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron keeps its fuses: a known text, the version of the wire, its length, then a byte a fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;
/** Offset of the pointer to the signatures among the data directories of a 64-bit program, from the «PE» mark. */
const signatureDirectory = 24 + 112 + 4 * 8;

/** Where the «PE» mark of a program of 64-bit Windows stands. */
function headOf(program: Buffer): number {
  const head = program.length > 0x40 ? program.readUInt32LE(0x3c) : 0;
  if (program.toString('latin1', head, head + 4) !== 'PE\0\0') throw new Error('Not a program of Windows.');
  return head;
}

/** Whether somebody signed it; not whether the signature is good, which only Windows says. */
export function isSigned(program: Buffer): boolean {
  return program.readUInt32LE(headOf(program) + signatureDirectory) > 0;
}

/** The program without its signature, which no change survives, and with a wire of nine fuses that are on. */
export function placeholderOf(node: Buffer): Buffer {
  const head = headOf(node);
  const at = node.readUInt32LE(head + signatureDirectory);
  const unsigned = Buffer.from(at > 0 ? node.subarray(0, at) : node);
  unsigned.writeUInt32LE(0, head + signatureDirectory);
  unsigned.writeUInt32LE(0, head + signatureDirectory + 4);
  return Buffer.concat([
    unsigned,
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, fuseCount]),
    Buffer.alloc(fuseCount, '1'),
  ]);
}

/** A folder as electron-builder expects of an unpacked Electron. */
export function makePlaceholder(folder: string, of: { readonly node: string; readonly version: string }): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'electron.exe'), placeholderOf(readFileSync(of.node)));
  writeFileSync(join(folder, 'version'), of.version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'Placeholder\n');
  for (const name of ['es', 'es-419', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
}
