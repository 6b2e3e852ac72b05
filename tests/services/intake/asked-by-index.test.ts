/** What is asked about one ficha or one person does not read what all the years left, from the first row to the last. */
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { migrations } from '../../../src/main/migrations/index.ts';
import { migrate } from '../../../src/main/platform/storage/migrate.ts';
import { contract } from '../../../src/shared/contract.ts';
import type { ProcedureSpec } from '../../../src/shared/platform/contract.ts';
import { aWrit, batch } from '../papers/two-writs.ts';
import { closeCentres, startCentre, staff, type Login, type TestCentre } from '../../support/start-application.ts';
import { validInput, type Named } from '../../support/valid-inputs.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeCentres();
});

/** Read whole on purpose: a few rows whatever the years, one for what is rare (a conflict, a reserve), files once at the start. */
const few = [
  ...['audit_state', 'secret', 'staff_member', 'staff_role', 'exceptional_access', 'person_key_edition'],
  ...['conflict_declaration', 'conflict_judged', 'case_seal_member', 'case_key', 'centre', 'office', 'stored_file'],
  ...['data_incident', 'access_review', 'allowed_printer', 'staff_presence'],
];
/** The newest entry, and whether there is any ficha: the first row alone. */
const firstRow =
  /from "?audit_entry"? order by "?seq"? desc limit 1\b|\(select id from case_file where annulled_at is null limit 1\)/;

/** The tables that SQLite reads from the first row to the last for this; where `some` are let be, not by an index of only some rows. */
function readWhole(db: Database.Database, text: string, some: boolean): string[] {
  const values = Array.from({ length: text.split('?').length - 1 }, () => 'x');
  const plan = db.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
  const called = new Map(
    [...text.matchAll(/(?:from|join) "?(\w+)"?(?: as)? "?(\w+)"?/g)].map(([, of, name]) => [name, of]),
  );
  const all = db.pragma('table_list') as { name: string; type: string }[];
  const tables = new Set(all.flatMap(({ name, type }) => (type === 'table' && name !== 'sqlite_schema' ? [name] : [])));
  return plan.flatMap(({ detail }) => {
    const [, name = '', index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    const table = called.get(name) ?? name;
    if (!tables.has(table)) return [];
    const indexes = db.pragma(`index_list(${table})`) as { name: string; partial: number }[];
    const isSome = indexes.some((one) => one.name === index && one.partial === 1);
    return isSome && some ? [] : [table];
  });
}

/** What was asked of the file, each text once. */
function askedTexts(prepared: { readonly mock: { readonly calls: readonly (readonly [string, ...unknown[]])[] } }) {
  const said = new Set(prepared.mock.calls.map(([text]) => text));
  return [...said].filter((text) => /^\s*(?:with|select|update|delete)/i.test(text) && !text.includes(' in ()'));
}

/** What is read whole, beside what is few. */
async function wholeAmong(texts: readonly string[], some = true): Promise<string[]> {
  const db = new Database(':memory:');
  await migrate(db, migrations);
  const whole = texts.flatMap((text) => {
    const tables = readWhole(db, text, some).filter((table) => !few.includes(table));
    return tables.length === 0 || firstRow.test(text) ? [] : [`${tables.join()}: ${text}`];
  });
  // What it is measured with finds one.
  expect(readWhole(db, 'select cf.id from case_file as cf where cf.number like ?', some)).toEqual(['case_file']);
  return whole;
}

it('a ficha opened, filled, validated and read is found by what it is asked by', async () => {
  const centre = await startCentre();
  const prepared = vi.spyOn(Database.prototype, 'prepare');
  await centre.aCase({ isValidated: true });
  // Of the same names: what knows her is looked at too.
  const { caseId } = await centre.aCase({ isValidated: true });
  const psychologist = await centre.as('psico');
  await psychologist.getCase({ caseId });
  await psychologist.readTimeline({ caseId });
  const texts = askedTexts(prepared);
  vi.restoreAllMocks();
  expect(await wholeAmong(texts)).toEqual([]);
  expect(texts.length).toBeGreaterThan(50);
});

/** What others wrote by hand at the same questions is looked for in their fichas. */
const asksAll = new Set(['listFrequentDetails']);

/** A ficha with a writ that left, and what the inputs call it by. */
async function aWorkedFicha(centre: TestCentre): Promise<Named> {
  const { caseId } = await centre.aCase({ isValidated: true });
  const lawyer = await centre.as('legal');
  const document = await aWrit(lawyer, caseId);
  await lawyer.releaseCopies(batch({ caseId, documentIds: [document.id], way: 'save' }));
  const { main } = await lawyer.listCasePersons({ caseId });
  return { caseId: [caseId], personId: main.map(({ personId }) => personId), documentId: [document.id] };
}

it('whatever is read of a ficha, by any of the staff, is found by what it is asked by', async () => {
  const centre = await startCentre();
  const named = await aWorkedFicha(centre);
  const reads = (Object.entries(contract) as [string, ProcedureSpec][]).filter(
    ([name, spec]) =>
      !spec.changes && spec.permission !== 'anyone' && spec.passwordAgain !== true && !asksAll.has(name),
  );
  const answered = new Set<string>();
  const texts = new Set<string>();
  for (const login of Object.keys(staff) as Login[]) {
    for (const [procedure, spec] of reads) {
      const input = validInput(spec.input, named);
      if (!JSON.stringify(input ?? null).includes(String(named['caseId']?.[0]))) continue;
      centre.clock.advance(2000);
      const { token } = await centre.sessionOf(login);
      const prepared = vi.spyOn(Database.prototype, 'prepare');
      const key = crypto.randomUUID();
      const { ok } = await centre.application.invoke({ procedure, input, session: token, key, password: null });
      if (ok) answered.add(procedure);
      for (const text of askedTexts(prepared)) texts.add(text);
      prepared.mockRestore();
    }
  }
  expect(await wholeAmong([...texts], false)).toEqual([]);
  expect(answered.size).toBeGreaterThan(30);
});

/** Asked again whenever something changes, by every window; what is read whole in them are the fichas that are running. */
it.each([
  ['openBoard', []],
  ['countSavedOutside', []],
  ['listDangers', []],
  ['countDeadlines', ['case_file']],
] as const)('%s asks for what is of today or still open, not for all years', async (procedure, running) => {
  const centre = await startCentre();
  await aWorkedFicha(centre);
  const { token } = await centre.sessionOf('coordina');
  const prepared = vi.spyOn(Database.prototype, 'prepare');
  const call = { procedure, input: {}, session: token, key: crypto.randomUUID(), password: null };
  expect(await centre.application.invoke(call)).toMatchObject({ ok: true });
  const texts = askedTexts(prepared);
  vi.restoreAllMocks();
  const whole = await wholeAmong(texts);
  expect(whole.map((one) => /^\w+/.exec(one)?.[0])).toEqual(running);
});
