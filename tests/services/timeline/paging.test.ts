/** A long history is opened by its newest part: what is left out is counted, and asked for as a whole. */
import { afterEach, describe, expect, it } from 'vitest';
import { codesOf } from '../../../src/shared/platform/codes-of.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { isInFilter, timelineFilters, timelineGroups } from '../../../src/shared/timeline/index.ts';
import { at } from '../proceedings/a-proceeding.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const given = { action: 'action-32', time: null, withWhom: 'user', outcome: 'done', note: null } as const;

async function longCase(): Promise<{ readonly centre: TestCentre; readonly caseId: CaseId }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  for (const on of ['2026-06-01', '2026-06-03', '2026-06-05', '2026-06-10'])
    await psychologist.recordAttention({ caseId, attention: { ...given, on } });
  const novelty = { kind: 'breach' as const, at: at('2026-06-10 07:40'), words: 'Inventado', source: 'Ella' };
  await psychologist.reportNovelty({ caseId, novelty });
  return { centre, caseId };
}

async function read({ centre, caseId }: Awaited<ReturnType<typeof longCase>>, login: Login, newest?: number) {
  return (await centre.as(login)).readTimeline({ caseId, ...(newest !== undefined && { newest }) });
}

describe('the newest of a history', () => {
  it('are the first of the whole, in its order, and nothing else of the page is less', async () => {
    const one = await longCase();
    const whole = await read(one, 'psico');
    expect(whole.entries.length).toBeGreaterThan(6);
    for (const newest of [1, 3, whole.entries.length, 500]) {
      const first = await read(one, 'psico', newest);
      expect(first).toEqual({ ...whole, entries: whole.entries.slice(0, newest) });
    }
  });

  it('count what each filter would show of the whole, for the reader alone', async () => {
    const one = await longCase();
    for (const login of ['psico', 'legal', 'admision', 'coordina'] as const) {
      const { entries } = await read(one, login);
      const { counts } = await read(one, login, 1);
      for (const filter of codesOf(timelineFilters))
        expect(counts[filter] ?? 0, `${login} ${filter}`).toBe(entries.filter((e) => isInFilter(e, filter)).length);
      const groups = codesOf(timelineGroups).map((group) => counts[group] ?? 0);
      expect(groups.reduce((sum, count) => sum + count)).toBe(counts.all);
    }
    // What the desk may not read is in no figure either.
    expect((await read(one, 'admision', 1)).counts).not.toHaveProperty('care');
    expect((await read(one, 'psico', 1)).counts).toMatchObject({ care: 5, proceeding: 1 });
  });

  it('are at least one', async () => {
    const one = await longCase();
    expect(await refusal(() => read(one, 'psico', 0))).toBe('invalid/');
    expect(await refusal(() => read(one, 'psico', 501))).toBe('invalid/');
  });
});
