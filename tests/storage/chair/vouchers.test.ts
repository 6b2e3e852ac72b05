/** What a voucher stands for, for whom, and for how long; and what is left in memory of it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { challengeSchema } from '../../../src/main/platform/chair/messages.ts';
import { keyPairOf } from '../../../src/main/platform/crypto/sealing.ts';
import {
  giveCompartment,
  newCompartmentKey,
  openCompartment,
} from '../../../src/main/platform/storage/compartments.ts';
import { append } from '../../../src/main/platform/storage/audit-chain.ts';
import { resealed, unlockAny } from '../../../src/main/platform/storage/keyring.ts';
import { platformOf } from '../../../src/main/platform/storage/platform-tables.ts';
import { cheapKdfPolicy, passphrase } from '../../support/start-application.ts';
import { entry, refusal } from '../fixture.ts';
import { closeKeepers, startKeeper } from './keeper.ts';

afterEach(closeKeepers);

describe('a voucher', () => {
  it('is good once', async () => {
    const { room, line } = await startKeeper();
    const pc = line();
    const voucher = await pc.voucher('psico');
    await pc.at(() => room.unlock('psico', voucher));
    expect(await refusal(() => pc.at(() => room.unlock('psico', voucher)))).toBe('wrong-secret/');
    expect(await pc.at(() => room.verify('psico', voucher))).toBe(false);
  });

  it('is good on its line and for its login', async () => {
    const { room, line } = await startKeeper();
    const [pc, other] = [line(), line('pc-3')];
    const voucher = await pc.voucher('psico');
    expect(await refusal(() => other.at(() => room.unlock('psico', voucher)))).toBe('wrong-secret/');
    expect(await refusal(() => room.unlock('psico', voucher))).toBe('wrong-secret/');
    await pc.at(() => room.unlock('psico', voucher));
    const next = await pc.voucher('psico');
    expect(await pc.at(() => room.verify('legal', next))).toBe(false);
    // Shown for somebody else it is spent.
    expect(await pc.at(() => room.verify('psico', next))).toBe(false);
  });

  it('lasts a minute, and no longer than its line', async () => {
    const { door, line, steady } = await startKeeper();
    const pc = line();
    const late = await pc.voucher('psico');
    steady.at += 60_000;
    expect(door.redeem('pc-2', 'psico', late)).toBeNull();
    const cut = await pc.voucher('psico');
    door.drop('pc-3');
    door.drop('pc-2');
    expect(door.redeem('pc-2', 'psico', cut)).toBeNull();
    const kept = await pc.voucher('psico');
    steady.at += 59_999;
    expect(door.redeem('pc-2', ' PSICO', kept)).not.toBeNull();
  });

  it('is the only text that a companion may send in place of a password', async () => {
    const { room, line, door } = await startKeeper();
    await room.unlock('coordina', passphrase);
    expect(await refusal(() => line().at(() => room.unlock('psico', passphrase)))).toBe('wrong-secret/');
    expect(door.redeem('pc-2', 'psico', `cem-voucher:${'0'.repeat(64)}`)).toBeNull();
  });

  it('is one of eight at most on one line', async () => {
    const { line, door } = await startKeeper();
    const pc = line();
    const vouchers: string[] = [];
    for (let count = 0; count < 9; count += 1) vouchers.push(await pc.voucher('psico'));
    const redeemed = vouchers.map((one) => door.redeem('pc-2', 'psico', one) !== null);
    expect(redeemed).toEqual([false, ...Array<boolean>(8).fill(true)]);
  });
});

describe('a secret in place of a password', () => {
  it('opens only the slot it is of', async () => {
    const { room, line, slotOf, secretsOf } = await startKeeper();
    const { secretKey } = await secretsOf('psico');
    const own = () => ({ slotId: slotOf('psico').slotId, secretKey: Buffer.from(secretKey) });
    expect(await refusal(() => room.unlock('legal', own()))).toBe('wrong-secret/');
    expect(await refusal(() => room.unlock('psico', { ...own(), slotId: slotOf('legal').slotId }))).toBe(
      'wrong-secret/',
    );
    expect(await refusal(() => room.unlock('psico', { ...own(), secretKey: Buffer.alloc(32, 1) }))).toBe(
      'wrong-secret/',
    );
    expect(await refusal(() => room.unlock('psico', { ...own(), secretKey: Buffer.alloc(3) }))).toBe('wrong-secret/');
    expect(room.isOpen).toBe(false);
    expect((await room.unlock('psico', own())).staffId).toBe(slotOf('psico').staffId);
    expect(await refusal(() => room.join('legal', own()))).toBe('wrong-secret/');
    expect(await line().voucher('psico')).toContain('cem-voucher:');
  });

  it('opens no archive of another epoch than that of its seal', async () => {
    const { room, slotOf, secretsOf } = await startKeeper();
    await room.unlock('coordina', passphrase);
    const next = resealed(room.keyring, room.dek, Buffer.alloc(32, 9));
    const slots = next.slots.map((slot) => room.keyring.slots.find(({ slotId }) => slotId === slot.slotId) ?? slot);
    const own = { slotId: slotOf('psico').slotId, secretKey: (await secretsOf('psico')).secretKey };
    expect(await unlockAny([{ ...next, slots }], 'psico', own, cheapKdfPolicy)).toEqual([]);
    const [opened] = await unlockAny([next], 'psico', own, cheapKdfPolicy);
    expect(opened?.unlocked.dek.equals(Buffer.alloc(32, 9))).toBe(true);
  });

  it('goes on in the session: what is sealed to a person opens with it', async () => {
    const { room, line, slotOf } = await startKeeper();
    await room.unlock('coordina', passphrase);
    const held = newCompartmentKey(1);
    const giving = { compartment: 'psychology', held, epoch: 1, staffIds: [slotOf('psico').staffId] } as const;
    await room.transaction(async (trx) => {
      await room.changeKeyring(trx, (keyring, dek) => giveCompartment(keyring, dek, giving));
      await append(platformOf(trx), entry('notes.keyGiven'));
    });
    await room.close();
    const pc = line();
    const voucher = await pc.voucher('psico');
    const { own } = await pc.at(() => room.unlock('psico', voucher));
    expect(openCompartment(room.keyring, 'psychology', own)?.key.equals(held.key)).toBe(true);
  });
});

/** Each Buffer of 32 bytes that was filled with zeros, as it was before. */
function watchZeros(): string[] {
  const zeroed: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called below on the Buffer it is asked of
  const { fill } = Uint8Array.prototype;
  vi.spyOn(Buffer.prototype, 'fill').mockImplementation(function (this: Buffer, value: unknown) {
    if (value === 0 && this.length === 32) zeroed.push(this.toString('hex'));
    return fill.call(this, Number(value)) as Buffer;
  });
  return zeroed;
}

