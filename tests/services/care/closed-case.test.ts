/** A closed case is read only, whoever asks (bad input 51): nothing is added, corrected, moved in or out. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { aLine, bringIn, check, csvOf, send } from '../imports/a-list.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

it('refuses what would change a closed case, and lets it be read', async () => {
  const centre = await startCentre();
  const office = await centre.as('coordina');
  const importId = await send(office, csvOf([aLine(1)]));
  await check(office, importId);
  await bringIn(office, await centre.as('legal'), importId);
  const [her] = (await office.findPersons({ query: '40007919', arrivalId: null, role: 'any' })).candidates;
  const caseId = her?.cases[0]?.caseId ?? '';
  await office.handOverCase({ caseId, service: 'psychology' });
  const open = await centre.aCase();
  const psychologist = await centre.as('psico');
  const [professional] = (await psychologist.listInterviews({ caseId })).professionals;
  const present = [{ staffId: professional?.staffId ?? '', service: 'legal' as const }];
  const attention = {
    ...{ action: 'action-32', on: '2026-06-09', time: null, withWhom: 'user' as const },
    ...{ outcome: 'done' as const, note: 'Nota inventada.' },
  };
  const interview = {
    ...{ on: '2026-06-09', started: '09:00', ended: null, modality: 'centre' as const },
    ...{ place: null, toldStory: false, present },
  };
  const question = { fact: null, words: '¿Tiene testigos?', place: null, field: null, wantedFor: null };
  const note = { body: 'Nota inventada.', attentionId: null, replaces: null };
  const { attentionId } = await psychologist.recordAttention({ caseId: open.caseId, attention });
  const { version } = await psychologist.getCase({ caseId });
  const move = { toCaseId: caseId, reason: 'otherPerson' as const, words: null };
  const record = { kind: 'attention' as const, id: attentionId };
  const attempts = {
    attention: () => psychologist.recordAttention({ caseId, attention }),
    interview: () => psychologist.recordInterview({ caseId, interview }),
    supplement: () => psychologist.addAccountSupplement({ caseId, body: 'Texto inventado.' }),
    question: () => psychologist.addInterviewQuestions({ caseId, questions: [question] }),
    note: () => psychologist.writeNote({ caseId, note }),
    'draft of a note': () => psychologist.keepNoteDraft({ caseId, draft: note }),
    told: () => psychologist.recordToldBefore({ caseId, version, times: 1 }),
    'moved in': () => psychologist.moveRecord({ caseId: open.caseId, record, ...move }),
  };
  for (const [name, attempt] of Object.entries(attempts))
    expect(`${name}: ${await refusal(attempt)}`).toBe(`${name}: rule-broken/case-closed`);
  expect((await psychologist.listAttentions({ caseId })).attentions).toEqual([]);
  expect((await psychologist.listAttentions({ caseId: open.caseId })).attentions).toHaveLength(1);
});
