/** Going from one screen to another mounts the next one, and nothing of the one that is left. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useGo, type RouteModule } from '../../../src/renderer/platform/routes.ts';
import { Shell } from '../../../src/renderer/platform/shell.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const mounted: string[] = [];

function page(name: string) {
  return function Page() {
    useEffect(() => {
      mounted.push(name);
    }, []);
    const go = useGo();
    return (
      <>
        <h1>{name}</h1>
        <button
          type="button"
          onClick={() => {
            go('/dos');
          }}
        >
          Ir
        </button>
      </>
    );
  };
}

const modules: RouteModule[] = [
  {
    areas: [],
    screens: [
      { path: '/uno', Screen: page('Uno'), writes: null },
      { path: '/dos', Screen: page('Dos'), writes: null },
    ],
  },
];

const parts = {
  ...{ modules, SignIn: () => null, roleOf: () => '', loopback: false, report: () => undefined },
  ...{ workplacesOf: () => [], account: [] },
};

it('mounts each screen once as the person goes on', async () => {
  window.location.hash = '#/uno';
  await drawInWindow(await startCentre(), 'admision', <Shell parts={parts} />);
  await screen.findByRole('heading', { name: 'Uno' });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Ir' }));
  await screen.findByRole('heading', { name: 'Dos' });
  expect(mounted).toEqual(['Uno', 'Dos']);
});

it('opens on the first page of whoever has no day at the start', async () => {
  window.location.hash = '#/';
  const place = { label: 'Bitácora', icon: 'shield', pages: ['/dos', '/uno'] } as const;
  const areas = [
    { path: '/dos', label: 'Dos' },
    { path: '/uno', label: 'Uno' },
  ];
  const own = { ...parts, modules: [...modules, { areas, screens: [] }], workplacesOf: () => [place] };
  await drawInWindow(await startCentre(), 'visita', <Shell parts={own} />);
  await screen.findByRole('heading', { name: 'Dos' });
  expect(window.location.hash).toBe('#/dos');
  const pages = screen.getByRole('navigation', { name: 'Páginas de Bitácora' });
  expect(pages.textContent).toBe('Uno');
});
