import { randomBytes } from 'node:crypto';
import { createQueryId } from 'kysely';
import { describe, expect, it } from 'vitest';
import { closedCell, placeOf, wordsWithoutKey, type CaseKey } from '../../../src/main/platform/storage/closed-words.ts';
import { WordsPlugin } from '../../../src/main/platform/storage/words-plugin.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

const caseId = '9ed4b5eb-4338-45d8-9373-240eef534bbf' as CaseId;
const place = placeOf('attention', 'note', ['a']);
const key = { caseId, version: 1, key: randomBytes(32), place };

async function read(row: Record<string, unknown>, held: CaseKey | null): Promise<unknown> {
  const plugin = new WordsPlugin(() => Promise.resolve(held));
  try {
    return (await plugin.transformResult({ queryId: createQueryId(), result: { rows: [row] } })).rows[0];
  } catch (error) {
    return error instanceof ExpectedFailure ? error.failure.reason : error;
  }
}

const row = () => ({
  id: 'a',
  count: 3,
  words: closedCell('lo dicho', 'text', key),
  value: closedCell('"antes"', 'json', key),
  options: closedCell('{"a":1}', 'object', key),
});

describe('closed words in what is read', () => {
  it('are what was written, with the key', async () => {
    const plain = { id: 'a', count: 3, words: 'lo dicho', value: '"antes"', options: '{"a":1}' };
    expect(await read(row(), key)).toEqual(plain);
    expect(await read({ bytes: closedCell(Buffer.from([1, 2]), 'bytes', key) }, key)).toEqual({
      bytes: Buffer.from([1, 2]),
    });
  });

  it('are a sentence of the same kind without it, never the cell; bytes are refused', async () => {
    expect(await read(row(), null)).toEqual({
      ...{ id: 'a', count: 3, words: wordsWithoutKey, value: JSON.stringify(wordsWithoutKey), options: '{}' },
    });
    expect(await read({ bytes: closedCell(Buffer.from([1, 2]), 'bytes', key) }, null)).toBe('seal-key-waits');
  });

  it('are what stands there where the key of that case does not open them; bytes are damaged', async () => {
    const other = { ...key, key: randomBytes(32) };
    const typed = { words: `cem-closed:${caseId}:1:${place}:AAAA` };
    expect(await read(typed, key)).toEqual({ words: `cem-closed:${caseId}:1:${place}:AAAA` });
    expect(await read({ bytes: closedCell(Buffer.from([1, 2]), 'bytes', key) }, other)).toBe('sealed-field');
  });
});
