/** The stories: a mark that a virus scanner holds, a full disk, commits that fail, two people at once, one bad byte. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { admission, anAggressor, aUser } from '../support/case-builder.ts';
import type { FixedClock } from '../support/fixed-clock.ts';
import { seeded } from '../support/invented-people.ts';
import { clientOf, passphrase, type Login } from '../support/start-application.ts';
import { beside, codeOf, everybody, isKeyStored, type RawCall, type Work } from './at-work.ts';
import type { Fault, FaultControl } from './fault-control.ts';
import { Oracle, type KnownPassword } from './oracle.ts';
import { otherPassphrase, type Place } from './scenarios.ts';

type Stage = {
  readonly control: FaultControl;
  readonly place: Place;
  readonly clock: FixedClock;
  readonly key: Buffer;
  /** What must not be. */
  readonly wrong: string[];
  start(): Promise<Work>;
};

type Tale = { readonly name: string; readonly tell: (stage: Stage) => Promise<string> };

const newCase = (turn: number): RawCall => {
  const user = aUser({ firstSurname: `Nueva${turn}` });
  const links = { userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } };
  const input = { arrivalId: null, admission, user, aggressor: anAggressor(), ...links };
  return { procedure: 'openCase', input, login: 'admision', password: null };
};

const toOther = (login: Login): RawCall => ({
  procedure: 'changeOwnPassphrase',
  input: { newPassphrase: otherPassphrase },
  login,
  password: passphrase,
});

async function look({ place, wrong }: Stage, people: readonly KnownPassword[] = everybody): Promise<void> {
  const expected = { passwords: people, mayBeFree: false, judge: () => null, copies: null };
  wrong.push(...(await new Oracle(true).check(place.data, expected)));
}

const lasting = (kind: Fault['kind'], error: Fault['error'], among: Fault['among'] = 'all'): Fault => ({
  kind,
  nth: 1,
  error,
  lasts: true,
  among,
});

/** Sends a call and says when answer and record do not agree. */
async function sendAndCompare(stage: Stage, work: Work, call: RawCall): Promise<string> {
  const key = randomUUID();
  const answer = await work.send(call, key);
  const stored = beside(stage.place.data, stage.key, (db) => isKeyStored(db, key));
  if (answer.ok && !stored) stage.wrong.push('answered, but not stored');
  if (!answer.ok && stored) stage.wrong.push(`stored, but refused: ${codeOf(answer)}`);
  return codeOf(answer);
}

const isOpen = (work: Work, login: Login) =>
  work.send({ procedure: 'keepSession', input: {}, login, password: null }, null).then((answer) => answer.ok);

/** Whatever happens to the mark, what is stored is answered, and leaving leaves. */
async function markHeld(stage: Stage): Promise<string> {
  const { control, clock, wrong } = stage;
  const work = await stage.start();
  await work.token('admision');
  control.arm(lasting('open', 'EBUSY', 'marks'));
  let answered = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    clock.advance(2000);
    if ((await sendAndCompare(stage, work, newCase(turn))) === 'ok') answered += 1;
  }
  const left = await work.send({ procedure: 'lock', input: { why: 'asked' }, login: 'admision', password: null }, null);
  if (!left.ok) wrong.push(`leaving is refused: ${codeOf(left)}`);
  if (await isOpen(work, 'admision')) wrong.push('still open after leaving');
  control.disarm();
  if (answered < 6) wrong.push(`${6 - answered} of 6 refused`);
  if (!(await work.token('legal').then(() => isOpen(work, 'legal')))) wrong.push('a colleague cannot sign in');
  await work.application.close();
  await look(stage);
  return `${answered} of 6 answered`;
}

/** Reliability A4: the words are of the disk; leaving works; afterwards everything does. */
async function diskFull(stage: Stage): Promise<string> {
  const { control, clock, wrong } = stage;
  const work = await stage.start();
  await work.token('admision');
  await work.token('legal');
  control.arm(lasting('write', 'ENOSPC'));
  const codes = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    clock.advance(2000);
    codes.add(await sendAndCompare(stage, work, newCase(turn)));
  }
  if (![...codes].every((code) => code === 'storage/disk-full')) wrong.push(`said otherwise: ${[...codes].join(', ')}`);
  await work.send({ procedure: 'lock', input: { why: 'asked' }, login: 'legal', password: null }, null);
  if (await isOpen(work, 'legal')) wrong.push('still open after leaving');
  control.disarm();
  clock.advance(2000);
  const next = await sendAndCompare(stage, work, newCase(9));
  if (next !== 'ok') wrong.push(`the next call does not work: ${next}`);
  await work.application.close();
  await look(stage);
  return `said ${[...codes].join(', ')}`;
}

async function propose(work: Work, login: string): Promise<string> {
  const person = { login, fullName: 'Nora Inventada Nueva', roles: ['socialWorker' as const] };
  const details = { ...person, profession: null, college: null, collegeNumber: null };
  const token = await work.token('coordina');
  const coordinator = clientOf(work.application, () => token);
  return (await coordinator.proposeStaffChange({ staffChange: { change: 'create', details } })).proposalId;
}

