/** Acceso excepcional: what it opens, what ends it, who looks at it afterwards (security design §5.5, bad input 118). */
import { cpSync, mkdtempSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayReview } from '../../../src/shared/reserve/index.ts';
import {
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { anOpening, brother, declare, minute, pass } from '../reception/at-the-door.ts';
import { seal } from './sealing.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

const again = { password: passphrase };
let centre: TestCentre;
let caseId = '';
let number = '';

/** A case of psychology alone: the lawyer and the social worker are no part of its team. */
beforeEach(async () => {
  centre = await startCentre();
  const psychologist = await centre.as('psico');
  ({ caseId, number } = await psychologist.openCase(anOpening(null)));
});
afterEach(closeCentres);

type Over = { number?: string; reason?: 'isHere' | 'other'; words?: string | null };
const ask = async (login: Login, over: Over = {}) =>
  (await centre.as(login)).openExceptionalAccess({ number, reason: 'isHere', words: null, ...over }, again);
const reads = async (login: Login) => refusal(async () => (await centre.as(login)).getSectionA({ caseId }));
const acts = async () =>
  (await (await centre.as('visita')).listAudit({ before: null })).lines.map(
    ({ action, outcome }) => `${action} ${outcome}`,
  );

describe('an acceso excepcional', () => {
  it('reads one case for half an hour, changes nothing, and ends by itself', async () => {
    const lawyer = await centre.as('legal');
    expect(await reads('legal')).toBe('not-found/');
    const opened = await ask('legal');
    expect(opened).toEqual({ caseId, number, leftMs: 30 * minute });
    expect(await reads('legal')).toBe('none');
    const overview = await lawyer.getCase({ caseId });
    expect(overview.sections.filter((one) => one.canWrite)).toEqual([]);
    expect(await lawyer.getExceptionalAccess({})).toEqual({ open: opened, leftToday: 2 });
    // It is in no list of work, and what writes or belongs to an area of its own stays shut.
    expect((await lawyer.listMyCases({})).cases).toEqual([]);
    const { version, form } = await lawyer.getSectionA({ caseId });
    const shut = {
      save: () => lawyer.saveSectionA({ caseId, version, form }),
      draft: () => lawyer.openDraft({ form: 'section-a', caseId }),
      papers: () => lawyer.listDocuments({ caseId }),
      files: () => lawyer.listAttachments({ caseId }),
      handOver: () => lawyer.handOverCase({ caseId, service: 'legal' }),
      writ: () => lawyer.startFiling({ caseId, kind: 3 }),
      linked: () => lawyer.openLinkedCase({ caseId, admission, user: aUser(), userLink: { kind: 'new' } }),
      against: () =>
        lawyer.openCaseAgainstAnother({ caseId, admission, aggressor: anAggressor(), aggressorLink: { kind: 'new' } }),
    };
    for (const [name, work] of Object.entries(shut)) expect(await refusal(work), name).toMatch(/^not-found\//);
    await pass(centre, 29, ['legal']);
    expect(await reads('legal')).toBe('none');
    await pass(centre, 2, ['legal']);
    expect(await reads('legal')).toBe('not-found/');
    expect((await lawyer.getExceptionalAccess({})).open).toBeNull();
    expect(await acts()).toEqual(expect.arrayContaining(['breakGlass.start ok', 'breakGlass.stop ok']));
    const [line] = (await (await centre.as('coordina')).listExceptionalAccesses({})).accesses;
    expect(line).toMatchObject({ end: 'time', number, staffName: 'Luz Inventada Legal', verdict: null });
    // Section A three times and the overview: each reading counts.
    expect(line?.reads).toBe(4);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
  });

  it('is not lengthened by a date set back, nor taken along to another session', async () => {
    await ask('legal');
    await pass(centre, 28, ['legal']);
    centre.clock.set('2026-06-10T14:00:00.000Z');
    expect(await reads('legal')).toBe('none');
    await pass(centre, 3, ['legal']);
    expect(await reads('legal')).toBe('not-found/');
    await ask('social');
    await (await centre.as('social')).lock({ why: 'asked' });
    await pass(centre, 1, []);
    const stops = (await acts()).filter((act) => act === 'breakGlass.stop ok');
    expect(stops).toHaveLength(2);
    const [mine] = (await (await centre.as('coordina')).listExceptionalAccesses({})).accesses.filter(
      (one) => one.staffName === 'Sonia Inventada Social',
    );
    expect(mine).toMatchObject({ end: 'session' });
  });

  it('is ended by whoever opened it, once', async () => {
    await ask('legal');
    const lawyer = await centre.as('legal');
    await lawyer.endExceptionalAccess({});
    expect(await reads('legal')).toBe('not-found/');
    expect(await refusal(() => lawyer.endExceptionalAccess({}))).toBe('rule-broken/exceptional-none');
  });

  it('that the program left open is closed at the next sign-in', async () => {
    await ask('legal');
    // Killed: the folder as it is now, without the end of any session.
    const folder = mkdtempSync(`${centre.folder}-killed-`);
    cpSync(centre.folder, folder, { recursive: true, filter: (path) => !path.endsWith('.lock') });
    const after = await openCentre(folder, centre.clock);
    const [line] = (await (await after.as('coordina')).listExceptionalAccesses({})).accesses;
    expect(line).toMatchObject({ end: 'interrupted' });
    const lawyer = await after.as('legal');
    expect(await refusal(() => lawyer.getCase({ caseId }))).toBe('not-found/');
  });

  it('is refused without a reason of the list, without the password, and the fourth time in a day', async () => {
    const lawyer = await centre.as('legal');
    const input = { number, reason: 'isHere' as const, words: null };
    expect(await refusal(() => lawyer.openExceptionalAccess(input))).toBe('wrong-secret/password-again');
    expect(await refusal(() => ask('legal', { reason: 'curious' as never }))).toBe('invalid/');
    expect(await refusal(() => ask('legal', { reason: 'other', words: null }))).toBe('invalid/');
    expect(await refusal(() => ask('legal', { reason: 'other', words: '   ' }))).toBe('invalid/');
    expect(await refusal(() => ask('legal', { reason: 'other', words: 'x'.repeat(1_000_000) }))).toMatch(/^invalid\//);
    expect(await refusal(() => ask('legal', { number: '1 OR 1' }))).toBe('invalid/');
    for (let time = 0; time < 3; time += 1) {
      await ask('legal');
      expect(await refusal(() => ask('legal'))).toBe('rule-broken/exceptional-open');
      await lawyer.endExceptionalAccess({});
    }
    expect(await refusal(() => ask('legal'))).toBe('rule-broken/exceptional-limit');
    // Past the limit nothing is told of a number that is not there.
    expect(await refusal(() => ask('legal', { number: '2026-9999' }))).toBe('rule-broken/exceptional-limit');
    expect(await refusal(() => ask('psico'))).toBe('rule-broken/exceptional-not-needed');
    expect(await refusal(() => ask('admision'))).toBe('forbidden/');
  });

  it('opened twice at once is one', async () => {
    const both = await Promise.all([refusal(() => ask('legal')), refusal(() => ask('legal'))]);
    expect(both.toSorted()[0]).toBe('none');
    const { accesses } = await (await centre.as('coordina')).listExceptionalAccesses({});
    expect(accesses.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });

  it('reads the same for a number that is not there, a sealed ficha and one of a conflict, each audited', async () => {
    const absent = await refusal(() => ask('legal', { number: '2026-9999' }));
    await declare(centre, 'social', brother);
    const conflicted = await refusal(() => ask('social'));
    await seal(centre, caseId, { approver: 'psico' });
    const sealed = await refusal(() => ask('legal'));
    expect([absent, conflicted, sealed]).toEqual(['not-found/', 'not-found/', 'not-found/']);
    expect((await acts()).filter((act) => act === 'breakGlass.start denied')).toHaveLength(3);
    for (const login of ['legal', 'social'] as const) {
      const { lines } = await (await centre.as(login)).listOwnAudit({ before: null });
      expect(JSON.stringify(lines)).not.toContain(number);
    }
  });

  it('closes when the ficha is sealed meanwhile', async () => {
    await ask('legal');
    await seal(centre, caseId);
    expect(await reads('legal')).toBe('not-found/');
  });
});

describe('the review', () => {
  it('is asked of Coordinación at once, in an alert that is not closed by hand', async () => {
    await ask('legal');
    const coordinator = await centre.as('coordina');
    expect(await coordinator.countExceptionalReviews({})).toEqual({ waiting: 1, overdue: 0 });
    const [alert] = (await openAlertsOf(coordinator)).alerts;
    expect(alert).toMatchObject({ kind: 'exceptionalAccess', raisedBy: 'Luz Inventada Legal', number });
    const acknowledge = (act: 'seen' | 'closed') =>
      refusal(() => coordinator.acknowledgeAlert({ caseId, alertId: alert?.alertId ?? '', act }));
    expect(await acknowledge('closed')).toBe('rule-broken/alert-not-by-hand');
    expect(await acknowledge('seen')).toBe('none');
    const [line] = (await coordinator.listExceptionalAccesses({})).accesses;
    const review = (login: Login) =>
      refusal(async () =>
        (await centre.as(login)).reviewExceptionalAccess({
          accessId: line?.accessId ?? '',
          verdict: 'justified',
          words: null,
        }),
      );
    expect(await review('coordina')).toBe('rule-broken/exceptional-running');
    await (await centre.as('legal')).endExceptionalAccess({});
    expect(await review('legal')).toBe('rule-broken/exceptional-own');
    // Another professional reviews those of Coordinación alone.
    expect(await review('social')).toBe('not-found/');
    await pass(centre, 2, ['coordina', 'legal']);
    expect(await review('coordina')).toBe('none');
    expect(await review('coordina')).toBe('rule-broken/exceptional-reviewed');
    expect((await openAlertsOf(coordinator)).alerts).toEqual([]);
    expect(await coordinator.countExceptionalReviews({})).toEqual({ waiting: 0, overdue: 0 });
  });

  it('is overdue after 72 hours, and says so at every sign-in', async () => {
    await ask('legal');
    await centre.close();
    centre.clock.advance(73 * 60 * minute);
    centre = await centre.restart();
    expect(await (await centre.as('coordina')).countExceptionalReviews({})).toEqual({ waiting: 1, overdue: 1 });
  });

  it('of one of Coordinación goes to another professional or the auditor; a conflict keeps away', async () => {
    const coordinator = await centre.as('coordina');
    await ask('coordina');
    // Coordinación reads every form anyway; the account is what is lent.
    await coordinator.endExceptionalAccess({});
    expect(await coordinator.countExceptionalReviews({})).toEqual({ waiting: 0, overdue: 0 });
    expect(await (await centre.as('social')).countExceptionalReviews({})).toMatchObject({ waiting: 1 });
    expect(await (await centre.as('visita')).countExceptionalReviews({})).toMatchObject({ waiting: 1 });
    await declare(centre, 'social', brother);
    expect(await (await centre.as('social')).countExceptionalReviews({})).toMatchObject({ waiting: 0 });
    await seal(centre, caseId, { approver: 'legal' });
    const [line] = (await (await centre.as('visita')).listExceptionalAccesses({})).accesses;
    expect(line).toMatchObject({ number: null, staffName: 'Carmen Inventada Coordina' });
    const own = () =>
      coordinator.reviewExceptionalAccess({ accessId: line?.accessId ?? '', verdict: 'training', words: null });
    expect(await refusal(own)).toBe('rule-broken/exceptional-own');
  });

  it('is nobody’s own, whatever the functions', () => {
    const person = (id: string, ...roles: Parameters<typeof mayReview>[0]['roles']) => ({ id, roles });
    expect(mayReview(person('a', 'coordinator', 'auditor'), person('a', 'coordinator'))).toBe(false);
    expect(mayReview(person('a', 'coordinator'), person('b', 'lawyer'))).toBe(true);
    expect(mayReview(person('a', 'auditor'), person('b', 'lawyer'))).toBe(true);
    expect(mayReview(person('a', 'psychologist'), person('b', 'lawyer'))).toBe(false);
    expect(mayReview(person('a', 'psychologist'), person('b', 'lawyer', 'coordinator'))).toBe(true);
    expect(mayReview(person('a', 'admission'), person('b', 'coordinator'))).toBe(false);
  });
});
