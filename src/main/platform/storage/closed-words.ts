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

/** What a cell of a column holds: a text, a text that is JSON of any value or of an object, or bytes. */
export type CellKind = 'text' | 'json' | 'object' | 'bytes';

function box({ caseId, version, key }: CaseKey, plain: Buffer): Buffer {
  const { nonce, ct, tag } = encryptGcm(key, plain, headerOf({ caseId, version }));
  return Buffer.concat([nonce, ct, tag]);
}

/** The cell with its words closed. A JSON column holds JSON of the same kind afterwards. */
export function closedCell(value: string | Buffer, kind: CellKind, key: CaseKey): string | Buffer {
  const plain = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  try {
    const head = headerOf(key);
    if (kind === 'bytes') return Buffer.concat([Buffer.from(head, 'latin1'), box(key, plain)]);
    const cell = head + box(key, plain).toString('base64');
    return wrappedIn[kind](cell);
  } finally {
    plain.fill(0);
  }
}

const wrappedIn: Readonly<Record<Exclude<CellKind, 'bytes'>, (cell: string) => string>> = {
  text: (cell) => cell,
  json: (cell) => JSON.stringify(cell),
  object: (cell) => JSON.stringify({ closed: cell }),
};

type Wrapping = { readonly kind: CellKind; readonly before: string; readonly after: number; readonly start: string };

/** How a closed text begins in each kind of column, and what follows the ciphertext. */
const wrappings = [
  { kind: 'text', before: '', after: 0 },
  { kind: 'json', before: '"', after: 1 },
  { kind: 'object', before: '{"closed":"', after: 2 },
].map((one) => ({ ...one, start: `${one.before}cem-closed:` })) as readonly Wrapping[];

type Read = KeyName & { readonly kind: CellKind; readonly boxed: Buffer };

/** What a closed cell says of itself; null for a cell that is not closed. */
export function readCell(value: unknown): Read | null {
  if (value instanceof Uint8Array) {
    const start = Buffer.from(value.subarray(0, longestHeader)).toString('latin1');
    const found = header.exec(start);
    if (found === null) return null;
    return { ...named(found), kind: 'bytes', boxed: Buffer.from(value.subarray(found[0].length)) };
  }
  if (typeof value !== 'string') return null;
  const wrapping = wrappings.find(({ start }) => value.startsWith(start));
  if (wrapping === undefined) return null;
  const { kind, before, after } = wrapping;
  const cell = value.slice(before.length, value.length - after);
  const found = header.exec(cell);
  return found === null ? null : { ...named(found), kind, boxed: Buffer.from(cell.slice(found[0].length), 'base64') };
}

const named = ([, caseId, version]: RegExpExecArray) => ({ caseId: caseId as CaseId, version: Number(version) });

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
