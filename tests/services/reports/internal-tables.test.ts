import { afterEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { preventionSheetIds, preventionSheets } from '../../../src/shared/prevention/index.ts';
import { internalRules } from '../../../src/shared/reports/index.ts';
import { readSpreadsheet } from '../../../src/main/platform/spreadsheet.ts';
import { aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { answerD } from '../register/a-sheet.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const month = '2026-06';
const again = { password: passphrase };
const asked = { period: month, grouping: null };
const names = ['Alicia', 'Beatriz', 'Carmen', 'Dora', 'Elena', 'Felicia'];
const surnames = ['Apaza', 'Bautista', 'Ccori', 'Delgado', 'Espinoza', 'Flores'];

/** Nobody is like anybody else. */
const person = (at: number) =>
  aUser({
    givenNames: names[at] ?? '',
    firstSurname: surnames[at] ?? '',
    secondSurname: surnames[(at + 3) % 6] ?? '',
    birth: { year: 1970 + at, month: at + 1, day: at + 2 },
    document: { kind: 'dni', state: 'known', number: String(10_000_000 + at * 7_654_321) },
  });

async function threeCases(centre: TestCentre) {
  const made = [
    await centre.aCase({ user: person(0), b: { answers: { valuationLevel: 3 } } }),
    await centre.aCase({ user: person(1), a: { answers: { userAge: 70 } } }),
    await centre.aCase({ user: person(2), isValidated: false }),
  ];
  await answerD(await centre.as('legal'), made[0]?.caseId as (typeof made)[0]['caseId']);
  return made;
}

async function saved(client: Awaited<ReturnType<TestCentre['as']>>, id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const piece: { base64: string; nextOffset: number | null } = await client.readFile({ id, offset });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

describe('the exact tables', () => {
  it('open, for every cell of every table, a list as long as the figure', async () => {
    const centre = await startCentre();
    await threeCases(centre);
    const coordinator = await centre.as('coordina');
    let figures = 0;
    for (const { key } of internalRules) {
      const { table } = await coordinator.readInternalTable({ ...asked, table: key });
      for (const [row, { cells }] of table.rows.entries()) {
        for (const [column, value] of cells.entries()) {
          if (table.columns[column]?.kind !== 'count' || value === 0) continue;
          centre.clock.advance(1000);
          const { things } = await coordinator.listFigure({ ...asked, table: key, row, column });
          expect([key, row, column, things.length]).toEqual([key, row, column, value]);
          figures += 1;
        }
      }
    }
    expect(figures).toBeGreaterThan(150);
  });

  it('count validated cases of the month and of its year, and name them in their list', async () => {
    const centre = await startCentre();
    const [severe, old] = await threeCases(centre);
    const coordinator = await centre.as('coordina');
    const figure = async (table: string, label: string, period = month) => {
      const { table: read } = await coordinator.readInternalTable({ ...asked, period, table });
      const row = read.rows.findIndex((one) => one.label === label);
      const { things } = await coordinator.listFigure({ ...asked, period, table, row, column: 0 });
      return things.map(({ number }) => number);
    };
    expect(await figure('T6', 'Riesgo Severo')).toEqual([severe?.number]);
    expect(await figure('T6', 'Total', '2026')).toEqual([severe?.number, old?.number]);
    expect(await figure('T6', 'Total', '2026-05')).toEqual([]);
    const ages = async (grouping: 'EDAD_GRANDE' | 'EDAD_05_GRUPOS_R_REGIONAL') =>
      (await coordinator.readInternalTable({ ...asked, grouping, table: 'T2' })).table.columns.length;
    expect([await ages('EDAD_GRANDE'), await ages('EDAD_05_GRUPOS_R_REGIONAL')]).toEqual([5, 7]);

    await insideFile(centre.folder, (db) =>
      db.prepare('update case_file set is_sealed = 1 where id = ?').run(old?.caseId),
    );
    expect(await coordinator.readInternalTable({ ...asked, table: 'T6' })).toMatchObject({ cases: 1 });
    expect(await figure('T6', 'Total')).toEqual([severe?.number]);
  });

  it('give those of prevention as the file has them, without a list', async () => {
    const centre = await startCentre();
    await threeCases(centre);
    const coordinator = await centre.as('coordina');
    for (const table of preventionSheetIds) {
      const read = await coordinator.readInternalTable({ ...asked, table });
      expect([read.table.key, read.table.title, read.cases]).toEqual([table, preventionSheets[table], 0]);
      const refused = refusal(() => coordinator.listFigure({ ...asked, table, row: 0, column: 0 }));
      expect(await refused).toBe('invalid/');
    }
    const { table } = await coordinator.readInternalTable({ ...asked, table: 'T18' });
    expect(table.rows.map(({ label }) => label)).toContain('Participaciones');
    expect((await coordinator.internalPaper({ ...asked, table: 'T18' })).pages).toBe(1);
  });

  it('keep back whose figure it is from who may not read the section, and count it all the same', async () => {
    const centre = await startCentre();
    await threeCases(centre);
    const coordinator = await centre.as('coordina');
    const { table } = await coordinator.readInternalTable({ ...asked, table: 'T17' });
    const row = table.rows.findIndex(({ cells: [all] }) => all === 1);
    const { things } = await coordinator.listFigure({ ...asked, table: 'T17', row, column: 0 });
    expect(things).toEqual([{ caseId: null, number: null, on: null }]);
  });

  it('count the acts of the month whatever the month of their case', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
    const { caseId } = await centre.aCase({ user: person(0) });
    const psychologist = await centre.as('psico');
    await psychologist.recordAttention({
      caseId,
      attention: { action: 'action-32', on: '2026-07-02', time: null, withWhom: 'user', outcome: 'done', note: null },
    });
    const coordinator = await centre.as('coordina');
    const { table } = await coordinator.readInternalTable({ ...asked, period: '2026-07', table: 'T13' });
    const cells = (label: string) => table.rows.find((row) => row.label === label)?.cells;
    expect(cells('Acciones del plan de atención')).toEqual([1, 1]);
    expect(cells('Atenciones de psicología')?.[1]).toBeGreaterThanOrEqual(1);
  });

  it('refuse a month that has not begun, a figure that is none, and everybody but Coordinación', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const table = { ...asked, table: 'T1' };
    expect(await refusal(() => coordinator.readInternalTable({ ...table, period: '2026-08' }))).toBe(
      'rule-broken/month-future',
    );
    expect(await refusal(() => coordinator.listFigure({ ...table, row: 99, column: 0 }))).toBe('not-found/');
    for (const login of ['psico', 'legal', 'admision', 'soporte'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.readInternalTable(table))).toBe('forbidden/');
      expect(await refusal(() => other.listFigure({ ...table, row: 0, column: 0 }))).toBe('forbidden/');
    }
  });

  it('leave as a spreadsheet and as pages, both in the register of prints', async () => {
    const centre = await startCentre();
    await threeCases(centre);
    const coordinator = await centre.as('coordina');
    const { file } = await coordinator.makeInternalFile(asked);
    expect(await refusal(() => saved(coordinator, file.id))).toBe('not-found/');
    await coordinator.saveFile({ id: file.id });
    const sheets = await readSpreadsheet(await saved(coordinator, file.id), 300);
    const ofPrevention = ['', 'Grupo', 'Tipo', 'Participantes', 'Publico', 'Distrito', 'Programas'];
    expect(sheets.map(({ name }) => name)).toEqual([
      ...internalRules.map(({ key }) => key),
      ...ofPrevention.map((name) => `T18${name}`),
      'T19',
    ]);
    expect(sheets.at(-1)?.rows.flat()).toContain('Falta validar');
    const { pages } = await coordinator.internalPaper({ ...asked, table: 'T1' });
    expect(pages).toBe(1);
    const released = await coordinator.releaseInternalPaper({ ...asked, table: null, way: 'save', printer: null });
    expect(released.number).toMatch(/^CEM-2026-/);
  });
});

