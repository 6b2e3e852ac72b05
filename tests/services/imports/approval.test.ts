/** What may happen between the proposal of a list and its approval, and who a person is from row to row. */
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { resolve, rowOfOnePerson } from '../../../src/main/imports/who-is-who.ts';
import type { RowState } from '../../../src/main/imports/row-state.ts';
import type { contract } from '../../../src/shared/contract.ts';
import type { WorkProgress } from '../../../src/shared/imports/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, openCentre, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { aLine, bringIn, check, csvOf, everybodyNew, rowsOf, send } from './a-list.ts';

afterEach(closeCentres);

const password = { password: passphrase };

async function proposed(centre: TestCentre): Promise<string> {
  const office = await centre.as('coordina');
  const importId = await send(office, csvOf([aLine(1), aLine(2)]));
  const { version } = await check(office, importId);
  return (await office.proposeImport({ importId, version }, password)).proposalId;
}

async function openCase(
  centre: TestCentre,
  changes: Parameters<typeof aUser>[0],
  number: number | null,
): Promise<void> {
  const fichaNumber = number === null ? null : { numeric: number, alphabetic: 'A', year: 2019 };
  await (
    await centre.as('coordina')
  ).openCase({
    arrivalId: null,
    admission: { ...admission, fichaNumber },
    user: aUser(changes),
    userLink: { kind: 'new' },
    aggressor: anAggressor(),
    aggressorLink: { kind: 'new' },
  });
}

const manyRows = 80;

/** A checked list of many rows in which everybody is somebody new. */
async function longList(office: Client<typeof contract>): Promise<string> {
  const importId = await send(office, csvOf(Array.from({ length: manyRows }, (_, at) => aLine(at + 1))));
  await check(office, importId);
  await everybodyNew(office, importId);
  return importId;
}

/** Asks how far the approval is until it is at the stage. */
async function until(
  second: Client<typeof contract>,
  proposalId: string,
  stage: WorkProgress['stage'],
): Promise<WorkProgress> {
  for (;;) {
    const { progress } = await second.getImportDecisionProgress({ proposalId });
    if (progress?.stage === stage && progress.done > 0) return progress;
    // A person looks now and then; a loop without a pause is stopped as a program gone wild.
    await setTimeout(10);
  }
}

describe('what was proposed', () => {
  it('comes in as it was proposed or not at all', async () => {
    const centre = await startCentre();
    const proposalId = await proposed(centre);
    await centre.close();
    await insideFile(centre.folder, (db) => db.prepare("update list_import set settings = settings || ' '").run());
    const again = await openCentre(centre.folder, centre.clock);
    const second = await again.as('legal');
    expect(await refusal(() => second.approveImport({ proposalId }, password))).toBe('conflict/list-changed');
    expect((await (await again.as('coordina')).listImports({})).imports).toMatchObject([{ state: 'proposed' }]);
  });

  it('comes in once when two approve it at the same time', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const two = [await centre.as('legal'), await centre.as('psico')];
    const proposalId = await proposed(centre);
    const ends = await Promise.all(two.map((one) => refusal(() => one.approveImport({ proposalId }, password))));
    expect(ends.sort()).toEqual(['none', expect.stringMatching(/proposal-decided|list-busy/) as string]);
    expect((await office.listImports({})).imports).toMatchObject([{ state: 'done', cases: 2 }]);
  });

  it('is neither an empty list nor worked on by two at once', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1), aLine(2)]));
    const before = await office.getImport({ importId });
    const both = await Promise.all(
      [1, 2].map(() => refusal(() => office.checkImport({ importId, version: before.version }))),
    );
    expect(both.sort()).toEqual(['none', 'rule-broken/list-busy']);
    for (const { line } of await rowsOf(office, importId))
      await office.editImportRow({ importId, line, texts: {}, isExcluded: true });
    const { version } = await check(office, importId);
    const propose = () => office.proposeImport({ importId, version }, password);
    expect(await refusal(propose)).toBe('rule-broken/list-nothing');
    expect((await office.listProposals({})).proposals).toEqual([]);
  });
});

