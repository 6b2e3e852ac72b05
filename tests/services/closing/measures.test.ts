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

it('loses no term by one person: there it is only met', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const measures = [measure('no-approach')];
  const event = anEvent('measuresDecided', '2026-06-05', { measures: [measure('no-approach', 'granted')] });
  await lawyer.recordEvent({ caseId, event });
  await lawyer.recordEvent({ caseId, event: anEvent('policeNotified', '2026-06-08', { measures }) });
  await close(centre, caseId);
  const open = async () => (await lawyer.getProceedings({ caseId })).deadlines.filter(({ state }) => state === 'open');
  const [term] = await open();
  if (term === undefined) throw new Error('no term');
  const settle = (state: 'done' | 'notApplicable') => () =>
    lawyer.settleDeadline({
      ...{ caseId, deadlineId: term.id, version: term.version },
      settle: { state, on: '2026-06-10', documentId: null, proof: 'Cargo inventado' },
    });
  expect(await refusal(settle('notApplicable'))).toBe('rule-broken/deadline-only-done');
  expect((await open()).map(({ id }) => id)).toContain(term.id);
  expect(await refusal(settle('done'))).toBe('none');
});

it('puts back the decision that was taken back, though no measure was left in force', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const event = anEvent('measuresDecided', '2026-06-05', { measures: [measure('no-approach', 'granted')] });
  const { eventId } = await lawyer.recordEvent({ caseId, event });
  await close(centre, caseId);
  const correct = (version: number, isWithdrawn: boolean) => () =>
    lawyer.correctEvent({ caseId, eventId, version, event, isWithdrawn, reason: 'notHappened', words: null });
  const breach = () =>
    lawyer.recordEvent({ caseId, event: anEvent('breach', '2026-06-10', { measures: [measure('no-approach')] }) });
  expect(await refusal(correct(1, true))).toBe('none');
  expect(await refusal(breach)).toBe('rule-broken/case-closed');
  expect(await refusal(correct(2, true))).toBe('rule-broken/case-closed');
  expect(await refusal(correct(2, false))).toBe('none');
  expect(await refusal(breach)).toBe('none');
});

it('closed without measures in force takes no correction of its acts', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const event = anEvent('policeInformed', '2026-06-09');
  const { eventId } = await lawyer.recordEvent({ caseId, event });
  await close(centre, caseId);
  const form = { caseId, eventId, version: 1, event, reason: 'notHappened', words: null } as const;
  for (const isWithdrawn of [true, false])
    expect(await refusal(() => lawyer.correctEvent({ ...form, isWithdrawn }))).toBe('rule-broken/case-closed');
});
