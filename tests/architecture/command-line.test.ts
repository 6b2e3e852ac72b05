/** Help of the command line answers at once: its entry loads no command and no application before one is used. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Files of ours that a module loads at once; `import type` and `import()` load nothing at once. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)'/gm);
  for (const [, name = ''] of imports) loadedBy(join(dirname(file), name), seen);
  return seen;
}

it('loads four small files before a command is used', () => {
  const loaded = [...loadedBy(join(root, 'src/main/cli.ts'))].map((file) => relative(root, file).replaceAll('\\', '/'));
  const few = ['cli.ts', 'commands/command.ts', 'commands/index.ts', 'version.ts'];
  expect(loaded.sort()).toEqual(few.map((file) => `src/main/${file}`));
  const packages = loaded.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/^import (?!type )[^;]* from '([^.'][^']*)'/gm),
  ]);
  expect(packages.map(([, name]) => name).filter((name) => name?.startsWith('node:') !== true)).toEqual([]);
});
