/** What is opened while an act of before still reads what it changed is not closed by it; over a real centre. */
import type { ReactNode } from 'react';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { AttentionsPage } from '../../src/renderer/care/attentions-screen.tsx';
import { NotesPanel } from '../../src/renderer/care/notes-panel.tsx';
import { onAnnouncement } from '../../src/renderer/platform/announce.ts';
import { ProceedingPage } from '../../src/renderer/proceedings/case-page.tsx';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { anEvent } from '../services/proceedings/a-proceeding.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../support/start-application.ts';
import { drawInWindow } from '../support/window.tsx';

type Read = 'getProceedings' | 'listAttentions' | 'listNotes';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** Draws a page whose `read` waits from `hold` until `answer`. */
async function drawHeld(centre: TestCentre, login: Login, read: Read, page: ReactNode) {
  const client = await centre.as(login);
  const gate = { isHeld: false, asked: 0, opened: Promise.withResolvers<null>() };
  const held = async (input: never) => {
    if (gate.isHeld) {
      gate.asked += 1;
      await gate.opened.promise;
    }
    return client[read](input);
  };
  const said: string[] = [];
  const deafen = onAnnouncement(({ text }) => said.push(text));
  await drawInWindow(
    { ...centre, as: () => Promise.resolve({ ...client, [read]: held } as Client<Contract>) },
    login,
    page,
  );
  return {
    hold: () => {
      gate.isHeld = true;
    },
    isRead: () => waitFor(() => expect(gate.asked).toBeGreaterThan(0)),
    /** Comes back once the act has said that it is done. */
    answer: async (words: string) => {
      gate.opened.resolve(null);
      await waitFor(() => expect(said.some((text) => text.startsWith(words))).toBe(true));
      deafen();
    },
  };
}

/** An act that is recorded, while its page is not yet read anew. */
async function recording() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const event = anEvent('complaintFiled', '2026-06-10');
  const { draftId } = await lawyer.openDraft({ form: 'event', caseId });
  const values = { event, isWithdrawn: false, reason: 'addedDetail', words: null };
  await lawyer.saveDraft({ draftId, body: JSON.stringify({ version: 0, values }) });
  const page = await drawHeld(centre, 'legal', 'getProceedings', <ProceedingPage caseId={caseId} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Seguir escribiendo' }));
  await screen.findByRole('region', { name: 'Registrar un acto' });
  page.hold();
  await user.click(screen.getAllByRole('button', { name: 'Registrar acto' }).at(-1)!);
  await page.isRead();
  return { page, user };
}

it('a hearing that is opened while the act of before is recorded', async () => {
  const { page, user } = await recording();
  await user.click(screen.getByRole('button', { name: 'Programar audiencia' }));
  await screen.findByRole('region', { name: 'Programar una audiencia' });
  await page.answer('Acto registrado.');
  expect(screen.getByRole('region', { name: 'Programar una audiencia' })).toBeTruthy();
});

it('closes the form of the act also where the same one was opened again meanwhile', async () => {
  const { page, user } = await recording();
  await user.click(screen.getAllByRole('button', { name: 'Registrar acto' })[0]!);
  await page.answer('Acto registrado.');
  await screen.findByRole('region', { name: 'Lo que sigue' });
  expect(screen.queryByRole('region', { name: 'Registrar un acto' })).toBeNull();
});

it('a note that is opened to correct it while another one is kept', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.writeNote({ caseId, note: { body: 'Evita nombrarlo', attentionId: null, replaces: null } });
  const page = await drawHeld(centre, 'psico', 'listNotes', <NotesPanel caseId={caseId} isClosed={false} />);
  const user = userEvent.setup();
  await user.keyboard('{Alt>}o{/Alt}');
  await user.type(await screen.findByLabelText('Nueva nota'), 'Duelo');
  await screen.findByText(/^Borrador guardado/);
  page.hold();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await page.isRead();
  await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
  await screen.findByLabelText(/^Corregir la nota del/);
  await page.answer('Nota guardada.');
  expect(screen.getByLabelText(/^Corregir la nota del/)).toHaveProperty('value', 'Evita nombrarlo');
});

it('an attention that is opened to correct it while another one is corrected', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const { actions } = await psychologist.listAttentions({ caseId });
  const { code } = actions.find(({ service }) => service === 'psychology')!;
  const facts = { action: code, time: null, withWhom: 'user', outcome: 'done', note: null } as const;
  for (const on of ['2026-06-01', '2026-06-02'] as const)
    await psychologist.recordAttention({ caseId, attention: { ...facts, on } });
  const page = await drawHeld(centre, 'psico', 'listAttentions', <AttentionsPage caseId={caseId} isClosed={false} />);
  const user = userEvent.setup();
  const [one, other] = await screen.findAllByRole('button', { name: /^Corregir/ });
  await user.click(one!);
  await user.click(await screen.findByRole('radio', { name: 'Se agregó un detalle' }));
  page.hold();
  await user.click(screen.getByRole('button', { name: 'Guardar corrección' }));
  await page.isRead();
  await user.click(other!);
  await page.answer('Corrección guardada.');
  expect(screen.getByRole('button', { name: 'Guardar corrección' })).toBeTruthy();
});
