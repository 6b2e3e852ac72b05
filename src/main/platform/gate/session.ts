/**
 * What the application knows of one signed-in person, the files handed to that session, and what one call works with. An
 * object passed with each call, never a global (D1).
 */
import { randomUUID } from 'node:crypto';
import type { Decision, Role } from '../../../shared/access/index.ts';
import type { Clock } from '../../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../../shared/platform/dates.ts';
import { fail } from '../../../shared/platform/failures.ts';
import type { LeavingName } from '../../../shared/platform/file-names.ts';
import { filePieceSize, type SavedFileKind } from '../../../shared/platform/files-contract.ts';
import type { CaseId, FileHandle, Id, StaffId } from '../../../shared/platform/ids.ts';
import type { Connection } from '../connection.ts';
import type { OwnSecret } from '../storage/compartments.ts';
import type { Trx } from '../storage/rows.ts';

export const newId = <Brand extends string>() => randomUUID() as Id<Brand>;

export type Session = {
  readonly token: string;
  readonly staffId: StaffId;
  readonly login: string;
  /** Where it was begun: its token opens nothing from anywhere else. */
  readonly connection: Connection;
  /** Steady time (`steady-time.ts`), never the wall clock. */
  readonly openedAt: number;
  /** Steady time of the last call; the idle lock counts from here. */
  lastUsedAt: number;
  /** Minutes without use before it pauses or ends. */
  idleMinutes: number;
  /** Set during «Pausa»: only what the contract marks `whilePaused` is answered. */
  pause: { readonly since: number; triesLeft: number } | null;
  /** Roles as of the last call: read again from the record each time, so that a change acts on the next call. */
  roles: readonly Role[];
  /** People whose «casos a cargo» this one has today (Reemplazo); as of the last call, like the roles. */
  standsInFor: readonly StaffId[];
  /** Set while the file must be examined (database put back, older keyring): nothing may be changed. */
  isReadOnly: boolean;
  mustChangePassword: boolean;
  /** Opens what is sealed to this person alone; null where the functions of the person open nothing. Zeroed at the end. */
  own: OwnSecret | null;
  /** The case that the window has open; null for none. In memory alone. */
  looking: { readonly caseId: CaseId; readonly since: Instant } | null;
  readonly files: SessionFiles;
};

/** What every phase of a call knows. */
export type CallFrame = {
  readonly session: Session;
  readonly clock: Clock;
  readonly now: Instant;
  readonly today: CivilDate;
  /** View and scope that the permission table gave for this call. */
  readonly decision: Extract<Decision, { allowed: true }>;
  newId<Brand extends string>(): Id<Brand>;
};

/** The unit of work of one commit. What is touched is sealed and named in the audit entry of this call. */
export type Unit<Trx> = CallFrame & {
  readonly trx: Trx;
  /** Says that a record changed: its seal is renewed and stands in the audit entry. */
  touch(kind: string, id: string): void;
  /** The same for a record this call is not about: sealed and named, but never the object of the audit entry. */
  touchAside(kind: string, id: string): void;
  /** Names of fields and counts for the audit entry: never values, names or free text. */
  note(detail: Record<string, string | number | boolean>): void;
  /** This call goes on with one that left its entry a moment ago, and leaves none: for what changes nothing. */
  joinsEarlier(): void;
  /** The object of the audit entry, when it is neither the case nor the first record touched. */
  about(kind: string, id: string): void;
  /** Asks for one more permission on the same case; throws `forbidden` or `not-found`. Answers what it allows. */
  require(action: string, caseId: CaseId): Promise<CallFrame['decision']>;
};

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

/** Files handed to one session as handles: in memory only, gone with the session, never on disk in clear. */
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