describe('a closed month beside today', () => {
  it('says what was annulled, typed again and corrected since', async () => {
    const centre = await startCentre();
    const [first, second] = await threeCases(centre);
    if (first === undefined || second === undefined) throw new Error('two cases');
    centre.clock.set('2026-07-03T14:00:00.000Z');
    const july = await centre.restart();
    const coordinator = await july.as('coordina');
    expect(await coordinator.readMonthChanges({ month })).toEqual({ frozen: null });
    const proposal = await coordinator.proposeMonthClosing({ month }, again);
    await (await july.as('psico')).approveMonthClosing({ proposalId: proposal.id }, again);
    const before = await coordinator.readMonthChanges({ month });
    expect(before.frozen?.changes).toEqual([]);
    expect(before.frozen?.rows.every(({ frozen, today }) => frozen === today)).toBe(true);
    july.clock.set('2026-07-04T14:00:00.000Z');
    await changesSince(await july.restart(), first, second);
  });
});

type Made = { readonly caseId: CaseId; readonly number: string };

async function changesSince(centre: TestCentre, first: Made, second: Made): Promise<void> {
  const psychologist = await centre.as('psico');
  const coordinator = await centre.as('coordina');
  const { version, form } = await psychologist.getSectionA({ caseId: second.caseId });
  const reason = { code: 'typing', text: null } as const;
  await psychologist.saveSectionA({
    ...{ caseId: second.caseId, version, reason },
    form: { ...form, answers: { ...form.answers, userAge: 40 } },
  });
  const read = async () => (await coordinator.readMonthChanges({ month })).frozen;
  const corrected = { ...second, cause: 'corrected', on: '2026-07-04', other: null };
  const frozen = await read();
  expect(frozen?.changes).toEqual([corrected]);
  const row = (label: string) => frozen?.rows.find((one) => one.label === label);
  expect([row('Total'), row('60 a más años'), row('18 a 59 años')]).toMatchObject([
    { frozen: 2, today: 2 },
    { frozen: 1, today: 0 },
    { frozen: 1, today: 2 },
  ]);

  const her = await psychologist.findPersons({ query: '10000000', arrivalId: null, role: 'any' });
  const { version: standing } = await psychologist.getCase({ caseId: first.caseId });
  const { proposalId } = await psychologist.proposeCaseAnnulment({
    ...{ caseId: first.caseId, version: standing, reason: 'duplicate', words: null },
  });
  await coordinator.approveCaseAnnulment({ proposalId }, again);
  const annulled = { ...first, caseId: null, on: '2026-07-04' };
  expect((await read())?.changes).toEqual([{ ...annulled, cause: 'annulled', other: null }, corrected]);
  const typed = await centre.aCase({ user: person(0), userId: her.candidates[0]?.personId ?? '' });
  expect((await read())?.changes).toEqual([{ ...annulled, cause: 'twice', other: typed }, corrected]);
}
