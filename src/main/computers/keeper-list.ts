/** What the computer that keeps the record knows while nobody has opened it: `lan/keeper.json`. */
import { randomBytes } from 'node:crypto';
import { usualPort } from '../../shared/companions/index.ts';
import { z } from '../../shared/platform/zod.ts';
import type { Pin } from '../companions/index.ts';

export const settingsSchema = z.strictObject({
  format: z.literal(1),
  isOn: z.boolean(),
  address: z.string().nullable(),
  port: z.int(),
  /** Base64 of 32 bytes. */
  fakeKey: z.base64(),
  companions: z.array(z.strictObject({ fingerprint: z.string(), name: z.string(), isRevoked: z.boolean() })),
});
export type Settings = z.infer<typeof settingsSchema>;

export const atFirst = (): Settings => ({
  ...{ format: 1, isOn: false, address: null, port: usualPort, companions: [] },
  fakeKey: randomBytes(32).toString('base64'),
});

/**
 * Who may connect, as the record says. Only who was disconnected stays so, whatever it says now: a record that was put back
 * from a copy of before knows nothing of it, and the computer may have been stolen since.
 */
export function stillRevoked(before: readonly Pin[], said: readonly Pin[]): Pin[] {
  const revoked = before.filter(({ isRevoked }) => isRevoked);
  const isGone = (fingerprint: string) => revoked.some((one) => one.fingerprint === fingerprint);
  const absent = revoked.filter(({ fingerprint }) => said.every((one) => one.fingerprint !== fingerprint));
  return [...said.map((pin) => ({ ...pin, isRevoked: pin.isRevoked || isGone(pin.fingerprint) })), ...absent];
}
