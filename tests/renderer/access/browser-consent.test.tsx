import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { BrowserConsent } from '../../../src/renderer/access/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

it('takes the focus from the button that waited for it, wherever it opens', async () => {
  render(<button type="button">Crear el registro</button>);
  const pressed = screen.getByRole('button', { name: 'Crear el registro' });
  pressed.focus();
  pressed.click();
  await drawInWindow(await startCentre(), 'coordina', <BrowserConsent onAccepted={() => undefined} />);
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Continuar en el navegador' }));
});
