/** What starts a thread starts the built one in a run of tests: from the sources each costs half a second more. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { fromBuilt } from '../../../scripts/built-threads.ts';

const root = join(import.meta.dirname, '../../..');
const files = globSync('src/main/**/*.ts', { cwd: root })
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }))
  .filter(({ code }) => code.includes('-worker.ts'));

describe('threads of the built program', () => {
  it('are what every file that starts one starts, as it stands and as Vite makes it', async () => {
    const threads = globSync('src/main/**/*-worker.ts', { cwd: root }).map((file) => basename(file, '.ts'));
    const found = new Set<string>();
    for (const { file, code } of files) {
      const { code: made } = await transformWithOxc(code, join(root, file));
      for (const one of [code, made]) {
        const [, name = file] = /'file:[^']*\/out\/main\/([\w-]+)\.js'/.exec(fromBuilt(one) ?? '') ?? [];
        expect(threads).toContain(name);
        found.add(name);
      }
    }
    expect([...found].toSorted()).toEqual(threads.toSorted());
  });

  it('leave alone what starts none', () => {
    expect(fromBuilt("import { run } from './worker.ts';")).toBeNull();
  });
});
