/** For a run of tests: threads start from the built program where it is what the sources make, three times as fast as from the sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIsStale } from './build-state.ts';

const built = join(import.meta.dirname, '../out/main');
const source = /'\.\/([\w-]+-worker)\.ts'/;

/** A plugin of Vitest. While sources are watched they change under a build: then threads start from them. */
export function builtThreads() {
  const isUsed = process.argv.includes('run') && !buildIsStale();
  return {
    name: 'built-threads',
    transform(code: string) {
      if (!isUsed || !source.test(code)) return null;
      const file = (_all: string, name: string) => `'${pathToFileURL(join(built, `${name}.js`)).href}'`;
      return { code: code.replace(source, file), map: null };
    },
  };
}
