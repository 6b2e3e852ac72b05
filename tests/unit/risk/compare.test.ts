/** A new valuation against the one before: the rise or fall in words, and the answers that changed. */
import { describe, expect, it } from 'vitest';
import { compareRisk, partnerRisk2019, type PartnerRiskLevel } from '../../../src/shared/risk/index.ts';
import { riskAnswers } from '../../support/risk-answers.ts';

const valued = (level: PartnerRiskLevel, points: number, answers = riskAnswers('no')) => ({ level, points, answers });

describe('compareRisk', () => {
  it.each([
    ['mild', 'moderate', 'rose', 'El riesgo subió: de Leve (7 puntos) a Moderado (8 puntos).'],
    ['severe2', 'severe1', 'fell', 'El riesgo bajó: de Severo 2 (7 puntos) a Severo 1 (8 puntos).'],
    ['severe1', 'severe1', 'same', 'El riesgo sigue en el mismo nivel: de Severo 1 (7 puntos) a Severo 1 (8 puntos).'],
  ] as const)('says from %s to %s that it %s', (before, now, direction, words) => {
    const change = compareRisk(partnerRisk2019, valued(before, 7), valued(now, 8));
    expect(change.direction).toBe(direction);
    expect(change.words).toContain(words);
  });

  it('counts the level, not the points: a reason of the professional may raise it', () => {
    expect(compareRisk(partnerRisk2019, valued('moderate', 13), valued('severe1', 9)).direction).toBe('rose');
  });

  it('names every answer that changed, pregnancy among them, and none that is not asked yet', () => {
    const before = riskAnswers('no');
    const items = { ...before.items, weaponAccess: 'yes', drugs: 'unknown', harassment: 'pending' } as const;
    const now = riskAnswers('no', { items, annex: { ...before.annex, pregnant: 'yes' } });
    const { items: changed } = compareRisk(partnerRisk2019, valued('mild', 1), valued('mild', 1, now));
    expect(changed.map(({ number, before: was, now: is }) => [number, was, is])).toEqual([
      ['2', 'No', 'Sí'],
      ['10', 'No', 'No sabe'],
      ['A.8', 'No', 'Sí'],
    ]);
  });
});
