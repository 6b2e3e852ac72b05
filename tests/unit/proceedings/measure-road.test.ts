/** What stands of a measure after each step: in force is only what was granted and neither lifted nor denied since. */
import { describe, expect, it } from 'vitest';
import { isInForce, stateAfter } from '../../../src/shared/proceedings/event-kinds.ts';

type State = Parameters<typeof isInForce>[0];

const after = (...steps: readonly State[]) =>
  steps.reduce<State | null>((before, step) => stateAfter(before, step), null);

describe('the road of a measure', () => {
  const roads: readonly (readonly [readonly State[], State])[] = [
    [['requested', 'granted'], 'granted'],
    [['granted', 'policeNotified', 'accusedNotified'], 'policeNotified'],
    [['granted', 'breached', 'inExecution'], 'breached'],
    [['granted', 'lifted', 'accusedNotified'], 'lifted'],
    [['granted', 'lifted', 'policeNotified'], 'lifted'],
    [['granted', 'lifted', 'requested', 'granted'], 'granted'],
    [['denied', 'accusedNotified'], 'denied'],
    [['denied', 'granted'], 'granted'],
    [['granted', 'requested'], 'granted'],
    [['inExecution', 'denied'], 'inExecution'],
    [['granted', 'varied'], 'varied'],
  ];
  it.each(roads)('%j ends as %s', (steps, end) => {
    expect(after(...steps)).toBe(end);
  });

  it('never calls in force what was lifted and only notified afterwards', () => {
    const end = after('granted', 'accusedNotified', 'lifted', 'accusedNotified', 'policeNotified');
    expect(end === null ? null : isInForce(end)).toBe(false);
  });
});
