/** Every figure of the centre beside its list, on a record that a real application wrote. */
import { mkdtempSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMonitored } from '../../support/busy-monitoring.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, openCentre, templateFolder, type TestCentre } from '../../support/start-application.ts';

let centre: TestCentre;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
  cpSync(await templateFolder(), folder, { recursive: true });
  await buildMonitored(folder, 12);
  centre = await openCentre(folder, fixedClock('2027-06-10T14:00:00.000Z'));
}, 120_000);
afterAll(closeCentres);

describe('a figure', () => {
  it('trial', async () => {
    const coordinator = await centre.as('coordina');
    const read = await coordinator.readMonitoring({ until: null });
    for (const one of read.indicators) console.log(one.id, JSON.stringify(one.tallies.slice(-5).map(({ figure, cells }) => [figure, ...cells.map((c) => `${c.kind.slice(0, 8)}=${c.count}/${c.p50}`)])));
    console.log(JSON.stringify(await coordinator.readSeries({})));
  });
});
