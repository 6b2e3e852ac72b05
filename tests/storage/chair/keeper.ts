/** A keeper on a copy of the template centre, and lines to it that keep all that is said on them. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../../src/main/migrations/index.ts';
import { answeredHere, makeChair } from '../../../src/main/computers/companion-chair.ts';
import { answerQuestion } from '../../../src/main/platform/chair/answer-question.ts';
import type { Chair } from '../../../src/main/platform/chair/chair.ts';
import { ChairDoor, type Person } from '../../../src/main/platform/chair/door.ts';
import type { KdfPolicy } from '../../../src/main/platform/crypto/kdf.ts';
import { staffSlotsOf } from '../../../src/main/platform/storage/keyring-format.ts';
import type { StaffSlot } from '../../../src/main/platform/storage/keyring.ts';
import { LoginState } from '../../../src/main/platform/storage/login-state.ts';
import { kekOf, unwrapSecret } from '../../../src/main/platform/storage/slot-secret.ts';
import { Strongroom } from '../../../src/main/platform/storage/strongroom.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { cheapKdfPolicy, passphrase, templateFolder } from '../../support/start-application.ts';
import { localDrives } from '../fixture.ts';

export { answeredHere };

/** Milliseconds that only grow, moved by hand. */
export type Steady = { at: number };

export type Companion = {
  readonly chair: Chair;
  readonly connection: string;
  readonly context: string;
  /** A question as it goes over the line. */
  readonly ask: (name: string, body: unknown) => Promise<unknown>;
  /** What a call of this line runs in at the keeper. */
  readonly at: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Proves a password as the window does, and answers what stands in its place. */
  readonly voucher: (login: string, password?: string) => Promise<string>;
};

export type Keeper = {
  readonly folder: string;
  readonly room: Strongroom;
  readonly door: ChairDoor;
  readonly loginState: LoginState;
  readonly steady: Steady;
  /** All that was said on any line, both ways. */
  readonly recorded: string[];
  /** Sessions by token, as the application knows them. */
  readonly sessions: Map<string, Person>;
  readonly line: (connection?: string, options?: { context?: string; policy?: KdfPolicy }) => Companion;
  readonly slotOf: (login: string) => StaffSlot;
  /** What must never be seen on a line. */
  readonly secretsOf: (login: string, password?: string) => Promise<{ kek: Buffer; secretKey: Buffer }>;
};

const running = new Set<Keeper>();

export const signInCall = (login: string, password = passphrase): Call => ({
  ...{ procedure: 'signIn', input: { login, password, takeOver: false } },
  ...{ session: null, key: null, password: null },
});

export const passwordOf = (call: Call): string => (call.input as { password: string }).password;

export async function startKeeper(): Promise<Keeper> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-chair-'));
  cpSync(await templateFolder(), folder, { recursive: true });
  const steady: Steady = { at: 5_000_000 };
  const onLine = new AsyncLocalStorage<string>();
  const refuse = (): never => {
    throw fail('wrong-secret');
  };
  const room: Strongroom = new Strongroom({
    ...{ folder, policy: cheapKdfPolicy, calibrates: false, drives: localDrives, clock: fixedClock(), migrations },
    secretOf: (login, text) => {
      const line = onLine.getStore();
      return line === undefined ? text : (door.redeem(line, login, text) ?? refuse());
    },
    newSlotOf: (person) => {
      const line = onLine.getStore();
      return line === undefined ? null : (door.redeemNewSlot(line, person, person.passphrase) ?? refuse());
    },
  });
  const loginState = new LoginState(folder, { wall: () => 0, monotonic: () => steady.at });
  const door: ChairDoor = new ChairDoor({
    ...{ loginState, archives: () => room.archives(), policy: cheapKdfPolicy, fakeKey: () => Buffer.alloc(32, 7) },
    now: () => steady.at,
    forbiddenWords: () => Promise.resolve(['Villa Inventada']),
  });
  const recorded: string[] = [];
  const sessions = new Map<string, Person>();
  const keeper: Keeper = {
    ...{ folder, room, door, loginState, steady, recorded, sessions },
    line: (connection = 'pc-2', { context = 'ab'.repeat(32), policy = cheapKdfPolicy } = {}) => {
      const ask = async (name: string, body: unknown): Promise<unknown> => {
        recorded.push(JSON.stringify(body));
        const parts = { door, sessionOf: (_line: string, token: string) => sessions.get(token) ?? null };
        const sent = JSON.parse(JSON.stringify(body)) as unknown;
        const answer = JSON.stringify(await answerQuestion(parts, { connection, context }, { name, body: sent }));
        recorded.push(answer);
        return JSON.parse(answer) as unknown;
      };
      const chair = makeChair({ call: ask, exporter: () => context, policy });
      const voucher = async (login: string, password = passphrase) => {
        const call = await chair.replaceSecrets(signInCall(login, password), null);
        recorded.push(JSON.stringify(call));
        return passwordOf(call);
      };
      return { chair, connection, context, ask, voucher, at: (work) => onLine.run(connection, work) };
    },
    slotOf: (login) => {
      const [keyring] = room.archives();
      const slot = keyring === undefined ? undefined : staffSlotsOf(keyring).find((one) => one.login === login);
      if (slot === undefined) throw new Error('no slot');
      return slot;
    },
    secretsOf: async (login, password = passphrase) => {
      const [keyring] = room.archives();
      const slot = keeper.slotOf(login);
      if (keyring === undefined) throw new Error('no archive');
      const kek = await kekOf(keyring.dbId, slot.slotId, slot.kdf, password);
      const secretKey = unwrapSecret(keyring, slot, kek);
      if (secretKey === null) throw new Error('wrong password');
      return { kek, secretKey };
    },
  };
  running.add(keeper);
  return keeper;
}

/** For `afterEach`. */
export async function closeKeepers(): Promise<void> {
  for (const { room, folder } of running) {
    await room.release();
    rmSync(folder, { recursive: true, force: true });
  }
  running.clear();
}
