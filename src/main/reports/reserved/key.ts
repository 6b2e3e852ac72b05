/** The one module that imports age: the ministry's key is proven when it is typed, and what leaves is encrypted to it. */
import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import type { CivilDate } from '../../../shared/platform/dates.ts';
import { failAt } from '../../../shared/platform/failures.ts';
import { rowsOn } from '../../../shared/rulebook/index.ts';
import { ministryKeyTable, reportReasons } from '../../../shared/reports/index.ts';
import { findPendingProposal } from '../../access/index.ts';
import { listVersions, readRules, type RuleListener } from '../../rulebook/index.ts';
import type { Trx } from '../tables.ts';

/** The first 128 bits of SHA-256 over the recipient as it is written, in eight groups of four. */
export function recipientFingerprint(recipient: string): string {
  const hex = createHash('sha256').update(recipient).digest('hex').slice(0, 32).toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** @throws Error for a recipient that age does not know */
function encrypterTo(recipient: string): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter;
}

function isRecipient(recipient: string): boolean {
  try {
    encrypterTo(recipient);
    return true;
  } catch {
    return false;
  }
}

/** Only the holder of the other half reads it. What is given is zeroed. */
export async function encryptTo(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  try {
    return await encrypterTo(recipient).encrypt(plain);
  } finally {
    plain.fill(0);
  }
}

/** A key whose fingerprint was not on the paper is not stored. @throws rule-broken `key-not-age`, `key-fingerprint` */
export const ministryKeyListener: RuleListener = {
  tables: [ministryKeyTable.id],
  changed: async ({ trx }, { rowId }) => {
    const own = (await listVersions(trx, ministryKeyTable)).filter(({ id }) => id === rowId);
    const value = own.at(-1)?.value;
    if (value === undefined) return;
    const refuse = (field: string, reason: 'key-not-age' | 'key-fingerprint') =>
      failAt(`change.value.${field}`, reportReasons[reason], reason);
    if (!isRecipient(value.recipient)) throw refuse('recipient', 'key-not-age');
    if (recipientFingerprint(value.recipient) !== value.fingerprint) throw refuse('fingerprint', 'key-fingerprint');
  },
};

/** In force on a day; null without one. */
export async function ministryKeyOn(trx: Trx, on: CivilDate) {
  return rowsOn(await readRules(trx, ministryKeyTable), on)[0] ?? null;
}

/** Whether one was typed that a second person has not approved yet. */
export async function keyWaits(trx: Trx): Promise<boolean> {
  for (const { edited } of await listVersions(trx, ministryKeyTable)) {
    if (edited?.confirmed_by !== null) continue;
    if ((await findPendingProposal(trx, 'rule-change', edited.id)) !== null) return true;
  }
  return false;
}
