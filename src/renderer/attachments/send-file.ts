/** A chosen file goes to the application in pieces; it is judged and kept there, never here. */
import { fileLimits, filePiece } from '../../shared/attachments/index.ts';
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';

/** What stops a file on this side, before the application sees it whole; `message` is for the screen. */
export class SendProblem extends Error {}

const tooBig = 'El archivo pasa de 50 MB. Redúzcalo o divídalo; no se guardó nada.';
const unreadable =
  'No se pudo leer el archivo: otro programa lo tiene abierto, o se retiró el disco o la memoria. No se guardó nada.';

/** Why a sending ends when a person stops it. */
export const stopped = new SendProblem('Se detuvo el envío. No se guardó nada.');

/** Pieces in one second: below the ceiling on calls, whatever else the window asks meanwhile. */
const pieceEveryMs = 8;

/** In steps: a call with half a million arguments is more than an engine takes. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** @throws SendProblem for one that another program holds, or whose disk was taken out */
async function readPiece(file: File, offset: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(offset, offset + filePiece).arrayBuffer());
  } catch {
    throw new SendProblem(unreadable);
  }
}

export type Sending = {
  /** Bytes that arrived. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends every piece; answers the id under which the application holds the file.
 *
 * @throws SendProblem, or what the application answers
 */
export async function sendFile(client: Client<Contract>, file: File, { onProgress, signal }: Sending): Promise<string> {
  if (file.size > fileLimits.bytes) throw new SendProblem(tooBig);
  const fileId = crypto.randomUUID();
  let offset = 0;
  do {
    signal.throwIfAborted();
    const piece = await readPiece(file, offset);
    await client.sendAttachmentPiece({ fileId, offset, base64: base64Of(piece) });
    offset += piece.byteLength;
    onProgress(offset);
    await new Promise((resolve) => setTimeout(resolve, pieceEveryMs));
  } while (offset < file.size);
  signal.throwIfAborted();
  return fileId;
}

/** What went wrong, in words. */
export function sendingWords(error: unknown): string {
  return error instanceof SendProblem ? error.message : wordsOf(failureOf(error));
}
