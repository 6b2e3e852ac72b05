/** For a run of tests: threads start from the built program where it is what the sources make, three times as fast as from the sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIsStale } from './build-state.ts';

const built = join(import.meta.dirname, '../out/main');
/** Of the source, or of what Vite made of it before: that has quotes of its own. */
const source = /(['"])\.\/([\w-]+-worker)\.ts\1/;

/** Code that starts a thread, with the built file in the place of the source; null where it starts none. */
export function fromBuilt(code: string): string | null {
  if (!source.test(code)) return null;
  const file = (_all: string, _quote: string, name: string) => `'${pathToFileURL(join(built, `${name}.js`)).href}'`;
  return code.replace(source, file);
}

/** A plugin of Vitest. While sources are watched they change under a build: then threads start from them. */
export function builtThreads() {
  const isUsed = process.argv.includes('run') && !buildIsStale();
  return {
    name: 'built-threads',
    transform(code: string) {
      const changed = isUsed ? fromBuilt(code) : null;
      return changed === null ? null : { code: changed, map: null };
    },
  };
}
