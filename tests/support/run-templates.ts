/** One folder for a whole run, that of Vitest or Playwright: what its tests start with is made in it once. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a file of Linux stands in memory: waiting for a disk is half of the time of a test that stores, and proves nothing. */
const memoryPlace = '/dev/shm';
/** Well over what the tests that run at a time leave there. */
const enoughBytes = 4 * 1024 ** 3;

function memoryFolder(): string | null {
  try {
    const { bavail, bsize } = statfsSync(memoryPlace);
    return bavail * bsize < enoughBytes ? null : memoryPlace;
  } catch {
    return null;
  }
}

/** Named in the environment, which every process of the run inherits; whoever came first takes it away at the end. */
export function keepTemplates(): void {
  if (process.env['REGISTRO_TEMPLATES'] !== undefined) return;
  // Who names a folder means it.
  const memory = process.env['TMPDIR'] === undefined ? memoryFolder() : null;
  const templates = mkdtempSync(join(memory ?? tmpdir(), 'registro-templates-'));
  // What a test leaves goes with the run: memory is not swept like a disk.
  if (memory !== null) process.env['TMPDIR'] = templates;
  process.env['REGISTRO_TEMPLATES'] = templates;
  // Processes and threads that a test starts read the program as it was compiled for the first of them.
  process.env['NODE_COMPILE_CACHE'] = join(templates, 'compiled');
  process.once('exit', () => rmSync(templates, { recursive: true, force: true }));
}
