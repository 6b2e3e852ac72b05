/**
 * A refusal that no test names can be taken out of the code without anybody noticing. Every reason that is thrown has
 * words (`tests/contract/procedures.test.ts`): what has words is named in a test, none excused.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonWords } from '../../src/shared/failure-words.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const here = 'tests/architecture/reasons-tested.test.ts';

const tests = globSync('tests/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== here)
  .map((file) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
  .join('\n');
const isNamed = (reason: string) => new RegExp(`[^\\w-]${reason}(?![\\w-])`).test(tests);

describe('every reason of a refusal', () => {
  it('is named in a test', () => {
    const reasons = Object.keys(reasonWords);
    expect(reasons.length).toBeGreaterThan(400);
    expect(reasons.filter((reason) => !isNamed(reason)).sort()).toEqual([]);
  });
});