const decide = (procedure: 'approveStaffChange' | 'declineProposal', proposalId: string, login: Login): RawCall => ({
  procedure,
  input: procedure === 'declineProposal' ? { proposalId, reason: 'Falta revisarla.' } : { proposalId },
  login,
  password: procedure === 'approveStaffChange' ? passphrase : null,
});

/** S3a: nobody is locked out by changes that were refused, however many. */
async function failedCommits(stage: Stage): Promise<string> {
  const { control, clock, wrong } = stage;
  const work = await stage.start();
  for (const login of ['psico', 'legal', 'coordina'] as const) await work.token(login);
  const proposalId = await propose(work, 'nueva');
  const turns = [toOther('psico'), toOther('legal'), decide('approveStaffChange', proposalId, 'legal')];
  let refused = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    clock.advance(3_600_000 / 60);
    control.arm(lasting('write', turn % 2 === 0 ? 'EIO' : 'ENOSPC', 'database'));
    const answer = await work.send(turns[turn % turns.length] as RawCall, randomUUID());
    control.disarm();
    if (!answer.ok) refused += 1;
    else wrong.push('answered although nothing could be written');
  }
  clock.advance(3_600_000);
  await work.application.close();
  await look(stage);
  if (wrong.length > 0) return `${refused} of 100 refused`;
  const later = await stage.start();
  await later.token('psico');
  const answer = await later.send(toOther('psico'), randomUUID());
  if (!answer.ok) wrong.push(`the next change does not work: ${codeOf(answer)}`);
  await later.application.close();
  await look(stage, changedFor('psico'));
  return `${refused} of 100 refused`;
}

function changedFor(...logins: readonly Login[]): KnownPassword[] {
  const isChanged = (login: string) => logins.some((one) => one === login);
  return everybody.map((one) =>
    isChanged(one.login) ? { ...one, anyOf: [otherPassphrase], dead: [passphrase] } : one,
  );
}

/** S3b: one approves while another declines; whoever wins, the centre opens the next day. */
async function approveAndDecline(stage: Stage): Promise<string> {
  const { clock, wrong } = stage;
  const work = await stage.start();
  for (const login of ['legal', 'psico', 'coordina'] as const) await work.token(login);
  let approved = 0;
  const pairs = 12;
  for (let turn = 0; turn < pairs; turn += 1) {
    clock.advance(3000);
    const proposalId = await propose(work, `nueva${turn}`);
    const approving = work.send(decide('approveStaffChange', proposalId, 'legal'), randomUUID());
    // Later and later, so that some come while the key of the new person is derived.
    await pause(2 * turn);
    const no = await work.send(decide('declineProposal', proposalId, 'psico'), randomUUID());
    const yes = await approving;
    if (yes.ok === no.ok) wrong.push(`approved and declined: ${codeOf(yes)}, ${codeOf(no)}`);
    if (yes.ok) approved += 1;
  }
  await work.application.close();
  await look(stage);
  return `${pairs} pairs, ${approved} approved`;
}

/** S3c: two change their passwords within the same second; each has the one that the answer says. */
async function twoAtOnce(stage: Stage): Promise<string> {
  const { wrong } = stage;
  const work = await stage.start();
  for (const login of ['legal', 'psico'] as const) await work.token(login);
  const both = (['legal', 'psico'] as const).map((login) => work.send(toOther(login), randomUUID()));
  const answers = await Promise.all(both);
  const codes = answers.map(codeOf);
  if (codes.some((code) => code !== 'ok')) wrong.push(`not both changed: ${codes.join(', ')}`);
  await work.application.close();
  await look(stage, changedFor(...(['legal', 'psico'] as const).filter((_login, at) => answers[at]?.ok === true)));
  return codes.join(', ');
}

const archives = ['keyring.json', 'keyring.json.1', 'keyring.json.2'] as const;

/** One damaged byte anywhere in one archive of keys closes nothing, and the next opening puts it right. */
async function oneByte(stage: Stage): Promise<string> {
  const { place, wrong } = stage;
  const random = seeded(4);
  const files = archives.map((name) => join(place.data, name));
  const whole = files.map((file) => readFileSync(file));
  const count = 60;
  let bad = 0;
  for (let turn = 0; turn < count; turn += 1) {
    for (const [at, file] of files.entries()) writeFileSync(file, whole[at] as Buffer);
    const at = turn % files.length;
    const damaged = Buffer.from(whole[at] as Buffer);
    const place = Math.floor(random() * damaged.length);
    damaged[place] = (damaged[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(files[at] as string, damaged);
    const before = wrong.length;
    await look(stage);
    if (wrong.length > before) bad += 1;
  }
  return `${count} bytes, ${bad} closed or frozen`;
}

export const tales: readonly Tale[] = [
  { name: 'a mark held by another program', tell: markHeld },
  { name: 'a full disk', tell: diskFull },
  { name: '100 failed commits in a row', tell: failedCommits },
  { name: 'approve and decline at once', tell: approveAndDecline },
  { name: 'two passwords at once', tell: twoAtOnce },
  { name: 'one byte of the archive of keys', tell: oneByte },
];
