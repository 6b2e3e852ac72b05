/** PIN and minutes of each person, and the rules of the centre for them. */
import { defaultIdleMinutes, idleRange, type LockSettings } from '../../shared/access/index.ts';
import type { KdfParams } from '../platform/crypto/kdf.ts';
import { metaOf, writeMeta } from '../platform/storage/meta.ts';
import { findRow, putRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

export type KeptPin = { readonly hash: Buffer; readonly salt: Buffer; readonly kdf: KdfParams };

/** In `meta`. */
const ruleKeys = { pauseAllowed: 'pause_allowed', idleMaximum: 'idle_maximum' } as const;

export type LockRules = Pick<LockSettings, 'pauseAllowed' | 'idleMaximum'>;

/** A centre that never decided uses «Pausa», up to the longest time. */
export async function findLockRules(trx: Trx): Promise<LockRules> {
  return {
    pauseAllowed: (await metaOf(trx, ruleKeys.pauseAllowed)) !== '0',
    idleMaximum: Number((await metaOf(trx, ruleKeys.idleMaximum)) ?? idleRange.most),
  };
}

export async function keepLockRules(trx: Trx, { pauseAllowed, idleMaximum }: LockRules): Promise<void> {
  await writeMeta(trx, ruleKeys.pauseAllowed, pauseAllowed ? '1' : '0');
  await writeMeta(trx, ruleKeys.idleMaximum, String(idleMaximum));
}

const pauseOf = (trx: Trx, staffId: string) => findRow(tablesIn(trx), 'staff_pause', { staff_id: staffId });

export async function findLockSettings(trx: Trx, staffId: string): Promise<LockSettings> {
  const rules = await findLockRules(trx);
  const row = await pauseOf(trx, staffId);
  const idleMinutes = Math.min(row?.idle_minutes ?? defaultIdleMinutes, rules.idleMaximum);
  return { ...rules, hasPin: (row?.pin_hash ?? null) !== null, idleMinutes };
}

export async function findPin(trx: Trx, staffId: string): Promise<KeptPin | null> {
  const row = await pauseOf(trx, staffId);
  if (row === undefined || row.pin_hash === null || row.pin_salt === null) return null;
  const { kdf_m: m, kdf_t: t, kdf_p: p } = row;
  if (m === null || t === null || p === null) return null;
  return { hash: row.pin_hash, salt: row.pin_salt, kdf: { m, t, p } };
}

export async function keepPin(trx: Trx, staffId: string, pin: KeptPin | null): Promise<void> {
  const columns = {
    pin_hash: pin?.hash ?? null,
    pin_salt: pin?.salt ?? null,
    kdf_m: pin?.kdf.m ?? null,
    kdf_t: pin?.kdf.t ?? null,
    kdf_p: pin?.kdf.p ?? null,
  };
  const row = { staff_id: staffId, idle_minutes: null, ...columns };
  await putRow(tablesIn(trx), 'staff_pause', row, { over: ['staff_id'], change: columns });
}

export async function keepIdleMinutes(trx: Trx, staffId: string, minutes: number): Promise<void> {
  const noPin = { pin_hash: null, pin_salt: null, kdf_m: null, kdf_t: null, kdf_p: null };
  const row = { staff_id: staffId, idle_minutes: minutes, ...noPin };
  await putRow(tablesIn(trx), 'staff_pause', row, { over: ['staff_id'], change: { idle_minutes: minutes } });
}
