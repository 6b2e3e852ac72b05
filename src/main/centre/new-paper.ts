/** A new paper key: made, shown once, and proven to be on paper by four of its groups. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { recoverySheet, type Centre } from '../../shared/centre/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { encodeRecoveryKey, recoveryGroups } from '../platform/crypto/recovery-key.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { recoveryPublicKey } from '../platform/storage/keyring.ts';
import { fourPositions, readGroup } from './recovery-check.ts';

/** How long what was begun waits for its four groups. */
export const paperWaitsMs = 30 * 60_000;

export type NewPaper = {
  /** The half that the archive of keys gets; the other half is on the paper alone. */
  readonly publicKey: string;
  readonly groups: readonly string[];
  /** Four positions, 1 to 14, in order. */
  readonly asked: readonly number[];
  readonly sheet: Uint8Array;
};

export async function makePaper(
  { dbId, centre, today }: { readonly dbId: string; readonly centre: Centre; readonly today: CivilDate },
  printPaper: PaperPrinter,
): Promise<NewPaper> {
  const key = randomBytes(32);
  const groups = recoveryGroups(encodeRecoveryKey(key));
  const publicKey = recoveryPublicKey(key, dbId);
  key.fill(0);
  const { bytes: sheet } = await printPaper(
    recoverySheet(centre, { groups, auditStartKey: null, fingerprint: null }, today),
  );
  return { publicKey, groups, asked: fourPositions(), sheet };
}

function isSameGroup(typed: string, group: string): boolean {
  const [a, b] = [Buffer.from(readGroup(typed)), Buffer.from(group)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether the four groups asked for were typed as they stand on the paper. */
export function isOnPaper(
  { asked, groups }: Pick<NewPaper, 'asked' | 'groups'>,
  typed: readonly { readonly position: number; readonly text: string }[],
): boolean {
  return asked.every((position) => {
    const text = typed.find((one) => one.position === position)?.text ?? '';
    return isSameGroup(text, groups[position - 1] ?? '');
  });
}
