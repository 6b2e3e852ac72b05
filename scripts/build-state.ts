/** Whether `out/` still is what the sources make. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** True when the built program is missing or older than any source. */
export function buildIsStale(): boolean {
  const built = join(root, 'out/renderer/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const sources = [
    ...globSync('src/**/*.{ts,tsx,css,html}', { cwd: root }),
    'electron.vite.config.ts',
    'package-lock.json',
  ];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > since);
}
