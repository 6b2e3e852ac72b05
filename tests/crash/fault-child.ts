/**
 * One process under the shim that lets call after call fail and looks at what is left (reliability design §2.8).
 *
 * `node tests/crash/fault-child.ts ACT BASE ROOT` with BASE the prepared folder and ROOT the folder below CRASH_DIR.
 * Standard input takes one fault a line, standard output answers each with one line; an empty line counts the calls.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { instantIn } from '../../src/shared/platform/clock.ts';
import type { Envelope } from '../../src/shared/platform/contract.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { clientOf, passphrase } from '../support/start-application.ts';
import { beside, codeOf, everybody, freshFolder, isKeyStored, startWork, type RawCall, type Work } from './at-work.ts';
import { faultActs, type FaultAct } from './fault-acts.ts';
import { FaultControl, type Fault } from './fault-control.ts';
import { keyOf } from './opening.ts';
import { Oracle, type KnownPassword } from './oracle.ts';
import { otherPassphrase, placeIn } from './scenarios.ts';

export type FaultResult = {
  readonly fired: number;
  readonly answer: string;
  readonly calls: Record<string, number>;
  /** Refused after a failed flush, and in the record all the same: found by the same call sent again. */
  readonly isUnsure: boolean;
  readonly wrong: readonly string[];
};

const [name = '', base = '', root = ''] = process.argv.slice(2);
const act = faultActs.find((one) => one.name === name) as FaultAct;
const control = new FaultControl(process.env['CRASH_CONTROL'] ?? '');
const oracle = new Oracle(true);
const place = placeIn(root);
const clock = fixedClock('2026-06-10T14:00:00.000Z');
// Of a restore, the folder has no archive of keys yet: that of the copy opens the same file.
const key = act.base === 'copied' ? null : await keyOf(join(base, 'data'));

/** When the act under the fault began. */
let began = '';

const send = async (work: Work, call: RawCall | null, idempotencyKey: string): Promise<Envelope> => {
  if (call !== null) return work.send(call, act.keeps ? idempotencyKey : null);
  await work.application.close();
  return { ok: true, value: {}, after: null };
};

/** Whether the record holds the answer under this key. */
const isStored = (idempotencyKey: string): boolean =>
  key !== null && beside(place.data, key, (db) => isKeyStored(db, idempotencyKey));

/** What was told to be done cannot be sent twice where the first changed what proves or allows it. */
const doneOnce: readonly string[] = ['password', 'approval', 'restore', 'recovery'];

/** Leaving is answered from memory: its entry follows. It must be in the audit once somebody else has signed in. */
async function afterLeaving(work: Work): Promise<string[]> {
  const left = { procedure: 'keepSession', input: {}, login: 'legal', password: null } as const;
  const wrong = (await work.send(left, null)).ok ? ['still open after leaving'] : [];
  wrong.push(...(await others(work)));
  const sql = "select 1 from audit_entry where action = 'session.lock' and utc >= ?";
  const isWritten = key !== null && beside(place.data, key, (db) => db.prepare(sql).get(began) !== undefined);
  return isWritten ? wrong : [...wrong, 'lost: leaving left no entry'];
}

/** «Seguir aquí» of the page: one's own session, which the first answer opened, is taken over. */
function sentAgain(call: RawCall, first: Envelope): RawCall {
  const isOwn = call.procedure === 'signIn' && first.ok;
  return isOwn ? { ...call, input: { ...(call.input as object), takeOver: true } } : call;
}

/** The same call again once the disk works. Answers what is wrong with it. */
async function again(work: Work, call: RawCall | null, first: Envelope, idempotencyKey: string): Promise<string[]> {
  if (call === null || (first.ok && doneOnce.includes(act.name))) return [];
  if (act.name === 'lock') return afterLeaving(work);
  // Decided already: signing in finishes it.
  if (!first.ok && first.failure.reason === 'restore-not-finished') return [];
  const second = await send(work, sentAgain(call, first), idempotencyKey);
  if (!second.ok) return [`the next call does not work: ${codeOf(second)}`];
  return act.keeps && !isStored(idempotencyKey) ? ['the next call is not stored'] : [];
}

async function others(work: Work): Promise<string[]> {
  const nobody = clientOf(work.application, () => null);
  try {
    const { token } = await nobody.signIn({ login: 'social', password: passphrase });
    await clientOf(work.application, () => token).keepSession({});
    return [];
  } catch (error) {
    return [`a colleague cannot work: ${(error as Error).message}`];
  }
}

/** Whose password the act replaces. */
const replaced: Readonly<Record<string, string>> = { password: 'psico', recovery: 'coordina' };

const known: readonly KnownPassword[] = everybody.map((person) =>
  replaced[act.name] === person.login ? { ...person, anyOf: [otherPassphrase], dead: [passphrase] } : person,
);

/** Whether the answer and the record say the same. After a failed flush nobody can know: sent again, it finds its answer. */
async function compare(work: Work, call: RawCall | null, first: Envelope, idempotencyKey: string) {
  const stored = isStored(idempotencyKey);
  if (first.ok) return { isUnsure: false, wrong: stored ? [] : ['answered, but not stored'] };
  if (!stored) return { isUnsure: false, wrong: [] };
  const second = await send(work, call, idempotencyKey);
  const isUnsure = codeOf(first) === 'storage/disk-error' && second.ok;
  return { isUnsure, wrong: isUnsure ? [] : [`stored, but refused: ${codeOf(first)}, then ${codeOf(second)}`] };
}

/** @param fault null counts the calls of the act on a sound disk */
async function run(fault: Fault | null): Promise<FaultResult> {
  control.watch();
  freshFolder(root, base);
  clock.advance(3000);
  const work = await startWork(place, clock);
  const wrong: string[] = [];
  const idempotencyKey = randomUUID();
  const call = await act.ready(work);
  began = instantIn(clock);
  if (fault === null) control.watch();
  else control.arm(fault);
  let first: Envelope;
  try {
    first = await send(work, call, idempotencyKey);
    // What follows an answer from memory meets the same disk.
    if (act.follows !== undefined) await act.follows(work);
  } catch (error) {
    first = { ok: true, value: {}, after: null };
    wrong.push(`throws: ${(error as Error).message}`);
  }
  const { fired, calls } = control.disarm();
  let isUnsure = false;
  try {
    if (act.keeps) {
      const compared = await compare(work, call, first, idempotencyKey);
      isUnsure = compared.isUnsure;
      wrong.push(...compared.wrong);
    }
    if (!first.ok && first.failure.code === 'unexpected') wrong.push('refused without words: unexpected');
    clock.advance(3000);
    wrong.push(...(await again(work, call, first, idempotencyKey)));
    if (call !== null && act.name !== 'lock') wrong.push(...(await others(work)));
    await work.application.close();
  } catch (error) {
    wrong.push(`throws afterwards: ${(error as Error).message}`);
  }
  await work.application.close().catch(() => undefined);
  const copies = { folder: place.copies, since: null };
  wrong.push(...(await oracle.check(place.data, { passwords: known, mayBeFree: false, judge: () => null, copies })));
  return { fired, answer: codeOf(first), calls, isUnsure, wrong };
}

for await (const line of createInterface({ input: process.stdin })) {
  const result = await run(line === '' ? null : (JSON.parse(line) as Fault));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
process.exit(0);
