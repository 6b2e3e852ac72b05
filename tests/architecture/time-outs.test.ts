/** A busy computer is slow, not wrong: no test gives less time than the configuration of its runner gives to all. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tests = globSync('tests/{architecture,commands,contract,renderer,services,shell,storage,unit}/**/*.{ts,tsx}', {
  cwd: root,
}).map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')] as const);

it('none is cut off earlier than the others', () => {
  const limits = tests.flatMap(([file, text]) =>
    [...text.matchAll(/[tT]imeout: ([\d_]+)|^ *\}, ([\d_]+)\);$/gm)].map(([, given, last]) => {
      return { file, limit: Number((given ?? last ?? '').replaceAll('_', '')), isOfTest: last !== undefined };
    }),
  );
  const short = limits.filter(
    ({ limit, isOfTest }) => limit < (isOfTest ? 120_000 : 60_000) && (!isOfTest || limit >= 1000),
  );
  expect(short.map(({ file, limit }) => `${file}: ${String(limit)}`)).toEqual([]);
});

it('nothing is waited for by the second that Vitest gives', () => {
  const waits = tests.filter(([, text]) => /vi\.waitFor\((?![^;]*timeout)/.test(text));
  expect(waits.map(([file]) => file)).toEqual([]);
});

it('no journey is cut off earlier than the others', () => {
  const short = globSync('tests/e2e/*.ts', { cwd: root }).filter((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:configure\(\{ timeout: |setTimeout\()([\d_]+)/g)].some(
      ([, limit = '']) => Number(limit.replaceAll('_', '')) < 300_000,
    ),
  );
  expect(short).toEqual([]);
});
