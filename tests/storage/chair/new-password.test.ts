/** A password of one's own that is set at another computer; and the whole of what was said, searched for what it hides. */
import { afterEach, describe, expect, it } from 'vitest';
import { newSlotProofOf } from '../../../src/main/platform/chair/at-chair.ts';
import {
  newSlotChallengeSchema,
  voucherSchema,
  type NewSlotChallenge,
} from '../../../src/main/platform/chair/messages.ts';
import { append } from '../../../src/main/platform/storage/audit-chain.ts';
import { replaceSlot, type StaffSlot } from '../../../src/main/platform/storage/keyring.ts';
import { platformOf } from '../../../src/main/platform/storage/platform-tables.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { cheapKdfPolicy, passphrase } from '../../support/start-application.ts';
import { entry, refusal } from '../fixture.ts';
import { closeKeepers, signInCall, startKeeper, type Companion, type Keeper } from './keeper.ts';

afterEach(closeKeepers);

const newPassphrase = 'Calabaza ñata, 8 fósforos mojados';

const changeCall = (text = newPassphrase, password = passphrase): Call => ({
  ...{ procedure: 'changeOwnPassphrase', input: { newPassphrase: text } },
  ...{ session: 'token-1', key: crypto.randomUUID(), password },
});

async function signedIn(keeper: Keeper): Promise<Companion> {
  const pc = keeper.line();
  const voucher = await pc.voucher('psico');
  const { own, staffId } = await pc.at(() => keeper.room.unlock('psico', voucher));
  own.secretKey.fill(0);
  keeper.sessions.set('token-1', { staffId, login: 'psico' });
  return pc;
}

/** As the service does at the keeper: the old one proven, the slot derived, then stored. */
async function change({ room, slotOf, recorded }: Keeper, pc: Companion, call = changeCall()): Promise<StaffSlot> {
  const sent = await pc.chair.replaceSecrets(call, 'psico');
  recorded.push(JSON.stringify(sent));
  const { staffId } = slotOf('psico');
  const text = (sent.input as { newPassphrase: string }).newPassphrase;
  return pc.at(async () => {
    expect(await room.verify('psico', sent.password ?? '')).toBe(true);
    const { slot, secretKey } = await room.deriveOwnSlot({ staffId, login: 'psico', passphrase: text });
    secretKey.fill(0);
    await room.transaction(async (trx) => {
      await room.changeKeyring(trx, (keyring, dek) => replaceSlot(keyring, dek, slot));
      await append(platformOf(trx), entry('staff.passphraseChanged'));
    });
    return slot;
  });
}

describe('a new password', () => {
  it('typed at the companion enters from there and at the keeper, open and closed; the old one does not', async () => {
    const keeper = await startKeeper();
    const { room, line, steady } = keeper;
    const pc = await signedIn(keeper);
    await change(keeper, pc);
    expect(await room.verify('psico', passphrase)).toBe(false);
    expect(await room.verify('psico', newPassphrase)).toBe(true);
    expect(await refusal(() => pc.voucher('psico'))).toBe('wrong-secret/');
    await room.close();
    expect(await refusal(() => room.unlock('psico', passphrase))).toBe('wrong-secret/');
    (await room.unlock('psico', newPassphrase)).own.secretKey.fill(0);
    await room.close();
    steady.at += 60_000;
    const next = line('pc-3');
    const voucher = await next.voucher('psico', newPassphrase);
    (await next.at(() => room.unlock('psico', voucher))).own.secretKey.fill(0);
    expect(room.isOpen).toBe(true);
  });

  it('keeps the rules where it is typed, before anything is proven', async () => {
    const keeper = await startKeeper();
    const pc = await signedIn(keeper);
    const said = keeper.recorded.length;
    const refused = async (text: string) => {
      try {
        await pc.chair.replaceSecrets(changeCall(text), 'psico');
      } catch (error) {
        if (error instanceof ExpectedFailure) return error.failure;
      }
      throw new Error('taken');
    };
    const short = await refused('corta');
    expect(short.reason).toBe('password-refused');
    expect(short.issues).toMatchObject([{ path: 'newPassphrase' }]);
    expect((await refused('Villa Inventada Villa')).issues[0]?.message).toContain('nombre del centro');
    expect((await refused('psicopsico psico 2024')).reason).toBe('password-refused');
    expect(keeper.recorded.slice(said).join()).not.toContain('slots');
    expect(await keeper.loginState.succeeded('psico')).toBe(0);
  });

  it('wants the old one as well, and a session', async () => {
    const keeper = await startKeeper();
    const pc = await signedIn(keeper);
    const wrong = changeCall(newPassphrase, 'una-frase-equivocada');
    expect(await refusal(() => pc.chair.replaceSecrets(wrong, 'psico'))).toBe('wrong-secret/password-wrong');
    const ended = { ...changeCall(), session: 'token-2' };
    expect(await refusal(() => pc.chair.replaceSecrets(ended, 'psico'))).toBe('locked/');
    expect(await refusal(() => pc.chair.replaceSecrets({ ...changeCall(), session: null }, 'psico'))).toBe('locked/');
    expect(await refusal(() => pc.chair.replaceSecrets(changeCall(), null))).toBe('locked/');
  });
});

