/** The file of a year beside the months of the same record: of what both say, one figure. */
import { afterEach, expect, it } from 'vitest';
import { BondGroup } from '../../../src/shared/intake/index.ts';
import { yearFileSchema } from '../../../src/shared/reports/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { bytesOf, close, june, person, published } from './months.ts';

afterEach(closeCentres);

const family = { bondGroup: BondGroup.family, partnerBond: null, familyBond: 1 } as const;

async function cases(centre: TestCentre, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += 1) {
    centre.clock.advance(2000);
    const userAge = at % 5 === 0 ? 66 : 34;
    await centre.aCase({
      user: { ...person(at), birth: { year: 2026 - userAge, month: 1, day: (at % 27) + 1 } },
      a: {
        answers: {
          userAge,
          complaintFiled: at % 4 === 0 ? 0 : 1,
          ...(at % 3 === 0 ? family : {}),
        },
      },
      b: { answers: { complaintOfficeKind: at % 4 === 0 ? null : 1 } },
    });
  }
}

it('says of bonds, ages and complaints what the months said, with December still to be frozen', async () => {
  const clock = fixedClock('2026-06-10T15:00:00.000Z');
  let centre = await startCentre({ clock });
  await cases(centre, 0, 23);
  clock.set('2026-08-10T15:00:00.000Z');
  centre = await centre.restart();
  await close(centre, '2026-07');
  await cases(centre, 23, 4);
  clock.set('2026-12-10T15:00:00.000Z');
  centre = await centre.restart();
  await close(centre, '2026-11');
  await cases(centre, 27, 22);
  clock.set('2027-01-05T15:00:00.000Z');
  centre = await centre.restart();
  await close(centre, '2026-12');
  const coordinator = await centre.as('coordina');
  const { files } = await coordinator.exportMonth({ month: '2026-12' });
  const json = files.find(({ name }) => /^anual-.*\.json$/.test(name));
  if (json === undefined) throw new Error('no year');
  const year = yearFileSchema.parse(JSON.parse((await bytesOf(centre, json)).toString('utf8')));
  const shown = [await published(centre, june), await published(centre, '2026-12')];
  const sums = (of: readonly (readonly number[])[]) =>
    (of[0] ?? []).map((_, at) => of.reduce((sum, one) => sum + (one[at] ?? 0), 0));
  const listed = (id: string, part: string | null = null) =>
    sums(
      shown.map(({ tables }) => {
        const table = tables.find((one) => one.id === id && one.part === part);
        return table?.rows.filter(({ code }) => !/total/.test(code)).map(({ values }) => values[0] ?? 0) ?? [];
      }),
    );
  const blocks = (key: string, ...ends: readonly number[]) => {
    const rows = year.tables.find((table) => table.key === key)?.rows.map(({ count }) => count ?? 0) ?? [];
    return ends.map((end, at) => rows.slice(ends[at - 1] ?? 0, end).reduce((sum, one) => sum + one, 0));
  };
  expect(shown.map(({ view }) => view)).toEqual(['coarse', 'coarse']);
  expect(blocks('T7-vinculos', 10, 29, 39, 40)).toEqual(listed('T7'));
  const women = shown.map(
    ({ tables }) =>
      tables
        .find(({ id }) => id === 'T1')
        ?.rows.map(({ values }) => values[0] ?? 0)
        .slice(0, 2) ?? [],
  );
  expect(blocks('T1-sexo', 1, 2)).toEqual(sums(women));
  expect(blocks('T2-edad', 3, 7, 8)).toEqual(sums(shown.map(({ margins }) => margins?.age ?? [])));
  const [yes = 0, no = 0, missing = 0] = listed('T12', 'complaint');
  const where = year.tables.find(({ key }) => key === 'T12-donde')?.rows.length ?? 0;
  expect(blocks('T12-donde', where - 1, where)).toEqual([yes, no + missing]);

  // Nothing is counted twice over: the total of the year, T17 and the months say these.
  const series = year.tables.find(({ key }) => key === 'EV')?.rows.map(({ label }) => label) ?? [];
  expect(series.length).toBeGreaterThan(10);
  expect(series.filter((label) => /Casos atendidos|Con denuncia al ingreso|Tentativas|dependían/.test(label))).toEqual(
    [],
  );
});
