import { describe, expect, it } from 'vitest';
import { alertKinds, alertRules, byUrgency } from '../../../src/shared/alerts/index.ts';

describe('alert kinds', () => {
  it('stand with urgent ones first, silent exactly where matching finds them', () => {
    const urgency = alertKinds.map((kind) => alertRules[kind].isUrgent);
    expect(urgency).toEqual(urgency.toSorted((one, other) => Number(other) - Number(one)));
    expect(alertKinds.filter((kind) => alertRules[kind].isSilent)).toEqual(['aggressorAtDoor', 'askedAbout']);
  });

  it('are listed urgent first, then newest first', () => {
    const at = (kind: (typeof alertKinds)[number], raisedAt: string) => ({ kind, raisedAt });
    const listed = [
      at('newEvent', '2026-06-10T15:00:00.000Z'),
      at('levelRising', '2026-06-10T13:00:00.000Z'),
      at('handedOver', '2026-06-10T16:00:00.000Z'),
      at('askedAbout', '2026-06-10T14:00:00.000Z'),
    ].toSorted(byUrgency);
    expect(listed.map((one) => one.kind)).toEqual(['askedAbout', 'levelRising', 'handedOver', 'newEvent']);
  });
});
