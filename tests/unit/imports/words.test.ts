import { expect, test } from 'vitest';
import { verdictWords } from '../../../src/renderer/imports/words.ts';

test('rows of a kind are told by how many there are', () => {
  expect(verdictWords('ready', 1)).toBe('Lista');
  expect(verdictWords('ready', 2)).toBe('Listas');
  expect(verdictWords('excluded', 4)).toBe('Dejadas fuera');
  expect(verdictWords('error', 4)).toBe('Con error');
});
