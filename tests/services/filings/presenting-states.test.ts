/** From issued to presented to answered, annulled with a reason, and who may. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PresentationForm } from '../../../src/shared/filings/index.ts';
import { closeCentres } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { cargo, issued } from './a-presentation.ts';

afterEach(closeCentres);

describe('presented, answered, annulled', () => {
  it('goes from issued to presented to answered', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const state = async () => (await lawyer.listPresenting({ caseId })).filings[0];
    expect(await state()).toMatchObject({ state: 'issued', desk: 'Juzgado de Familia de Villa Inventada' });
    const { id } = await lawyer.presentFiling({ caseId, filingId, form: cargo() });
    expect(await state()).toMatchObject({ state: 'presented', presentation: { entryNumber: '4521-2026', folios: 8 } });
    const form = { answeredOn: '2026-06-10', kind: 'granted', words: 'Resolución 1', documentId: null } as const;
    for (const answeredOn of ['2026-06-09', '2026-06-11'] as const) {
      const answer = () => lawyer.answerFiling({ caseId, presentationId: id, form: { ...form, answeredOn } });
      expect(await refusal(answer), answeredOn).toBe('rule-broken/answered-date');
    }
    await lawyer.answerFiling({ caseId, presentationId: id, form: form });
    expect(await state()).toMatchObject({ state: 'answered', presentation: { answers: [{ kind: 'granted' }] } });
  });

  it('is recorded once, on a day that can be, and annulled only with a reason and before it is answered', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const present = (more: Partial<PresentationForm>) => () =>
      lawyer.presentFiling({ caseId, filingId, form: cargo(more) });
    expect(await refusal(present({ presentedOn: '2026-06-11' as never }))).toBe('rule-broken/presented-date');
    expect(await refusal(present({ presentedOn: '2026-06-09' as never }))).toBe('rule-broken/presented-date');
    expect(await refusal(present({ presentedTime: '23:59' }))).toBe('rule-broken/presented-date');
    expect(await refusal(present({ cargoId: crypto.randomUUID() as never }))).toBe('rule-broken/presented-file');
    const made = await present({})();
    expect(await refusal(present({}))).toBe('rule-broken/presented-already');
    const target = { caseId, presentationId: made.id, version: made.version };
    const annul = (reason: 'wrongData' | 'other', words: string | null) => () =>
      lawyer.annulPresentation({ ...target, reason, words });
    expect(await refusal(annul('other', null))).toBe('invalid/');
    await annul('wrongData', null)();
    expect(await refusal(annul('wrongData', null))).toBe('rule-broken/presentation-annulled');
    const [line] = (await lawyer.listPresenting({ caseId })).filings;
    expect(line).toMatchObject({ state: 'issued', annulled: [{ annulled: { reason: 'wrongData' } }] });
    const again = await present({ entryNumber: '4522-2026' })();
    const form = { answeredOn: '2026-06-10', kind: 'noted', words: 'Téngase presente', documentId: null } as never;
    await lawyer.answerFiling({ caseId, presentationId: again.id, form });
    const late = () =>
      lawyer.annulPresentation({
        caseId,
        presentationId: again.id,
        version: again.version + 1,
        reason: 'twice',
        words: null,
      });
    expect(await refusal(late)).toBe('rule-broken/presentation-answered');
  });

  it('is for Legal; the other services of the case see where it stands, nobody else does', async () => {
    const { centre, caseId, filingId } = await issued();
    for (const login of ['psico', 'social'] as const) {
      const client = await centre.as(login);
      expect((await client.listPresenting({ caseId })).filings).toHaveLength(1);
      expect(await refusal(() => client.presentFiling({ caseId, filingId, form: cargo() }))).toBe('forbidden/');
    }
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.listPresenting({ caseId }))).toBe('not-found/');
    expect((await coordinator.listToPresent({})).filings).toEqual([]);
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listToPresent({}))).toBe('forbidden/');
  });

  it('of a breach tells the team, as a breach that was told', async () => {
    const { centre, caseId, lawyer } = await issued();
    const { options } = await lawyer.startFiling({ caseId, kind: 6 });
    await lawyer.issueFiling({ caseId, kind: 6, options, missingReason: 'urgency' });
    const breach = (await lawyer.listPresenting({ caseId })).filings.find(({ kind }) => kind === 6);
    const alerts = async () =>
      (await (await centre.as('psico')).listCaseAlerts({ caseId })).alerts.map(({ kind }) => kind);
    expect(await alerts()).not.toContain('measureBreached');
    const present = () => lawyer.presentFiling({ caseId, filingId: breach?.filingId ?? '', form: cargo() });
    const open = async () =>
      (await (await centre.as('psico')).listCaseAlerts({ caseId })).alerts.filter(
        ({ kind, closedAt }) => kind === 'measureBreached' && closedAt === null,
      ).length;
    const { id, version } = await present();
    expect(await alerts()).toContain('measureBreached');
    expect(await open()).toBe(1);
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect(await open()).toBe(0);
    await present();
    expect(await open()).toBe(1);
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('stands among the writs to present until it is, and of that day among the presented ones', async () => {
    const { centre, caseId, lawyer, filingId } = await issued();
    expect((await lawyer.listToPresent({})).filings.map((one) => one.filingId)).toEqual([filingId]);
    const { id, version } = await lawyer.presentFiling({ caseId, filingId, form: cargo() });
    const after = await lawyer.listToPresent({});
    expect(after).toMatchObject({ filings: [], desks: ['Juzgado de Familia de Villa Inventada'] });
    const { presentedOn, entryNumber, folios } = cargo();
    expect(after.presented).toMatchObject([{ filingId, presentedOn, entryNumber, folios }]);
    expect((await (await centre.as('coordina')).listToPresent({})).presented).toEqual([]);
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect((await lawyer.listToPresent({})).presented).toEqual([]);
  });
});
