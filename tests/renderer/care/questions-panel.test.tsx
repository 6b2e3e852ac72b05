/** A half typed question for the next interview, over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionsPanel } from '../../../src/renderer/care/questions-panel.tsx';
import { LockButton } from '../../support/lock-button.tsx';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function draw(centre: TestCentre, caseId: string) {
  await drawInWindow(
    centre,
    'psico',
    <>
      <QuestionsPanel caseId={caseId} mayRecord />
      <LockButton />
    </>,
  );
  return screen.findByRole('textbox', { name: 'Otra pregunta' });
}

async function drafts(centre: TestCentre) {
  return (await (await centre.as('psico')).listMyDrafts({})).drafts.map(({ form, title }) => [form, title]);
}

const half = '¿Tiene a quién llamar si';

describe('a question that is half typed', () => {
  it.each(['the page is left', 'the window locks'])(
    'is there again after %s, and is asked of nobody yet',
    async (how) => {
      const centre = await startCentre();
      const { caseId, number } = await centre.aCase();
      const user = userEvent.setup();
      await user.type(await draw(centre, caseId), half);
      if (how === 'the window locks') await user.click(screen.getByRole('button', { name: 'Bloquear' }));
      else cleanup();
      await waitFor(async () => {
        expect(await drafts(centre)).toEqual([['question', `Ficha ${number} · Pregunta para la próxima entrevista`]]);
      });
      cleanup();
      expect(await draw(centre, caseId)).toHaveProperty('value', half);
      const { questions } = await (await centre.as('psico')).listInterviewQuestions({ caseId });
      expect(questions).toEqual([]);
    },
  );

  it('erases in the service the draft of the question that is added, and no other', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const client = await centre.as('psico');
    const { draftId } = await client.openDraft({ form: 'question', caseId });
    await client.saveDraft({ draftId, body: JSON.stringify({ version: 0, values: { words: `${half} la busca? ` } }) });
    const own = { fact: null, place: null, field: null, wantedFor: null };
    await client.addInterviewQuestions({ caseId, questions: [{ ...own, words: '¿Otra cosa?' }] });
    expect(await drafts(centre)).toHaveLength(1);
    await client.addInterviewQuestions({ caseId, questions: [{ ...own, words: `${half} la busca?` }] });
    expect(await drafts(centre)).toEqual([]);
  });

  it('leaves no draft once it is added, nor when it is erased', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const user = userEvent.setup();
    await user.type(await draw(centre, caseId), `${half} la busca?{Enter}`);
    await screen.findByText(`${half} la busca?`);
    cleanup();
    const field = await draw(centre, caseId);
    expect(field).toHaveProperty('value', '');
    await user.type(field, half);
    cleanup();
    const again = await draw(centre, caseId);
    expect(again).toHaveProperty('value', half);
    await user.clear(again);
    cleanup();
    await waitFor(async () => {
      expect(await drafts(centre)).toEqual([]);
    });
  });
});