describe('a long approval', () => {
  it('is followed and stopped while it writes; nothing of the list stays, and it can be approved again', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const second = await centre.as('legal');
    const importId = await longList(office);
    const { version } = await office.getImport({ importId });
    const { proposalId } = await office.proposeImport({ importId, version }, password);
    const stopped = expect(second.approveImport({ proposalId }, password)).rejects.toMatchObject({
      failure: { code: 'cancelled', reason: 'list-stopped' },
    });
    expect(await until(second, proposalId, 'writing')).toMatchObject({ total: manyRows });
    await second.cancelImportDecision({ proposalId });
    await stopped;
    expect((await office.getImport({ importId })).state).toBe('proposed');
    expect((await office.findPersons({ query: '40015838', arrivalId: null, role: 'any' })).candidates).toEqual([]);
    expect((await second.approveImport({ proposalId }, password)).cases).toBe(manyRows);
    expect((await office.verifyRecord({})).isSound).toBe(true);
  });

  it('is followed and stopped while it takes a list out; the list stays whole', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const second = await centre.as('legal');
    const importId = await longList(office);
    await bringIn(office, second, importId);
    const { version } = await office.getImport({ importId });
    const undo = { importId, version, reason: 'wrongList', keepsTouched: false } as const;
    const { proposalId } = await office.proposeImportUndo(undo, password);
    const stopped = expect(second.approveImportUndo({ proposalId }, password)).rejects.toMatchObject({
      failure: { code: 'cancelled', reason: 'list-stopped' },
    });
    await until(second, proposalId, 'erasing');
    await second.cancelImportDecision({ proposalId });
    await stopped;
    expect(await office.getImport({ importId })).toMatchObject({ state: 'done', cases: manyRows });
    expect((await office.verifyRecord({})).isSound).toBe(true);
  });

  it('tells the desk nothing of it', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const proposalId = crypto.randomUUID();
    await expect(desk.getImportProgress({ importId: proposalId })).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
  });
});

describe('between proposal and approval', () => {
  const happenings: readonly (readonly [string, (centre: TestCentre) => Promise<void>])[] = [
    ['an official number of the list is taken', (centre) => openCase(centre, {}, 2)],
    [
      'a person of the list is registered',
      (centre) => {
        const [, , firstSurname, secondSurname, givenNames, number] = aLine(1);
        const document = { kind: 'dni', state: 'known', number: number ?? '' } as const;
        const names = { firstSurname: firstSurname ?? null, secondSurname: secondSurname ?? null };
        return openCase(centre, { ...names, givenNames: givenNames ?? null, document }, null);
      },
    ],
  ];
  it.each(happenings)('when %s nothing of the list goes in', async (_what, happen) => {
    const centre = await startCentre();
    const proposalId = await proposed(centre);
    await happen(centre);
    const second = await centre.as('legal');
    await expect(second.approveImport({ proposalId }, password)).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'list-stale' },
    });
    const office = await centre.as('coordina');
    const { candidates } = await office.findPersons({ query: '40015838', arrivalId: null, role: 'any' });
    expect(candidates).toEqual([]);
    expect((await office.verifyRecord({})).isSound).toBe(true);
  });

  it('approved twice with one key it goes in once', async () => {
    const centre = await startCentre();
    const proposalId = await proposed(centre);
    const second = await centre.as('legal');
    const key = crypto.randomUUID();
    expect(await second.approveImport({ proposalId }, { ...password, key })).toEqual({ cases: 2 });
    await expect(second.approveImport({ proposalId }, { ...password, key: crypto.randomUUID() })).rejects.toMatchObject(
      {
        failure: { reason: 'proposal-decided' },
      },
    );
    const [line] = (await (await centre.as('coordina')).listImports({})).imports;
    expect(line).toMatchObject({ state: 'done', cases: 2 });
  });
});

