/** Files handed to one session as handles: in memory only, gone with the session, never on disk in clear. */
import { fail } from '../../../shared/platform/failures.ts';
import { filePieceSize, type SavedFileKind } from '../../../shared/platform/files-contract.ts';
import type { LeavingName } from '../../../shared/platform/file-names.ts';
import type { CaseId, FileHandle, Id } from '../../../shared/platform/ids.ts';
import type { Trx } from '../storage/rows.ts';
import { newId, type Unit } from './handler.ts';

const keepAtMost = 24;

/**
 * A file of a case. Who handed it out says how the right to it is asked again when it is saved: by the very rule by which it
 * was handed out. It throws `forbidden` or `not-found`.
 */
type OfCase = { readonly caseId: CaseId; readonly askAgain: (unit: Unit<Trx>) => Promise<unknown> };

/** A file that leaves through `saveFile`: what it is, and of which case; an original also of which file. */
export type ToSave =
  | ({ readonly kind: 'attachment-original'; readonly attachmentId: Id<'AttachmentId'> } & OfCase)
  | ({ readonly kind: 'filing-draft' } & OfCase)
  | { readonly kind: Exclude<SavedFileKind, 'attachment-original' | 'filing-draft'> };

/** `shown`: pages to be read, they leave as copies alone. `copy`: stands in the register of copies already. */
export type FileUse = 'shown' | 'copy' | ToSave;

/** The leave to hand out an original is for one file outside; a frozen month is the same however often it is saved. */
const leavesOnce = ({ kind }: ToSave) => kind === 'attachment-original';

/** A draft is looked at on the screen; to be kept outside it is saved as every other file. */
const isShown = (use: FileUse) => typeof use === 'string' || use.kind === 'filing-draft';

type Kept = {
  readonly name: LeavingName;
  readonly bytes: Uint8Array;
  readonly use: FileUse;
  /** What has to be saved is not read before it stands in the register and was handed back, unless it is shown as well. */
  isReadable: boolean;
};

type Given = { readonly name: LeavingName; readonly mediaType: string; readonly bytes: Uint8Array };

export class SessionFiles {
  readonly #files = new Map<string, Kept>();
  #incoming: { id: string; pieces: Uint8Array[]; size: number } | null = null;

  /** Keeps the bytes and returns their handle; the oldest file gives way after 24. */
  add(name: LeavingName, mediaType: string, bytes: Uint8Array, use: FileUse): FileHandle {
    const [handle] = this.addAll([{ name, mediaType, bytes }], use);
    if (handle === undefined) throw new Error('one file in, one handle out');
    return handle;
  }

  /** Files of one answer: all of them stay, however many; older ones give way. */
  addAll(files: readonly Given[], use: FileUse): FileHandle[] {
    const handles = files.map(({ name, mediaType, bytes }): FileHandle => {
      const id = newId<'FileHandle'>();
      this.#files.set(id, { name, bytes, use, isReadable: isShown(use) });
      return { id, name, mediaType, size: bytes.byteLength };
    });
    const most = Math.max(keepAtMost, files.length);
    for (const old of [...this.#files.keys()].slice(0, -most)) this.#files.delete(old);
    return handles;
  }

  /** One piece from `offset`; `nextOffset` is null at the end. */
  read(id: string, offset: number): { base64: string; nextOffset: number | null } {
    const { bytes, isReadable } = this.#kept(id);
    if (!isReadable) throw fail('not-found');
    const piece = bytes.subarray(offset, offset + filePieceSize);
    const next = offset + piece.byteLength;
    return { base64: Buffer.from(piece).toString('base64'), nextOffset: next < bytes.byteLength ? next : null };
  }

  /** Bytes of their own: the session may end, and its files with it, while a dialog or a printer still has them. */
  bytesOf(id: string): Uint8Array {
    return Uint8Array.from(this.#kept(id).bytes);
  }

  /** What is to be saved. @throws not-found for what is only shown, left as a copy, or is an original saved already */
  toSave(id: string): Pick<Kept, 'name'> & { readonly use: ToSave } {
    const { name, use, isReadable } = this.#kept(id);
    if (typeof use === 'string' || (isReadable && leavesOnce(use))) throw fail('not-found');
    return { name, use };
  }

  /** It stands outside: an original is not saved a second time. */
  noteSaved(id: string): void {
    const { bytes, use } = this.#kept(id);
    if (typeof use === 'string' || !leavesOnce(use)) return;
    bytes.fill(0);
    this.#files.delete(id);
  }

  /** Registered, and the host wrote nothing: the caller may fetch it now. */
  handBack(id: string): void {
    this.#kept(id).isReadable = true;
  }

  #kept(id: string): Kept {
    const kept = this.#files.get(id);
    if (kept === undefined) throw fail('not-found');
    return kept;
  }

  /**
   * One more piece of a file the person chose; a new file takes the place of the one before. Answers the bytes so far.
   *
   * @param limit most bytes the file may have, and the reason given beyond them
   * @throws invalid `file-piece` when a piece is missing, rule-broken beyond the limit
   */
  receive(id: string, offset: number, piece: Uint8Array, limit: { bytes: number; tooBig: string }): number {
    if (this.#incoming?.id !== id || offset === 0) this.#dropIncoming();
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

  /**
   * The file that was sent, whole, as bytes of the caller's own. The pieces stay until `forgetReceived`: what was not stored
   * can be tried again without sending them anew.
   *
   * @throws not-found `file-piece`
   */
  received(id: string): Uint8Array {
    if (this.#incoming?.id !== id) throw fail('not-found', 'file-piece');
    return Buffer.concat(this.#incoming.pieces);
  }

  /** It is stored: nothing of it stays in memory. A file sent since keeps its place. */
  forgetReceived(id: string): void {
    if (this.#incoming?.id === id) this.#dropIncoming();
  }

  #dropIncoming(): void {
    for (const piece of this.#incoming?.pieces ?? []) piece.fill(0);
    this.#incoming = null;
  }

  clear(): void {
    this.#dropIncoming();
    for (const { bytes } of this.#files.values()) bytes.fill(0);
    this.#files.clear();
  }
}
