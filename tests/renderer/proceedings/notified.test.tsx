/** «Ya fue notificado» and its end, by keyboard: what was pressed goes away, and the focus does not; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { EventFormPanel } from '../../../src/renderer/proceedings/event-form.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

it('stands on how it was notified, and on the button again once that is taken back', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await drawInWindow(
    centre,
    'legal',
    <EventFormPanel
      caseId={caseId}
      today="2026-06-10"
      measures={[]}
      ownActs={[]}
      line={null}
      onDone={() => undefined}
    />,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'Qué pasó' }), 'Decisión sobre medidas');
  await screen.findByRole('option', { name: 'Decisión sobre medidas', hidden: true });
  await user.keyboard('{ArrowDown}{Enter}');
  (await screen.findByRole('button', { name: 'Ya fue notificado' })).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Casilla electrónica$/ }));
  screen.getByRole('button', { name: 'Quitar la notificación' }).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ya fue notificado' }));
});
