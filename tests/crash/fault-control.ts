/** The shared file through which a test tells the shim which call is to fail (`shim.c`). */
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';

export const faultKinds = ['write', 'sync', 'rename', 'open'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Numbers of Linux. */
export const faultErrors = { EIO: 5, ENOSPC: 28, EBUSY: 16, EACCES: 13 } as const;
export type FaultError = keyof typeof faultErrors;

const groups = ['all', 'database', 'marks', 'keys', 'other'] as const;
export type FaultGroup = (typeof groups)[number];

export type Fault = {
  readonly kind: FaultKind;
  /** The how-manieth call of that kind from now on, 1 for the next. */
  readonly nth: number;
  readonly error: FaultError;
  /** Whether every later call of that kind fails too, until disarmed. */
  readonly lasts: boolean;
  readonly among?: FaultGroup;
};

export function faultWords(fault: Fault | null): string {
  if (fault === null) return 'without a fault';
  const { kind, nth, error, lasts } = fault;
  return `${kind} ${nth} ${error}${lasts ? ' lasting' : ''}`;
}

const numbers = 16;
const firstCount = 5;
const fired = 10;

export function makeControl(file: string): void {
  writeFileSync(file, Buffer.alloc(4 * numbers));
}

/** One control for one process: the shim in it has the same file in its memory. */
export class FaultControl {
  readonly #fd: number;

  constructor(file: string) {
    this.#fd = openSync(file, 'r+');
  }

  #write(values: readonly number[]): void {
    const all = Buffer.alloc(4 * numbers);
    for (const [at, value] of values.entries()) all.writeInt32LE(value, 4 * at);
    writeSync(this.#fd, all, 0, all.length, 0);
  }

  /** Counts from zero; nothing fails. */
  watch(): void {
    this.#write([]);
  }

  arm({ kind, nth, error, lasts, among = 'all' }: Fault): void {
    const number = faultKinds.indexOf(kind) + 1;
    this.#write([number, nth, faultErrors[error], lasts ? 1 : 0, groups.indexOf(among)]);
  }

  /** Ends the fault; answers how many calls failed and how many there were of each kind. */
  disarm(): { fired: number; calls: Record<FaultKind, number> } {
    const all = Buffer.alloc(4 * numbers);
    readSync(this.#fd, all, 0, all.length, 0);
    this.#write([]);
    const calls = faultKinds.map((kind, at) => [kind, all.readInt32LE(4 * (firstCount + at + 1))] as const);
    return { fired: all.readInt32LE(4 * fired), calls: Object.fromEntries(calls) as Record<FaultKind, number> };
  }

  close(): void {
    closeSync(this.#fd);
  }
}
