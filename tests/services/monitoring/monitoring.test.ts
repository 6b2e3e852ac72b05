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
import { declare } from '../reception/at-the-door.ts';
import { seal } from '../reserve/sealing.ts';

let busy: string;
let centre: TestCentre;
const today = '2026-10-10T14:00:00.000Z';

beforeAll(async () => {
  busy = mkdtempSync(join(tmpdir(), 'registro-monitored-'));
  cpSync(await templateFolder(), busy, { recursive: true });
  await buildMonitored(busy, 4);
  centre = await copyOf(busy);
}, 240_000);
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
      const own = await list(centre, { ...asked, kind: null });
      rows += own.length;
      expect(own).toHaveLength(tally.count);
      const isMedian = indicatorOf(id).measure.of === 'median';
      expect(isMedian ? median(own.map(({ value }) => value)) : own.length, tally.month).toBe(tally.figure);
      for (const { kind, count, p50 } of tally.cells) {
        const cell = await list(centre, { ...asked, kind });
        const ids = cell.map((row) => `${row.month} ${row.id}`);
        expect(new Set(ids).size, `${tally.month} ${kind}`).toBe(count);
        rows += cell.length;
        expect(cell.every((row) => row.kind === kind)).toBe(true);
        expect(median(cell.map(({ value }) => value))).toBe(p50);
      }
    }
    expect(rows, 'the record has something of it').toBeGreaterThan(0);
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
    for (const id of indicatorIds) everything.push(await list(centre, { indicator: id, months, kind: null }));
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
    for (const indicator of indicatorIds) rows.push(...(await list(of, { indicator, months, kind: null })));
    return rows.map(({ number, facts }) => `${number} ${facts}`).join('\n');
  };

  it('a ficha reservada, also for a member of it, nor one closed by a conflict', async () => {
    const other = await copyOf(busy);
    // The first ficha of the pair that comes back: without it there is no pair either.
    const { months } = await read(other);
    const [pair] = await list(other, { indicator: 'repeats', months, kind: 'pair' });
    const first = /antes (\d{4}-\d{4})/.exec(pair?.facts ?? '')?.[1];
    const june = await list(other, { indicator: 'types', months: ['2026-06'], kind: null });
    const row = june.find(({ number }) => number === first);
    const caseId = row?.caseId ?? '';
    expect(await numbers(other)).toContain(row?.number);
    await seal(other, caseId, { members: ['psico', 'coordina'] });
    expect(await numbers(other)).not.toContain(row?.number);
    expect(await list(other, { indicator: 'repeats', months, kind: 'pair' })).toEqual([]);
    const [next] = await list(other, { indicator: 'types', months: ['2026-06'], kind: null });
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

  it('a month that has not begun', async () => {
    const { months } = await (await centre.as('coordina')).readMonitoring({ until: '2031-01' });
    expect(months.at(-1)).toBe('2026-10');
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

it('names a ficha in a line of the legal file to whoever may open that, and says to others that there is one', async () => {
  const coordinator = await centre.as('coordina');
  const { years, lines } = await coordinator.readSeries({});
  const counted = years.find((_, at) => (lines.find(({ id }) => id === 'prosecutions')?.figures[at] ?? 0) > 0);
  if (counted === undefined) throw new Error('a prosecution is needed');
  const { rows } = await coordinator.listSeries({ line: 'prosecutions', year: counted });
  expect(rows.length).toBeGreaterThan(0);
  for (const { caseId, number, on, who } of rows)
    expect([caseId, number, on, who]).toEqual([null, 'Ficha de otro equipo', null, '']);
  const asked = await coordinator.listSeries({ line: 'cases', year: counted });
  expect(asked.rows.some(({ caseId }) => caseId !== null)).toBe(true);
});

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
