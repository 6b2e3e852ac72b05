/** What Coordinación asks for is told from what the clock raises under the same kind. */
import { expect, it } from 'vitest';
import { alertRules, askIds, askNote, askOf, ruleOf } from '../../../src/shared/alerts/index.ts';

it('is known by its note, and shown as asked for', () => {
  for (const ask of askIds) {
    const told = askNote(ask);
    expect(askOf(told)).toBe(ask);
    expect(ruleOf(told).label).toBe('Coordinación pide algo en esta ficha');
    const raised = { ...told, note: null };
    expect([askOf(raised), ruleOf(raised)]).toEqual([null, alertRules[told.kind]]);
  }
});
