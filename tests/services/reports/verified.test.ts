/** «Verificar código» knows what the centre published, and tells nothing else of it. */
import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { bytesOf, close, july, june, published } from './months.ts';

afterEach(closeCentres);

it('knows each file of a month, its number, and none that was changed', async () => {
  const centre = await startCentre({ clock: fixedClock(july) });
  await close(centre, june);
  const coordinator = await centre.as('coordina');
  const { imprint } = await published(centre, june);
  const desk = await centre.as('admision');
  for (const file of (await coordinator.exportMonth({ month: june })).files) {
    const contentHash = createHash('sha256')
      .update(await bytesOf(centre, file))
      .digest('hex');
    expect((await desk.verifyDocument({ number: null, contentHash })).verdict).toBe('genuine');
  }
  const printed = `Publicación ${imprint.publication} · ${imprint.seal}`;
  const found = await desk.verifyDocument({ number: printed, contentHash: null });
  expect(found).toMatchObject({ verdict: 'genuine', documents: [{ kind: 'monthly-report', issuedOn: '2026-07-03' }] });
  const typed = await desk.verifyDocument({ number: `1 ${imprint.seal.toLowerCase()}`, contentHash: null });
  expect(typed.verdict).toBe('genuine');
  const contentHash = '0'.repeat(64);
  const title = `Reporte mensual C-0001 2026-06 ${printed}`;
  expect((await desk.verifyDocument({ number: title, contentHash })).verdict).toBe('changed');
  for (const number of [`Publicación 2 · ${imprint.seal}`, 'Publicación 1 · 0000000000', imprint.seal, '1'])
    expect((await desk.verifyDocument({ number, contentHash: null })).verdict).toBe('unknown');
});
