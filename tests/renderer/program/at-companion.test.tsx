/** What a companion does not offer since it would be refused there, and where it says it is done. */
import type { ReactNode } from 'react';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { StatusProvider } from '../../../src/renderer/access/index.ts';
import { CopiesPanel } from '../../../src/renderer/backup/index.ts';
import { settingsRoutes } from '../../../src/renderer/settings.tsx';
import { SignInPage } from '../../../src/renderer/sign-in-page.tsx';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { drawTold, lineUp } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function draw(part: ReactNode, login: Login | null = null) {
  const centre = await startCentre();
  const told = drawTold(part, {
    invoke: (call) => centre.application.invoke(call),
    ...(login !== null && { session: await centre.sessionOf(login) }),
  });
  return { ...told, centre };
}

const transport = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };

describe('the page of signing in', () => {
  const ways = ['Olvidamos las contraseñas', 'Recuperar desde una copia'];
  const shown = () => ways.filter((name) => screen.queryByText(name) !== null);

  it('offers the two ways back where the record stands, and says at a companion where they are', async () => {
    const { tell } = await draw(
      <StatusProvider transport={transport}>
        <SignInPage reason={null} />
      </StatusProvider>,
    );
    await screen.findByLabelText('Usuario');
    expect(shown()).toEqual(ways);
    tell(lineUp);
    expect(shown()).toEqual([]);
    expect(screen.getByText(/se hace en ADMISION-PC\.$/)).toBeTruthy();
    // What to do while it does not answer stands there alone.
    tell({ ...lineUp, state: 'down' });
    expect(shown()).toEqual([]);
    expect(screen.queryByText(/se hace en ADMISION-PC\.$/)).toBeNull();
  });
});

describe('the status of a companion', () => {
  it('is asked once though each answer says that the line is up, and again when the line is back', async () => {
    const listeners = new Set<(event: HostEvent) => void>();
    const hears = (event: HostEvent) => act(() => listeners.forEach((listener) => listener(event)));
    const subscribe = (listener: (event: HostEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const centre = await startCentre();
    let said = 0;
    const { times } = drawTold(
      <StatusProvider transport={{ ...transport, subscribe }}>
        <SignInPage reason={null} />
      </StatusProvider>,
      {
        invoke: (call) => {
          // Not for ever, where each were asked again.
          if (call.procedure === 'getStatus' && said++ < 9) hears(lineUp);
          return centre.application.invoke(call);
        },
      },
    );
    await screen.findByLabelText('Usuario');
    const before = times('getStatus');
    hears(lineUp);
    hears({ ...lineUp, state: 'down' });
    expect(times('getStatus')).toBe(before);
    hears(lineUp);
    await waitFor(() => expect(times('getStatus')).toBe(before + 1));
    // What is asked by the answer itself would have been asked by now.
    await act(() => centre.application.invoke({ procedure: 'getStatus', input: {}, token: null }));
    expect(times('getStatus')).toBe(before + 1);
    expect(before).toBe(1);
  });
});

describe('«Copias»', () => {
  it('says of whose disk it speaks, and offers no folder there', async () => {
    const { tell } = await draw(<CopiesPanel />, 'coordina');
    await screen.findByRole('region', { name: 'Carpeta de las copias' });
    expect(screen.queryByText(/son de ADMISION-PC/)).toBeNull();
    tell(lineUp);
    expect(screen.getByText(/^Las copias y carpetas de esta página son de ADMISION-PC/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Carpeta de las copias' })).toBeNull();
    expect(screen.getByText(/Elija en ADMISION-PC la carpeta y haga una\./)).toBeTruthy();
  });
});

describe('«Computadoras» in «Ajustes»', () => {
  const Centre = settingsRoutes.screens.find(({ path }) => path === '/ajustes')?.Screen;

  it.each([
    ['coordina', true],
    ['soporte', true],
    ['psico', false],
  ] as const)('%s: %s', async (login, isThere) => {
    if (Centre === undefined) throw new Error('there is no such page');
    await draw(<Centre params={{}} />, login);
    const tabs = within(await screen.findByRole('navigation', { name: 'Páginas de ajustes' }));
    expect(tabs.queryByRole('link', { name: 'Computadoras' }) !== null).toBe(isThere);
    // In one place alone.
    await waitFor(() => expect(screen.queryByRole('region', { name: 'La que guarda el registro' })).toBeNull());
  });
});
