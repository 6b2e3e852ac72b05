/** A command as it would have run at another time: it is a process of its own and reads the clock of this computer. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ended } from './run-cli.ts';

/** @param instant when it begins; @param folder takes the file that turns the clock, and loses it again */
export async function underClockOf(instant: string, folder: string, run: () => Promise<Ended>): Promise<Ended> {
  const behind = Date.now() - Date.parse(instant);
  const clock = join(folder, 'clock.mjs');
  writeFileSync(
    clock,
    `const Now = Date;
    globalThis.Date = class extends Now {
      constructor(...parts) { if (parts.length === 0) super(Now.now() - ${behind}); else super(...parts); }
      static now() { return Now.now() - ${behind}; }
    };`,
  );
  process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(clock).href}`;
  try {
    return await run();
  } finally {
    delete process.env['NODE_OPTIONS'];
    rmSync(clock);
  }
}
