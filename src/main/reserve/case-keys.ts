/**
 * The key of a ficha reservada (D36): sealed to each member and to the paper, made when the ficha is reserved and gone when
 * it is opened again. Its words stand under it wherever they are kept (`word-columns.ts`).
 */
import { randomBytes } from 'node:crypto';
import { newId } from '../platform/gate/handler.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { recoveryKeyPair } from '../platform/crypto/recovery-key.ts';
import { openSealed, seal } from '../platform/crypto/sealing.ts';
import type { CaseKey } from '../platform/storage/closed-words.ts';
import type { OwnSecret } from '../platform/storage/compartments.ts';
import type { Keyring, KeyringSlot } from '../platform/storage/keyring-format.ts';
import {
  columnsIn,
  dropRows,
  findRow,
  insertRow,
  nextVersions,
  putRow,
  rowsOf,
  valueIn,
  valuesIn,
} from '../platform/storage/rows.ts';
import { tablesIn, type ReserveTables, type Trx } from './tables.ts';

export type KeyRow = ReserveTables['case_key'];
type Named = Pick<KeyRow, 'id' | 'case_id' | 'key_version'>;

const contextOf = (keyring: Keyring, { case_id, key_version }: Named, slotId: string) =>
  `${keyring.dbId}|sealed:${case_id}|${key_version}|${slotId}`;

const caseKeyOf = ({ case_id, key_version }: Named, key: Buffer): CaseKey => ({
  ...{ caseId: case_id, version: key_version, key },
});

export function listKeys(trx: Trx): Promise<KeyRow[]> {
  return rowsOf(tablesIn(trx), 'case_key', {}, 'id');
}

/** Undefined where the ficha is not reservada, or was reserved before there were keys and nobody of it came since. */
export function findKey(trx: Trx, caseId: CaseId): Promise<KeyRow | undefined> {
  return findRow(tablesIn(trx), 'case_key', { case_id: caseId });
}

/** The key with what opens one slot; null where it is not sealed to it. The Buffer is the caller's to zero. */
export async function openKey(trx: Trx, keyring: Keyring, row: Named, own: OwnSecret): Promise<CaseKey | null> {
  const box = await valueIn(tablesIn(trx), 'case_key_box.box', { key_id: row.id, slot_id: own.slotId });
  const key =
    box === undefined ? null : openSealed(own.secretKey, Buffer.from(box), contextOf(keyring, row, own.slotId));
  return key === null ? null : caseKeyOf(row, key);
}

/** The same with the paper, which was proven before; null where it opens none. */
export async function openKeyByPaper(
  trx: Trx,
  keyring: Keyring,
  row: Named,
  recoveryKey: Buffer,
): Promise<CaseKey | null> {
  const slot = keyring.slots.find(({ kind }) => kind === 'recovery');
  if (slot === undefined) return null;
  const { secretKey } = recoveryKeyPair(recoveryKey, keyring.dbId);
  try {
    return await openKey(trx, keyring, row, { slotId: slot.slotId, secretKey });
  } finally {
    secretKey.fill(0);
  }
}

/** Who holds it, by staff id: a box whose slot is gone opens nothing. */
export async function holdersOf(trx: Trx, keyring: Keyring, keyId: Id<'CaseKeyId'>): Promise<string[]> {
  const rows = await columnsIn(tablesIn(trx), 'case_key_box', ['slot_id', 'staff_id'], { key_id: keyId });
  const slots = new Set(keyring.slots.map(({ slotId }) => slotId));
  return rows.flatMap(({ slot_id, staff_id }) => (staff_id !== null && slots.has(slot_id) ? [staff_id] : []));
}

/** Seals it to these slots besides those that have it. */
export async function giveKey(
  trx: Trx,
  keyring: Keyring,
  { row, key: { key } }: { readonly row: Named; readonly key: CaseKey },
  slots: readonly KeyringSlot[],
): Promise<void> {
  for (const slot of slots) {
    const box = seal(Buffer.from(slot.publicKey, 'base64'), key, contextOf(keyring, row, slot.slotId));
    const sealed = { key_id: row.id, slot_id: slot.slotId, staff_id: slot.staffId, box };
    await putRow(tablesIn(trx), 'case_key_box', sealed, { over: ['key_id', 'slot_id'], change: { box } });
  }
  await nextVersions(tablesIn(trx), 'case_key', { id: row.id }, {});
}

/** Whoever of these had it has it no more; answers whether anybody had. */
export async function takeFrom(
  trx: Trx,
  keyId: Id<'CaseKeyId'>,
  isKept: (slotId: string) => boolean,
): Promise<boolean> {
  const slots = await valuesIn(tablesIn(trx), 'case_key_box.slot_id', { key_id: keyId });
  const gone = slots.filter((slotId) => !isKept(slotId));
  await dropRows(tablesIn(trx), 'case_key_box', { key_id: keyId, slot_id: gone });
  return gone.length > 0;
}

/** A key of which nobody knows anything yet. */
export async function makeKey(trx: Trx, caseId: CaseId): Promise<{ row: KeyRow; key: CaseKey }> {
  const row: KeyRow = { id: newId<'CaseKeyId'>(), case_id: caseId, key_version: 1, renewal_due: 0, version: 1 };
  await insertRow(tablesIn(trx), 'case_key', row);
  return { row, key: caseKeyOf(row, randomBytes(32)) };
}

/** Another key of the next version, held by nobody. */
export async function nextKey(trx: Trx, row: KeyRow): Promise<{ row: KeyRow; key: CaseKey }> {
  const next: KeyRow = { ...row, key_version: row.key_version + 1, renewal_due: 0 };
  await takeFrom(trx, row.id, () => false);
  await nextVersions(tablesIn(trx), 'case_key', { id: row.id }, { key_version: next.key_version, renewal_due: 0 });
  return { row: next, key: caseKeyOf(next, randomBytes(32)) };
}

export async function dropKey(trx: Trx, id: Id<'CaseKeyId'>): Promise<void> {
  await takeFrom(trx, id, () => false);
  await dropRows(tablesIn(trx), 'case_key', { id });
}
