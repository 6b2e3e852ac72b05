import { afterEach, expect, it } from 'vitest';
import { aUser, admission } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { changeLevel, number, seenBy } from './a-sheet.ts';

afterEach(closeCentres);

const month = '2026-06';
const again = { password: passphrase };
const names = ['Alicia Apaza', 'Beatriz Bautista', 'Carmen Ccori', 'Dora Delgado', 'Elena Espinoza'];
const person = (at: number) => {
  const [givenNames = '', firstSurname = ''] = (names[at] ?? '').split(' ');
  return aUser({
    ...{ givenNames, firstSurname, birth: { year: 1970 + at, month: at + 1, day: at + 2 } },
    document: { kind: 'dni', state: 'known', number: String(10_000_000 + at * 7_654_321) },
  });
};

it('tells each ficha by which a month differs from the central register, and why', async () => {
  const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
  const psychologist = await centre.as('psico');
  const coordinator = await centre.as('coordina');
  const register = async (caseId: Awaited<ReturnType<typeof centre.aCase>>['caseId'], at: number) => {
    const form = { fichaNumber: number(at), registeredOn: '2026-07-01', reason: null };
    await psychologist.registerCase({ caseId, form, lines: await seenBy(psychologist, caseId) });
  };
  const same = await centre.aCase({ user: person(0) });
  const untyped = await centre.aCase({ user: person(1) });
  const changed = await centre.aCase({ user: person(2) });
  const annulled = await centre.aCase({ user: person(3) });
  const draft = await centre.aCase({ user: person(4), isValidated: false });
  for (const [at, one] of [same, changed, annulled, draft].entries()) await register(one.caseId, at + 1);
  await changeLevel(psychologist, changed.caseId, 3);
  const { version } = await psychologist.getCase({ caseId: annulled.caseId });
  const why = { caseId: annulled.caseId, version, reason: 'duplicate', words: null } as const;
  const { proposalId } = await psychologist.proposeCaseAnnulment(why);
  await coordinator.approveCaseAnnulment({ proposalId }, again);

  const read = await coordinator.readReconciliation({ month });
  expect(read).toEqual({
    ...{ here: 3, there: 4 },
    differences: [
      { ...untyped, cause: 'notTyped', adds: -1, otherMonth: null, changed: 0 },
      { ...changed, cause: 'changed', adds: 0, otherMonth: null, changed: 1 },
      { ...annulled, caseId: null, cause: 'annulled', adds: 1, otherMonth: null, changed: 0 },
      { ...draft, cause: 'draft', adds: 1, otherMonth: null, changed: 0 },
    ],
  });
  expect(read.here + read.differences.reduce((sum, { adds }) => sum + adds, 0)).toBe(read.there);
  expect(await coordinator.readReconciliation({ month: '2026-05' })).toEqual({ here: 0, there: 0, differences: [] });
  expect(await refusal(() => psychologist.readReconciliation({ month }))).toBe('forbidden/');
});

it('counts there by the day of admission what counts here in the month of its validation', async () => {
  const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
  const coordinator = await centre.as('coordina');
  const proposal = await coordinator.proposeMonthClosing({ month }, again);
  await (await centre.as('legal')).approveMonthClosing({ proposalId: proposal.id }, again);
  const late = await centre.aCase({ user: person(0), a: { admission: { ...admission } } });
  const psychologist = await centre.as('psico');
  const form = { fichaNumber: number(9), registeredOn: '2026-07-01', reason: null };
  await psychologist.registerCase({ caseId: late.caseId, form, lines: [] });
  const moved = (adds: -1 | 1, otherMonth: string) => ({
    ...{ ...late, cause: 'otherMonth', adds, otherMonth, changed: 0 },
  });
  expect(await coordinator.readReconciliation({ month })).toEqual({
    ...{ here: 0, there: 1, differences: [moved(1, '2026-07')] },
  });
  expect(await coordinator.readReconciliation({ month: '2026-07' })).toEqual({
    ...{ here: 1, there: 0, differences: [moved(-1, '2026-06')] },
  });
});
