/** A process of the run that is started, heard line by line, and killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { node } from '../crash/node-program.ts';

type Parts = {
  readonly program: 'keeper-child.ts' | 'companion-child.ts';
  readonly args: readonly string[];
  /** Its first line of standard input; null leaves that open for the end. */
  readonly first: unknown;
  /** Where compiled code is kept for the next start. */
  readonly cache: string;
  readonly hear: (line: string) => void;
};

export class Child {
  readonly #process: ChildProcess;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor({ program, args, first, cache, hear }: Parts) {
    const path = join(import.meta.dirname, program);
    this.#process = spawn(node, ['--max-semi-space-size=4', path, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    const { stdin, stdout } = this.#process;
    // One that is killed takes no input any more.
    stdin?.on('error', () => undefined);
    if (first !== null) stdin?.write(`${JSON.stringify(first)}\n`);
    if (stdout !== null) createInterface({ input: stdout }).on('line', hear);
    this.ended = new Promise((resolve) => this.#process.once('close', resolve));
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  /** In order. */
  async stop(): Promise<void> {
    this.#process.stdin?.end();
    await this.ended;
  }
}
