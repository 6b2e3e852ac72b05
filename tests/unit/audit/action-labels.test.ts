import { describe, expect, it } from 'vitest';
import { namedActs } from '../../../src/main/audit/sheet-facts.ts';
import { actionLabels, actionWords } from '../../../src/shared/audit/index.ts';
import { contract } from '../../../src/shared/contract.ts';
import type { ProcedureSpec } from '../../../src/shared/platform/contract.ts';

const actions = Object.values(contract as Readonly<Record<string, ProcedureSpec>>).flatMap((spec) =>
  typeof spec.audit === 'string' ? [spec.audit] : [],
);

describe('words of the audit', () => {
  it('has Spanish words for every action of the contract', () => {
    expect(actions.length).toBeGreaterThan(40);
    expect(actions.filter((action) => actionWords(action) === 'Otra acción')).toEqual([]);
  });

  it('has words for what the program writes itself', () => {
    const own = ['audit.segmentStarted', 'backup.restored', 'session.start', 'centre.founded', 'keys.rotated'];
    const found = ['rollback.detected', 'readonly.ended', 'chain.broken', 'copy.newer', 'keys.recovered'];
    for (const action of [...own, ...found]) {
      expect(actionWords(action)).not.toBe('Otra acción');
    }
  });

  it('tells how a delivery ended from the action itself', () => {
    for (const action of actions) expect(actionWords(`${action}.settled`)).toBe(`${actionWords(action)}: resultado`);
  });

  it('has words for every act that the weekly sheet names', () => {
    expect(namedActs.filter((action) => actionWords(action) === 'Otra acción')).toEqual([]);
  });

  it('calls no two actions the same', () => {
    const words = Object.values(actionLabels);
    expect(new Set(words).size).toBe(words.length);
  });

  it('says so of an action without words', () => {
    expect(actionWords('toString')).toBe('Otra acción');
  });
});
