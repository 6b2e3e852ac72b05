/** A ficha closed with measures in force: what the court says is still written, and its terms are still met. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent, measure } from '../proceedings/a-proceeding.ts';
import { refusal } from '../refusal.ts';
import { close } from './closing.ts';

afterEach(closeCentres);

it('takes acts of the court and shows its terms, and no work of the centre', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const decided = anEvent('measuresDecided', '2026-06-10', { measures: [measure('no-approach', 'granted')] });
  await lawyer.recordEvent({ caseId, event: decided });
  const before = (await lawyer.getProceedings({ caseId })).deadlines.filter(({ state }) => state === 'open');
  await close(centre, caseId);
  const { closings } = await lawyer.getClosing({ caseId });
  expect(closings[0]?.lines.map(({ line }) => line)).toContain('measures');
  const breach = anEvent('breach', '2026-06-10', { measures: [measure('no-approach')] });
  expect(await refusal(() => lawyer.recordEvent({ caseId, event: breach }))).toBe('none');
  const step = { action: 'informRights', words: null, service: 'legal', staffId: null, dueOn: null } as const;
  expect(await refusal(() => lawyer.putPlanStep({ caseId, step }))).toBe('rule-broken/case-closed');
  const after = (await lawyer.getProceedings({ caseId })).deadlines.filter(({ state }) => state === 'open');
  expect(after.length).toBeGreaterThanOrEqual(before.length);
  const { items } = await lawyer.readCaseNext({ caseId });
  expect(items.length).toBeGreaterThan(0);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['term']));
});
