/** Flipped bits are the work of `npm run fuzz`; the whole run asks it for them, so that one command says everything. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './node-program.ts';

export type FlipTally = { readonly figures: string; readonly isSound: boolean };

const program = join(import.meta.dirname, '../fuzz/run.ts');

/** Answers the figures as that command says them in its last line. */
export async function runFlips(count: number, seed: number): Promise<FlipTally> {
  if (!existsSync(program)) return { figures: 'flips not run: tests/fuzz is not there', isSound: false };
  const args = [program, '--messages', '0', '--flips', String(count), '--seed', String(seed)];
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const lines = Buffer.concat(pieces).toString('utf8').trim().split('\n');
  const figures = /\d+ flips, .*$/.exec(lines.at(-1) ?? '')?.[0] ?? 'flips ended without figures';
  for (const line of code === 0 ? [] : lines.filter((one) => /^(?:silent|locked out)/.test(one))) console.log(line);
  return { figures, isSound: code === 0 };
}
