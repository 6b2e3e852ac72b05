import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeCss } from '../../../src/renderer/platform/ui/theme.ts';
import { colours, contrastPairs } from '../../../src/renderer/platform/ui/tokens.ts';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('theme.css', () => {
  it('is what make-theme.ts writes today', () => {
    expect(readFileSync('src/renderer/platform/ui/theme.css', 'utf8')).toBe(themeCss());
  });

  it.each(contrastPairs)('gives %s on %s a contrast of at least %d', (front, back, least) => {
    expect(contrast(colours[front], colours[back])).toBeGreaterThanOrEqual(least);
  });
});
