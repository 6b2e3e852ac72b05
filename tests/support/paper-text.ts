/** Bytes and words of a file handed out by the gate. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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

/** What the newest files said, by their bytes and by how they were read: a test asks one paper several things. */
const said = new Map<string, string>();
const keptAtMost = 6;

/** What `pdftotext` says of these very bytes, read by it with these options. */
export function readPdf(pdf: Uint8Array, ...options: readonly string[]): string {
  const key = [...options, createHash('sha256').update(pdf).digest('hex')].join(' ');
  const known = said.get(key);
  if (known !== undefined) return known;
  const input = { input: pdf, maxBuffer: 64 * 1024 * 1024 };
  const text = execFileSync('pdftotext', [...options, '-enc', 'UTF-8', '-', '-'], input).toString('utf8');
  said.set(key, text);
  const [oldest] = said.keys();
  if (said.size > keptAtMost && oldest !== undefined) said.delete(oldest);
  return text;
}

/** The text a reader of the PDF gets, with its spaces made single. */
export function textOf(pdf: Buffer): string {
  return readPdf(pdf).replace(/\s+/g, ' ');
}
