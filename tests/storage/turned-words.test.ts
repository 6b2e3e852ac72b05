/** What is written in place of words, and what never is. */
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { readCell, wordsWithoutKey } from '../../src/main/platform/storage/closed-words.ts';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { turnTable, type Turn } from '../../src/main/platform/storage/turned-words.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import type { CaseId } from '../../src/shared/platform/ids.ts';

const caseId = '9ed4b5eb-4338-45d8-9373-240eef534bbf' as CaseId;
const key = { caseId, version: 1, key: randomBytes(32) };
const closing: Turn = { target: key, keyOf: () => Promise.resolve(key) };
const opening: Turn = { target: null, keyOf: () => Promise.resolve(key) };

const db = new Database(':memory:');
db.exec(`create table note (id text primary key, case_id text, words text) strict;
  create trigger note_is_final before update on note begin select raise(abort, 'final'); end;`);
afterEach(() => void db.prepare('delete from note').run());

const put = (id: string, words: string) => db.prepare("insert into note values (?, 'a', ?)").run(id, words);
const read = () => db.prepare('select words from note order by id').pluck().all() as string[];
const turn = (how: Turn) =>
  queriesOf<PlatformTables>(db)
    .transaction()
    .execute((trx) =>
      turnTable(trx, { table: 'note', owner: 'case_id', ids: ['a'] }, { columns: { words: 'text' } }, how),
    );

it('closes and opens a final record, which is final again', async () => {
  put('1', 'lo dicho');
  await turn(closing);
  expect(readCell(read()[0])).toMatchObject({ caseId, version: 1 });
  expect(() => db.prepare("update note set words = 'otro'").run()).toThrow('final');
  await turn(opening);
  expect(read()).toEqual(['lo dicho']);
});

it('opens no cell that was closed for another row', async () => {
  put('1', 'lo dicho');
  await turn(closing);
  const [cell = ''] = read();
  put('2', cell);
  await turn(opening);
  expect(read()).toEqual(['lo dicho', cell]);
});

it('keeps nothing of what stands for words without a key', async () => {
  put('1', `Antes: ${wordsWithoutKey}`);
  for (const how of [closing, opening]) {
    const failed = await turn(how).catch((error: unknown) => error);
    expect(failed instanceof ExpectedFailure && failed.failure.reason).toBe('seal-key-waits');
  }
});
