/** What a closed ficha still lets one do with what was left in it, and offers no more than that; over a real centre. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NotesPanel } from '../../../src/renderer/care/notes-panel.tsx';
import { DraftList } from '../../../src/renderer/intake/draft-list.tsx';
import { ClosedContext } from '../../../src/renderer/platform/session.tsx';
import { SettleDialog } from '../../../src/renderer/proceedings/settle-dialog.tsx';
import { close } from '../../services/closing/closing.ts';
import { anEvent } from '../../services/proceedings/a-proceeding.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };

it.each([false, true])('puts a term aside where it is open alone (closed: %s)', async (isClosed) => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-10 08:00') });
  const [term] = (await lawyer.getProceedings({ caseId })).deadlines;
  if (term === undefined) throw new Error('no term');
  const end = Promise.withResolvers<undefined>();
  const dialog = (
    <ClosedContext value={isClosed}>
      <SettleDialog caseId={caseId} today="2026-06-10" deadline={term} onDone={() => end.resolve(undefined)} />
    </ClosedContext>
  );
  await drawInWindow(centre, 'legal', dialog);
  const proof = await screen.findByRole('textbox', { name: /^Con qué se comprueba/ }, slow);
  expect(screen.queryAllByRole('radio', { name: 'No corresponde' })).toHaveLength(isClosed ? 0 : 1);
  fireEvent.change(proof, { target: { value: 'Cargo inventado' } });
  fireEvent.click(screen.getByRole('button', { name: 'Cerrar plazo' }));
  await end.promise;
  expect((await lawyer.getProceedings({ caseId })).deadlines[0]).toMatchObject({ state: 'done' });
});

it('lets her read and discard what she was typing of a note', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.keepNoteDraft({ caseId, draft: { body: 'A medias', attentionId: null, replaces: null } });
  await close(centre, caseId);
  await drawInWindow(centre, 'psico', <NotesPanel caseId={caseId} isClosed />);
  fireEvent.click(screen.getByRole('button', { name: /^Abrir notas/ }));
  expect(await screen.findByText('A medias', undefined, slow)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Descartar el borrador' }));
  await waitFor(() => expect(screen.queryByText('A medias')).toBeNull(), slow);
  expect((await psychologist.listNotes({ caseId })).draft).toBeNull();
});

it.each([false, true])('offers to go on with a form where its ficha is open alone (closed: %s)', async (isClosed) => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const social = await centre.as('social');
  const { draftId } = await social.openDraft({ form: 'attention', caseId });
  await social.saveDraft({ draftId, body: '{"note":"a medias"}' });
  const { drafts } = await social.listMyDrafts({});
  await drawInWindow(centre, 'social', <DraftList drafts={drafts.map((one) => ({ ...one, isClosed }))} />);
  expect(screen.queryAllByRole('button', { name: /^Continuar: / })).toHaveLength(isClosed ? 0 : 1);
  expect(screen.getByRole('button', { name: /^Descartar: / })).toBeTruthy();
});
