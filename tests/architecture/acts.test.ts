/** Everything a person presses goes through one hook: no key, no state of sending and no words of a failure by hand. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../src/renderer');
const files = globSync('**/*.{ts,tsx}', { cwd: renderer }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string) => readFileSync(join(renderer, file), 'utf8');
const byHand = /\bnewKey\b|wordsOf\(failureOf\(|\bsetBusy\(|\bsetProblem\(|formState\.isSubmitting|\buseMutation\(/;

/** The engine itself, and what nobody presses. */
const engine: Readonly<Record<string, string>> = {
  'platform/client.ts': 'the hook, its keys, and one for what is not pressed',
  'platform/failure-words.ts': 'the words themselves',
  'platform/forms/use-autosave.ts': 'a draft is kept without being pressed',
  'people/open-fichas.tsx': 'shows what is read, unasked',
  'people/use-typed-search.ts': 'asks while one types, and stores nothing',
  'reception/queries.ts': 'the page opens the arrival',
};

describe('what a person presses', () => {
  it.each(Object.keys(Object.groupBy(files, (file) => file.split('/')[0] ?? '')))('in %s uses `useAct`', (domain) => {
    const own = files.filter((file) => file.startsWith(domain) && engine[file] === undefined);
    expect(own.filter((file) => byHand.test(textOf(file)))).toEqual([]);
  });

  it('is kept by hand in the engine alone', () => {
    expect(Object.keys(engine).filter((file) => !byHand.test(textOf(file)))).toEqual([]);
  });

  it('gets the procedures that store from `useAct` alone', () => {
    const whole = files.filter((file) => /\buseWholeClient\b|\buse\(ClientProvider\)/.test(textOf(file)));
    expect(whole).toEqual(['platform/client.ts']);
  });
});
