/** Pages that ask for the password: whoever leaves while they are being opened finds them closed again. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useDocumentPages } from '../../../src/renderer/papers/queries.ts';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, refusalOf } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const caseId = '0a1b2c3d-0000-4000-8000-000000000001';
const documentId = '0a1b2c3d-0000-4000-8000-000000000002';

const opened: { readWith: (password: string) => Promise<void> } = { readWith: () => Promise.resolve() };

function Pages() {
  const { pages, needsPassword, readWith } = useDocumentPages(caseId, documentId);
  opened.readWith = readWith;
  return <p>{needsPassword ? 'Escriba su contraseña' : (pages.data?.document.number ?? 'comes')}</p>;
}

function Way() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      {isOpen && <Pages />}
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Ir y volver
      </button>
    </>
  );
}

/** A centre that asks for the password, and then opens the pages once it is let. */
async function draw() {
  const held: { letGo: () => void } = { letGo: () => undefined };
  const waits = new Promise<void>((done) => {
    held.letGo = done;
  });
  const viewed = { document: { number: 'A-7' }, file: { id: 'one', name: 'a.pdf', mediaType: 'application/pdf' } };
  const session = await (await startCentre()).sessionOf('legal');
  const drawn = drawTold(<Way />, {
    session,
    invoke: async ({ procedure, password }): Promise<Envelope> => {
      if (procedure === 'readFile') return { ok: true, value: { base64: '', nextOffset: null }, after: null };
      if (password === null) return refusalOf('wrong-secret', 'password-again');
      await waits;
      return { ok: true, value: viewed, after: null };
    },
  });
  return { ...drawn, letGo: () => held.letGo() };
}

const go = () => userEvent.click(screen.getByRole('button', { name: 'Ir y volver' }));

it('shows them to who stayed', async () => {
  const { letGo } = await draw();
  await screen.findByText('Escriba su contraseña');
  const reading = opened.readWith('su frase');
  letGo();
  await reading;
  expect(await screen.findByText('A-7')).toBeTruthy();
});

it('asks for the password again who left before they came', async () => {
  const { letGo, times } = await draw();
  await screen.findByText('Escriba su contraseña');
  const reading = opened.readWith('su frase');
  await waitFor(() => expect(times('viewDocument')).toBe(2));
  await go();
  letGo();
  await reading;
  await go();
  expect(await screen.findByText('Escriba su contraseña')).toBeTruthy();
  expect(screen.queryByText('A-7')).toBeNull();
});
