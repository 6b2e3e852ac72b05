/** Who is asked to approve a closing sees what she approves, and nothing else of the month. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { again, centreWithCases, close, july, june, person, published } from './months.ts';

afterEach(closeCentres);

it('shows the figures that will be frozen, what they leave out and the month before, as long as the proposal waits', async () => {
  const first = await centreWithCases(22);
  await first.aCase({ isValidated: false });
  first.clock.set(july);
  const centre = await first.restart();
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeMonthClosing({ month: june }, again);
  const lawyer = await centre.as('legal');
  const seen = await lawyer.readProposedClosing({ proposalId: id });
  expect(seen).toMatchObject({
    month: june,
    validated: 22,
    drafts: 1,
    hasSealed: false,
    before: null,
    year: null,
    restored: null,
  });
  expect(seen.units.map(({ period }) => period)).toEqual(['2026-06']);
  expect(JSON.stringify(seen)).not.toMatch(/2026-000\d/);
  // Herself, the desk, and a month of which nobody asked her anything.
  expect(await refusal(() => coordinator.readProposedClosing({ proposalId: id }))).toBe('not-found/');
  for (const login of ['admision', 'soporte', 'visita'] as const) {
    const other = await centre.as(login);
    expect(await refusal(() => other.readProposedClosing({ proposalId: id }))).toMatch(/^forbidden/);
  }
  expect(await refusal(() => lawyer.previewMonth({ month: june }))).toMatch(/^forbidden/);
  await lawyer.approveMonthClosing({ proposalId: id, seen: seen.seen }, again);
  const { imprint: _imprint, ...frozen } = await published(centre, june);
  expect(frozen).toEqual(seen.units[0]);
  expect(await refusal(() => lawyer.readProposedClosing({ proposalId: id }))).toBe('not-found/');
  const log = (await coordinator.listAudit({ before: null })).lines.map(({ action }) => action);
  expect(log).toContain('report.proposedRead');
});

it('shows last month beside it', async () => {
  const first = await centreWithCases(21);
  first.clock.set(july);
  const inJuly = await first.restart();
  await close(inJuly, june);
  first.clock.set('2026-08-03T14:00:00.000Z');
  const centre = await inJuly.restart();
  const { id } = await (await centre.as('coordina')).proposeMonthClosing({ month: '2026-07' }, again);
  const seen = await (await centre.as('social')).readProposedClosing({ proposalId: id });
  expect(seen.before?.period).toBe(june);
  expect(seen.units[0]).toMatchObject({ period: '2026-07', view: 'band', waiting: ['2026-07'] });
});

it('approves those figures and no others', async () => {
  const first = await centreWithCases(21);
  first.clock.set(july);
  const centre = await first.restart();
  const { id } = await (await centre.as('coordina')).proposeMonthClosing({ month: june }, again);
  const lawyer = await centre.as('legal');
  const { seen } = await lawyer.readProposedClosing({ proposalId: id });
  // Admitted in June, validated while the proposal waits.
  await centre.aCase({ user: person(30) });
  const approve = (given: string) => refusal(() => lawyer.approveMonthClosing({ proposalId: id, seen: given }, again));
  expect(await approve(seen)).toBe('conflict/month-changed');
  const now = await lawyer.readProposedClosing({ proposalId: id });
  expect([now.validated, now.seen === seen]).toEqual([22, false]);
  expect(await approve(now.seen)).toBe('none');
});
