/** The screens of monitoring over a real record: an empty centre, and one with a month. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { MonitoringScreen } from '../../../src/renderer/monitoring/screens/monitoring-screen.tsx';
import { SeriesScreen } from '../../../src/renderer/monitoring/screens/series-screen.tsx';
import { MonitoringStrip } from '../../../src/renderer/monitoring/strip.tsx';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const start = () => startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
const wait = { timeout: 60_000 };

it('says of an empty centre that there is nothing, in nine tiles without a list', async () => {
  const centre = await start();
  await drawInWindow(
    centre,
    'coordina',
    <>
      <MonitoringScreen />
      <MonitoringStrip />
    </>,
  );
  expect(await screen.findByText('Ningún caso en junio', {}, wait)).toBeTruthy();
  expect(screen.getAllByRole('figure')).toHaveLength(9);
  expect(screen.getByText(/, en curso · uso interno$/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Monitoreo' }), 'no strip of nothing').toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Lista: Ningún caso en junio' }));
  expect(await screen.findByText('Nada que listar.', {}, wait)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Por tipo: Ningún caso en junio' }));
  expect(screen.getByText('Nada que contar en estos meses.')).toBeTruthy();
});

it('opens the list of the one case of a first month, its table, and gives the focus back', async () => {
  const centre = await start();
  const { number } = await centre.aCase();
  await drawInWindow(
    centre,
    'coordina',
    <>
      <MonitoringScreen />
      <MonitoringStrip />
    </>,
  );
  const user = userEvent.setup();
  const tile = await screen.findByRole('figure', { name: 'Un caso: violencia física' }, wait);
  expect(within(tile).getByRole('img').getAttribute('aria-label')).toContain('junio de 2026 1');
  expect(screen.getByRole('region', { name: 'Monitoreo' }).textContent).toContain('Junio en el monitoreo');
  const opener = within(tile).getByRole('button', { name: /^Lista/ });
  await user.click(opener);
  const pane = screen.getByRole('complementary', { name: 'Lista de la cifra elegida' });
  const link = await within(pane).findByRole('link', { name: number }, wait);
  expect(link.getAttribute('href')).toMatch(/^#\/casos\/[0-9a-f-]{36}$/);
  expect(within(pane).getByRole('button', { name: 'junio · 1' }).getAttribute('aria-pressed')).toBe('true');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(opener), wait);
  await user.click(within(tile).getByRole('button', { name: /^Por tipo/ }));
  const table = screen.getByRole('complementary', { name: 'Tabla de la cifra elegida' });
  expect(within(table).getAllByRole('row')).toHaveLength(13);
  await user.click(within(table).getByRole('button', { name: '1: Física, junio de 2026' }));
  expect(await screen.findByRole('heading', { name: 'Casos por tipo: física' }, wait)).toBeTruthy();
});

it('shows the same fichas by question, each number with its list, and asks for the answer once', async () => {
  const centre = await start();
  const { number } = await centre.aCase();
  await drawInWindow(centre, 'coordina', <MonitoringScreen />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Por persona: / }, wait));
  const table = screen.getByRole('complementary', { name: 'Tabla de la cifra elegida' });
  await user.click(within(table).getByRole('button', { name: 'Por pregunta' }));
  expect(within(table).getByText('De 1 ficha que ingresó.')).toBeTruthy();
  const [first] = within(table).getAllByRole('button', { name: /^1: Sin respuesta, [AB]\.\d/ });
  if (first === undefined) throw new Error('no question');
  await user.click(first);
  const pane = screen.getByRole('complementary', { name: 'Lista de la cifra elegida' });
  const link = await within(pane).findByRole('link', { name: number }, wait);
  expect(within(pane).getByRole('button', { name: 'junio · 1' })).toBeTruthy();
  link.focus();
  await user.keyboard('p');
  expect(await within(pane).findByText(/^Pedido a .+: lo verá en «Mi día»\.$/, {}, wait)).toBeTruthy();
  expect(await within(pane).findByText('pedido el 10/06', {}, wait), 'and the row stays marked').toBeTruthy();
  await user.click(within(pane).getByRole('button', { name: /^Pedir a / }));
  expect(await within(pane).findByText(/^Ya está pedido a /, {}, wait)).toBeTruthy();
});

it('says in the series what the record does not hold, and opens a number of it', async () => {
  const centre = await start();
  const { number } = await centre.aCase();
  await drawInWindow(centre, 'coordina', <SeriesScreen />);
  const user = userEvent.setup();
  const row = await screen.findByRole('row', { name: /^por delito/ }, wait);
  expect(row.textContent).toContain('no se registra');
  expect(within(row).queryByRole('button')).toBeNull();
  await user.click(screen.getByRole('button', { name: '1: Casos atendidos, 2026' }));
  const pane = screen.getByRole('complementary', { name: 'Lista de la cifra elegida' });
  expect(await within(pane).findByRole('link', { name: number }, wait)).toBeTruthy();
});
