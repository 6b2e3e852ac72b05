/** Files handed to one session as handles: in memory only, gone with the session, never on disk in clear. */
import { randomUUID } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { filePieceSize } from '../../../shared/platform/files-contract.ts';
import type { FileHandle } from '../../../shared/platform/ids.ts';

const keepAtMost = 24;

export class SessionFiles {
  readonly #files = new Map<string, Uint8Array>();

  /** Keeps the bytes and returns their handle; the oldest file gives way after 24. */
  add(name: string, mediaType: string, bytes: Uint8Array): FileHandle {
    const id = randomUUID();
    this.#files.set(id, bytes);
    for (const old of [...this.#files.keys()].slice(0, -keepAtMost)) this.#files.delete(old);
    return { id: id as FileHandle['id'], name, mediaType, size: bytes.byteLength };
  }

  /** One piece from `offset`; `nextOffset` is null at the end. */
  read(id: string, offset: number): { base64: string; nextOffset: number | null } {
    const bytes = this.bytesOf(id);
    const piece = bytes.subarray(offset, offset + filePieceSize);
    const next = offset + piece.byteLength;
    return { base64: Buffer.from(piece).toString('base64'), nextOffset: next < bytes.byteLength ? next : null };
  }

  bytesOf(id: string): Uint8Array {
    const bytes = this.#files.get(id);
    if (bytes === undefined) throw fail('not-found');
    return bytes;
  }

  clear(): void {
    for (const bytes of this.#files.values()) bytes.fill(0);
    this.#files.clear();
  }
}
