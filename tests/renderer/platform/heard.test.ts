/** What others changed is asked again where it is on the screen, at most once a second, and not over what is being typed. */
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearChanges } from '../../../src/renderer/heard.ts';
import { createQueryClient, readOnce, readOnceByForm } from '../../../src/renderer/platform/query.ts';
import { typingOver } from '../../../src/renderer/platform/typing.ts';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { lineUp } from '../../support/told-window.tsx';

const ends: (() => void)[] = [];
const caseId = '0a1b2c3d-0000-4000-8000-000000000001' as CaseId;
const other = '0a1b2c3d-0000-4000-8000-000000000002' as CaseId;
const changed = { kind: 'case', caseId, what: 'changed' } as const;

beforeEach(() => {
  vi.useFakeTimers();
  typingOver();
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

type Key = readonly string[];

function aWindow() {
  const listeners: ((event: HostEvent) => void)[] = [];
  const queries = createQueryClient();
  const subscribe = (listener: (event: HostEvent) => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  ends.push(hearChanges({ invoke: () => Promise.reject(new Error('not used')), subscribe }, queries));
  const times = new Map<string, number>();
  /** A query of a screen that stands there. */
  const show = async (queryKey: Key, more: object = { staleTime: 0 }) => {
    const name = queryKey.join('/');
    const queryFn = () => {
      times.set(name, (times.get(name) ?? 0) + 1);
      return Promise.resolve(1);
    };
    const end = new QueryObserver(queries, { queryKey, queryFn, ...more }).subscribe(() => undefined);
    ends.push(end);
    await vi.advanceTimersByTimeAsync(0);
    return end;
  };
  const tell = async (event: HostEvent) => {
    for (const listener of listeners) listener(event);
    await vi.advanceTimersByTimeAsync(0);
  };
  /** How often each was read after the first time. */
  const again = (...key: string[]) => (times.get(key.join('/')) ?? 1) - 1;
  return { show, tell, again, queries };
}

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('what is told', () => {
  it('work is asked again at once, then once a second, and what nobody sees is not', async () => {
    const { show, tell, again } = aWindow();
    await show(['day', 'mine']);
    await show(['intake', 'list']);
    await show(['access', 'proposals', 'waiting']);
    await show(['computers', 'list']);
    const gone = await show(['intake', 'corrections']);
    gone();
    const work = { kind: 'changed', topic: 'work' } as const;
    for (let at = 0; at < 20; at += 1) await tell(work);
    expect([again('day', 'mine'), again('intake', 'list'), again('access', 'proposals', 'waiting')]).toEqual([1, 1, 1]);
    await later(999);
    expect(again('day', 'mine')).toBe(1);
    await later(1);
    expect(again('day', 'mine')).toBe(2);
    await later(5000);
    expect(again('day', 'mine')).toBe(2);
    expect([again('intake', 'corrections'), again('computers', 'list')]).toEqual([0, 0]);
    await tell({ kind: 'changed', topic: 'computers' });
    expect(again('computers', 'list')).toBe(1);
  });

  it('one topic does not keep another waiting', async () => {
    const { show, tell, again } = aWindow();
    await show(['reception', 'board']);
    await tell({ kind: 'changed', topic: 'work' });
    await tell({ kind: 'changed', topic: 'reception' });
    expect(again('reception', 'board')).toBe(1);
  });

  it('of a case everything on the screen is asked again, of another one nothing', async () => {
    const { show, tell, again } = aWindow();
    await show(['intake', 'overview', caseId]);
    await show(['timeline', other]);
    await show(['intake', 'draft', 'section-a', caseId], readOnce);
    await show(['intake', 'a', caseId], readOnceByForm);
    await show(['presence', caseId], readOnce);
    await tell(changed);
    expect([again('intake', 'overview', caseId), again('intake', 'a', caseId)]).toEqual([1, 1]);
    expect([again('timeline', other), again('intake', 'draft', 'section-a', caseId)]).toEqual([0, 0]);
    await tell({ kind: 'case', caseId, what: 'people' });
    expect([again('presence', caseId), again('intake', 'overview', caseId)]).toEqual([1, 1]);
  });

  it('waits while something is being typed, and comes when that is over', async () => {
    const { show, tell, again } = aWindow();
    await show(['plan', caseId]);
    await show(['day', 'mine']);
    const field = document.createElement('input');
    document.body.append(field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await tell(changed);
    await tell({ kind: 'changed', topic: 'work' });
    await later(10_000);
    expect([again('plan', caseId), again('day', 'mine')]).toEqual([0, 1]);
    typingOver();
    await later(1000);
    expect(again('plan', caseId)).toBe(1);
    field.remove();
  });

  it('waits for an open dialog, too', async () => {
    const { show, tell, again } = aWindow();
    await show(['plan', caseId]);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    await tell(changed);
    await later(3000);
    expect(again('plan', caseId)).toBe(0);
    dialog.remove();
    await later(1000);
    expect(again('plan', caseId)).toBe(1);
  });

  it('when the line is back everything is asked once more, but not when it never was cut', async () => {
    const { show, tell, again } = aWindow();
    await show(['plan', caseId]);
    await show(['persons', caseId, 'record', 'x'], readOnce);
    await show(['presence', caseId], readOnce);
    await tell(lineUp);
    expect(again('plan', caseId)).toBe(0);
    await tell({ ...lineUp, state: 'down', since: 0 });
    await tell({ ...lineUp, state: 'closing', since: 0 });
    expect(again('plan', caseId)).toBe(0);
    await tell(lineUp);
    await tell(lineUp);
    await later(3000);
    expect([again('plan', caseId), again('presence', caseId)]).toEqual([1, 1]);
    expect(again('persons', caseId, 'record', 'x')).toBe(0);
  });

  it('nothing comes after it was ended', async () => {
    const { show, tell, again } = aWindow();
    await show(['day', 'mine']);
    await tell({ kind: 'changed', topic: 'work' });
    await tell({ kind: 'changed', topic: 'work' });
    ends[0]?.();
    await later(5000);
    expect(again('day', 'mine')).toBe(1);
  });
});
