/** A long history: its newest part stands there, and the rest is reached by a button, a filter or a search. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { CaseFrame } from '../../../src/renderer/intake/index.ts';
import { StoryPage } from '../../../src/renderer/timeline/story-screen.tsx';
import { newestShown } from '../../../src/shared/timeline/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };
const given = { action: 'action-32', time: null, withWhom: 'user', outcome: 'done' } as const;
const oldest = 'Nota inventada de hace mucho';

async function drawStory() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const client = await centre.as('psico');
  await client.recordAttention({ caseId, attention: { ...given, on: '2026-01-02', note: oldest } });
  for (let count = 0; count < newestShown; count += 1)
    await client.recordAttention({ caseId, attention: { ...given, on: '2026-06-10', note: `Nota ${count}` } });
  const { all = 0 } = (await client.readTimeline({ caseId })).counts;
  await drawInWindow(
    centre,
    'psico',
    <CaseFrame caseId={caseId}>{(overview) => <StoryPage overview={overview} />}</CaseFrame>,
  );
  const list = await screen.findByRole('list', { name: /Historia/ }, slow);
  return { all, entries: () => within(list).getAllByRole('listitem') };
}

it('shows the newest with what every filter counts, and the rest at a press, where the focus goes on', async () => {
  const { all, entries } = await drawStory();
  expect(entries()).toHaveLength(newestShown);
  expect(screen.queryByText(oldest, { exact: false })).toBeNull();
  expect(screen.getByText(`Atenciones ${newestShown + 2}`)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: `Ver las ${all - newestShown} anteriores` }));
  await screen.findByText(oldest, { exact: false }, slow);
  expect(entries()).toHaveLength(all);
  expect(screen.queryByRole('button', { name: /anteriores/ })).toBeNull();
  expect(document.activeElement).toBe(entries()[newestShown]);
});

it('finds in all of it what is typed, and filters all of it', async () => {
  await drawStory();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Buscar en esta historia' }), 'hace mucho');
  expect(await screen.findByText(oldest, { exact: false }, slow)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  await userEvent.clear(screen.getByRole('searchbox'));
  await userEvent.type(screen.getByRole('searchbox'), 'no hay tal cosa');
  expect(await screen.findByText(/Nada de la historia/, undefined, slow)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Quitar filtros' }));
  expect(await screen.findByText(oldest, { exact: false }, slow)).toBeTruthy();
});
