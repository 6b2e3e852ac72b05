/** A few of the histories that `npm run bench` runs in hundreds. */
import { afterEach, expect, it } from 'vitest';
import { runHistories } from '../../histories/histories.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

it('generated histories get the condition of the definitions, or a question that leads to it', async () => {
  const figures = await runHistories(await startCentre(), { histories: 16, seed: 20_261_128 });
  expect(figures.wrong).toEqual([]);
  expect(figures.asked).toBe(figures.returning);
  expect(figures.returning).toBeGreaterThan(3);
  expect(figures.wronglyAsked).toBe(0);
});
