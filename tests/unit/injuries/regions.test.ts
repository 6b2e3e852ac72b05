import { describe, expect, it } from 'vitest';
import {
  bodyRegionCodes,
  bodyRegions,
  figureSize,
  regionBeside,
  type Arrow,
  type BodyRegionCode,
} from '../../../src/shared/injuries/index.ts';

const arrows: readonly Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

describe('the regions of the figure', () => {
  it('have words of their own and stand inside it', () => {
    const labels = bodyRegionCodes.map((code) => `${bodyRegions[code].face} ${bodyRegions[code].label}`);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { shape } of Object.values(bodyRegions)) {
      const [x, y, halfWidth, halfHeight] = shape;
      expect(x - halfWidth).toBeGreaterThan(0);
      expect(x + halfWidth).toBeLessThan(figureSize.width);
      expect(y - halfHeight).toBeGreaterThan(0);
      expect(y + halfHeight).toBeLessThan(figureSize.height);
    }
  });

  it('are hers: her right is at the left of the page from the front, and at the right from behind', () => {
    const x = (code: BodyRegionCode) => bodyRegions[code].shape[0];
    expect(x('kneeRight')).toBeLessThan(x('kneeLeft'));
    expect(x('calfRight')).toBeGreaterThan(x('calfLeft'));
  });

  it('are all reached by arrows alone, from the first one', () => {
    const reached = new Set<BodyRegionCode>(['forehead']);
    for (const code of reached) for (const arrow of arrows) reached.add(regionBeside(code, arrow));
    expect(reached.size).toBe(bodyRegionCodes.length);
  });

  it('lie one below the other, and the back beside the front', () => {
    expect(regionBeside('kneeRight', 'ArrowDown')).toBe('legRight');
    expect(regionBeside('kneeLeft', 'ArrowRight')).toBe('kneeBackLeft');
    expect(regionBeside('footRight', 'ArrowDown')).toBe('footRight');
  });
});
