/** Whether `out/` still is what the sources make. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** True when the built program is missing or older than any source. */
export function buildIsStale(): boolean {
  const built = join(root, 'out/renderer/index.html');
  // An older build says nothing of what it holds.
  if (![built, join(root, 'out/bundled/renderer.json')].every((file) => existsSync(file))) return true;
  const since = statSync(built).mtimeMs;
  const sources = [
    ...globSync('src/**/*.{ts,tsx,css,html}', { cwd: root }),
    'electron.vite.config.ts',
    'scripts/bundled-packages.ts',
    'package-lock.json',
  ];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > since);
}
