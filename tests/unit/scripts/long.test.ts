import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { longTests } from '../../long.ts';

const root = join(import.meta.dirname, '../../..');

it('the tests that the quick gate leaves out are files that there are', () => {
  const names = longTests.flatMap((pattern) => {
    const [, folder = '', some, one] = /^(.*\/)(?:\{(.*)\}|([^/{]*))\.test\./.exec(pattern) ?? [];
    return (some?.split(',') ?? [one ?? '']).map((name) => `${folder}${name}.test.{ts,tsx}`);
  });
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => globSync(name, { cwd: root }).length !== 1)).toEqual([]);
});
