/** «Quién abrió este caso» on a real record: each person and day, and what is unusual. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { aWrit } from '../papers/every-file.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const seen = async (centre: TestCentre, login: Login, caseId: string) =>
  (await (await centre.as(login)).listCaseAccess({ caseId })).visits.map(({ staffName, role, marks }) => ({
    ...{ who: staffName.split(' ')[0], role, marks },
  }));

async function toPsychology(centre: TestCentre) {
  const desk = await centre.as('admision');
  const link = { kind: 'new' } as const;
  const persons = { user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link };
  const made = await desk.openCase({ arrivalId: null, admission, ...persons });
  await desk.handOverCase({ caseId: made.caseId, service: 'psychology' });
  return made;
}

describe('who opened a ficha', () => {
  it('is told by person and day, with what was read, changed and let out', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const { visits } = await (await centre.as('psico')).listCaseAccess({ caseId });
    const [psychologist] = visits.filter(({ staffName }) => staffName.startsWith('Paula'));
    expect(psychologist).toMatchObject({ on: '2026-06-10', role: 'Psicología', left: 0, marks: [] });
    expect(psychologist?.changes).toBeGreaterThan(1);
    const lawyer = await centre.as('legal');
    const { document } = await aWrit(lawyer, caseId);
    await lawyer.releaseCopy({
      caseId,
      documentId: document.id,
      way: 'save',
      recipient: 'Juzgado',
      purpose: 'Presentar',
    });
    const after = await lawyer.listCaseAccess({ caseId });
    expect(after.visits.find(({ staffName }) => staffName.startsWith('Luz'))).toMatchObject({ left: 1, marks: [] });
    // Looking at it is an opening too.
    expect(after.visits.find(({ staffName }) => staffName.startsWith('Paula'))?.reads).toBe(
      (psychologist?.reads ?? 0) + 1,
    );
  });

  it('marks whoever never had it, an acceso excepcional, the night and what was refused', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-06-12T02:30:00.000Z') });
    const { caseId, number } = await toPsychology(centre);
    const coordinator = await centre.as('coordina');
    await coordinator.getCase({ caseId });
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.getCase({ caseId }))).toMatch(/^not-found/);
    await lawyer.openExceptionalAccess({ number, reason: 'isHere', words: null }, { password: passphrase });
    await lawyer.getCase({ caseId });
    const visits = await seen(centre, 'psico', caseId);
    // Half past nine in the evening, in Lima.
    expect(visits.find(({ who }) => who === 'Carmen')).toEqual({
      who: 'Carmen',
      role: 'Coordinación',
      marks: ['outOfHours'],
    });
    const all = ['denied', 'exceptional', 'outOfHours', 'notTeam'];
    expect(visits.find(({ who }) => who === 'Luz')).toEqual({ who: 'Luz', role: 'Servicio legal', marks: all });
  });

  it('is closed with the ficha, and to roles that read none', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    for (const login of ['admision', 'soporte', 'visita', 'promocion'] as const)
      expect(await refusal(() => seen(centre, login, caseId)), login).toMatch(/^forbidden/);
    await seal(centre, caseId, { members: ['psico'] });
    for (const login of ['legal', 'social', 'coordina'] as const)
      expect(await refusal(() => seen(centre, login, caseId)), login).toMatch(/^not-found/);
    const marks = (await seen(centre, 'psico', caseId)).filter(({ who }) =>
      ['Luz', 'Sonia', 'Carmen'].includes(who ?? ''),
    );
    expect(marks.every((one) => one.marks.includes('denied'))).toBe(true);
  });
});
