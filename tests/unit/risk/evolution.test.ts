/** The trend of the risk in words: the level before the points, the last against the one before and the first. */
import { expect, it } from 'vitest';
import { evolutionOf, type PartnerRiskLevel } from '../../../src/shared/risk/index.ts';

const signed = (day: string, confirmedLevel: PartnerRiskLevel, points: number) => ({
  ...{ assessedAt: `2026-${day}T15:00:00.000Z`, confirmedLevel, points },
});

it('says nothing of one valuation', () => {
  expect(evolutionOf([])).toBeNull();
  expect(evolutionOf([signed('05-01', 'mild', 3)])).toBeNull();
});

it.each([
  [
    'a lower level',
    [signed('05-01', 'severe1', 15), signed('05-20', 'moderate', 9)],
    'Baja desde el 01/05/2026: de Severo 1, 15 puntos, a Moderado, 9 puntos.',
  ],
  [
    'a higher level with fewer points',
    [signed('05-01', 'moderate', 13), signed('05-20', 'severe1', 12)],
    'Sube desde el 01/05/2026: de Moderado, 13 puntos, a Severo 1, 12 puntos.',
  ],
  [
    'more points of one level',
    [signed('05-01', 'mild', 1), signed('05-20', 'mild', 5)],
    'Sube desde el 01/05/2026: de Leve, 1 punto, a Leve, 5 puntos.',
  ],
  [
    'the same',
    [signed('05-01', 'mild', 5), signed('05-20', 'mild', 5)],
    'Sigue igual desde el 01/05/2026: Leve, 5 puntos.',
  ],
] as const)('%s', (_, records, trend) => {
  expect(evolutionOf(records)?.trend).toBe(trend);
});

it('stands in the order of the days, whatever came first, and says the whole way', () => {
  const records = [signed('06-10', 'moderate', 9), signed('05-01', 'severe2', 20), signed('05-20', 'moderate', 9)];
  const evolution = evolutionOf(records);
  expect(evolution?.points.map(({ on }) => on)).toEqual(['2026-05-01', '2026-05-20', '2026-06-10']);
  expect(evolution?.trend).toBe(
    'Sigue igual desde el 20/05/2026: Moderado, 9 puntos. En todo el caso: baja desde el 01/05/2026: de Severo 2, 20 puntos, a Moderado, 9 puntos.',
  );
});
