/**
 * A centre at work in a process that will be killed: signs in, does what is left from last time, then works at random.
 *
 * `node tests/crash/kill-child.ts ROOT SEED`. Standard input takes one line of JSON (`Start`); standard output says
 * `ready`, then each call before it goes out and each answer after it came.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createApplication } from '../../src/main/application.ts';
import type { Envelope } from '../../src/shared/platform/contract.ts';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser } from '../support/case-builder.ts';
import { runningClock } from '../support/fixed-clock.ts';
import { seeded } from '../support/invented-people.ts';
import { cheapKdfPolicy, clientOf, passphrase, testPorts, type Login } from '../support/start-application.ts';
import { otherPassphrase, placeIn } from './scenarios.ts';

export type Sent = {
  readonly procedure: string;
  readonly input: unknown;
  readonly key: string;
  readonly login: Login;
  readonly password: string | null;
};

export type Start = {
  /** What was sent and not answered when the process was killed. */
  readonly pending: Sent | null;
  /** The password of each that works now: a wrong guess would have to wait, longer than one lives here. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly at: string;
  /** Only starts and ends: what is compiled then is kept for the others, which are killed before they could. */
  readonly ends: boolean;
};

export type Line =
  | { readonly ready: true; readonly cpuMs: number }
  | { readonly sent: Sent }
  | { readonly answered: string; readonly output: unknown }
  | { readonly refused: string; readonly code: string };

const [root = '', seed = '1'] = process.argv.slice(2);
const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const line = await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next();
const start = JSON.parse(line.value as string) as Start;
const random = seeded(Number(seed));

const application = await createApplication({
  dataFolder: placeIn(root).data,
  host: 'direct',
  ports: testPorts(runningClock(start.at)),
  kdfPolicy: cheapKdfPolicy,
});
const nobody = clientOf(application, () => null);
const passwords = new Map<Login, string>();
const tokens = new Map<Login, string>();

async function signIn(login: Login): Promise<string> {
  const open = tokens.get(login);
  if (open !== undefined) return open;
  const password = start.passwords[login] ?? passphrase;
  const { token } = await nobody.signIn({ login, password });
  passwords.set(login, password);
  tokens.set(login, token);
  return token;
}

async function send(call: Omit<Sent, 'key'> & { key?: string }): Promise<Envelope> {
  const sent = { ...call, key: call.key ?? crypto.randomUUID() };
  const session = await signIn(sent.login);
  say({ sent });
  const { procedure, input, key, password } = sent;
  const envelope = await application.invoke({ procedure, input, session, key, password });
  if (envelope.ok) say({ answered: sent.key, output: envelope.value });
  else say({ refused: sent.key, code: `${envelope.failure.code}/${envelope.failure.reason ?? ''}` });
  if (envelope.ok && procedure === 'changeOwnPassphrase')
    passwords.set(sent.login, (input as { newPassphrase: string }).newPassphrase);
  return envelope;
}

const atDesk = { login: 'admision', password: null } as const;

async function arrive(): Promise<void> {
  const opened = await send({ ...atDesk, procedure: 'openArrival', input: {} });
  if (!opened.ok) return;
  const { arrivalId } = opened.value as { arrivalId: string };
  const facts = { ...blankArrivalFacts(), saidName: 'Rosa Inventada' };
  await send({ ...atDesk, procedure: 'registerArrival', input: { arrivalId, facts } });
}

async function openCase(): Promise<void> {
  const user = aUser({ firstSurname: 'Nueva' });
  const links = { userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } };
  const input = { arrivalId: null, admission, user, aggressor: anAggressor(), ...links };
  await send({ ...atDesk, procedure: 'openCase', input });
}

async function changePassword(): Promise<void> {
  await signIn('psico');
  const from = passwords.get('psico') ?? passphrase;
  const input = { newPassphrase: from === passphrase ? otherPassphrase : passphrase };
  await send({ procedure: 'changeOwnPassphrase', input, login: 'psico', password: from });
}

await signIn('admision');
const { user, system } = process.cpuUsage();
say({ ready: true, cpuMs: (user + system) / 1000 });
if (start.ends) {
  await application.close();
  process.exit(0);
}
// The same key: stored before the kill or not, it must be there once.
if (start.pending !== null) await send(start.pending);
for (;;) {
  const luck = random();
  if (luck < 0.5) await arrive();
  else if (luck < 0.9) await openCase();
  else await changePassword();
}
