/**
 * A month of the ministry's table of 2012, typed ficha by ficha and validated through the services, and read back through
 * «Tablas»: every cell as it was published. `npm test` types a tenth of it, `npm run test:long` the whole of it.
 */
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import given from '../../../resources/names/given-names.json' with { type: 'json' };
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import { BondGroup } from '../../../src/shared/intake/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type CaseOptions } from '../../support/start-application.ts';

afterEach(closeCentres);

const isWhole = process.env['LONG_RUNS'] === '1';
const month = '2026-06';
/** Years of age from which each column of the table counts; the last is that of nobody. */
const bands = [0, 6, 12, 18, 26, 36, 46, 60, 90];

const grid = JSON.parse(readFileSync(new URL('../../fixtures/reports/grid-2012.json', import.meta.url), 'utf8')) as {
  rows: (string | number)[][];
};
/** December, the month of fewest; its women, men and ages. */
const published = (grid.rows.find(([name]) => name === '12') ?? []).slice(2).map(Number);
const some = (count: number) => (isWhole ? count : Math.ceil(count / 10));
const ages = published.slice(2).map(some);
const total = ages.reduce((sum, count) => sum + count, 0);
const men = some(published[1] ?? 0);

const surname = (at: number) => String(surnames[at % surnames.length]?.[0]);
const named = { 0: given.filter(([, sex]) => sex === 'F'), 1: given.filter(([, sex]) => sex === 'M') };

/** Sexes and ages have a margin each and no table of both: men stand at every so many, whatever their age. */
function fichaOf(at: number, band: number): CaseOptions {
  const sex = Math.floor(((at + 1) * men) / total) > Math.floor((at * men) / total) ? 1 : 0;
  const from = bands[band] ?? 0;
  const age = from + (at % ((bands[band + 1] ?? 0) - from));
  const birth = { year: 2026 - age, month: (at % 5) + 1, day: (at % 27) + 1 };
  return {
    user: {
      givenNames: String(named[sex][(at * 7) % named[sex].length]?.[0]),
      firstSurname: surname(at * 11),
      secondSurname: surname(at * 17 + 5),
      document: { kind: 'dni', state: 'known', number: String(10_000_000 + ((at * 7_654_321) % 80_000_000)) },
      birth,
    },
    aggressor: { givenNames: String(named[1][(at * 13) % named[1].length]?.[0]), firstSurname: surname(at * 19 + 3) },
    a: { answers: { userAge: age, userSex: sex, bondGroup: BondGroup.family, partnerBond: null, familyBond: 1 } },
  };
}

it('gives back every cell of the month that was typed', async () => {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  let at = 0;
  for (const [band, count] of ages.entries()) {
    for (let one = 0; one < count; one += 1, at += 1) {
      centre.clock.advance(2000);
      await centre.aCase(fichaOf(at, band));
    }
  }
  const coordinator = await centre.as('coordina');
  const read = async (table: string, grouping: 'EDAD_PEQUENO' | null) =>
    (await coordinator.readInternalTable({ period: month, grouping, table })).table;
  const expected = [total, total - men, men, ...ages];
  // The whole month as the ministry printed it; of a tenth, what was typed.
  if (isWhole) expect(expected).toEqual([total, ...published]);

  const byMonth = (await read('T2-meses', 'EDAD_PEQUENO')).rows.find(({ label }) => /^junio/i.test(label));
  expect(byMonth?.cells.filter((_, column) => column !== 1)).toEqual(expected);

  const one = await read('T1', null);
  expect(one.rows.map(({ cells: [count] }) => count)).toEqual(expect.arrayContaining([total - men, men, total]));

  const crossed = await read('T2', 'EDAD_PEQUENO');
  const whole = crossed.rows.find(({ label }) => label === 'Total');
  expect(whole?.cells.filter((_, column) => column !== 1)).toEqual([total, ...ages]);
  expect(crossed.rows.map(({ cells: [count] }) => count)).toEqual(expect.arrayContaining([total - men, men]));
});
