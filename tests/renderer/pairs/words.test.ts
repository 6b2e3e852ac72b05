import { describe, expect, it } from 'vitest';
import {
  formWords,
  kindWords,
  levelMoved,
  signWords,
  sinceWords,
  spanWords,
} from '../../../src/renderer/pairs/words.ts';
import type { Step } from '../../../src/shared/pairs/index.ts';

const first: Step = { since: null, levelBefore: null, partnerRiskBefore: null };

describe('words of what was told over time', () => {
  it.each([
    [1, '1 día'],
    [59, '59 días'],
    [60, '2 meses'],
    [335, '11 meses'],
    [365, '1 año'],
    [791, '2 años y 2 meses'],
  ])('%i days', (days, words) => {
    expect(spanWords(days)).toBe(words);
  });

  it('say what is not known instead of guessing it', () => {
    expect(sinceWords(null)).toBeNull();
    expect(sinceWords({ kind: 'sameEvent' })).toBe('mismo hecho');
    expect(sinceWords({ kind: 'after', days: null })).toBe('días desde el anterior: no se sabe');
    expect(sinceWords({ kind: 'after', days: 0 })).toBe('el mismo día que el anterior');
    expect(sinceWords({ kind: 'after', days: 41 })).toBe('41 días después del anterior');
  });

  it('compare a level with the one before, where there are two', () => {
    expect(levelMoved(3, first)).toBeNull();
    expect(levelMoved(null, { ...first, levelBefore: 1 })).toBeNull();
    expect(levelMoved(3, { ...first, levelBefore: 1 })).toBe('subió: antes Riesgo Leve');
    expect(levelMoved(1, { ...first, levelBefore: 3 })).toMatch(/^bajó: antes /);
    expect(levelMoved(2, { ...first, levelBefore: 2 })).toBe('igual que antes');
    expect(formWords('severe1', { ...first, partnerRiskBefore: 'mild' })).toMatch(/^ficha: .+ \(subió: antes .+\)$/);
    expect(formWords('mild', first)).not.toContain('antes');
  });

  it('name kinds and signs in the order they are given', () => {
    expect(kindWords({ kinds: ['physical', 'sexual'], signs: [] })).toBe('Física, sexual');
    expect(kindWords({ kinds: [], signs: [] })).toBe('Sin registrar');
    expect(signWords({ kinds: [], signs: [] })).toBeNull();
    expect(signWords({ kinds: [], signs: ['strangulation', 'breach'] })).toBe('Ahorcamiento, incumplió medidas');
  });
});
