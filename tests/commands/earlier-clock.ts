/** A command as it would have run elsewhere: it is a process of its own and reads the clocks of this computer. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ended } from './run-cli.ts';

/** With a module of ours loaded before the program; `folder` takes the file of it, and loses it again. */
async function after(module: string, folder: string, run: () => Promise<Ended>): Promise<Ended> {
  const clock = join(folder, 'clock.mjs');
  writeFileSync(clock, module);
  process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(clock).href}`;
  try {
    return await run();
  } finally {
    delete process.env['NODE_OPTIONS'];
    rmSync(clock);
  }
}

/**
 * What measures the cost of a passphrase is told that it took a hundred times as long, as on a slow computer. A centre founded
 * so has the keys that the slowest computer gets: the floor of the product, below which it opens none.
 */
const slow = `const now = performance.now.bind(performance);
  performance.now = () => now() * (new Error().stack.includes('measureKdf') ? 100 : 1);`;

export function onSlowComputer(folder: string, run: () => Promise<Ended>): Promise<Ended> {
  return after(slow, folder, run);
}

/** @param instant when it begins, on a slow computer; @param folder takes the file that turns the clock, and loses it again */
export function underClockOf(instant: string, folder: string, run: () => Promise<Ended>): Promise<Ended> {
  const behind = Date.now() - Date.parse(instant);
  const earlier = `const Now = Date;
    globalThis.Date = class extends Now {
      constructor(...parts) { if (parts.length === 0) super(Now.now() - ${behind}); else super(...parts); }
      static now() { return Now.now() - ${behind}; }
    };`;
  return after(`${slow}\n${earlier}`, folder, run);
}
