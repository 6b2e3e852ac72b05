/**
 * The four groups that must be typed back from paper.
 *
 * The key itself is never stored: the file keeps a keyed hash of the four asked groups, and only until they are typed.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from '../../shared/platform/zod.ts';
import { insertRow, valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

const metaKey = 'recovery_check';
const storedSchema = z.strictObject({
  salt: z.string(),
  groups: z.array(z.strictObject({ position: z.int(), hash: z.string() })),
});

/** Crockford reading: case-blind, O is 0, I and L are 1. */
export function readGroup(text: string): string {
  return text.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

function hashOf(salt: string, position: number, group: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex'))
    .update(`${position}|${readGroup(group)}`)
    .digest('hex');
}

/** Of the 14 groups of a key, in order. */
export function fourPositions(): number[] {
  const chosen = new Set<number>();
  while (chosen.size < 4) chosen.add(randomInt(1, 15));
  return [...chosen].sort((a, b) => a - b);
}

/** Chooses four of the 14 groups and remembers what they must be. Answers their positions, 1 to 14. */
export async function askForGroups(trx: Trx, groups: readonly string[]): Promise<number[]> {
  const salt = randomBytes(32).toString('hex');
  const asked = fourPositions();
  const stored = {
    salt,
    groups: asked.map((position) => ({ position, hash: hashOf(salt, position, groups[position - 1] ?? '') })),
  };
  await insertRow(tablesIn(trx), 'meta', { key: metaKey, value: JSON.stringify(stored) });
  return asked;
}

async function readCheck(trx: Trx): Promise<z.infer<typeof storedSchema> | null> {
  const value = await valueIn(tablesIn(trx), 'meta.value', { key: metaKey });
  return value === undefined ? null : storedSchema.parse(JSON.parse(value));
}

/** Positions still asked for; empty when the key was confirmed. */
export async function askedGroups(trx: Trx): Promise<number[]> {
  return (await readCheck(trx))?.groups.map((group) => group.position) ?? [];
}

/** Whether all four are right; forgets them when they are, and marks the centre ready. */
export async function confirmGroups(trx: Trx, typed: readonly { position: number; text: string }[]): Promise<boolean> {
  const check = await readCheck(trx);
  if (check === null) return false;
  const right = check.groups.every((group) => {
    const given = typed.find((one) => one.position === group.position);
    if (given === undefined) return false;
    const hash = Buffer.from(hashOf(check.salt, group.position, given.text));
    return timingSafeEqual(hash, Buffer.from(group.hash));
  });
  if (!right) return false;
  await tablesIn(trx).deleteFrom('meta').where('key', '=', metaKey).execute();
  await tablesIn(trx).updateTable('meta').set({ value: '1' }).where('key', '=', 'ready').execute();
  return true;
}
