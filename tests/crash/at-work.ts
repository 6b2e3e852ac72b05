/** An application at work in a process of the harness, called as a window calls it: message by message. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApplication, type Application } from '../../src/main/application.ts';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import { openDatabase, type Database } from '../../src/main/platform/storage/open-database.ts';
import type { Envelope } from '../../src/shared/platform/contract.ts';
import type { FixedClock } from '../support/fixed-clock.ts';
import { cheapKdfPolicy, clientOf, passphrase, staff, testPorts, type Login } from '../support/start-application.ts';
import { localDrives } from './opening.ts';
import type { KnownPassword } from './oracle.ts';
import type { Place } from './scenarios.ts';

export type RawCall = {
  readonly procedure: string;
  readonly input: unknown;
  /** Whose session; null before signing in. */
  readonly login: Login | null;
  /** Typed again with the call; null where none is asked for. */
  readonly password: string | null;
};

export type Work = {
  readonly place: Place;
  readonly application: Application;
  /** Signs in once. */
  token(login: Login): Promise<string>;
  send(call: RawCall, key: string | null): Promise<Envelope>;
};

/** Everybody with the first password. */
export const everybody: readonly KnownPassword[] = Object.keys(staff).map((login) => ({
  login,
  anyOf: [passphrase],
  dead: [],
}));

export function freshFolder(root: string, base: string): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(base, root, { recursive: true });
}

export async function startWork(place: Place, clock: FixedClock): Promise<Work> {
  const ports = testPorts(clock);
  const application = await createApplication({
    dataFolder: place.data,
    host: 'direct',
    ports,
    kdfPolicy: cheapKdfPolicy,
  });
  const sessions = new Map<Login, string>();
  const nobody = clientOf(application, () => null);
  const token = async (login: Login): Promise<string> => {
    const known = sessions.get(login) ?? (await nobody.signIn({ login, password: passphrase })).token;
    sessions.set(login, known);
    return known;
  };
  const send = ({ procedure, input, login, password }: RawCall, key: string | null) => {
    const session = login === null ? null : (sessions.get(login) ?? null);
    return application.invoke({ procedure, input, session, key, password });
  };
  return { place, application, token, send };
}

/** Reads the record from a connection of its own, while the application goes on. */
export function beside<Value>(data: string, key: Buffer, read: (db: Database) => Value): Value {
  const { keyring } = readKeyring(data, cheapKdfPolicy);
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: 9999, mark: null };
  const db = openDatabase({ file: join(data, keyring.dbFile), key, mode: 'copy', expected, drives: localDrives });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

export const isKeyStored = (db: Database, key: string): boolean =>
  db.prepare('select 1 from idempotency_key where key = ?').get(key) !== undefined;

export function codeOf(envelope: Envelope): string {
  return envelope.ok ? 'ok' : `${envelope.failure.code}/${envelope.failure.reason ?? ''}`;
}
