import type { Contract } from '../../shared/contract.ts';
import type { ToPresent } from '../../shared/filings/index.ts';
import type { Client } from '../../shared/platform/contract.ts';
import { sendFile } from '../attachments/index.ts';
import { newKey } from '../platform/client.ts';

/** Keeps the scan among the files of the case; answers its id. @throws what is wrong with the file */
export async function sendCargoScan(client: Client<Contract>, filing: ToPresent, file: File): Promise<string> {
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  const fileId = await sendFile(client, file, sending);
  const facts = { kind: 'receipt', area: 'legal', description: `Cargo: ${filing.number}`, receivedFrom: null } as const;
  const input = { caseId: filing.caseId, fileId, fileName: file.name, facts };
  return (await client.addAttachment(input, { key: newKey() })).attachment.id;
}
