/** High-water mark: what the audit had reached, kept outside the database (security design §7.3). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../../shared/platform/zod.ts';
import { canonicalBytes } from '../crypto/canonical.ts';
import { hkdf, hmac, sameBytes } from '../crypto/sealing.ts';
import { flushFolder, writeAndFlush } from './durable-file.ts';

const names = ['mark.a', 'mark.b'] as const;

const storedSchema = z.strictObject({
  dbId: z.uuid(),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  utc: z.string().max(40),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface Mark {
  dbId: string;
  seq: number;
  /** Hash of that audit entry, hexadecimal. */
  hash: string;
  utc: string;
}

/** The caller zeroes it at lock. */
export function markKeyOf(dek: Buffer): Buffer {
  return hkdf(dek, 'mark|v1');
}

function macOf(markKey: Buffer, mark: Mark): Buffer {
  return hmac(markKey, canonicalBytes(['mark|v1', mark.dbId, mark.seq, mark.hash, mark.utc]));
}

type Stored = { state: 'ok'; mark: Mark } | { state: 'missing' | 'invalid' };

function readOne(path: string, markKey: Buffer, dbId: string): Stored {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { state: 'missing' };
  }
  try {
    const { mac, ...mark } = storedSchema.parse(JSON.parse(text));
    const sound = mark.dbId === dbId && sameBytes(Buffer.from(mac, 'hex'), macOf(markKey, mark));
    return sound ? { state: 'ok', mark } : { state: 'invalid' };
  } catch {
    return { state: 'invalid' };
  }
}

/** The newest valid mark; null with `missing` (no file) or `invalid` (files, none of them ours): an audited warning. */
export function readMark(
  folder: string,
  markKey: Buffer,
  dbId: string,
): { mark: Mark | null; state: 'ok' | 'missing' | 'invalid' } {
  const found = names.map((name) => readOne(join(folder, name), markKey, dbId));
  const valid = found.flatMap((one) => (one.state === 'ok' ? [one.mark] : []));
  const newest = valid.sort((a, b) => b.seq - a.seq)[0];
  if (newest !== undefined) return { mark: newest, state: 'ok' };
  return { mark: null, state: found.every((one) => one.state === 'missing') ? 'missing' : 'invalid' };
}

async function store(folder: string, name: string, markKey: Buffer, mark: Mark): Promise<void> {
  const { dbId, seq, hash, utc } = mark;
  await writeAndFlush(
    join(folder, name),
    JSON.stringify({ dbId, seq, hash, utc, mac: macOf(markKey, mark).toString('hex') }),
  );
}

/** Writes over the older of the two files. Only after the commit: a mark ahead of the database is a false alarm. */
export async function writeMark(folder: string, markKey: Buffer, mark: Mark): Promise<void> {
  const [a, b] = names.map((name) => readOne(join(folder, name), markKey, mark.dbId));
  const seqOf = (one: Stored | undefined): number => (one?.state === 'ok' ? one.mark.seq : -1);
  await store(folder, seqOf(a) <= seqOf(b) ? names[0] : names[1], markKey, mark);
}

/** Both files at once: first start, and a legitimate restore (audited, two people). */
export async function resetMark(folder: string, markKey: Buffer, mark: Mark): Promise<void> {
  for (const name of names) await store(folder, name, markKey, mark);
  await flushFolder(folder);
}
