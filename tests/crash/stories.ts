/** Faults that happened to somebody, told again from the beginning (`tales.ts`). */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeControl } from './fault-control.ts';
import { node } from './node-program.ts';
import type { Bench } from './recording.ts';
import { aBusyCentre, placeIn } from './scenarios.ts';

export type Story = { readonly name: string; readonly figures: string; readonly wrong: readonly string[] };

export async function runStories({ work, shim }: Bench): Promise<Story[]> {
  const folder = join(work, 'stories');
  const [base, root, control] = [join(folder, 'base'), join(folder, 'root'), join(folder, 'control')];
  mkdirSync(base, { recursive: true });
  await aBusyCentre(placeIn(base));
  makeControl(control);
  // Compiled for the centre above already: the process begins with it, where it is kept.
  flushCompileCache();
  const child = spawn(node, [join(import.meta.dirname, 'story-child.ts'), base, root], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_USE_IO_URING: '0', LD_PRELOAD: shim, CRASH_DIR: root, CRASH_CONTROL: control },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stories: Story[] = [];
  for await (const line of createInterface({ input: child.stdout })) stories.push(JSON.parse(line) as Story);
  if ((await ended) !== 0) stories.push({ name: 'stories', figures: 'cut off', wrong: ['the process ended badly'] });
  return stories;
}
