/** The named counts of a year for its anonymised file: of nobody's reading, and null where the record holds nothing. */
import { afterEach, expect, it } from 'vitest';
import { evaluationCounts } from '../../../src/main/monitoring/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { PlatformTables } from '../../../src/main/platform/storage/platform-tables.ts';
import { handedOn } from '../../../src/main/platform/storage/rows.ts';
import { seriesIds, seriesOf } from '../../../src/shared/monitoring/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { declare } from '../reception/at-the-door.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

/** As a job of the centre asks; the application is closed meanwhile. */
async function counted(centre: TestCentre) {
  await centre.close();
  const all = await insideFile(centre.folder, (db) =>
    queriesOf<PlatformTables>(db)
      .transaction()
      .execute((trx) => evaluationCounts(handedOn(trx), 2026, '2026-06-10' as CivilDate)),
  );
  const counts = Object.fromEntries(all.map(({ key, count }) => [key, count]));
  return { counts, again: await centre.restart() };
}

const seen = async (centre: TestCentre) => {
  const { years, lines } = await (await centre.as('coordina')).readSeries({});
  return Object.fromEntries(lines.map(({ id, figures }) => [id, figures[years.indexOf(2026)]]));
};

it('counts every ficha that is not reserved, whoever may read it', async () => {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const apart = { document: { kind: null, state: 'none', number: null } } as const;
  const { caseId } = await centre.aCase();
  await centre.aCase({ user: { givenNames: 'Otra Inventada', firstSurname: 'Ccoyllo', ...apart } });
  const shown = await seen(centre);
  const first = await counted(centre);
  // Times and shares are no counts: they are rounded by nobody and stay inside.
  const countsAlone = seriesIds.filter((id) => seriesOf(id).measure.of === 'count');
  expect(Object.keys(first.counts)).toEqual(countsAlone);
  expect(countsAlone).not.toContain('waiting-median');
  for (const id of countsAlone) expect(first.counts[id]).toBe(shown[id]);
  expect(first.counts).toMatchObject({ cases: 2, 'school-at-follow-up': null, judgments: 0 });

  await declare(first.again, 'coordina', { givenNames: 'Otra Inventada', firstSurname: 'Ccoyllo' });
  expect(await seen(first.again), 'hers is one less').toMatchObject({ cases: 1 });
  const second = await counted(first.again);
  expect(second.counts).toEqual(first.counts);

  await seal(second.again, caseId);
  expect((await counted(second.again)).counts).toMatchObject({ cases: 1 });
});
