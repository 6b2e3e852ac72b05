/**
 * Words of a case under a key of its own, where they stand (D36): a cell holds a mark, the case, the version of its key,
 * the place it was closed for and the ciphertext. Copied elsewhere it opens for whoever holds the key and for nobody else:
 * in no other place is it ever written in clear.
 */
import { createHash } from 'node:crypto';
import { decryptGcm, encryptGcm } from '../crypto/sealing.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';

/** The Buffer is its holder's to zero. */
export type CaseKey = { readonly caseId: CaseId; readonly version: number; readonly key: Buffer };
type Name = Pick<CaseKey, 'caseId' | 'version'> & { readonly place: string };

const header = /^cem-closed:([0-9a-f-]{36}):(\d{1,9}):([\w-]{22}):/;
const longestHeader = 96;
const [nonceBytes, tagBytes] = [12, 16];

const headerOf = ({ caseId, version, place }: Name) => `cem-closed:${caseId}:${version}:${place}:`;

/** Read where the key of a ficha reservada is not at hand; written nowhere. */
export const wordsWithoutKey = '[Reservado: falta la llave de la ficha]';

/** Table, column and key of a row, as a cell names them: nothing of them is read out of it. */
export function placeOf(table: string, column: string, key: readonly unknown[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([table, column, ...key]))
    .digest();
  return digest.subarray(0, 16).toString('base64url');
}

/** What a cell of a column holds: a text, a text that is JSON of any value, of an object or of a list, or bytes. */
export type CellKind = 'text' | 'json' | 'object' | 'list' | 'bytes';

function box(key: Buffer, plain: Buffer, head: string): Buffer {
  const { nonce, ct, tag } = encryptGcm(key, plain, head);
  return Buffer.concat([nonce, ct, tag]);
}

/** The cell with its words closed. A JSON column holds JSON of the same kind afterwards. */
export function closedCell(
  value: string | Buffer,
  kind: CellKind,
  { key, ...named }: CaseKey & { readonly place: string },
): string | Buffer {
  const plain = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  try {
    const head = headerOf(named);
    if (kind === 'bytes') return Buffer.concat([Buffer.from(head, 'latin1'), box(key, plain, head)]);
    const cell = head + box(key, plain, head).toString('base64');
    return wrappedIn[kind](cell);
  } finally {
    plain.fill(0);
  }
}

const wrappedIn: Readonly<Record<Exclude<CellKind, 'bytes'>, (cell: string) => string>> = {
  text: (cell) => cell,
  json: (cell) => JSON.stringify(cell),
  object: (cell) => JSON.stringify({ closed: cell }),
  list: (cell) => JSON.stringify([cell]),
};

type Wrapping = { readonly kind: CellKind; readonly before: string; readonly after: number; readonly start: string };

/** How a closed text begins in each kind of column, and what follows the ciphertext. */
const wrappings = [
  { kind: 'text', before: '', after: 0 },
  { kind: 'json', before: '"', after: 1 },
  { kind: 'object', before: '{"closed":"', after: 2 },
  { kind: 'list', before: '["', after: 2 },
].map((one) => ({ ...one, start: `${one.before}cem-closed:` })) as readonly Wrapping[];

type Read = Name & { readonly kind: CellKind; readonly boxed: Buffer };

/** What a closed cell says of itself; null for a cell that is not closed. */
export function readCell(value: unknown): Read | null {
  if (value instanceof Uint8Array) {
    const start = Buffer.from(value.subarray(0, longestHeader)).toString('latin1');
    const found = header.exec(start);
    if (found === null) return null;
    return { ...nameIn(found), kind: 'bytes', boxed: Buffer.from(value.subarray(found[0].length)) };
  }
  if (typeof value !== 'string') return null;
  const wrapping = wrappings.find(({ start }) => value.startsWith(start));
  if (wrapping === undefined) return null;
  const { kind, before, after } = wrapping;
  const cell = value.slice(before.length, value.length - after);
  const found = header.exec(cell);
  return found === null ? null : { ...nameIn(found), kind, boxed: Buffer.from(cell.slice(found[0].length), 'base64') };
}

function nameIn([, caseId, version, place = '']: RegExpExecArray): Name {
  return { caseId: caseId as CaseId, version: Number(version), place };
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