describe('rows', () => {
  it('that stand there twice, or carry one number twice, are errors of the later one', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1), aLine(1), aLine(2, { 'N° Ficha': '1-a' })]));
    await check(office, importId);
    const rows = await rowsOf(office, importId);
    expect(rows.map((row) => row.verdict === 'error')).toEqual([false, true, true]);
    expect(rows[1]?.issues[0]?.message).toContain('igual a la fila 2');
    expect(rows[2]?.issues[0]?.message).toContain('ya está en la fila 2');
  });

  it('keep what was mended, left out and decided when the list is checked again', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1), aLine(1, { 'N° Ficha': '7' }), aLine(3, { Edad: 'x' })]));
    await check(office, importId);
    const choice = { kind: 'row', line: 2, role: 'user' } as const;
    await office.chooseImportPerson({ importId, line: 3, role: 'user', choice });
    await office.editImportRow({ importId, line: 4, texts: { userAge: '40' }, isExcluded: false });
    await office.editImportRow({ importId, line: 4, texts: { riskLevel: 'Leve' }, isExcluded: true });
    await check(office, importId);
    const rows = await rowsOf(office, importId);
    expect(rows[1]?.user.choice).toEqual(choice);
    expect(rows[2]).toMatchObject({ verdict: 'excluded', texts: { userAge: '40', riskLevel: 'Leve' } });
  });

  it('lose their judgement when the columns change, and dates are weighed anew', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1, { 'Fecha de ingreso': '03/04/2019' })]));
    const first = await office.getImport({ importId });
    expect(first).toMatchObject({
      settings: { dateOrder: null },
      pending: ['Diga en qué orden están escritas las fechas.'],
    });
    await expect(office.checkImport({ importId, version: first.version })).rejects.toMatchObject({
      failure: { reason: 'list-pending' },
    });
    const settings = { ...first.settings, dateOrder: 'mdy' } as const;
    await office.setImportSettings({ importId, version: first.version, settings });
    expect((await check(office, importId)).counts).not.toBeNull();
    const [row] = await rowsOf(office, importId);
    expect(row?.admittedOn).toBe('2019-03-04');
    const { version } = await office.getImport({ importId });
    const { admittedOn, ...columns } = settings.columns;
    expect(admittedOn).toBe(1);
    await office.setImportSettings({ importId, version, settings: { ...settings, columns } });
    expect(await office.getImport({ importId })).toMatchObject({ counts: null, settings: { dateOrder: null } });
  });

  it('of one column for two facts are refused at the second', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1)]));
    const { version, settings } = await office.getImport({ importId });
    const columns = { ...settings.columns, userPhone: settings.columns.userDocument ?? 0 };
    await expect(
      office.setImportSettings({ importId, version, settings: { ...settings, columns } }),
    ).rejects.toMatchObject({ failure: { reason: 'list-column-twice' } });
  });
});

describe('who is who', () => {
  const row = (line: number, choices: Partial<RowState['choices']> = {}, isExcluded = false): RowState => ({
    line,
    ...{ edits: {}, isExcluded, leftOutAt: null, isConfirmed: false, cells: null },
    choices: { user: null, aggressor: null, ...choices },
    result: { facts: {} as never, issues: [], texts: {}, candidates: { user: [], aggressor: [] }, source: [] },
  });
  const as = (line: number, role: 'user' | 'aggressor' = 'user') => ({ kind: 'row', line, role }) as const;

  it('is followed from row to row up to the record', () => {
    const known = { kind: 'known', personId: 'x' } as never;
    const resolved = resolve([row(2, { user: known }), row(3, { user: as(2) }), row(4, { aggressor: as(3) })]);
    expect(resolved.map(({ roots }) => [roots.user, roots.aggressor])).toEqual([
      ['p:x', 'n:2:aggressor'],
      ['p:x', 'n:3:aggressor'],
      ['n:4:user', 'p:x'],
    ]);
  });

  it('holds also through a row that was left out', () => {
    const resolved = resolve([row(2, {}, true), row(3, { user: as(2) }), row(4, { user: as(2) })]);
    expect(resolved.map(({ roots }) => roots.user)).toEqual(['n:2:user', 'n:2:user']);
  });

  it('finds a row in which both would be one', () => {
    expect(rowOfOnePerson(resolve([row(2), row(3, { user: as(2), aggressor: as(2) })]))).toBe(3);
    expect(rowOfOnePerson(resolve([row(2), row(3)]))).toBeNull();
  });
});
