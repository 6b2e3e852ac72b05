/**
 * Words of a case under a key of its own, where they stand (D36): a cell holds a mark, the case, the version of its key
 * and the ciphertext. What ties a cell to its row is the seal of the record, which is made over the cell as it stands.
 */
import { decryptGcm, encryptGcm } from '../crypto/sealing.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';

/** The Buffer is its holder's to zero. */
export type CaseKey = { readonly caseId: CaseId; readonly version: number; readonly key: Buffer };
type KeyName = Pick<CaseKey, 'caseId' | 'version'>;

const header = /^cem-closed:([0-9a-f-]{36}):(\d{1,9}):/;
const longestHeader = 64;
const [nonceBytes, tagBytes] = [12, 16];

const headerOf = ({ caseId, version }: KeyName) => `cem-closed:${caseId}:${version}:`;

/** A text, a text that is JSON, or bytes: what a cell of a column holds. */
export type CellKind = 'text' | 'json' | 'bytes';

function box({ caseId, version, key }: CaseKey, plain: Buffer): Buffer {
  const { nonce, ct, tag } = encryptGcm(key, plain, headerOf({ caseId, version }));
  return Buffer.concat([nonce, ct, tag]);
}

/** The cell with its words closed. A JSON column holds a JSON text afterwards as well. */
export function closedCell(value: string | Buffer, kind: CellKind, key: CaseKey): string | Buffer {
  const plain = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  try {
    const head = headerOf(key);
    if (kind === 'bytes') return Buffer.concat([Buffer.from(head, 'latin1'), box(key, plain)]);
    const cell = head + box(key, plain).toString('base64');
    return kind === 'json' ? JSON.stringify(cell) : cell;
  } finally {
    plain.fill(0);
  }
}

type Read = KeyName & { readonly kind: CellKind; readonly boxed: Buffer };

/** What a closed cell says of itself; null for a cell that is not closed. */
export function readCell(value: unknown): Read | null {
  const isText = typeof value === 'string';
  if (!isText && !(value instanceof Uint8Array)) return null;
  const start = isText ? value : Buffer.from(value.subarray(0, longestHeader)).toString('latin1');
  const isJson = isText && start.startsWith('"cem-closed:');
  if (!isJson && !start.startsWith('cem-closed:')) return null;
  const text = isJson ? start.slice(1, -1) : start;
  const found = header.exec(text);
  if (found === null) return null;
  const [head, caseId = '', version = ''] = found;
  const boxed = isText ? Buffer.from(text.slice(head.length), 'base64') : Buffer.from(value.subarray(head.length));
  const kind = isJson ? 'json' : isText ? 'text' : 'bytes';
  return { caseId: caseId as CaseId, version: Number(version), kind, boxed };
}

/** The cell as it was before it was closed; null where the key is another one, or the cell was changed. */
export function openedCell({ kind, boxed, ...name }: Read, key: Buffer): string | Buffer | null {
  const end = boxed.length - tagBytes;
  if (end < nonceBytes) return null;
  const parts = { nonce: boxed.subarray(0, nonceBytes), ct: boxed.subarray(nonceBytes, end), tag: boxed.subarray(end) };
  const plain = decryptGcm(key, parts, headerOf(name));
  if (plain === null || kind === 'bytes') return plain;
  const text = plain.toString('utf8');
  plain.fill(0);
  return text;
}
