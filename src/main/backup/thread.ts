/** The copying thread's own side: one job, one answer, and the key zeroed whatever happens. */
import { parentPort, workerData } from 'node:worker_threads';
import { ExpectedFailure, type Failure } from '../../shared/platform/failures.ts';
import { makeVerifiedCopy, putCopyAside, type AsideJob, type CopyJob, type VerifiedCopy } from './copy-job.ts';
import type { Knowledge } from './content.ts';
import { failureOfDisk } from './disk-failure.ts';
import { drillCopies, type DrillJob, type DrilledSet } from './drill-job.ts';

export type Job = AsideJob | CopyJob | DrillJob;
type Results = { readonly aside: string; readonly copy: VerifiedCopy; readonly drill: readonly DrilledSet[] };
export type ResultOf<One extends Job> = Results[One['kind']];

export type JobAnswer =
  | { readonly ok: true; readonly value: Results[Job['kind']] }
  | { readonly ok: false; readonly failure: Failure | null; readonly why: string };

/** What the main side hands over: the bytes of the key move, they are not copied. */
export type JobMessage = { readonly job: Job; readonly dek: Uint8Array<ArrayBuffer> };

function answerOf(error: unknown): JobAnswer {
  const meant = failureOfDisk(error);
  if (meant instanceof ExpectedFailure) return { ok: false, failure: meant.failure, why: '' };
  return { ok: false, failure: null, why: error instanceof Error ? `${error.name} ${error.stack ?? ''}` : 'thrown' };
}

function doJob(job: Job, dek: Buffer, knowledge: Knowledge): Promise<Results[Job['kind']]> {
  if (job.kind === 'aside') return putCopyAside({ ...job, dek }, knowledge);
  if (job.kind === 'copy') return makeVerifiedCopy({ ...job, dek }, knowledge);
  return drillCopies({ ...job, dek }, knowledge);
}

/** Does the job the thread was started for. */
export async function serveJob(knowledge: Knowledge): Promise<void> {
  const { job, dek: bytes } = workerData as JobMessage;
  const dek = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const value = await doJob(job, dek, knowledge);
    parentPort?.postMessage({ ok: true, value } satisfies JobAnswer);
  } catch (error) {
    parentPort?.postMessage(answerOf(error));
  } finally {
    dek.fill(0);
  }
}
