/** A chosen file goes to the application in pieces; it is judged and kept there, never here. */
import { fileLimits, filePiece } from '../../shared/attachments/index.ts';
import type { Input } from '../platform/client.ts';
import { ToldProblem } from '../platform/failure-words.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { base64Of } from '../platform/base64.ts';

const tooBig = 'El archivo pasa de 50 MB. Redúzcalo o divídalo; no se guardó nada.';
const unreadable =
  'No se pudo leer el archivo: otro programa lo tiene abierto, o se retiró el disco o la memoria. No se guardó nada.';

/** Why a sending ends when a person stops it. */
export const stopped = new ToldProblem('Se detuvo el envío. No se guardó nada.');

/** Pieces in one second: below the ceiling on calls, whatever else the window asks meanwhile. */
const pieceEveryMs = 8;

/** @throws ToldProblem for one that another program holds, or whose disk was taken out */
async function readPiece(file: File, offset: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(offset, offset + filePiece).arrayBuffer());
  } catch {
    throw new ToldProblem(unreadable);
  }
}

export type SendPiece = (client: ActClient, piece: Input<'sendAttachmentPiece'>) => Promise<unknown>;

const toCase: SendPiece = (client, piece) => client.sendAttachmentPiece(piece);

export type Sending = {
  /** Where it goes; to a case unless said otherwise. */
  readonly send?: SendPiece;
  /** Bytes that arrived. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
};

const ids = new WeakMap<File, string>();

/** Under which a chosen file is sent, each time the same: adding it again after a lost answer is the same act. */
export function fileIdOf(file: File): string {
  const id = ids.get(file) ?? crypto.randomUUID();
  ids.set(file, id);
  return id;
}

/**
 * Sends every piece; answers the id under which the application holds the file.
 *
 * @throws ToldProblem, or what the application answers
 */
export async function sendFile(
  client: ActClient,
  file: File,
  { send = toCase, onProgress, signal }: Sending,
): Promise<string> {
  if (file.size > fileLimits.bytes) throw new ToldProblem(tooBig);
  const fileId = fileIdOf(file);
  let offset = 0;
  do {
    signal.throwIfAborted();
    const piece = await readPiece(file, offset);
    await send(client, { fileId, offset, base64: base64Of(piece) });
    offset += piece.byteLength;
    onProgress(offset);
    await new Promise((resolve) => setTimeout(resolve, pieceEveryMs));
  } while (offset < file.size);
  signal.throwIfAborted();
  return fileId;
}