describe('the keeper takes a new slot', () => {
  const challengeOf = async (pc: Companion): Promise<NewSlotChallenge> =>
    newSlotChallengeSchema.parse(await pc.ask('askNewSlot', { session: 'token-1' }));
  const made = async (pc: Companion, asked: (challenge: NewSlotChallenge) => NewSlotChallenge = (one) => one) => {
    const challenge = asked(await challengeOf(pc));
    const typing = { login: challenge.login, passphrase: newPassphrase, policy: cheapKdfPolicy, context: pc.context };
    return newSlotProofOf(challenge, typing);
  };
  const keep = (pc: Companion, proof: unknown) => refusal(() => pc.ask('keepNewSlot', proof));

  it('of the person of the session, of this record and at its cost', async () => {
    const keeper = await startKeeper();
    const pc = await signedIn(keeper);
    expect(await keep(pc, await made(pc, (one) => ({ ...one, login: 'legal' })))).toBe('wrong-secret/');
    const { staffId } = keeper.slotOf('legal');
    expect(await keep(pc, await made(pc, (one) => ({ ...one, staffId })))).toBe('wrong-secret/');
    const dear = { m: 128, t: 1, p: 1 };
    expect(await keep(pc, await made(pc, (one) => ({ ...one, kdf: dear })))).toBe('wrong-secret/');
    expect(await keep(pc, await made(pc, (one) => ({ ...one, dbId: crypto.randomUUID() })))).toBe('wrong-secret/');
    expect(await keep(pc, await made(pc, (one) => ({ ...one, practice: !one.practice })))).toBe('wrong-secret/');
    expect(await keep(pc, await made(pc))).toBe('none');
  });

  it('once, from its own line, unaltered', async () => {
    const keeper = await startKeeper();
    const pc = await signedIn(keeper);
    const proof = await made(pc);
    expect(await keep(keeper.line('pc-3'), proof)).toBe('wrong-secret/');
    expect(await keep(pc, proof)).toBe('none');
    expect(await keep(pc, proof)).toBe('wrong-secret/');
    const other = await made(pc);
    const slot = { ...other.slot, kdf: { ...other.slot.kdf, salt: Buffer.alloc(16).toString('base64') } };
    expect(await keep(pc, { ...other, slot })).toBe('wrong-secret/');
    const elsewhere = keeper.line('pc-2', { context: 'cd'.repeat(32) });
    expect(await keep(elsewhere, await made(pc))).toBe('wrong-secret/');
  });

  it('for one change of that person, on that line; a voucher of one kind is none of the other', async () => {
    const keeper = await startKeeper();
    const { room, slotOf, line, door } = keeper;
    const pc = await signedIn(keeper);
    const voucherOf = async () => voucherSchema.parse(await pc.ask('keepNewSlot', await made(pc))).voucher;
    const psico = { staffId: slotOf('psico').staffId, login: 'psico' };
    const derived = (on: Companion, text: string, person = psico) =>
      refusal(() => on.at(() => room.deriveOwnSlot({ ...person, passphrase: text })));
    const voucher = await voucherOf();
    expect(voucher).toMatch(/^cem-new-slot:[0-9a-f]{64}$/);
    expect(await derived(line('pc-3'), voucher)).toBe('wrong-secret/');
    expect(await pc.at(() => room.verify('psico', voucher))).toBe(false);
    expect(await derived(pc, voucher)).toBe('none');
    expect(await derived(pc, voucher)).toBe('wrong-secret/');
    expect(await derived(pc, await pc.voucher('psico'))).toBe('wrong-secret/');
    expect(await derived(pc, newPassphrase)).toBe('wrong-secret/');
    const legal = { staffId: slotOf('legal').staffId, login: 'legal' };
    expect(await derived(pc, await voucherOf(), legal)).toBe('wrong-secret/');
    const dropped = await voucherOf();
    door.drop('pc-2');
    expect(door.redeemNewSlot('pc-2', psico, dropped)).toBeNull();
  });

  it('never for a code that the keeper makes itself, whoever asks for it', async () => {
    const keeper = await startKeeper();
    const { room, slotOf } = keeper;
    const pc = await signedIn(keeper);
    const person = { staffId: slotOf('social').staffId, login: 'social', passphrase: 'codigo-hecho-en-la-otra' };
    const slot = await pc.at(() => room.deriveSlot(person));
    expect(slot).toMatchObject({ staffId: person.staffId, login: 'social' });
  });

  it('that is sound in itself, whoever hands it over', async () => {
    const keeper = await startKeeper();
    const { room, door, slotOf } = keeper;
    const pc = await signedIn(keeper);
    const psico = { staffId: slotOf('psico').staffId, login: 'psico' };
    const adopted = async (alter: (made: NonNullable<ReturnType<typeof door.redeemNewSlot>>) => object) => {
      const { voucher } = voucherSchema.parse(await pc.ask('keepNewSlot', await made(pc)));
      const found = door.redeemNewSlot('pc-2', psico, voucher);
      if (found === null) throw new Error('none');
      const altered = { ...found, ...alter(found) };
      const redeem = door.redeemNewSlot.bind(door);
      door.redeemNewSlot = () => altered;
      try {
        const failed = await refusal(() => pc.at(() => room.deriveOwnSlot({ ...psico, passphrase: 'x' })));
        return [failed, altered.secretKey.every((byte) => byte === 0)];
      } finally {
        door.redeemNewSlot = redeem;
      }
    };
    const refused = ['wrong-secret/', true];
    expect(await adopted(() => ({}))).toEqual(['none', false]);
    expect(await adopted(() => ({ dbId: crypto.randomUUID() }))).toEqual(refused);
    expect(await adopted(({ practice }) => ({ practice: !practice }))).toEqual(refused);
    expect(await adopted(() => ({ secretKey: Buffer.alloc(32, 5) }))).toEqual(refused);
    expect(await adopted(({ slot }) => ({ slot: { ...slot, kdf: { ...slot.kdf, m: 8 } } }))).toEqual(refused);
    expect(await adopted(({ slot }) => ({ slot: { ...slot, login: 'legal' } }))).toEqual(refused);
    expect(await adopted(({ slot }) => ({ slot: { ...slot, staffId: slotOf('legal').staffId } }))).toEqual(refused);
    expect(await adopted(({ slot }) => ({ slot: { ...slot, slotId: slotOf('legal').slotId } }))).toEqual(refused);
    expect(await adopted(({ slot }) => ({ slot: { ...slot, slotId: 'x' } }))).toEqual(refused);
  });
});

