import { describe, expect, it } from 'vitest';
import { gatheringUnit, type CallFrame } from '../../../src/main/platform/gate/handler.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

const frame = { decision: { isExceptional: false } } as unknown as CallFrame;
const caseId = 'case' as CaseId;

function made() {
  const changes: number[] = [];
  const permit = () => Promise.reject(new Error('nobody asks'));
  const rules = { name: 'saveIt', touched: () => void changes.push(changes.length), permit };
  return { changes, ...gatheringUnit({}, frame, rules) };
}

describe('the unit of a call', () => {
  it('says of each record touched, aside too, that something may no longer hold', () => {
    const { unit, changes } = made();
    unit.touch('person', 'a');
    unit.touchAside('alert', 'b');
    expect(changes).toEqual([0, 1]);
  });

  it('names each record once, those aside last and never as what the call is about', () => {
    const { unit, gathered } = made();
    unit.touchAside('alert', 'b');
    expect(gathered(null).object).toBeNull();
    for (const id of ['a', 'c', 'a']) unit.touch('person', id);
    const persons = ['a', 'c'].map((id) => ({ kind: 'person', id }));
    expect(gathered(null)).toMatchObject({ object: persons[0], touched: [...persons, { kind: 'alert', id: 'b' }] });
    expect(gathered(caseId).object).toEqual({ kind: 'case_file', id: caseId });
    unit.about('document', 'd');
    expect(gathered(caseId).object).toEqual({ kind: 'document', id: 'd' });
  });
});
