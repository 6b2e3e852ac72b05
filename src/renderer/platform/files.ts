/** Files the application hands out: fetched in pieces, kept in memory, saved by the host or the browser. */
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';
import type { FileHandle } from '../../shared/platform/ids.ts';

type Reader = Pick<Client<Contract>, 'readFile'>;

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  // By its place: one call for each byte of a large file would hold the window up.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/**
 * The whole file behind a handle of this session.
 *
 * @throws not-found when the handle belongs to another session or is gone
 */
export async function fetchFile(client: Reader, file: FileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: { base64: string; nextOffset: number | null } = await client.readFile({ id: file.id, offset });
    pieces.push(bytesOf(piece.base64));
    offset = piece.nextOffset;
  }
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A browser begins reading the link at once; this long it certainly has it. */
const readBy = 30_000;

/** Hands bytes to the browser's download under the suggested name, which never holds a person's name. */
export function downloadBytes(bytes: Uint8Array<ArrayBuffer>, file: Pick<FileHandle, 'name' | 'mediaType'>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readBy);
}

/**
 * Saves a file where the person asks: the host's own dialog, or the browser's download where there is none. It is
 * registered first, and stays in the list of files outside until it is said to be deleted; answers its number there.
 *
 * @throws cancelled when the dialog was closed, storage when nothing could be written
 */
export async function saveFile(
  client: Pick<Client<Contract>, 'readFile' | 'saveFile'>,
  file: FileHandle,
): Promise<string> {
  const { end, number } = await client.saveFile({ id: file.id });
  if (end === 'handed-back') downloadBytes(await fetchFile(client, file), file);
  return number;
}
