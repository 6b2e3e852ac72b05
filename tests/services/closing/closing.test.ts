/** Closing a ficha by two people on a real record, and opening it again. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { aLine, bringIn, check, csvOf, send } from '../imports/a-list.ts';
import { refusal } from '../refusal.ts';
import { approve, close, closingForm, propose, supervise } from './closing.ts';

afterEach(closeCentres);

async function withCase(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

const closingOf = async (centre: TestCentre, caseId: string) => (await centre.as('psico')).getClosing({ caseId });
const found = async (centre: TestCentre, caseId: string) =>
  (await closingOf(centre, caseId)).lines
    .filter((one) => one.isAsked && one.found.length > 0)
    .map(({ line, demand }) => `${line} ${demand}`);

describe('closing a ficha', () => {
  it('is proposed with its reason, approved by somebody else who read the list, and opened again', async () => {
    const { centre, caseId } = await withCase();
    const before = await closingOf(centre, caseId);
    expect(before).toMatchObject({ state: 'validated', proposal: null, mayPropose: true, mayReopen: false });
    await supervise(centre, caseId);
    const proposalId = await propose(centre, caseId);
    expect((await closingOf(centre, caseId)).proposal).toMatchObject({ canDecide: false, caseId });
    await approve(centre, { caseId, proposalId });
    const coordinator = await centre.as('coordina');
    const closed = await coordinator.getClosing({ caseId });
    expect(closed).toMatchObject({ state: 'closed', stage: 'closed', mayPropose: false, mayReopen: true });
    expect(closed.closings).toMatchObject([
      { reason: 'Plan cumplido', state: 'approved', summary: 'Texto inventado del cierre.' },
    ]);
    await coordinator.reopenCase({ caseId, version: closed.version, reason: 'newEvent', words: null });
    const open = await closingOf(centre, caseId);
    expect(open).toMatchObject({ state: 'reopened', reopenings: [{ reason: 'newEvent' }] });
    expect((await (await centre.as('psico')).getCase({ caseId })).state).toBe('reopened');
  });

  it('asks for somebody else to have gone through it, and not for whoever proposes', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    expect(await found(centre, caseId)).toEqual(['supervision blocks', 'proposals reason']);
    const proposal = () => psychologist.proposeCaseClosing({ caseId, ...closingForm() });
    expect(await refusal(proposal)).toBe('rule-broken/closing-blocked');
    await supervise(centre, caseId, 'psico');
    expect(await refusal(proposal)).toBe('rule-broken/closing-blocked');
    await supervise(centre, caseId);
    expect(await found(centre, caseId)).toEqual(['proposals reason']);
    expect(await refusal(proposal)).toBe('none');
    expect(await refusal(proposal)).toBe('duplicate/closing-proposed');
  });

  it('closes what the approver read and nothing that changed since', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const proposalId = await propose(centre, caseId);
    const coordinator = await centre.as('coordina');
    const { seen } = await coordinator.getClosing({ caseId });
    const step = { action: 'informRights', words: null, service: 'legal', staffId: null, dueOn: null } as const;
    await (await centre.as('social')).putPlanStep({ caseId, step });
    const decide = (by: typeof coordinator, read: string) => () =>
      by.approveCaseClosing({ proposalId, seen: read, whys: [] }, { password: passphrase });
    expect(await refusal(decide(coordinator, seen))).toBe('conflict/closing-changed');
    const again = await coordinator.getClosing({ caseId });
    expect(await refusal(decide(coordinator, again.seen))).toBe('rule-broken/closing-blocked');
    expect(await refusal(decide(await centre.as('psico'), again.seen))).toBe('rule-broken/own-proposal');
    expect((await closingOf(centre, caseId)).state).toBe('validated');
  });

  it('is declined with a reason, and can be proposed again', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const proposalId = await propose(centre, caseId);
    const social = await centre.as('social');
    await social.declineProposal({ proposalId, reason: 'Falta hablar con ella.' }, { password: passphrase });
    const told = await closingOf(centre, caseId);
    expect(told).toMatchObject({ proposal: null, state: 'validated' });
    expect(told.closings).toMatchObject([{ state: 'declined', declined: 'Falta hablar con ella.' }]);
    await propose(centre, caseId);
  });

  it('is withdrawn by who proposed it, once, until somebody decides', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const psychologist = await centre.as('psico');
    const withdraw = (proposalId: string, by = psychologist, of = caseId) =>
      refusal(() => by.withdrawCaseClosing({ caseId: of, proposalId }));
    const proposalId = await propose(centre, caseId);
    const coordinator = await centre.as('coordina');
    const mayWithdraw = async (by = psychologist) => (await by.getClosing({ caseId })).mayWithdraw;
    expect([await mayWithdraw(), await mayWithdraw(coordinator)]).toEqual([true, false]);
    expect(await withdraw(proposalId, coordinator)).toBe('rule-broken/closing-not-own');
    const other = await centre.aCase({ user: { givenNames: 'Otra Inventada', firstSurname: 'Mamani' } });
    expect(await withdraw(proposalId, psychologist, other.caseId)).toBe('not-found/');
    const { seen } = await coordinator.getClosing({ caseId });
    const both = await Promise.all([withdraw(proposalId), withdraw(proposalId)]);
    expect(both.toSorted()).toEqual(['none', 'rule-broken/proposal-decided']);
    const late = () => coordinator.approveCaseClosing({ proposalId, seen, whys: [] }, { password: passphrase });
    expect(await refusal(late)).toBe('rule-broken/proposal-decided');
    expect(await closingOf(centre, caseId)).toMatchObject({
      ...{ state: 'validated', proposal: null, mayPropose: true, mayWithdraw: false },
      closings: [{ state: 'withdrawn', declined: null }],
    });
    const { entries } = await psychologist.readTimeline({ caseId });
    expect(entries.map(({ act }) => act)).toContain('Propuesta de cierre retirada');
    const again = await propose(centre, caseId);
    await coordinator.declineProposal(
      { proposalId: again, reason: 'Falta hablar con ella.' },
      { password: passphrase },
    );
    expect(await withdraw(again)).toBe('rule-broken/proposal-decided');
    await approve(centre, { caseId, proposalId: await propose(centre, caseId) });
    expect(await withdraw(proposalId)).toBe('rule-broken/case-closed');
  });

  it('is of a validated ficha, for a reason of the list, with the words that it asks for', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const psychologist = await centre.as('psico');
    const proposal = (over: object) => () => psychologist.proposeCaseClosing({ caseId, ...closingForm(over) });
    expect(await refusal(proposal({ reason: 'none-of-them' }))).toBe('rule-broken/closing-reason-unknown');
    expect(await refusal(proposal({ reason: 'moved' }))).toBe('rule-broken/closing-reason-unknown');
    expect(await refusal(proposal({ reason: 'no-contact' }))).toBe('rule-broken/closing-blocked');
    const draft = await centre.aCase({ isValidated: false });
    const early = { caseId: draft.caseId, ...closingForm() };
    expect(await refusal(() => psychologist.proposeCaseClosing(early))).toBe('rule-broken/closing-not-validated');
  });

  it('asks why of what the plan proposes and nobody put in it or put aside', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const psychologist = await centre.as('psico');
    const proposals = async () => (await psychologist.getPlan({ caseId })).proposals;
    const line = async () => (await closingOf(centre, caseId)).lines.find((one) => one.line === 'proposals');
    const open = await proposals();
    expect(open.length).toBeGreaterThan(1);
    expect(await line()).toMatchObject({ demand: 'reason', found: [`${open.length} propuestas`] });
    const silent = { caseId, ...closingForm({ whys: [] }) };
    expect(await refusal(() => psychologist.proposeCaseClosing(silent))).toBe('rule-broken/closing-why-missing');
    for (const { action } of open) await psychologist.declinePlanAction({ caseId, action, note: 'Texto inventado.' });
    expect(await line()).toMatchObject({ found: [] });
    expect(await refusal(() => psychologist.proposeCaseClosing(silent))).toBe('none');
  });

  it('counts attempts on days of their own where she could not be reached', async () => {
    const { centre, caseId } = await withCase();
    await supervise(centre, caseId);
    const social = await centre.as('social');
    const attention = {
      action: 'social-contact',
      time: null,
      withWhom: 'user',
      outcome: 'notFound',
      note: null,
    } as const;
    for (const on of ['2026-06-10', '2026-06-10', '2026-06-10'])
      await social.recordAttention({ caseId, attention: { ...attention, on } });
    const psychologist = await centre.as('psico');
    const { lines } = await psychologist.getClosing({ caseId });
    expect(lines.find(({ line }) => line === 'attempts')).toMatchObject({
      ...{ found: ['1 día con intentos, de 3'], isAsked: false },
    });
  });

  it('takes no following of a day to come, of before the admission, or of before it was opened again', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const on = (day: string) => () => social.recordSupervision({ caseId, on: day, words: 'Texto inventado.' });
    expect(await refusal(on('2026-06-11'))).toBe('rule-broken/supervision-future');
    expect(await refusal(on('2026-06-01'))).toBe('rule-broken/supervision-before');
    expect(await refusal(on('2026-06-10'))).toBe('none');
  });

  it('is opened again by Coordinación alone, and only where it was closed', async () => {
    const { centre, caseId } = await withCase();
    const coordinator = await centre.as('coordina');
    const version = async () => (await coordinator.getClosing({ caseId })).version;
    const again = async (by: typeof coordinator) => {
      const form = { caseId, version: await version(), reason: 'mistake', words: null } as const;
      return refusal(() => by.reopenCase(form));
    };
    expect(await again(coordinator)).toBe('rule-broken/reopen-open');
    await close(centre, caseId);
    expect(await again(await centre.as('psico'))).toBe('forbidden/');
    expect(await again(coordinator)).toBe('none');
  });

  it('of a severe risk asks whoever approves for a reason of her own', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ b: { answers: { valuationLevel: 3 } } });
    await supervise(centre, caseId);
    expect(await found(centre, caseId)).toEqual(['proposals reason', 'level approver']);
    const whys = [...closingForm().whys, { line: 'level' as const, words: 'De quien propone.' }];
    const proposalId = await propose(centre, caseId, { whys });
    expect(await refusal(() => approve(centre, { caseId, proposalId }))).toBe('rule-broken/closing-why-missing');
    await approve(centre, { caseId, proposalId }, { whys: [{ line: 'level', words: 'Motivo inventado.' }] });
    const [closing] = (await closingOf(centre, caseId)).closings;
    const coordinator = (await centre.sessionOf('coordina')).staff.fullName;
    expect(closing?.lines).toContainEqual(expect.objectContaining({ line: 'level', by: coordinator }));
  });

  it('leaves what came from an old list as it is', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1)]));
    await check(office, importId);
    await bringIn(office, await centre.as('legal'), importId);
    const [her] = (await office.findPersons({ query: '40007919', arrivalId: null, role: 'any' })).candidates;
    const caseId = her?.cases[0]?.caseId ?? '';
    const { version } = await office.getClosing({ caseId });
    const reopened = () => office.reopenCase({ caseId, version, reason: 'newEvent', words: null });
    expect(await refusal(reopened)).toBe('rule-broken/closing-old-list');
  });

  it('asks for nobody to have gone through it once two people switched that off, with a source', async () => {
    const { centre, caseId } = await withCase();
    const value = { line: 'supervision', demand: 'off', amount: null };
    const change = {
      ...{
        value,
        validFrom: '2026-01-01' as CivilDate,
        validTo: null,
        source: 'Directiva inventada',
        confirmation: 'official' as const,
      },
      ...{ note: null, replaces: null },
    } as const;
    const rule = { tableId: 'closing-line', rowId: 'closing-supervision', seenVersions: 1, change } as const;
    await (await centre.as('coordina')).changeRule(rule);
    expect(await found(centre, caseId)).toEqual(['supervision blocks', 'proposals reason']);
    await approveRules(centre);
    expect((await closingOf(centre, caseId)).lines.map(({ line }) => line)).not.toContain('supervision');
    await propose(centre, caseId);
  });
});
