/**
 * One companion at work in a process that will be killed: its program and a client in place of its page.
 *
 * Standard input takes one line of JSON (`Start`); standard output says each change before it goes out and each answer
 * after it came (`Line`). Ends by itself once its work is done.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Worker } from './worker.ts';
import type { Seat } from './office.ts';

export type Start = {
  readonly seat: Seat;
  readonly port: number;
  readonly seed: number;
  readonly operations: number;
  /** Told apart from what this computer did before it was killed. */
  readonly life: number;
};

export type Line =
  /** A change is handed over: from here on it may be in the record. */
  | { readonly sent: string; readonly kind: string; readonly mark: string }
  | { readonly answered: string; readonly kind: string; readonly ms: number; readonly printed: number }
  /** Asked again by the person, under the same key. */
  | { readonly again: string; readonly why: string }
  | { readonly refused: string; readonly kind: string; readonly why: string }
  | { readonly notEntered: string; readonly why: string }
  /** A paper came out; the mark of its order is the batch. */
  | { readonly paper: number };

const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const line = await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next();
const start = JSON.parse(line.value as string) as Start;
const { identity } = start.seat.paired;
// JSON has no bytes.
const own = { ...identity, privateKeyPem: Buffer.from(identity.privateKeyPem) };
const worker = new Worker({ ...start, seat: { ...start.seat, paired: { ...start.seat.paired, identity: own } } }, say);
await worker.work();
await worker.close();
process.exit();
