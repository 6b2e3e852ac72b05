/** A refusal that no test names can be taken out of the code without anybody noticing: every reason is named in a test. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const here = 'tests/architecture/reasons-tested.test.ts';

/** `fail('code', 'reason')`, over lines too. */
const thrown = new Set(
  globSync('src/{main,shared}/**/*.ts', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/\bfail\(\s*'[a-z-]+',\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''),
  ),
);
const tests = globSync('tests/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== here)
  .map((file) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
  .join('\n');
const isNamed = (reason: string) => new RegExp(`[^\\w-]${reason}(?![\\w-])`).test(tests);

describe('every reason of a refusal', () => {
  it('is named in a test', () => {
    expect(thrown.size).toBeGreaterThan(200);
    expect([...thrown].filter((reason) => !isNamed(reason)).sort()).toEqual([]);
  });
});