describe('in memory', () => {
  it('nothing is left of a proof: neither at the companion nor at the keeper', async () => {
    const { room, line, secretsOf } = await startKeeper();
    const { kek, secretKey } = await secretsOf('psico');
    const [kekHex, secretHex] = [kek.toString('hex'), secretKey.toString('hex')];
    const pc = line();
    const zeroed = watchZeros();
    const times = (hex: string) => zeroed.filter((one) => one === hex).length;
    const challenge = challengeSchema.parse(await pc.ask('ask', { login: 'legal' }));
    const ephemerals = () =>
      zeroed.filter((one) => keyPairOf(Buffer.from(one, 'hex')).publicKey.toString('base64') === challenge.ephemeral);
    const voucher = await pc.voucher('psico');
    // Two of them what decrypting left, once at each end.
    expect([times(kekHex), times(secretHex)]).toEqual([1, 3]);
    const { own } = await pc.at(() => room.unlock('psico', voucher));
    // The opened archive and the voucher; the copy that goes on in the session is the caller's.
    expect(times(secretHex)).toBe(5);
    expect(own.secretKey.toString('hex')).toBe(secretHex);
    expect(ephemerals()).toHaveLength(0);
  });

  it('what was not used goes with its line and with its minute', async () => {
    const { door, line, steady, secretsOf } = await startKeeper();
    const secretHex = (await secretsOf('psico')).secretKey.toString('hex');
    const pc = line();
    const zeroed = watchZeros();
    const times = () => zeroed.filter((one) => one === secretHex).length;
    const asked = async (login: string) => challengeSchema.parse(await pc.ask('ask', { login })).ephemeral;
    const isGone = (ephemeral: string) =>
      zeroed.some((one) => keyPairOf(Buffer.from(one, 'hex')).publicKey.toString('base64') === ephemeral);
    await pc.voucher('psico');
    const first = await asked('legal');
    expect([times(), isGone(first)]).toEqual([3, false]);
    door.drop('pc-2');
    expect([times(), isGone(first)]).toEqual([4, true]);
    await pc.voucher('psico');
    const second = await asked('social');
    expect([times(), isGone(second)]).toEqual([7, false]);
    steady.at += 60_000;
    door.sweep();
    expect([times(), isGone(second)]).toEqual([8, true]);
    const spent = await pc.voucher('psico');
    expect(door.redeem('pc-2', 'legal', spent)).toBeNull();
    expect(times()).toBe(12);
  });

  it('the ephemeral key of a proof is gone with its answer', async () => {
    const { line } = await startKeeper();
    const pc = line();
    const zeroed = watchZeros();
    const { ephemeral, challengeId, slots } = challengeSchema.parse(await pc.ask('ask', { login: 'psico' }));
    const box = { nonce: Buffer.alloc(12), ct: Buffer.alloc(32), tag: Buffer.alloc(16) };
    const inBase64 = Object.fromEntries(Object.entries(box).map(([key, held]) => [key, held.toString('base64')]));
    const wrong = { challengeId, slotId: slots[0]?.slot.slotId, box: inBase64 };
    expect(await refusal(() => pc.ask('prove', wrong))).toBe('wrong-secret/');
    const publics = zeroed.map((one) => keyPairOf(Buffer.from(one, 'hex')).publicKey.toString('base64'));
    expect(publics).toContain(ephemeral);
  });
});
