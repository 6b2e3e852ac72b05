/** What was half typed when a ficha was closed: its author can throw it away, and do nothing else with it. */
import { afterEach, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { close } from './closing.ts';

afterEach(closeCentres);

async function withCase(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

it('a session note is discarded by who was typing it, and goes on in no other way', async () => {
  const { centre, caseId } = await withCase();
  const psychologist = await centre.as('psico');
  const draft = { body: 'Nota inventada a medias.', attentionId: null, replaces: null };
  await psychologist.keepNoteDraft({ caseId, draft });
  await close(centre, caseId);
  const left = async () => (await psychologist.listNotes({ caseId })).draft;
  for (const words of [draft, null])
    expect(await refusal(() => psychologist.keepNoteDraft({ caseId, draft: words }))).toBe('rule-broken/case-closed');
  const social = await centre.as('social');
  expect(await refusal(() => social.discardNoteDraft({ caseId }))).toBe('forbidden/');
  expect(await left()).toEqual(draft);
  expect(await refusal(() => psychologist.discardNoteDraft({ caseId }))).toBe('none');
  expect(await left()).toBeNull();
});

/** Two people let a ficha be closed over what somebody is typing. */
async function allowDrafts(centre: TestCentre): Promise<void> {
  const change = {
    ...{ value: { line: 'drafts', demand: 'off', amount: null }, validFrom: '2026-01-01' as CivilDate, validTo: null },
    ...{ source: 'Directiva inventada', confirmation: 'official' as const, note: null, replaces: null },
  };
  const rule = { tableId: 'closing-line', rowId: 'closing-drafts', seenVersions: 1, change };
  await (await centre.as('coordina')).changeRule(rule);
  await approveRules(centre);
}

it('a form is told of as one of a closed ficha, and discarded', async () => {
  const { centre, caseId } = await withCase();
  await allowDrafts(centre);
  const social = await centre.as('social');
  const { draftId } = await social.openDraft({ form: 'attention', caseId });
  await social.saveDraft({ draftId, body: '{"note":"a medias"}' });
  const listed = async () => (await social.listMyDrafts({})).drafts;
  expect(await listed()).toMatchObject([{ isClosed: false }]);
  await close(centre, caseId);
  expect(await listed()).toMatchObject([{ draftId, isClosed: true }]);
  const goOn = [
    () => social.saveDraft({ draftId, body: '{"note":"después"}' }),
    () => social.openDraft({ form: 'attention', caseId }),
  ];
  for (const attempt of goOn) expect(await refusal(attempt)).toBe('rule-broken/case-closed');
  expect(await refusal(() => social.discardDraft({ draftId }))).toBe('none');
  expect(await listed()).toEqual([]);
});
