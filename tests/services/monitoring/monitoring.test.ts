/** Every figure of the centre beside its list, on a record that a real application wrote. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { indicatorIds, indicatorOf, seriesIds, seriesOf } from '../../../src/shared/monitoring/index.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { percentile } from '../../../src/shared/reception/index.ts';
import { buildMonitored } from '../../support/busy-monitoring.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  closeCentres,
  openCentre,
  startCentre,
  templateFolder,
  type TestCentre,
} from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { declare } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

let busy: string;
let centre: TestCentre;
const today = '2026-10-10T14:00:00.000Z';

beforeAll(async () => {
  busy = mkdtempSync(join(tmpdir(), 'registro-monitored-'));
  cpSync(await templateFolder(), busy, { recursive: true });
  await buildMonitored(busy, 4);
  centre = await copyOf(busy);
});
afterAll(closeCentres);

async function copyOf(from: string): Promise<TestCentre> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
  cpSync(from, folder, { recursive: true });
  return openCentre(folder, fixedClock(today));
}

const read = async (of: TestCentre) => (await of.as('coordina')).readMonitoring({ until: null });
type Asked = InputGivenOf<Contract['listMonitoring']>;
async function list(of: TestCentre, asked: Asked) {
  // Nobody opens so many lists so fast.
  of.clock.advance(200);
  return (await (await of.as('coordina')).listMonitoring(asked)).rows;
}

const median = (values: readonly (number | null)[]) => {
  const value = percentile(
    values.filter((one) => one !== null),
    0.5,
  );
  return value === null ? null : Math.round(value);
};

describe('a figure', () => {
  it.each(indicatorIds)('%s is its list, in every month and in every number of its table', async (id) => {
    const { months, indicators } = await read(centre);
    const view = indicators.find((one) => one.id === id);
    expect(view?.tallies.map(({ month }) => month)).toEqual(months);
    let rows = 0;
    for (const tally of [...(view?.tallies ?? []), ...(view === undefined ? [] : [view.whole])]) {
      const asked = { indicator: id, months: tally === view?.whole ? months : [tally.month] };
      const own = await list(centre, { ...asked, kind: null, part: null });
      rows += own.length;
      expect(own).toHaveLength(tally.count);
      const isMedian = indicatorOf(id).measure.of === 'median';
      expect(isMedian ? median(own.map(({ value }) => value)) : own.length, tally.month).toBe(tally.figure);
      for (const { kind, count, p50 } of tally.cells) {
        const cell = await list(centre, { ...asked, kind, part: null });
        const ids = cell.map((row) => `${row.month} ${row.id}`);
        expect(new Set(ids).size, `${tally.month} ${kind}`).toBe(count);
        rows += cell.length;
        expect(cell.every((row) => row.kind === kind)).toBe(true);
        expect(median(cell.map(({ value }) => value))).toBe(p50);
      }
    }
    expect(rows, 'the record has something of it').toBeGreaterThan(0);
  });

  it.each(['referrals', 'workload'] as const)('%s is its list in every row of its breakdown too', async (id) => {
    const { months, indicators } = await read(centre);
    const view = indicators.find((one) => one.id === id);
    const columns = indicatorOf(id).breakdown?.columns ?? [];
    expect(view?.parts.length).toBeGreaterThan(0);
    for (const { code, cells, label } of view?.parts.slice(0, 12) ?? []) {
      for (const { kind } of columns) {
        const own = cells.filter((cell) => kind === null || cell.kind === kind);
        const all = own.reduce((sum, { count }) => sum + count, 0);
        const rows = await list(centre, { indicator: id, months, kind, part: code });
        expect(rows, label).toHaveLength(all);
        for (const month of months.slice(-2)) {
          const inMonth = own.filter((cell) => cell.month === month).reduce((sum, { count }) => sum + count, 0);
          const asked = { indicator: id, months: [month], kind, part: code };
          expect(await list(centre, asked), `${label} ${month}`).toHaveLength(inMonth);
        }
      }
      expect(cells.every(({ count }) => count > 0)).toBe(true);
    }
    expect(await list(centre, { indicator: id, months, kind: null, part: 'no such row' })).toEqual([]);
    expect(await list(centre, { indicator: 'types', months, kind: null, part: 'b.violenceType' })).toEqual([]);
  });

  it('says in which fichas of the month a question of the form has no answer, and which institution answered', async () => {
    const other = await copyOf(busy);
    const { caseId, number } = await other.aCase({ isValidated: false });
    const psychologist = await other.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId });
    const rows = async (part: string) =>
      (await list(other, { indicator: 'workload', months: ['2026-10', '2026-06'], kind: null, part })).map(
        (row) => row.number,
      );
    expect(await rows('b.frequency')).toContain(number);
    await psychologist.saveSectionB({ caseId, version, form: { ...form, answers: { ...form.answers, frequency: 1 } } });
    expect(await rows('b.frequency')).not.toContain(number);
    const { indicators } = await read(other);
    const parts = (id: string) => indicators.find((one) => one.id === id)?.parts ?? [];
    expect(parts('workload').find(({ code }) => code === 'b.frequency')?.label).toMatch(/^B\.\S+ Frecuencia/);
    expect(parts('referrals').map(({ label }) => label)).toEqual(['CSMC Inventado']);
  });

  it('of whoever holds fichas is fichas, each row with its holder, those of a day by number', async () => {
    const { months, indicators } = await read(centre);
    const last = months.slice(-1);
    const view = indicators.find(({ id }) => id === 'workload');
    const rows = await list(centre, { indicator: 'workload', months: last, kind: null, part: null });
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(view?.tallies.at(-1)?.figure);
    const fixed = ['held', 'complete', 'missing'];
    const people = view?.kinds.filter(({ code }) => !fixed.includes(code)) ?? [];
    expect(people.length).toBeGreaterThan(1);
    for (const { code, label } of people) {
      const own = await list(centre, { indicator: 'workload', months: last, kind: code, part: null });
      expect(own.map(({ who }) => who)).toEqual(own.map(() => label));
      const keys = own.map(({ on, number }) => `${99_999_999 - Number(on?.replaceAll('-', ''))} ${number}`);
      expect(keys).toEqual(keys.toSorted());
      for (const row of rows.filter(({ caseId }) => own.some((one) => one.caseId === caseId)))
        expect(row.who).toContain(label);
    }
  });

  it('says what other pages of the program say', async () => {
    const { indicators } = await read(centre);
    const last = (id: string) => indicators.find((one) => one.id === id)?.tallies.at(-1);
    const coordinator = await centre.as('coordina');
    expect(last('types')?.figure).toBe((await coordinator.getMonth({ month: '2026-09' })).validated);
    const { attention, measures } = await coordinator.readCentreYear({});
    const waited = attention.find(({ month }) => month === '2026-09');
    expect([last('waiting')?.figure, last('waiting')?.p90]).toEqual([waited?.p50, waited?.p90]);
    const { years, lines } = await coordinator.readSeries({});
    const of = (id: string) => lines.find((line) => line.id === id)?.figures[years.indexOf(2026)];
    expect({
      requested: of('measures-asked'),
      granted: of('measures-granted'),
      executed: of('measures-executed'),
    }).toEqual({ requested: measures.requested, granted: measures.granted, executed: measures.executed });
    const { groups } = await coordinator.listRepeatedPairs({ from: null, to: null });
    const pairs = indicators.find((one) => one.id === 'repeats')?.whole.cells.find(({ kind }) => kind === 'pair');
    expect(pairs?.count).toBe(groups.length);
  });

  it('names nobody who came to the centre', async () => {
    const everything: unknown[] = [await read(centre)];
    const { months } = await read(centre);
    for (const id of indicatorIds)
      everything.push(await list(centre, { indicator: id, months, kind: null, part: null }));
    const text = JSON.stringify(everything);
    expect(text).not.toContain('Inventada A');
    expect(text).not.toContain('Imaginario');
    expect(text).not.toContain('Huamán');
  });

  it('asks the record as often with more fichas in it', async () => {
    const other = await copyOf(busy);
    const coordinator = await other.as('coordina');
    const database = new SqliteDriver(':memory:');
    const statement = Object.getPrototypeOf(database.prepare('select 1')) as { all: () => unknown };
    database.close();
    const statements = async () => {
      const asked = vi.spyOn(statement, 'all');
      await coordinator.readMonitoring({ until: null });
      const count = asked.mock.calls.length;
      asked.mockRestore();
      return count;
    };
    const before = await statements();
    await other.aCase();
    await other.aCase({
      user: { givenNames: 'Otra Inventada', document: { kind: null, state: 'none', number: null } },
    });
    expect(before).toBeGreaterThan(10);
    expect(await statements()).toBe(before);
  });
});

describe('a figure does not count', () => {
  const numbers = async (of: TestCentre) => {
    const { months } = await read(of);
    const rows = [];
    for (const indicator of indicatorIds) rows.push(...(await list(of, { indicator, months, kind: null, part: null })));
    return rows.map(({ number, facts }) => `${number} ${facts}`).join('\n');
  };

  it('a ficha reservada, also for a member of it, nor one closed by a conflict', async () => {
    const other = await copyOf(busy);
    // The first ficha of the pair that comes back: without it there is no pair either.
    const { months } = await read(other);
    const [pair] = await list(other, { indicator: 'repeats', months, kind: 'pair', part: null });
    const first = /antes (\d{4}-\d{4})/.exec(pair?.facts ?? '')?.[1];
    const june = await list(other, { indicator: 'types', months: ['2026-06'], kind: null, part: null });
    const row = june.find(({ number }) => number === first);
    const caseId = row?.caseId ?? '';
    expect(await numbers(other)).toContain(row?.number);
    await seal(other, caseId, { members: ['psico', 'coordina'] });
    expect(await numbers(other)).not.toContain(row?.number);
    expect(await list(other, { indicator: 'repeats', months, kind: 'pair', part: null })).toEqual([]);
    const [next] = await list(other, { indicator: 'types', months: ['2026-06'], kind: null, part: null });
    const { user } = await (
      await other.as('coordina')
    )
      .getSectionA({ caseId: next?.caseId ?? '' })
      .then(({ form }) => form);
    const { givenNames, firstSurname } = user;
    await declare(other, 'coordina', {
      givenNames,
      firstSurname,
      documentKind: 'dni',
      documentNumber: user.document.number,
    });
    expect(await numbers(other)).not.toContain(next?.number);
  });

  it('anything in a centre of its first day, and says so in each tile', async () => {
    const fresh = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
    const { months, isRunning, indicators } = await read(fresh);
    expect([months.at(-1), isRunning]).toEqual(['2026-06', true]);
    expect(indicators.map(({ whole }) => whole.count)).toEqual(indicatorIds.map(() => 0));
    await fresh.aCase();
    const first = (await read(fresh)).indicators.find(({ id }) => id === 'types');
    expect(first?.tallies.map(({ figure }) => figure)).toEqual([...Array<number>(11).fill(0), 1]);
    const { file, pages } = await (await fresh.as('coordina')).monitoringPaper({ until: null });
    expect([file.mediaType, pages]).toEqual(['application/pdf', 1]);
  });

  it.each([
    ['2026-11', 'month-future'],
    ['2031-01', 'month-future'],
    ['2026-05', 'month-before-founding'],
    ['1999-01', 'month-before-founding'],
  ])('a month that has not begun, or of before the centre: %s is refused', async (until, reason) => {
    const coordinator = await centre.as('coordina');
    const refused = `rule-broken/${reason}`;
    expect(await refusal(() => coordinator.readMonitoring({ until }))).toBe(refused);
    expect(await refusal(() => coordinator.monitoringPaper({ until }))).toBe(refused);
    const out = { until, way: 'save', printer: null } as const;
    expect(await refusal(() => coordinator.releaseMonitoringPage(out))).toBe(refused);
    expect((await coordinator.readMonitoring({ until: '2026-10' })).months.at(-1)).toBe('2026-10');
    expect((await coordinator.readMonitoring({ until: '2026-06' })).months.at(-1)).toBe('2026-06');
  });

  it('a closed ficha as one that waits for a valuation: it owes none', async () => {
    const other = await copyOf(busy);
    const { months, indicators } = await read(other);
    const before = indicators.find(({ id }) => id === 'severe')?.whole;
    const asked = { indicator: 'severe', months, part: null } as const;
    const waiting = (await list(other, { ...asked, kind: null })).find(({ isLate }) => isLate);
    await insideFile(other.folder, (db) =>
      db.prepare("update case_file set state = 'closed' where id = ?").run(waiting?.caseId),
    );
    const after = (await read(other)).indicators.find(({ id }) => id === 'severe')?.whole;
    expect(after?.figure).toBe((before?.figure ?? 0) - 1);
    const closed = await list(other, { ...asked, kind: 'closed' });
    expect(closed.map(({ number, isLate }) => [number, isLate])).toEqual([[waiting?.number, false]]);
  });
});

describe('the series by year', () => {
  it('is its list, and says null where the record does not hold a fact', async () => {
    const coordinator = await centre.as('coordina');
    const { years, lines } = await coordinator.readSeries({});
    expect(lines.map(({ id }) => id)).toEqual(seriesIds);
    for (const { id, figures } of lines) {
      const { count, measure, words } = seriesOf(id);
      for (const [at, year] of years.entries()) {
        centre.clock.advance(200);
        const { rows } = await coordinator.listSeries({ line: id, year });
        const isCounted = count !== null && measure.of === 'count';
        expect(isCounted ? rows.length : count === null ? null : median(rows.map(({ value }) => value)), id).toBe(
          figures[at],
        );
      }
      if (count === null) expect(words, id).not.toBe('');
    }
  });
});

it.each([
  ...['prosecutions', 'measures-asked', 'fichas-with-breach', 'mental-health-referred', 'mental-health-attended'],
] as const)('names a ficha in a line of a file of its team to whoever may open that: %s', async (line) => {
  const coordinator = await centre.as('coordina');
  const { years, lines } = await coordinator.readSeries({});
  const counted = years.find((_, at) => (lines.find(({ id }) => id === line)?.figures[at] ?? 0) > 0);
  if (counted === undefined) throw new Error('something is needed');
  const { rows } = await coordinator.listSeries({ line, year: counted });
  expect(rows.length).toBeGreaterThan(0);
  for (const { caseId, number, on, who } of rows)
    expect([caseId, number, on, who]).toEqual([null, 'Ficha de otro equipo', null, '']);
  const asked = await coordinator.listSeries({ line: 'cases', year: counted });
  expect(asked.rows.some(({ caseId }) => caseId !== null)).toBe(true);
});

it.each([
  ['measures', 'asked'],
  ['measures', 'granted'],
  ['referrals', 'answered'],
] as const)(
  'names a ficha behind %s (%s) to whoever may open what it is told by, and counts it all the same',
  async (indicator, kind) => {
    const { months, indicators } = await read(centre);
    const cells = indicators.find(({ id }) => id === indicator)?.whole.cells;
    const count = cells?.find((cell) => cell.kind === kind)?.count;
    const rows = await list(centre, { indicator, months, kind, part: null });
    expect(rows).toHaveLength(count ?? 0);
    expect(rows.length).toBeGreaterThan(1);
    for (const { caseId, number, on, who, facts } of rows)
      expect([caseId, number, on, who, facts]).toEqual([null, 'Ficha de otro equipo', null, '', '']);
    // As one of the team she reads the same rows.
    const other = await copyOf(busy);
    const coordinator = (await other.sessionOf('coordina')).staff.id;
    await insideFile(other.folder, (db) =>
      db.prepare("update case_grant set service = null, staff_id = ? where service = 'social'").run(coordinator),
    );
    const open = await list(other, { indicator, months, kind, part: null });
    expect(open.map(({ number }) => number)).toHaveLength(rows.length);
    for (const { number, facts, on } of open) {
      expect(number).toMatch(/^2026-\d{4}$/);
      expect(on).not.toBeNull();
      expect(facts).not.toBe('');
    }
  },
);

describe('the page', () => {
  it('leaves as a registered copy: one page, for the centre alone', async () => {
    const coordinator = await centre.as('coordina');
    const { number, file } = await coordinator.releaseMonitoringPage({ until: null, way: 'save', printer: null });
    expect(number).toMatch(/^CEM-2026-\d{6}$/);
    if (file === null) throw new Error('not handed back');
    const { base64, nextOffset } = await coordinator.readFile({ id: file.id, offset: 0 });
    expect(nextOffset).toBeNull();
    const pdf = join(mkdtempSync(join(tmpdir(), 'registro-page-')), 'page.pdf');
    writeFileSync(pdf, Buffer.from(base64, 'base64'));
    expect(
      JSON.stringify(await coordinator.readPrintRegister({ from: null, to: null, state: null, way: null })),
    ).toContain(number);
    const told = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    if (told.error !== undefined) return;
    const { indicators } = await read(centre);
    expect(told.stdout).toContain('Uso interno');
    expect(told.stdout).toContain('Página 1 de 1');
    expect(told.stdout).toContain('octubre de 2025 a septiembre'.replace('septiembre', 'setiembre'));
    for (const { id, tallies } of indicators) {
      const words = indicatorOf(id).title.split(' ').slice(0, 2).join(' ');
      const line = told.stdout.split('\n').find((one) => one.trim().startsWith(words) && /\d\s+\d/.test(one));
      const figures = tallies.map(({ figure }) => (figure === null ? '–' : String(figure)));
      expect(line?.trim().split(/\s+/).slice(-12), id).toEqual(figures);
    }
  });

  it('is not for the desk, nor for the services', async () => {
    for (const login of ['admision', 'psico', 'social', 'legal', 'visita', 'soporte'] as const) {
      const client = await centre.as(login);
      const refused = { failure: { code: 'forbidden' } };
      await expect(client.readMonitoring({ until: null }), login).rejects.toMatchObject(refused);
      await expect(client.readSeries({}), login).rejects.toMatchObject(refused);
      await expect(client.monitoringPaper({ until: null }), login).rejects.toMatchObject(refused);
    }
  });
});
