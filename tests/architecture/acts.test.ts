/** Everything a person presses goes through one hook: no key, no state of sending and no words of a failure by hand. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../src/renderer');
const files = globSync('**/*.{ts,tsx}', { cwd: renderer }).map((file) => file.replaceAll('\\', '/'));
const byHand = /\bnewKey\(|wordsOf\(failureOf\(|\bsetBusy\(|\bsetProblem\(/;

/** The engine itself, and the draft that is kept without being pressed. */
const engine: readonly string[] = ['platform/act-keys.ts', 'platform/client.ts', 'platform/forms/use-autosave.ts'];

/** Files that still do it by hand, a domain: a number here may only fall. */
const left: Readonly<Record<string, number>> = {
};

describe('what a person presses', () => {
  const found = files.filter(
    (file) => !engine.includes(file) && byHand.test(readFileSync(join(renderer, file), 'utf8')),
  );

  it.each(Object.keys(Object.groupBy(files, (file) => file.split('/')[0] ?? '')))('in %s uses `useAct`', (domain) => {
    const own = found.filter((file) => file.startsWith(domain));
    expect(own.length, own.join(' ')).toBe(left[domain] ?? 0);
  });

  it('is kept by hand in the engine alone', () => {
    const idle = engine.filter((file) => !byHand.test(readFileSync(join(renderer, file), 'utf8')));
    expect(idle).toEqual([]);
  });
});
