/** The file of a notice that another form of «Proceso» would take along; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { ProceedingPage } from '../../../src/renderer/proceedings/case-page.tsx';
import { aHearing, anEvent } from '../../services/proceedings/a-proceeding.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const notice = 'NOTIFICACION N° 1-2026\nEXPEDIENTE : 01234-2026-0-1001-JR-FT-02\nRESOLUCIÓN NÚMERO TRES';

async function withFile(): Promise<void> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const hearing = aHearing('2026-06-20', '09:00');
  await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  await lawyer.recordEvent({ caseId, event: anEvent('breach', '2026-06-07 20:00', { words: 'Llamó.' }) });
  await drawInWindow(centre, 'legal', <ProceedingPage caseId={caseId} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Registrar acto' }));
  const [input] = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
  if (input === undefined) throw new Error('no place for a file');
  await userEvent.upload(input, new File([notice], 'resolucion.txt', { type: 'text/plain' }));
  await screen.findByRole('checkbox', { name: 'Guardar también «resolucion.txt» en la ficha' });
}

it.each([
  ['Programar audiencia', /^Programar audiencia$/],
  ['Corregir', /^Corregir: /],
  ['Cambiar', /^Cambiar: /],
])('asks before «%s» opens another form', async (_, name) => {
  await withFile();
  await userEvent.click(screen.getByRole('button', { name }));
  const asked = { name: '¿Abrir otra sin guardar el archivo?', hidden: true };
  expect((await screen.findByRole('dialog', asked)).textContent).toContain('habrá que ponerla otra vez');
  expect(screen.getByRole('region', { name: 'Registrar un acto', hidden: true })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Abrir la otra', hidden: true }));
  expect(screen.queryByRole('region', { name: 'Registrar un acto' })).toBeNull();
});
