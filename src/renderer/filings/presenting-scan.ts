import type { ToPresent } from '../../shared/filings/index.ts';
import { sendFile } from '../attachments/index.ts';
import type { ActClient } from '../platform/forms/index.ts';

/** Keeps the scan among the files of the case; answers its id. @throws what is wrong with the file */
export async function sendCargoScan(client: ActClient, filing: ToPresent, file: File): Promise<string> {
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  const fileId = await sendFile(client, file, sending);
  const facts = { kind: 'receipt', area: 'legal', description: `Cargo: ${filing.number}`, receivedFrom: null } as const;
  const { attachment } = await client.addAttachment({ caseId: filing.caseId, fileId, fileName: file.name, facts });
  return attachment.id;
}
