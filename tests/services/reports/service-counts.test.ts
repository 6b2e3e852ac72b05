/** T13 and T14 of the month: acts by their own day, a writ and the act it left once, nothing of a ficha that is out. */
import { afterEach, expect, it } from 'vitest';
import { serviceCounts } from '../../../src/main/reports/internal/service-counts.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { handedOn } from '../../../src/main/platform/storage/rows.ts';
import { monthSchema } from '../../../src/shared/platform/dates.ts';
import type { Database } from '../../../src/main/platform/storage/open-database.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { anEvent, measure } from '../proceedings/a-proceeding.ts';

afterEach(closeCentres);

const cargo = {
  ...{
    presentedOn: '2026-06-10',
    presentedTime: '08:30',
    desk: 'Mesa de partes inventada',
    instance: 'court' as const,
  },
  ...{ entryNumber: '123-2026', folios: 3, signedId: null, cargoId: null, acceptsChanges: false },
};

async function countsOf(centre: TestCentre, ...months: string[]): Promise<Record<string, number>> {
  const read = (db: Database) =>
    serviceCounts(
      handedOn(queriesOf(db)),
      months.map((one) => monthSchema.parse(one)),
    );
  const counts = await insideFile(centre.folder, read);
  return Object.fromEntries(counts.flatMap(({ group, count }) => (count === 0 ? [] : [[group, count]])));
}

it('counts each act in the month of its day', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const record = (...event: Parameters<typeof anEvent>) => lawyer.recordEvent({ caseId, event: anEvent(...event) });
  await record('measuresDecided', '2026-06-08', { measures: [measure('no-contact', 'granted')] });
  await record('measuresDecided', '2026-06-09', { measures: [measure('no-approach', 'denied')] });
  await record('executionStarted', '2026-06-09', { measures: [measure('no-contact')] });
  await record('judgment', '2026-05-30');
  const before = await countsOf(centre, '2026-06');
  expect(before).toMatchObject({ 'measures-granted': 1, 'measures-executed': 1 });
  expect(await countsOf(centre, '2026-05')).toEqual({ 'first-instance-judgments': 1 });
  expect(await countsOf(centre, '2026-06', '2026-05')).toEqual({ ...before, 'first-instance-judgments': 1 });

  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const measures = [{ code: 'weapon-ban' as const, reason: 'Motivo inventado', detail: null }];
  await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, measures }, missingReason: 'urgency' });
  const [filing] = (await lawyer.listPresenting({ caseId })).filings;
  await lawyer.presentFiling({ caseId, filingId: filing?.filingId ?? '', form: cargo });
  // The account of Section B is the first interview, and a writ is legal work: two services.
  expect(await countsOf(centre, '2026-06')).toEqual({
    ...before,
    'measures-requested': 1,
    'interdisciplinary-attention': 1,
  });

  await insideFile(centre.folder, (db) => db.prepare('update case_file set is_sealed = 1').run());
  expect(await countsOf(centre, '2026-06')).toEqual({});
});
