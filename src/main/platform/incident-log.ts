/** The log of bugs: JSON lines, codes and ids only. An unknown error leaves its class, code and cleaned stack, never its message. */
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { instantIn, todayIn, type Clock } from '../../shared/platform/clock.ts';

const keptDays = 14;

/** Where a bug is noted while no folder of a record is known. */
export const folderWithoutRecord = join(tmpdir(), 'registro-cem-sin-carpeta');

/** `4F2-118`: read out over the telephone without mistakes. */
function newIncidentNumber(): string {
  const part = (length: number) => Array.from({ length }, () => '0123456789ABCDEF'[randomInt(16)]).join('');
  return `${part(3)}-${part(3)}`;
}

/** Frames as function and file name with line: no folder of the account, no message. */
function cleanStack(error: Error): string[] {
  const raw: { stack?: unknown; message: unknown } = error;
  const stack = typeof raw.stack === 'string' ? raw.stack : '';
  // A message may hold lines that look like frames: only what stands after it counts.
  const message = String(raw.message);
  const at = stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length)).split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => {
    const match = /at (?:([\w.$<>#[\] ]+?) \()?(?:file:\/\/)?((?:\/|node:|[A-Za-z]:[\\/])[^()]+?):(\d+):\d+\)?$/.exec(
      line.trim(),
    );
    return match === null ? 'at ?' : `${match[1] ?? ''}@${basename(match[2] ?? '')}:${match[3] ?? ''}`;
  });
}

/** Name of the class as the program declares it: `error.name` is a property anybody may fill. */
function classOf(error: Error): string {
  const prototype: unknown = Object.getPrototypeOf(error);
  const made: unknown =
    typeof prototype === 'object' && prototype !== null && 'constructor' in prototype ? prototype.constructor : null;
  return typeof made === 'function' ? made.name : 'Error';
}

/** A code of Node, the system or SQLite; null for anything else, which may be data. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return null;
  return /^(SQLITE|ERR)(_[A-Z0-9]+)*$/.test(code) || Object.hasOwn(constants.errno, code) ? code : null;
}

export class IncidentLog {
  readonly #folder: string;
  readonly #clock: Clock;

  constructor(dataFolder: string, clock: Clock) {
    this.#folder = join(dataFolder, 'logs');
    this.#clock = clock;
  }

  /** Writes one bug and answers its number; a log that cannot be written never hides the bug itself. */
  record(error: unknown, operation: string): string {
    const incident = newIncidentNumber();
    const line = {
      at: instantIn(this.#clock),
      incident,
      operation,
      class: error instanceof Error ? classOf(error) : typeof error,
      code: codeOf(error),
      stack: error instanceof Error ? cleanStack(error) : [],
    };
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      appendFileSync(join(this.#folder, `${todayIn(this.#clock)}.jsonl`), `${JSON.stringify(line)}\n`, { mode: 0o600 });
      this.#sweep();
    } catch {
      // The disk may be full: the number still reaches the person.
    }
    return incident;
  }

  #sweep(): void {
    const files = readdirSync(this.#folder)
      .filter((name) => /^\d{4}-\d\d-\d\d\.jsonl$/.test(name))
      .sort();
    for (const name of files.slice(0, -keptDays)) rmSync(join(this.#folder, name), { force: true });
  }
}
