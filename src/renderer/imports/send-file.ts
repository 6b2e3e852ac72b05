/** A chosen file goes to the application in pieces; it is read there, never here. */
import type { Contract } from '../../shared/contract.ts';
import { listLimits, sentPieceSize } from '../../shared/imports/index.ts';
import type { Client } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { base64Of } from '../platform/base64.ts';

/** @throws rule-broken with the sentence of what is wrong with the file */
export async function sendFile(client: Client<Contract>, file: File): Promise<string> {
  if (file.size > listLimits.bytes) throw fail('rule-broken', 'list-too-big');
  const fileId = crypto.randomUUID();
  let offset = 0;
  do {
    const piece = new Uint8Array(await file.slice(offset, offset + sentPieceSize).arrayBuffer());
    await client.sendImportPiece({ fileId, offset, base64: base64Of(piece) });
    offset += piece.byteLength;
  } while (offset < file.size);
  return (await client.openImport({ fileId, fileName: file.name })).importId;
}
