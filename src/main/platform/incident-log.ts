/** The log of bugs: JSON lines, codes and ids only. An unknown error leaves its class, code and cleaned stack, never its message. */
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Clock } from '../../shared/platform/clock.ts';
import { instantIn, todayIn } from '../../shared/platform/clock.ts';

const keptDays = 14;

/** `4F2-118`: read out over the telephone without mistakes. */
function newIncidentNumber(): string {
  const part = (length: number) => Array.from({ length }, () => '0123456789ABCDEF'[randomInt(16)]).join('');
  return `${part(3)}-${part(3)}`;
}

/** Frames as function and file name with line: no folder of the account, no message. */
function cleanStack(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => {
    const match = /at (?:(.+?) \()?(?:file:\/\/)?([^()]+?):(\d+):\d+\)?$/.exec(line.trim());
    return match === null ? 'at ?' : `${match[1] ?? ''}@${basename(match[2] ?? '')}:${match[3] ?? ''}`;
  });
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
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    const line = {
      at: instantIn(this.#clock),
      incident,
      operation,
      class: error instanceof Error ? error.name : typeof error,
      code,
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
