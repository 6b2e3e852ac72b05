/** Making copies and drilling them: one at a time, each in its thread. */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Drill } from '../../shared/backup/index.ts';
import { instantIn } from '../../shared/platform/clock.ts';
import { newestVersion } from '../platform/storage/migrate.ts';
import type { HeldRegister } from '../platform/storage/start-register.ts';
import { drillFolderName } from './drill-job.ts';
import { setsOf } from './keep.ts';
import type { VerifiedCopy } from './copy-job.ts';
import { lineOf, readLast, type PlacedCopy } from './notes.ts';
import type { CopyParts } from './parts.ts';
import { placeOfCopies, refusePlace } from './places.ts';
import { Worker } from 'node:worker_threads';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { Job, JobAnswer, JobMessage, ResultOf } from './thread.ts';

// Runs one job of the copies in a thread of its own: no save waits for a disk that is slow or far.

/**
 * @param address of the thread's file; it stands with the program, as source or in the bundle
 * @param dek copied into the thread, which zeroes its own; stays the caller's
 * @throws what the job throws
 */
function runInThread<One extends Job>(address: URL, job: One, dek: Buffer): Promise<ResultOf<One>> {
  // Not from the pool: the whole memory behind it moves to the thread.
  const bytes = new Uint8Array(new ArrayBuffer(dek.length));
  bytes.set(dek);
  const message: JobMessage = { job, dek: bytes };
  return new Promise((resolve, reject) => {
    const worker = new Worker(address, { workerData: message, transferList: [bytes.buffer] });
    worker.once('message', (answer: JobAnswer) => {
      if (answer.ok) resolve(answer.value as ResultOf<One>);
      else if (answer.failure === null) reject(new Error(`copying thread: ${answer.why}`));
      else reject(new ExpectedFailure(answer.failure));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the copying thread ended without an answer'));
    });
  });
}

/** The thread gets the key of this copy alone: a lock in the middle zeroes that of the strong room. */
async function heldKey<Value>(parts: CopyParts, work: (dek: Buffer) => Promise<Value>): Promise<Value> {
  const dek = Buffer.from(parts.strongroom.dek);
  try {
    return await work(dek);
  } finally {
    dek.fill(0);
  }
}

/** A verified copy in this folder, wherever it stands. @throws storage, damaged, as the thread does */
export function copyInto(parts: CopyParts, target: string): Promise<VerifiedCopy> {
  const { strongroom, clock, migrations, thread } = parts;
  return heldKey(parts, async (dek) => {
    const { folder, keyring, policy } = strongroom;
    const { line, last } = await strongroom.transaction(async (trx) => ({
      line: await lineOf(trx),
      last: await readLast(trx),
    }));
    const parent = last === null ? null : { seq: last.seq, head: last.head };
    const about = { folder, target, keyring, policy, line, parent };
    const versions = { newestVersion: newestVersion(migrations) };
    return runInThread(thread, { kind: 'copy', at: instantIn(clock), ...about, ...versions }, dek);
  });
}

/** @throws storage, damaged, rule-broken: as `refusePlace` and the thread do */
export async function copyTo(parts: CopyParts, target: string): Promise<PlacedCopy> {
  refusePlace(target, parts);
  const place = await placeOfCopies(target, parts);
  const copy = await copyInto(parts, target);
  const isLimited = (await parts.ports.drives.limit?.(join(target, copy.name))) === true;
  return { copy, place, isLimited };
}

/** The newest copy and one of the older ones, by chance: each comes up in time. */
function setsToDrill(
  target: string,
  { keyring, newest }: { keyring: CopyParts['strongroom']['keyring']; newest: string },
) {
  const others = setsOf(target, keyring).filter((name) => name !== newest);
  const other = others[others.length === 0 ? 0 : randomInt(others.length)];
  return other === undefined ? [newest] : [newest, other];
}

/** Proves copies in a folder of their own. Null while there is no copy to prove. */
export async function drill(parts: CopyParts, target: string): Promise<Drill | null> {
  const { strongroom, clock, migrations, thread } = parts;
  refusePlace(target, parts);
  return heldKey(parts, async (dek) => {
    const last = await strongroom.transaction((trx) => readLast(trx));
    if (last === null) return null;
    const { folder, keyring } = strongroom;
    const sets = setsToDrill(target, { keyring, newest: last.name });
    const job = { kind: 'drill', folder, target, keyring, newestVersion: newestVersion(migrations), sets } as const;
    return { at: instantIn(clock), sets: [...(await runInThread(thread, job, dek))] };
  });
}

/** What a drill left that was killed: encrypted, and in nobody's way but room. */
export function sweepDrill(folder: string): void {
  rmSync(join(folder, drillFolderName), { recursive: true, force: true });
}

type AsideParts = Pick<CopyParts, 'thread' | 'clock' | 'migrations'> & Pick<CopyParts['strongroom'], 'policy'>;

/** What a record is put aside with before a newer program changes it; the key stays the caller's. */
export function asideMaker({ thread, clock, migrations, policy }: AsideParts) {
  return async ({ folder, keyring, dek }: HeldRegister): Promise<void> => {
    const about = { at: instantIn(clock), policy, newestVersion: newestVersion(migrations) };
    await runInThread(thread, { kind: 'aside', ...about, folder, keyring }, dek);
  };
}
