/** What the shim wrote down, read back: one operation per record, in the order in which the kernel saw them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Op =
  | {
      readonly op: 'open';
      readonly fd: string;
      readonly path: string;
      readonly truncates: boolean;
      readonly isFolder: boolean;
    }
  | { readonly op: 'write'; readonly fd: string; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly fd: string; readonly length: number }
  | { readonly op: 'sync' | 'close'; readonly fd: string }
  | { readonly op: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly op: 'unlink' | 'mkdir'; readonly path: string }
  | { readonly op: 'told'; readonly what: Told }
  /** What a control takes out of the log; its place stays. */
  | { readonly op: 'left-out'; readonly was: Op };

/** What the caller of the application knew at that moment, said by the writer itself. */
export type Told =
  /** A call answered; everything before it must be there from now on. */
  | { readonly kind: 'answered'; readonly act: string }
  /** A password is about to change, changed, or did not after all. */
  | {
      readonly kind: 'password';
      readonly login: string;
      readonly state: 'asked' | 'changed' | 'refused';
      readonly password: string;
    }
  /** Answered with a bug: never right, whatever the disk did. */
  | { readonly kind: 'unexpected'; readonly act: string }
  /** A copy was told to be made at that instant. */
  | { readonly kind: 'copied'; readonly at: string }
  /** From here on the folder must open: a restore was told to be done. */
  | { readonly kind: 'restored' };

const headLength = 21;
const truncates = 0o1000n;
const folder = 1n << 32n;

/** Compiles the shim into a folder. A missing compiler fails the run: a harness that is skipped proves nothing. */
export function buildShim(place: string): string {
  const shim = join(place, 'shim.so');
  const source = join(import.meta.dirname, 'shim.c');
  const flags = ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', shim, source, '-ldl', '-pthread'];
  try {
    execFileSync('gcc', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const why = (error as { stderr?: Buffer }).stderr?.toString() ?? String(error);
    throw new Error(`gcc could not build the write log: ${why}`, { cause: error });
  }
  return shim;
}

export function readLog(file: string): Op[] {
  const log = readFileSync(file);
  const ops: Op[] = [];
  let told = '';
  for (let at = 0; at < log.length;) {
    const length = log.readUInt32LE(at + 17);
    const record = {
      op: String.fromCharCode(log[at] ?? 0),
      fd: `${log.readUInt32LE(at + 1)}:${log.readInt32LE(at + 5)}`,
      value: log.readBigInt64LE(at + 9),
      payload: log.subarray(at + headLength, at + headLength + length),
    };
    at += headLength + length;
    if (record.op !== 'A') {
      ops.push(opOf(record));
      continue;
    }
    told += record.payload.toString('utf8');
    for (let end = told.indexOf('\n'); end >= 0; end = told.indexOf('\n')) {
      ops.push({ op: 'told', what: JSON.parse(told.slice(0, end)) as Told });
      told = told.slice(end + 1);
    }
  }
  return ops;
}

type Record = { readonly op: string; readonly fd: string; readonly value: bigint; readonly payload: Buffer };

function opOf({ op, fd, value, payload }: Record): Op {
  const text = () => payload.toString('utf8');
  const names = () => {
    const [from = '', to = ''] = text().split('\n');
    return { from, to };
  };
  switch (op) {
    case 'O':
      return { op: 'open', fd, path: text(), truncates: (value & truncates) !== 0n, isFolder: (value & folder) !== 0n };
    case 'W':
      return { op: 'write', fd, at: Number(value), bytes: payload };
    case 'T':
      return { op: 'truncate', fd, length: Number(value) };
    case 'S':
      return { op: 'sync', fd };
    case 'C':
      return { op: 'close', fd };
    case 'R':
      return { op: 'rename', ...names() };
    case 'L':
      return { op: 'link', ...names() };
    case 'U':
      return { op: 'unlink', path: text() };
    case 'M':
      return { op: 'mkdir', path: text() };
    default:
      throw new Error(`an unknown record in the write log: ${op}`);
  }
}