/** Every text of a recording as bytes: as it stands, and as what it may be the spelling of. */
function bytesIn(recorded: readonly string[]): Buffer {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const one of recorded) collect(JSON.parse(one));
  const spelled = texts.flatMap((text) => [
    ...[Buffer.from(text), Buffer.from(text.normalize('NFKC'))],
    ...[Buffer.from(text, 'base64'), Buffer.from(text.replace(/^[^:]*:/, ''), 'hex')],
  ]);
  return Buffer.concat([...recorded.map((one) => Buffer.from(one)), ...spelled]);
}

describe('all that was said', () => {
  it('holds no password, no key of a slot, no secret and no database key', async () => {
    const keeper = await startKeeper();
    const { room, line, recorded, secretsOf, steady } = keeper;
    const secrets = [await secretsOf('psico'), await secretsOf('legal'), await secretsOf('coordina')];
    const pc = await signedIn(keeper);
    for (const login of ['legal', 'coordina']) {
      const other = line(`pc-${login}`);
      const voucher = await other.voucher(login);
      (await other.at(() => room.unlock(login, voucher))).own.secretKey.fill(0);
    }
    await refusal(() => pc.voucher('social', 'una-frase-equivocada'));
    const second = { login: 'legal', password: passphrase };
    const beside: Call = { ...changeCall(), procedure: 'endReadOnly', input: { second, words: 'algo' } };
    recorded.push(JSON.stringify(await pc.chair.replaceSecrets(beside, 'psico')));
    await change(keeper, pc);
    steady.at += 60_000;
    secrets.push(await secretsOf('psico', newPassphrase));
    await pc.voucher('psico', newPassphrase);

    const said = bytesIn(recorded);
    expect(recorded.length).toBeGreaterThan(25);
    expect(said.includes(Buffer.from('cem-voucher:'))).toBe(true);
    const words = [passphrase, newPassphrase, 'una-frase-equivocada'].map((text) =>
      Buffer.from(text.normalize('NFKC')),
    );
    const keys = [room.dek, ...secrets.flatMap(({ kek, secretKey }) => [kek, secretKey])];
    const needles = [...words, ...keys].flatMap((bytes) => [
      ...[bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64').replace(/=+$/, ''))],
      Buffer.from(bytes.toString('base64url')),
    ]);
    expect(needles.length).toBeGreaterThan(40);
    expect(needles.filter((needle) => said.includes(needle))).toEqual([]);
    // The search finds what is there: the public half of the same slot.
    expect(said.includes(Buffer.from(keeper.slotOf('legal').publicKey, 'base64'))).toBe(true);
    expect(bytesIn([JSON.stringify(signInCall('psico'))]).includes(words[0] ?? '')).toBe(true);
  });
});
