/** The real program in a process of its own, as a person at a terminal starts it. */
import { spawn } from 'node:child_process';
import { buildIsStale } from '../../scripts/build-state.ts';
import { nodeOf } from '../../scripts/programs.ts';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** As it is built, which starts three times as fast; as it is written while that is older than the sources. */
const program = buildIsStale() ? 'src/main/cli.ts' : 'out/main/cli.js';

/** Runs one command; `input` goes to standard input, which is then closed. */
export function runCli(args: readonly string[], input = ''): Promise<Ended> {
  return runScript(program, args, input);
}

/** The same for what stands beside the program. */
export function runScript(script: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(nodeOf(), [script, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    // A program that ends without reading closes its end first.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    );
    child.stdin.end(input);
  });
}
