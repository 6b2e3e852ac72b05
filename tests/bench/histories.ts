/** Recidivism found: generated histories of one centre over five years, through the services. Shares, not times. */
import { runHistories } from '../histories/histories.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';
import { spreadOf, type Row } from './measure.ts';

const [histories, seed] = [600, 20_261_128] as const;

export async function historyRows(): Promise<Row[]> {
  const figures = await runHistories(await startCentre(), { histories, seed });
  await closeCentres();
  const share = (part: number, whole: number) => (100 * part) / whole;
  const row = (what: string, part: number, whole: number, aim: string): Row => ({
    ...{ what, unit: 'percent', aim, ours: null, other: null },
    figure: spreadOf([share(part, whole)]),
    note: `${part} of ${whole}, seed ${seed}, ${histories} histories, ${figures.visits} visits, ${figures.reopenings} opened again`,
  });
  for (const wrong of figures.wrong) process.stderr.write(`histories: ${wrong}\n`);
  const judged = figures.visits + figures.reopenings;
  return [
    row('right condition, or a question that leads to it', judged - figures.wrong.length, judged, '≥ 98'),
    row('returning by names and told age alone: asked about', figures.asked, figures.returning, '≥ 95'),
    row('truly new women: asked about without need', figures.wronglyAsked, figures.first, '≤ 2'),
  ];
}
