/** One folder for a whole run, that of Vitest or Playwright: what its tests start with is made in it once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Named in the environment, which every process of the run inherits; whoever came first takes it away at the end. */
export function keepTemplates(): void {
  if (process.env['REGISTRO_TEMPLATES'] !== undefined) return;
  const templates = mkdtempSync(join(tmpdir(), 'registro-templates-'));
  process.env['REGISTRO_TEMPLATES'] = templates;
  // Processes and threads that a test starts read the program as it was compiled for the first of them.
  process.env['NODE_COMPILE_CACHE'] = join(templates, 'compiled');
  process.once('exit', () => rmSync(templates, { recursive: true, force: true }));
}
