/** What must not slip past a closing: an old supervision, an annulment that waits, a draft that nobody can discard. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { memberOf } from '../access/people.ts';
import { refusal } from '../refusal.ts';
import { approve, close, closingForm, propose, supervise } from './closing.ts';

afterEach(closeCentres);

const again = { password: passphrase };

async function withCase(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

const unclear = async (centre: TestCentre, caseId: string) =>
  (await (await centre.as('psico')).getClosing({ caseId })).lines
    .filter((one) => one.isAsked && one.found.length > 0)
    .map(({ line, demand }) => `${line} ${demand}`);

async function reopen(centre: TestCentre, caseId: string): Promise<void> {
  const coordinator = await centre.as('coordina');
  const { version } = await coordinator.getClosing({ caseId });
  await coordinator.reopenCase({ caseId, version, reason: 'newEvent', words: null });
}

it('counts no following of before it was opened again, though of the same day', async () => {
  const { centre, caseId } = await withCase();
  await close(centre, caseId);
  centre.clock.advance(60_000);
  await reopen(centre, caseId);
  expect(await unclear(centre, caseId)).toContain('supervision blocks');
  const [before] = (await (await centre.as('psico')).getClosing({ caseId })).supervisions;
  expect(before).toMatchObject({ counts: false });
  centre.clock.advance(60_000);
  await supervise(centre, caseId);
  expect(await unclear(centre, caseId)).not.toContain('supervision blocks');
});

it('closes nothing while its annulment is to be decided', async () => {
  const { centre, caseId } = await withCase();
  const coordinator = await centre.as('coordina');
  await supervise(centre, caseId);
  const annulment = async () => {
    const { version } = await coordinator.getCase({ caseId });
    return coordinator.proposeCaseAnnulment({ caseId, version, reason: 'openedByMistake', words: null });
  };
  const proposalId = await propose(centre, caseId);
  const first = await annulment();
  expect(await refusal(() => approve(centre, { caseId, proposalId }))).toBe('rule-broken/closing-annulment-proposed');
  const lawyer = await centre.as('legal');
  await lawyer.declineProposal({ proposalId, reason: 'Falta decidir la anulación.' }, again);
  const another = () => propose(centre, caseId);
  expect(await refusal(another)).toBe('rule-broken/closing-annulment-proposed');
  await lawyer.declineProposal({ proposalId: first.proposalId, reason: 'Es un caso.' }, again);
  expect(await refusal(another)).toBe('none');
});

it('is not kept from closing by what somebody without access left half written, tells it, and erases it', async () => {
  const { centre, caseId } = await withCase();
  const social = await centre.as('social');
  const { draftId } = await social.openDraft({ form: 'attention', caseId });
  await social.saveDraft({ draftId, body: '{"note":"a medias"}' });
  await supervise(centre, caseId, 'legal');
  expect(await unclear(centre, caseId)).toEqual(['proposals reason', 'drafts blocks']);
  const psychologist = await centre.as('psico');
  expect((await psychologist.getClosing({ caseId })).leftDrafts).toEqual([]);
  const coordinator = await centre.as('coordina');
  const { id: staffId, version } = await memberOf(coordinator, 'social');
  await coordinator.disableStaff({ staffId, version });
  expect(await unclear(centre, caseId)).toEqual(['proposals reason']);
  expect((await psychologist.getClosing({ caseId })).leftDrafts).toMatchObject([
    expect.stringMatching(/^Atención, de /),
  ]);
  const { proposalId } = await psychologist.proposeCaseClosing({ caseId, ...closingForm() });
  await approve(centre, { caseId, proposalId });
  expect((await psychologist.getClosing({ caseId })).leftDrafts).toEqual([]);
});

it('takes no word of a draft by its id once it is closed', async () => {
  const { centre, caseId } = await withCase();
  const social = await centre.as('social');
  const { draftId } = await social.openDraft({ form: 'attention', caseId });
  await close(centre, caseId);
  const save = () => social.saveDraft({ draftId, body: '{"note":"después"}' });
  expect(await refusal(save)).toBe('rule-broken/case-closed');
  expect((await social.listMyDrafts({})).drafts).toEqual([]);
  await reopen(centre, caseId);
  expect(await refusal(save)).toBe('none');
});
