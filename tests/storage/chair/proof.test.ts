/** A password proven from another computer: what it opens, and everything that must open nothing. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { challengeSchema, transcriptOf, type Challenge } from '../../../src/main/platform/chair/messages.ts';
import { makeSlotAtChair, proofOf } from '../../../src/main/platform/chair/at-chair.ts';
import { encryptGcm, hkdf, keyPairOf, sharedSecret } from '../../../src/main/platform/crypto/sealing.ts';
import { replaceSlot } from '../../../src/main/platform/storage/keyring.ts';
import { append } from '../../../src/main/platform/storage/audit-chain.ts';
import { platformOf } from '../../../src/main/platform/storage/platform-tables.ts';
import { cheapKdfPolicy, passphrase } from '../../support/start-application.ts';
import { entry, refusal } from '../fixture.ts';
import { closeKeepers, signInCall, startKeeper, type Companion, type Keeper } from './keeper.ts';

afterEach(closeKeepers);

const challengeOf = async (line: Companion, login: string): Promise<Challenge> =>
  challengeSchema.parse(await line.ask('ask', { login }));

async function proved(line: Companion, challenge: Challenge, login = 'psico', context = line.context) {
  const proof = await proofOf(challenge, { login, passphrase, policy: cheapKdfPolicy, context });
  if (proof === null) throw new Error('wrong password');
  return proof;
}

describe('the right password', () => {
  it('opens a closed record, joins an open one, and is asked again, from another computer', async () => {
    const { room, line, slotOf } = await startKeeper();
    const pc = line();
    const first = await pc.voucher('psico');
    expect(room.isOpen).toBe(false);
    const entered = await pc.at(() => room.unlock('psico', first));
    expect(room.isOpen).toBe(true);
    expect(entered.staffId).toBe(slotOf('psico').staffId);
    expect(keyPairOf(entered.own.secretKey).publicKey.toString('base64')).toBe(slotOf('psico').publicKey);
    const second = await line('pc-3').voucher('legal');
    expect((await line('pc-3').at(() => room.unlock('legal', second))).staffId).toBe(slotOf('legal').staffId);
    const third = await pc.voucher('psico');
    expect(await pc.at(() => room.verify(' Psico ', third))).toBe(true);
    // And at the keeper itself as ever.
    expect(await room.verify('psico', passphrase)).toBe(true);
  });

  it('takes back its attempt and no other one', async () => {
    const { line, loginState, steady } = await startKeeper();
    const pc = line();
    expect(await refusal(() => pc.voucher('psico', 'una-frase-equivocada'))).toBe('wrong-secret/');
    expect(loginState.allowance('psico').waitMs).toBe(1000);
    steady.at += 1000;
    await pc.voucher('psico');
    expect(loginState.allowance('psico').waitMs).toBe(0);
    await loginState.undo('nadie');
    expect(await loginState.succeeded('nadie')).toBe(0);
    expect(await loginState.succeeded('psico')).toBe(1);
  });

  it('opens what a folder with uneven archives has, in the order of the keeper', async () => {
    const { room, line, folder, slotOf } = await startKeeper();
    const before = slotOf('psico');
    await room.unlock('coordina', passphrase);
    const slot = await room.deriveSlot({ staffId: before.staffId, login: 'psico', passphrase: 'otra-frase-mas-larga' });
    const old = readFileSync(join(folder, 'keyring.json'));
    await room.transaction(async (trx) => {
      await room.changeKeyring(trx, (keyring, dek) => replaceSlot(keyring, dek, slot));
      await append(platformOf(trx), entry('keyring.changed'));
    });
    await room.close();
    writeFileSync(join(folder, 'keyring.json.2'), old);
    const pc = line();
    expect((await challengeOf(pc, 'psico')).slots.map((one) => one.slot.slotId)).toEqual([slot.slotId, before.slotId]);
    expect((await challengeOf(pc, 'legal')).slots).toHaveLength(1);
    const again = line('pc-3');
    const voucher = await again.voucher('social');
    expect((await again.at(() => room.unlock('social', voucher))).staffId).toBe(slotOf('social').staffId);
  });
});

describe('a wrong password', () => {
  it('is refused where it is typed, and counted before the slot goes out', async () => {
    const { line, loginState, recorded } = await startKeeper();
    const call = { ...signInCall('psico', 'una-frase-equivocada') };
    expect(await refusal(() => line().chair.replaceSecrets(call, null))).toBe('wrong-secret/');
    expect(recorded).toHaveLength(2);
    expect(await loginState.succeeded('psico')).toBe(1);
  });

  it('has its own words where it is asked again and for a second person', async () => {
    const { line, steady } = await startKeeper();
    const again = { procedure: 'lockCase', input: {}, session: 't', key: null, password: 'una-frase-equivocada' };
    expect(await refusal(() => line().chair.replaceSecrets(again, 'psico'))).toBe('wrong-secret/password-wrong');
    steady.at += 1000;
    const second = { login: 'legal', password: 'una-frase-equivocada' };
    const beside = { ...again, input: { second }, password: passphrase };
    expect(await refusal(() => line().chair.replaceSecrets(beside, 'psico'))).toBe('wrong-secret/second-wrong');
    expect(await refusal(() => line().chair.replaceSecrets(again, null))).toBe('locked/');
  });

  it('makes whoever asks wait, as at the door', async () => {
    const { line, steady } = await startKeeper();
    const pc = line();
    await challengeOf(pc, 'psico');
    expect(await refusal(() => pc.voucher('psico'))).toBe('wrong-secret/wait-before-retry');
    for (let count = 0; count < 9; count += 1) {
      steady.at += 60_000;
      await challengeOf(line(`pc-${count}`), 'psico');
    }
    steady.at += 60_000;
    expect(await refusal(() => pc.voucher('psico'))).toBe('wrong-secret/attempts-exhausted');
    for (let count = 0; count < 90; count += 1) {
      steady.at += 3_600_000;
      await challengeOf(pc, 'psico');
    }
    expect(await refusal(() => pc.voucher('psico'))).toBe('wrong-secret/access-stopped');
    // Nobody else waits for it.
    expect(await pc.voucher('legal')).toMatch(/^cem-voucher:[0-9a-f]{64}$/);
  });

  it('lets nobody ask twice at once', async () => {
    const { line } = await startKeeper();
    const asked = await Promise.allSettled([1, 2, 3].map((pc) => challengeOf(line(`pc-${pc}`), 'psico')));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('waits for the try that runs at the door, and for what it counts', async () => {
    const { line, loginState } = await startKeeper();
    const running = Promise.withResolvers<undefined>();
    const atTheDoor = loginState.inTurn('psico', async () => {
      await running.promise;
      return loginState.failed('psico');
    });
    const asked = refusal(() => challengeOf(line(), 'psico'));
    await challengeOf(line('pc-3'), 'legal');
    running.resolve(undefined);
    expect(await atTheDoor).toBe(true);
    expect(await asked).toBe('wrong-secret/wait-before-retry');
  });

  it('is said where the disk takes no count', async () => {
    const { line, loginState, room } = await startKeeper();
    room.archives();
    loginState.failed = () => Promise.resolve(false);
    expect(await refusal(() => line().voucher('psico'))).toBe('wrong-secret/attempt-unwritten');
  });
});

/** A value in its shape alone. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.length : value;
  return Object.entries(value).map(([key, held]) => [key, shapeOf(held)]);
}

describe('a login that nobody has', () => {
  it('is answered like one that somebody has, and the same each time', async () => {
    const { line, steady, folder } = await startKeeper();
    const pc = line();
    const known = await challengeOf(pc, 'social');
    const nobody = await challengeOf(pc, 'sucial');
    expect(shapeOf(nobody)).toEqual(shapeOf(known));
    steady.at += 100_000;
    const again = await challengeOf(line('pc-3'), ' SUCIAL');
    expect(again.slots).toEqual(nobody.slots);
    expect(again.ephemeral).not.toBe(nobody.ephemeral);
    const other = await challengeOf(pc, 'secial');
    const values = (slot: object) => JSON.stringify(slot).match(/[\w+/=-]{17,}/g) ?? [];
    const shared = values(other.slots[0]?.slot ?? {}).filter((one) => JSON.stringify(nobody).includes(one));
    expect(shared).toEqual([]);
    expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).not.toContain(nobody.slots[0]?.slot.slotId);
  });

  it('is refused where it is typed, counted, and opens nothing', async () => {
    const { line, loginState } = await startKeeper();
    expect(await refusal(() => line().voucher('sucial'))).toBe('wrong-secret/');
    expect(await loginState.succeeded('sucial')).toBe(1);
    expect(await refusal(() => line().voucher('no es un usuario'))).toBe('wrong-secret/');
  });
});

describe('a challenge', () => {
  const refused = async (keeper: Keeper, change: (pc: Companion) => Promise<unknown>) => {
    const failed = await refusal(() => change(keeper.line()));
    // It stays counted.
    expect(await keeper.loginState.succeeded('psico')).toBe(1);
    return failed;
  };

  it('is answered once, right or wrong', async () => {
    const { line } = await startKeeper();
    const pc = line();
    const proof = await proved(pc, await challengeOf(pc, 'psico'));
    await pc.ask('prove', proof);
    expect(await refusal(() => pc.ask('prove', proof))).toBe('wrong-secret/');
    const next = await proved(pc, await challengeOf(pc, 'psico'));
    const tag = randomBytes(16).toString('base64');
    expect(await refusal(() => pc.ask('prove', { ...next, box: { ...next.box, tag } }))).toBe('wrong-secret/');
    expect(await refusal(() => pc.ask('prove', next))).toBe('wrong-secret/');
  });

  it('takes no box of another challenge', async () => {
    const keeper = await startKeeper();
    const replayed = async (pc: Companion) => {
      const recorded = await proved(pc, await challengeOf(pc, 'psico'));
      await pc.ask('prove', recorded);
      const { challengeId } = await challengeOf(pc, 'psico');
      return pc.ask('prove', { ...recorded, challengeId });
    };
    expect(await refused(keeper, replayed)).toBe('wrong-secret/');
  });

  it('is of its connection and of its line', async () => {
    const keeper = await startKeeper();
    const elsewhere = async (pc: Companion) => {
      const proof = await proved(pc, await challengeOf(pc, 'psico'));
      return keeper.line('pc-9', { context: pc.context }).ask('prove', proof);
    };
    expect(await refused(keeper, elsewhere)).toBe('wrong-secret/');
    // Somebody between the two has a line to each, and each has its own exporter.
    const between = async (pc: Companion) => {
      const proof = await proved(pc, await challengeOf(pc, 'psico'), 'psico', 'cd'.repeat(32));
      return pc.ask('prove', proof);
    };
    expect(await refused(keeper, between)).toBe('wrong-secret/');
    const reconnected = async (pc: Companion) => {
      const proof = await proved(pc, await challengeOf(pc, 'psico'), 'psico', 'cd'.repeat(32));
      return keeper.line(pc.connection, { context: 'cd'.repeat(32) }).ask('prove', proof);
    };
    expect(await refused(keeper, reconnected)).toBe('wrong-secret/');
    const carriedOver = async (pc: Companion) => {
      const proof = await proved(pc, await challengeOf(pc, 'psico'));
      return keeper.line(pc.connection, { context: 'cd'.repeat(32) }).ask('prove', proof);
    };
    expect(await refused(keeper, carriedOver)).toBe('wrong-secret/');
  });

  it('lasts a minute', async () => {
    const keeper = await startKeeper();
    const late = async (pc: Companion) => {
      const proof = await proved(pc, await challengeOf(pc, 'psico'));
      keeper.steady.at += 60_000;
      return pc.ask('prove', proof);
    };
    expect(await refused(keeper, late)).toBe('wrong-secret/');
    const pc = keeper.line();
    const proof = await proved(pc, await challengeOf(pc, 'psico'));
    keeper.steady.at += 59_999;
    expect(await pc.ask('prove', proof)).toHaveProperty('voucher');
  });

  it('takes the secret of that slot and of no other one', async () => {
    const keeper = await startKeeper();
    const foreign = async (pc: Companion) => {
      const challenge = await challengeOf(pc, 'psico');
      const [offered] = challenge.slots;
      if (offered === undefined) throw new Error('none');
      // The same slot with a pair of one's own in it: what a password nobody set would open.
      const { dbId, practice, slot } = offered;
      const person = { staffId: slot.staffId, login: 'psico' };
      const own = await makeSlotAtChair({ identity: { dbId, practice }, person, passphrase, kdf: slot.kdf });
      const proof = await proved(pc, { ...challenge, slots: [{ dbId, practice, slot: own.slot }] });
      return pc.ask('prove', { ...proof, slotId: slot.slotId });
    };
    expect(await refused(keeper, foreign)).toBe('wrong-secret/');
  });

  it('takes no other secret from whoever has that of the slot', async () => {
    const keeper = await startKeeper();
    const { secretKey } = await keeper.secretsOf('psico');
    const other = async (pc: Companion) => {
      const { challengeId, ephemeral, slots } = await challengeOf(pc, 'psico');
      const [offered] = slots;
      if (offered === undefined) throw new Error('none');
      const { context } = pc;
      const said = transcriptOf({ purpose: 'prove', challengeId, context, ephemeral, ...offered });
      const shared = sharedSecret(secretKey, Buffer.from(ephemeral, 'base64'));
      const both = [ephemeral, offered.slot.publicKey].map((one) => Buffer.from(one, 'base64'));
      const key = hkdf(shared, 'cem-chair|v1|prove', Buffer.concat(both));
      const sent = async (content: Buffer) => {
        const { nonce, ct, tag } = encryptGcm(key, content, said);
        const b64 = (bytes: Buffer) => bytes.toString('base64');
        const box = { nonce: b64(nonce), ct: b64(ct), tag: b64(tag) };
        return pc.ask('prove', { challengeId, slotId: offered.slot.slotId, box });
      };
      return sent;
    };
    expect(await refused(keeper, async (pc) => (await other(pc))(Buffer.alloc(32, 3)))).toBe('wrong-secret/');
    expect(await (await other(keeper.line()))(secretKey)).toHaveProperty('voucher');
  });

  it('is bound to each thing that was said', () => {
    const slot = { slotId: 'a', kind: 'staff', staffId: 'b', login: 'c', device: 'none', publicKey: 'd' } as const;
    const kdf = { alg: 'argon2id', version: 19, m: 1, t: 1, p: 1, salt: 'e' } as const;
    const whole = { ...slot, kdf, wrappedSecretKey: { nonce: 'f', ct: 'g', tag: 'h' } };
    const said = {
      purpose: 'prove',
      challengeId: 'i',
      context: 'j',
      ephemeral: 'k',
      dbId: 'l',
      practice: true,
    } as const;
    const others = [
      ...[{ purpose: 'new-slot' as const }, { challengeId: 'x' }, { context: 'x' }, { ephemeral: 'x' }, { dbId: 'x' }],
      ...[{ practice: false }, { slot: { ...whole, login: 'x' } }, { slot: { ...whole, kdf: { ...kdf, m: 2 } } }],
      ...[
        { slot: { ...whole, slotId: 'x' } },
        { slot: { ...whole, staffId: 'x' } },
        { slot: { ...whole, publicKey: 'x' } },
      ],
    ];
    const transcripts = [{}, ...others].map((other) => transcriptOf({ ...said, slot: whole, ...other }));
    expect(new Set(transcripts).size).toBe(others.length + 1);
  });

  it('is no more than its fields', async () => {
    const { line } = await startKeeper();
    const ask = (name: string, body: unknown) => refusal(() => line().ask(name, body));
    expect(await ask('ask', { login: 'psico', more: 1 })).toBe('invalid/message-limits');
    expect(await ask('ask', { login: 'x'.repeat(65) })).toBe('invalid/message-limits');
    expect(await ask('prove', { challengeId: 'x' })).toBe('invalid/message-limits');
    expect(await ask('toString', {})).toBe('not-found/');
    expect(await ask('askNewSlot', { session: 'nobody' })).toBe('locked/');
  });
});

describe('what the keeper asks', () => {
  const answering = async (change: (challenge: Challenge) => unknown, policy = cheapKdfPolicy) => {
    const { line } = await startKeeper();
    const pc = line();
    const challenge = await challengeOf(pc, 'psico');
    const { makeChair } = await import('../../../src/main/computers/companion-chair.ts');
    const said: string[] = [];
    const call = (name: string) => {
      said.push(name);
      return Promise.resolve(change(challenge));
    };
    const chair = makeChair({ call, exporter: () => pc.context, policy });
    const failed = await refusal(() => chair.replaceSecrets(signInCall('psico'), null));
    expect(said).toEqual(['ask']);
    return failed;
  };
  const withKdf = (kdf: { m?: number; t?: number }) => (challenge: Challenge) => ({
    ...challenge,
    slots: challenge.slots.map((one) => ({ ...one, slot: { ...one.slot, kdf: { ...one.slot.kdf, ...kdf } } })),
  });

  it('is refused before any work when it is too cheap, too dear, or of somebody else', async () => {
    const dear = { ...cheapKdfPolicy, floor: { m: 65, t: 1, p: 1 } };
    expect(await answering(withKdf({}), dear)).toBe('rule-broken/keeper-unsound');
    expect(await answering(withKdf({ m: 8 }))).toBe('rule-broken/keeper-unsound');
    expect(await answering(withKdf({ m: 1_073_741_824 }))).toBe('rule-broken/keeper-unsound');
    expect(await answering(withKdf({ t: 1_000_000 }))).toBe('rule-broken/keeper-unsound');
    const legal = (challenge: Challenge) => ({
      ...challenge,
      slots: challenge.slots.map((one) => ({ ...one, slot: { ...one.slot, login: 'legal' } })),
    });
    expect(await answering(legal)).toBe('rule-broken/keeper-unsound');
    expect(await answering(() => ({ ok: true }))).toBe('rule-broken/keeper-unsound');
    expect(await answering((one) => ({ ...one, slots: Array(5).fill(one.slots[0]) }))).toBe(
      'rule-broken/keeper-unsound',
    );
  });

  it('gets nothing sealed to a key that is none, nor for a slot of other authenticated data', async () => {
    const none = Buffer.alloc(32).toString('base64');
    expect(await answering((one) => ({ ...one, ephemeral: none }))).toBe('rule-broken/keeper-unsound');
    const other = (challenge: Challenge) => ({
      ...challenge,
      slots: challenge.slots.map((one) => ({ ...one, practice: !one.practice })),
    });
    expect(await answering(other)).toBe('wrong-secret/');
  });
});
