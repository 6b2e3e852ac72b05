/** Sends a file to the application as the window does: in pieces, then what a person says of it. */
import { Buffer } from 'node:buffer';
import { filePiece, type Attachment, type FileFacts } from '../../src/shared/attachments/index.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { fetchFile } from '../../src/renderer/platform/files.ts';

export const someFacts: FileFacts = {
  kind: 'other',
  area: 'common',
  description: 'Archivo inventado',
  receivedFrom: null,
};

export async function sendBytes(client: Client<Contract>, bytes: Uint8Array): Promise<string> {
  const fileId = crypto.randomUUID();
  let offset = 0;
  do {
    const piece = bytes.subarray(offset, offset + filePiece);
    await client.sendAttachmentPiece({ fileId, offset, base64: Buffer.from(piece).toString('base64') });
    offset += piece.byteLength;
  } while (offset < bytes.byteLength);
  return fileId;
}

export async function addFile(
  client: Client<Contract>,
  caseId: string,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly facts?: Partial<FileFacts> },
): Promise<{ attachment: Attachment; wasKnown: boolean }> {
  const fileId = await sendBytes(client, file.bytes);
  return client.addAttachment({ caseId, fileId, fileName: file.name, facts: { ...someFacts, ...file.facts } });
}

/** What a person would see of it; null where nothing is shown. */
export async function seen(client: Client<Contract>, caseId: string, attachmentId: string) {
  const view = await client.viewAttachment({ caseId, attachmentId });
  return { ...view, bytes: view.file === null ? null : Buffer.from(await fetchFile(client, view.file)) };
}
