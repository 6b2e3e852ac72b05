/** What a reading does not show is not compared for it: then it asks for no row of it either (decision 0096). */
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { asksNoEntries, entryKinds, kindsComparedFor, sealedKinds } from '../../../src/main/sealed-kinds.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

const given = { action: 'action-32', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done' } as const;
const readers: readonly Login[] = ['psico', 'social', 'legal', 'coordina', 'admision'];
const entryTables = sealedKinds
  .filter(({ kind }) => entryKinds.includes(kind))
  .flatMap(({ table, children }) => [table, ...children.map((child) => child.table)])
  .filter((table) => table !== 'sealed_field');

const statements = Object.getPrototypeOf(new Driver(':memory:').prepare('select 1')) as Driver.Statement;
let run: MockInstance[] = [];
beforeEach(() => {
  run = (['all', 'get', 'run'] as const).map((name) => vi.spyOn(statements, name));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeCentres();
});

/** Texts of the statements that a call runs. */
async function askedBy(call: () => Promise<unknown>): Promise<string[]> {
  for (const one of run) one.mockClear();
  await call().catch(() => null);
  return run.flatMap(({ mock }) => mock.contexts.map((statement) => (statement as Driver.Statement).source));
}

const named = (texts: readonly string[]) =>
  entryTables.filter((table) => texts.some((text) => new RegExp(`\\b${table}\\b`).test(text)));

async function withEntry() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await (await centre.as('psico')).recordAttention({ caseId, attention: { ...given, note: 'Nota inventada' } });
  return { centre, caseId };
}

describe('the records compared before a reading', () => {
  it('are all that a case has but for those listed, which name no table of an entry', async () => {
    const { centre, caseId } = await withEntry();
    expect(entryKinds.filter((name) => !sealedKinds.some(({ kind }) => kind === name))).toEqual([]);
    expect(kindsComparedFor('readTimeline')).toBe(sealedKinds);
    const link = { kind: 'new' } as const;
    const draft = await (
      await centre.as('psico')
    ).openCase({
      ...{ arrivalId: null, admission, user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link },
    });
    for (const login of readers) {
      const client = await centre.as(login);
      for (const name of asksNoEntries)
        for (const [state, id] of [['validated', caseId] as const, ['draft', draft.caseId] as const]) {
          const asked = await askedBy(() => client[name]({ caseId: id }));
          expect(asked.length, `${login} ${name} ${state}`).toBeGreaterThan(0);
          expect(named(asked), `${login} ${name} ${state}`).toEqual([]);
        }
    }
    // What is noted is what is asked: a reading of entries is seen.
    const psychologist = await centre.as('psico');
    const asked = await askedBy(() => psychologist.readTimeline({ caseId }));
    expect(named(asked)).toEqual(expect.arrayContaining(['attention', 'attention_change']));
  });

  it('stop whoever would be shown one that was changed outside, and nobody else', async () => {
    const { centre, caseId } = await withEntry();
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      // An older page put back: whoever forges one goes round the triggers.
      db.prepare("update attention set note = 'Otra' where case_id = ?").run(caseId);
    });
    const after = await centre.restart();
    const client = await after.as('psico');
    expect(await refusal(() => client.readTimeline({ caseId }))).toBe('damaged/record-seal');
    expect(await refusal(() => client.listAttentions({ caseId }))).toBe('damaged/record-seal');
    expect(await refusal(() => client.readCaseNext({ caseId }))).toBe('damaged/record-seal');
    expect((await client.getCase({ caseId })).caseId).toBe(caseId);
    const change = { ...given, on: '2026-06-09', note: null } as const;
    expect(await refusal(() => client.recordAttention({ caseId, attention: change }))).toBe('damaged/record-seal');
  });
});
