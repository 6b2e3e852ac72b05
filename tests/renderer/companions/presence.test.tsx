/** Two people at one ficha see each other. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { OthersHere } from '../../../src/renderer/companions/index.ts';
import { onAnnouncement } from '../../../src/renderer/platform/announce.ts';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import type { Other } from '../../../src/shared/companions/index.ts';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { drawTold, lineUp, refusalOf } from '../../support/told-window.tsx';

const caseId = '0a1b2c3d-0000-4000-8000-000000000001' as CaseId;
const nextId = '0a1b2c3d-0000-4000-8000-000000000002' as CaseId;
const since = '2026-06-10T15:42:00.000Z' as Instant;
const luz: Other = { name: 'Luz Inventada Legal', device: 'LEGAL-PC', since };
const sonia: Other = { name: 'Sonia Inventada Social', device: 'SOCIAL-PC', since };

const said: string[] = [];
const stopHearing = onAnnouncement(({ text }) => {
  // A form of the file before may still say that it was kept.
  if (text === '' || text.startsWith('También la tiene abierta')) said.push(text);
});

afterEach(async () => {
  cleanup();
  said.length = 0;
  await closeCentres();
});

/** Pages of cases, one at a time. */
function Pages() {
  const [page, setPage] = useState<{ of: string; at: number } | null>({ of: caseId, at: 0 });
  return (
    <DiscretionProvider>
      {page !== null && <OthersHere key={`${page.of} ${page.at}`} caseId={page.of} />}
      <button type="button" onClick={() => setPage({ of: caseId, at: (page?.at ?? 0) + 1 })}>
        Otra página
      </button>
      <button type="button" onClick={() => setPage({ of: nextId, at: 0 })}>
        Otro caso
      </button>
      <button type="button" onClick={() => setPage(null)}>
        Mi día
      </button>
    </DiscretionProvider>
  );
}

async function draw(login: Login = 'psico') {
  const centre = await startCentre();
  const is = { others: [] as readonly Other[], answer: null as Envelope | null };
  const told = drawTold(<Pages />, {
    session: await centre.sessionOf(login),
    invoke: ({ procedure }) =>
      Promise.resolve(
        is.answer ?? { ok: true, value: procedure === 'lookAtCase' ? { others: is.others } : {}, after: null },
      ),
  });
  const come = (...others: readonly Other[]) => {
    is.others = others;
    told.tell({ kind: 'case', caseId, what: 'people' });
  };
  return { ...told, is, come };
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const sentence = 'También la tiene abierta: Luz Inventada Legal · LEGAL-PC';

describe('who else has the ficha open', () => {
  it('is nobody until somebody comes, who is said aloud once and shown with the hour', async () => {
    const { come, times } = await draw();
    await waitFor(() => expect(times('lookAtCase')).toBe(1));
    expect(screen.queryByText(/También la tiene abierta/)).toBeNull();
    come(luz);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(said).toEqual([`${sentence}.`]);
    await userEvent.click(screen.getByRole('button', { name: sentence }));
    expect(screen.getByText('Luz Inventada Legal · LEGAL-PC, desde las 10:42')).toBeTruthy();
    // Another page of the same case says nothing again.
    await press('Otra página');
    expect(screen.getByText(sentence)).toBeTruthy();
    come(luz, sonia);
    const both = `${sentence}, Sonia Inventada Social · SOCIAL-PC`;
    await screen.findByText(both);
    expect(said).toEqual([`${sentence}.`, `${both}.`]);
    come();
    await waitFor(() => expect(screen.queryByText(/También la tiene abierta/)).toBeNull());
    expect(said).toHaveLength(2);
  });

  it('is told by initials while discretion is on', async () => {
    const { come } = await draw();
    come(luz);
    await screen.findByText(sentence);
    await userEvent.keyboard('{Alt>}m{/Alt}');
    expect(screen.getByText('También la tiene abierta: L. L. · LEGAL-PC')).toBeTruthy();
    expect(document.body.textContent).not.toContain('Luz');
    expect(said.at(-1)).toBe('');
  });

  it('one page of the case after another neither looks again nor leaves; leaving it does, and coming back looks', async () => {
    const { times } = await draw();
    await waitFor(() => expect(times('lookAtCase')).toBe(1));
    await press('Otra página');
    await press('Otra página');
    expect([times('lookAtCase'), times('leaveCase')]).toEqual([1, 0]);
    await press('Otro caso');
    await waitFor(() => expect(times('lookAtCase')).toBe(2));
    expect(times('leaveCase')).toBe(0);
    await press('Mi día');
    await waitFor(() => expect(times('leaveCase')).toBe(1));
    await press('Otra página');
    await waitFor(() => expect(times('lookAtCase')).toBe(3));
  });

  it('is told again when the line is back', async () => {
    const { times, tell } = await draw();
    await waitFor(() => expect(times('lookAtCase')).toBe(1));
    tell({ ...lineUp, state: 'down' });
    tell(lineUp);
    await waitFor(() => expect(times('lookAtCase')).toBe(2));
  });

  it('what is refused is nothing on the screen', async () => {
    const { is, come, times } = await draw();
    is.answer = refusalOf('storage', 'line-cut');
    come();
    await waitFor(() => expect(times('lookAtCase')).toBe(2));
    await press('Mi día');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('who may not list cases asks nothing', async () => {
  const { times } = await draw('visita');
  await press('Mi día');
  expect([times('lookAtCase'), times('leaveCase')]).toEqual([0, 0]);
  render(<></>);
  stopHearing();
});
