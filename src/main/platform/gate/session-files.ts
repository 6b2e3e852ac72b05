/** Files handed to one session as handles: in memory only, gone with the session, never on disk in clear. */
import { randomUUID } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { filePieceSize } from '../../../shared/platform/files-contract.ts';
import type { FileHandle } from '../../../shared/platform/ids.ts';

const keepAtMost = 24;

export class SessionFiles {
  readonly #files = new Map<string, Uint8Array>();
  #incoming: { id: string; pieces: Uint8Array[]; size: number } | null = null;

  /** Keeps the bytes and returns their handle; the oldest file gives way after 24. */
  add(name: string, mediaType: string, bytes: Uint8Array): FileHandle {
    const [handle] = this.addAll([{ name, mediaType, bytes }]);
    if (handle === undefined) throw new Error('one file in, one handle out');
    return handle;
  }

  /** Files of one answer: all of them stay, however many; older ones give way. */
  addAll(files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[]) {
    const handles = files.map(({ name, mediaType, bytes }): FileHandle => {
      const id = randomUUID();
      this.#files.set(id, bytes);
      return { id: id as FileHandle['id'], name, mediaType, size: bytes.byteLength };
    });
    const most = Math.max(keepAtMost, files.length);
    for (const old of [...this.#files.keys()].slice(0, -most)) this.#files.delete(old);
    return handles;
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

  /**
   * One more piece of a file the person chose; a new file takes the place of the one before. Answers the bytes so far.
   *
   * @param limit most bytes the file may have, and the reason given beyond them
   * @throws invalid `file-piece` when a piece is missing, rule-broken beyond the limit
   */
  receive(id: string, offset: number, piece: Uint8Array, limit: { bytes: number; tooBig: string }): number {
    if (this.#incoming?.id !== id) this.#dropIncoming();
    this.#incoming ??= { id, pieces: [], size: 0 };
    if (offset !== this.#incoming.size) throw fail('invalid', 'file-piece');
    if (offset + piece.byteLength > limit.bytes) {
      this.#dropIncoming();
      throw fail('rule-broken', limit.tooBig);
    }
    this.#incoming.pieces.push(piece);
    this.#incoming.size += piece.byteLength;
    return this.#incoming.size;
  }

  /** The file that was sent, whole; it is forgotten here. @throws not-found `file-piece` */
  takeReceived(id: string): Uint8Array {
    const incoming = this.#incoming;
    if (incoming?.id !== id) throw fail('not-found', 'file-piece');
    this.#incoming = null;
    return Buffer.concat(incoming.pieces);
  }

  #dropIncoming(): void {
    for (const piece of this.#incoming?.pieces ?? []) piece.fill(0);
    this.#incoming = null;
  }

  clear(): void {
    this.#dropIncoming();
    for (const bytes of this.#files.values()) bytes.fill(0);
    this.#files.clear();
  }
}
