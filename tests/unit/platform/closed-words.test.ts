import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closedCell, openedCell, placeOf, readCell } from '../../../src/main/platform/storage/closed-words.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

const caseId = '9ed4b5eb-4338-45d8-9373-240eef534bbf' as CaseId;
const place = placeOf('attention', 'note', ['1']);
const key = { caseId, version: 3, key: randomBytes(32), place };
const words = 'Se toca el cuello al hablar; ñandú.';

function opened(cell: unknown, with_: Buffer = key.key) {
  const read = readCell(cell);
  return read === null ? 'not closed' : openedCell(read, with_);
}

describe('a closed cell', () => {
  it('says whose it is, holds nothing readable and opens to what it was, in each kind of column', () => {
    const text = closedCell(words, 'text', key);
    expect(String(text)).toMatch(/^cem-closed:9ed4b5eb-4338-45d8-9373-240eef534bbf:3:[\w-]{22}:[\w+/=]+$/);
    expect(String(text)).not.toContain('cuello');
    expect(opened(text)).toBe(words);
    const json = closedCell(JSON.stringify({ words }), 'json', key);
    expect(typeof JSON.parse(String(json))).toBe('string');
    expect(opened(json)).toBe(JSON.stringify({ words }));
    const object = closedCell(JSON.stringify({ words }), 'object', key);
    expect(Object.keys(JSON.parse(String(object)) as object)).toEqual(['closed']);
    expect(opened(object)).toBe(JSON.stringify({ words }));
    const list = closedCell(JSON.stringify([words]), 'list', key);
    expect(JSON.parse(String(list))).toHaveLength(1);
    expect(opened(list)).toBe(JSON.stringify([words]));
    const bytes = closedCell(Buffer.from(words), 'bytes', key);
    expect(Buffer.from(bytes).includes('cuello')).toBe(false);
    expect(opened(bytes)).toEqual(Buffer.from(words));
    expect(readCell(bytes)).toMatchObject({ caseId, version: 3, kind: 'bytes' });
  });

  it('names its place, and no other one alike', () => {
    const places = [
      ['a', 'b', ['c']],
      ['ab', '', ['c']],
      ['a', 'bc', ['']],
      ['a', 'b', ['c', '']],
    ] as const;
    expect(new Set(places.map(([table, column, ids]) => placeOf(table, column, ids))).size).toBe(4);
  });

  it('is another one each time', () => {
    expect(closedCell(words, 'text', key)).not.toBe(closedCell(words, 'text', key));
  });

  it('opens with no other key, no other case or version, and not once it was changed', () => {
    const cell = String(closedCell(words, 'text', key));
    expect(opened(cell, randomBytes(32))).toBeNull();
    expect(opened(cell.replace(':3:', ':4:'))).toBeNull();
    expect(opened(cell.replace('9ed4', '9ed5'))).toBeNull();
    expect(opened(cell.replace(place, placeOf('attention', 'note', ['2'])))).toBeNull();
    expect(opened(`${cell.slice(0, -6)}AAAAA=`)).toBeNull();
    expect(opened(`cem-closed:${caseId}:3:${place}:AAAA`)).toBeNull();
  });

  it('is not what somebody typed, nor a number', () => {
    for (const typed of [
      words,
      'cem-closed: mañana',
      '"cem-closed:"',
      '{"closed":"sí"}',
      '',
      7,
      null,
      Buffer.from('cem'),
    ])
      expect(opened(typed)).toBe('not closed');
  });
});
