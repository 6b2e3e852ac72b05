/** What is asked about one ficha or one person does not read what all the years left, from the first row to the last. */
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { migrations } from '../../../src/main/migrations/index.ts';
import { migrate } from '../../../src/main/platform/storage/migrate.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeCentres();
});

/** Read whole on purpose: a row or a few, whatever the years. */
const few = ['audit_state', 'secret', 'staff_member', 'staff_role', 'exceptional_access', 'person_key_edition'];
/** Those of who is barred, or reserved; files, once at the start. */
const others = ['conflict_declaration', 'case_seal_member', 'stored_file'];

it('a ficha opened, filled, validated and read is found by what it is asked by', async () => {
  const centre = await startCentre();
  const prepared = vi.spyOn(Database.prototype, 'prepare');
  await centre.aCase({ isValidated: true });
  // Of the same names: what knows her is looked at too.
  const { caseId } = await centre.aCase({ isValidated: true });
  const psychologist = await centre.as('psico');
  await psychologist.getCase({ caseId });
  await psychologist.readTimeline({ caseId });
  const said = new Set(prepared.mock.calls.map(([text]) => text));
  const texts = [...said].filter((text) => /^\s*(?:with|select|update|delete)/i.test(text));
  vi.restoreAllMocks();

  const db = new Database(':memory:');
  await migrate(db, migrations);
  const tables = new Set((db.pragma('table_list') as { name: string }[]).map(({ name }) => name));
  for (const one of [...few, ...others]) tables.delete(one);
  const whole = texts.filter((text) => {
    const asked = Array.from({ length: text.split('?').length - 1 }, () => 'x');
    const plan = db.prepare(`explain query plan ${text}`).all(...asked) as { detail: string }[];
    const isShort = / limit 1\b| in \(\)/.test(text);
    return !isShort && plan.some(({ detail }) => tables.has(/^SCAN (\w+)(?! USING)/.exec(detail)?.[1] ?? ''));
  });
  expect(whole).toEqual([]);
  expect(texts.length).toBeGreaterThan(50);
});
