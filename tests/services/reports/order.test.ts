/** Months close in order from the founding on, and a year ends with a unit for what is left. */
import { afterEach, describe, expect, it } from 'vitest';
import { monthFileNames, yearFileSchema } from '../../../src/shared/reports/index.ts';
import { civilDateSchema, monthSchema } from '../../../src/shared/platform/dates.ts';
import { admission } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { again, bytesOf, close, exported, makeCases, published } from './months.ts';

afterEach(closeCentres);

/** Opens the record at that time, once a month until then: a longer leap of the clock would have to be confirmed. */
async function at(centre: TestCentre, months: readonly string[]): Promise<TestCentre> {
  let open = centre;
  for (const month of months) {
    open.clock.set(`${month}-05T14:00:00.000Z`);
    open = await open.restart();
    await open.as('coordina');
  }
  return open;
}

const propose = async (centre: TestCentre, month: string) =>
  refusal(async () => (await centre.as('coordina')).proposeMonthClosing({ month }, again));

describe('order of the months', () => {
  it('begins with the month of the founding, a month without cases too, and leaves none out', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-09-03T14:00:00.000Z') });
    expect(await propose(centre, '2026-05')).toBe('rule-broken/month-before-founding');
    expect(await propose(centre, '1999-01')).toBe('rule-broken/month-before-founding');
    expect(await propose(centre, '2026-08')).toBe('rule-broken/month-earlier-open');
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listMonths({})).next).toBe('2026-06');
    expect(await coordinator.getMonth({ month: '2026-08' })).toMatchObject({
      earlier: '2026-06',
      isBeforeFounding: false,
    });
    expect(await coordinator.getMonth({ month: '2026-05' })).toMatchObject({ earlier: null, isBeforeFounding: true });
    await close(centre, '2026-06');
    expect(await propose(centre, '2026-08')).toBe('rule-broken/month-earlier-open');
    await close(centre, '2026-07');
    expect((await coordinator.listMonths({})).months.map(({ month }) => month)).toEqual([
      ...['2026-09', '2026-08', '2026-07', '2026-06'],
    ]);
    expect(await propose(centre, '2026-08')).toBe('none');
  });

  it('is kept by who approves too: a month proposed before another one was left open waits for it', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-09-03T14:00:00.000Z') });
    await close(centre, '2026-06');
    const { id } = await (await centre.as('coordina')).proposeMonthClosing({ month: '2026-07' }, again);
    await centre.close();
    await insideFile(centre.folder, (db) => {
      db.exec('delete from frozen_file; delete from frozen_cell; delete from frozen_report');
    });
    const reopened = await centre.restart();
    expect(await refusal(async () => (await reopened.as('psico')).approveMonthClosing({ proposalId: id }, again))).toBe(
      'rule-broken/month-earlier-open',
    );
  });

  it('counts who was admitted before the founding in the month of the validation', async () => {
    const centre = await startCentre();
    await centre.aCase({
      a: { admission: { ...admission, admittedOn: civilDateSchema.parse('2026-03-11') } },
      b: { incident: { occurredOn: { year: 2026, month: 3, day: 9 }, occurredTime: null, place: 'en la calle' } },
    });
    const coordinator = await centre.as('coordina');
    expect((await coordinator.getMonth({ month: '2026-06' })).validated).toBe(1);
    expect((await coordinator.getMonth({ month: '2026-03' })).validated).toBe(0);
  });
});

/** Eight cases are a band in the year too: its file says so and shows no list; its pages and sheets are made all the same. */
async function yearOfEight(centre: TestCentre): Promise<void> {
  const { files } = await (await centre.as('coordina')).exportMonth({ month: '2026-12' });
  const json = files.find(({ name }) => name === 'anual-c-0001-2026-v2.json');
  if (json === undefined) throw new Error('no year');
  const year = yearFileSchema.parse(JSON.parse((await bytesOf(centre, json)).toString('utf8')));
  expect(year).toMatchObject({ period: '2026', view: 'band', total: null, tables: [], imprint: { publication: 9 } });
}

describe('end of a year', () => {
  it('publishes one rounded total of what no unit took, sealed cases included, and every case once', async () => {
    const centre = await startCentre();
    await makeCases(centre, 0, 3);
    const december = await at(
      centre,
      ['07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`),
    );
    for (const month of ['06', '07', '08', '09', '10', '11']) await close(december, `2026-${month}`);
    await makeCases(december, 3, 4);
    const sealed = await december.aCase();
    await december.close();
    await insideFile(december.folder, (db) => {
      db.prepare('update case_file set is_sealed = 1 where id = ?').run(sealed.caseId);
    });
    const january = await at(december, ['2027-01']);
    await close(january, '2026-12');
    const rest = await published(january, '2026-12', '2026-residual');
    expect(rest).toMatchObject({ view: 'rest', cells: [], margins: null });
    expect(rest.collects).toEqual(['06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`));
    expect(Math.abs((rest.total ?? 0) - 8)).toBeLessThanOrEqual(2);
    expect(rest.imprint.publication).toBe(8);
    expect(rest.coverage).toMatch(/^Resto del año/);
    const files = Object.keys(await exported(january, '2026-12'));
    expect(files).toHaveLength(15);
    expect(files.toSorted()).toEqual(
      monthFileNames('C-0001', monthSchema.parse('2026-12'))
        .filter((name) => !name.includes('q4'))
        .toSorted(),
    );
    await yearOfEight(january);
    await january.close();
    await insideFile(january.folder, (db) => {
      const counted = db.prepare('select count(*) as count from counted_case').get() as { count: number };
      expect(counted.count).toBe(8);
      expect(() => db.exec('insert into counted_case select case_id, report_id from counted_case')).toThrow(/UNIQUE/);
    });
    const next = await january.restart();
    expect(await propose(next, '2027-01')).toBe('rule-broken/month-not-over');
  });

  it('that ended without its rest under the program of before gets it with the next month, and that month nothing of it', async () => {
    const centre = await startCentre();
    await makeCases(centre, 0, 3);
    const january = await at(centre, [...['07', '08', '09', '10', '11', '12'].map((one) => `2026-${one}`), '2027-01']);
    await close(january, '2026-12');
    await january.close();
    await insideFile(january.folder, (db) => {
      const rest = "(select id from frozen_report where period in ('2026', '2026-residual'))";
      for (const table of ['counted_case', 'frozen_file', 'frozen_cell'])
        db.exec(`delete from ${table} where report_id in ${rest}`);
      db.exec("delete from frozen_report where period in ('2026', '2026-residual')");
    });
    const open = await january.restart();
    await makeCases(open, 3, 2);
    const february = await at(open, ['2027-02']);
    const { id } = await (await february.as('coordina')).proposeMonthClosing({ month: '2027-01' }, again);
    const approving = await february.as('psico');
    const { units, seen } = await approving.readProposedClosing({ proposalId: id });
    expect(units.map(({ period, waiting }) => [period, waiting])).toEqual([
      ['2027-01', ['2027-01']],
      ['2026-residual', []],
    ]);
    await approving.approveMonthClosing({ proposalId: id, seen }, again);
    const rest = await published(february, '2027-01', '2026-residual');
    expect(rest.collects).toEqual(['06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`));
    expect(Math.abs((rest.total ?? 9) - 3)).toBeLessThanOrEqual(2);
    expect(await published(february, '2026-12', '2026-residual')).toEqual(rest);
    await february.close();
    await insideFile(february.folder, (db) => {
      expect(db.prepare('select count(*) as count from counted_case').get()).toEqual({ count: 3 });
    });
  });
});
