/** Bytes and words of a file handed out by the gate. */
import { execFileSync } from 'node:child_process';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';

export async function bytesOf(client: Client<Contract>, handle: { id: string }): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: { base64: string; nextOffset: number | null } = await client.readFile({ id: handle.id, offset });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

/** The text a reader of the PDF gets, with its spaces made single. */
export function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf }).toString('utf8').replace(/\s+/g, ' ');
}
