/** What is half typed of the proceeding goes with the record that is kept of it, and with nothing else. */
import { afterEach, expect, it } from 'vitest';
import type { DraftForm } from '../../../src/shared/intake/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { close } from '../closing/closing.ts';
import { refusal } from '../refusal.ts';
import { anEvent, aHearing, at, measure } from './a-proceeding.ts';

afterEach(closeCentres);

type Client = Awaited<ReturnType<Awaited<ReturnType<typeof startCentre>>['as']>>;
type CaseId = Parameters<Client['openDraft']>[0]['caseId'];

async function type(client: Client, form: DraftForm, caseId: CaseId): Promise<void> {
  const { draftId } = await client.openDraft({ form, caseId });
  await client.saveDraft({ draftId, body: JSON.stringify({ version: 0, values: { words: 'A medias' } }) });
}

const titles = async (client: Client) => (await client.listMyDrafts({})).drafts.map(({ title }) => title).toSorted();

it('an act, its correction, a hearing and its change each take their own draft with them', async () => {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { eventId } = await lawyer.recordEvent({ caseId, event: anEvent('complaintFiled', '2026-06-10') });
  const { hearingId } = await lawyer.saveHearing({
    ...{ caseId, hearingId: null, version: null },
    hearing: aHearing('2026-06-20', '09:00', {}),
  });
  const forms = ['event', 'hearing', 'novelty', `event-${eventId}`, `hearing-${hearingId}`] as const;
  for (const form of forms) await type(lawyer, form, caseId);
  const [act, hearing, novelty] = ['Acto del proceso', 'Audiencia', 'Nuevo hecho o incumplimiento (Mayús F4)'].map(
    (title) => `Ficha ${number} · ${title}`,
  );
  expect(await titles(lawyer)).toEqual([act, act, hearing, hearing, novelty]);

  await lawyer.recordEvent({
    caseId,
    event: anEvent('complaintFiled', '2026-06-10', { document: 'Oficio inventado 2' }),
  });
  expect((await lawyer.listMyDrafts({})).drafts.map(({ form }) => form).toSorted()).toEqual(
    forms.filter((form) => form !== 'event').toSorted(),
  );
  const { events, hearings } = await lawyer.getProceedings({ caseId });
  const line = events.find(({ id }) => id === eventId);
  if (line === undefined) throw new Error('lost');
  const { version, event } = line;
  await lawyer.correctEvent({
    ...{ caseId, eventId, version, event, isWithdrawn: false, reason: 'mistyped', words: null },
  });
  expect(await titles(lawyer)).toEqual([hearing, hearing, novelty]);
  const kept = { caseId, hearing: aHearing('2026-06-21', '10:00', {}) };
  await lawyer.saveHearing({ ...kept, hearingId: null, version: null });
  expect(await titles(lawyer)).toEqual([hearing, novelty]);
  await lawyer.saveHearing({ ...kept, hearingId, version: hearings[0]?.version ?? 0 });
  expect(await titles(lawyer)).toEqual([novelty]);
  const told = { kind: 'newFact' as const, at: at('2026-06-10 08:00'), words: 'Palabras inventadas', source: null };
  await lawyer.reportNovelty({ caseId, novelty: told });
  expect(await titles(lawyer)).toEqual([]);
});

it('a hearing that ended takes the changes of it that anybody was typing', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { hearingId } = await lawyer.saveHearing({
    ...{ caseId, hearingId: null, version: null },
    hearing: aHearing('2026-06-20', '09:00', {}),
  });
  const coordinator = await centre.as('coordina');
  for (const one of [lawyer, coordinator]) await type(one, `hearing-${hearingId}`, caseId);
  await lawyer.endHearing({ caseId, hearingId, version: 1, end: { state: 'held', result: 'Se realizó' } });
  expect([await titles(lawyer), await titles(coordinator)]).toEqual([[], []]);
});

it('what is told by number belongs to no ficha until it is told', async () => {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await type(psychologist, 'novelty', null);
  await type(psychologist, 'novelty', caseId);
  const [sighted, blind] = [`Ficha ${number}`, 'Ficha sin elegir'].map(
    (of) => `${of} · Nuevo hecho o incumplimiento (Mayús F4)`,
  );
  expect(await titles(psychologist)).toEqual([sighted, blind]);
  const novelty = { kind: 'newFact' as const, at: at('2026-06-10 08:00'), words: 'Palabras inventadas', source: null };
  await psychologist.reportNoveltyByNumber({ number, novelty });
  expect(await titles(psychologist)).toEqual([sighted]);
});

it('goes on on a closed ficha, which takes what the court says as long as measures are in force', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const decided = anEvent('measuresDecided', '2026-06-10', { measures: [measure('no-approach', 'granted')] });
  await lawyer.recordEvent({ caseId, event: decided });
  await close(centre, caseId);
  for (const form of ['event', 'hearing', 'novelty'] as const) await type(lawyer, form, caseId);
  const { drafts } = await lawyer.listMyDrafts({});
  expect(drafts.map(({ form, isClosed }) => [form, isClosed]).toSorted()).toEqual([
    ['event', false],
    ['hearing', false],
    ['novelty', false],
  ]);
  // Nothing else of it is typed any more.
  for (const form of ['attention', 'section-c', 'risk'] as const)
    expect(await refusal(() => lawyer.openDraft({ form, caseId })), form).toBe('rule-broken/case-closed');
});
