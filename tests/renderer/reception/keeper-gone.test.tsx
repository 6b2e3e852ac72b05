/** The computer that keeps the record was started anew, and every session with it: what stood in the arrival line. */
import { useState } from 'react';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import type { Session } from '../../../src/renderer/platform/session-store.ts';
import type { Envelope, HostEvent } from '../../../src/shared/platform/contract.ts';
import { LockButton } from '../../support/lock-button.tsx';
import { ReceptionDesk } from '../../support/reception-desk.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, lineUp, refusalOf, type Answering } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

type Entering = { readonly sessions: readonly Session[] };

/** Somebody comes in again by her button. */
function Door({ sessions }: Entering) {
  const { open } = useSessionAccess();
  return sessions.map((session) => (
    <button key={session.staff.login} type="button" onClick={() => open(session)}>
      {`Entrar: ${session.staff.login}`}
    </button>
  ));
}

/** Another screen, and this one again. */
function Screens({ sessions }: Entering) {
  const [isAway, setAway] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setAway(!isAway)}>
        Otra pantalla
      </button>
      <ReceptionDesk isAway={isAway} closed={<Door sessions={sessions} />} />
      <LockButton />
    </>
  );
}

async function draw(answer: Answering = () => null) {
  const centre = await startCentre();
  const sessions = [await centre.sessionOf('admision'), await centre.sessionOf('coordina')];
  const [session] = sessions;
  if (session === undefined) throw new Error('nobody is signed in');
  const told = drawTold(<Screens sessions={sessions} />, {
    ...{ session, answer },
    invoke: (call) => centre.application.invoke(call),
  });
  const ends = (why: Extract<HostEvent, { kind: 'locked' }>['why'], { token } = session) =>
    told.tell({ kind: 'locked', session: token, why });
  return { ...told, centre, session, ends };
}

/** She is put in the line while that is cut, and another screen is opened before the answer; the button back. */
async function sentAndLeft({ tell, times }: Awaited<ReturnType<typeof draw>>): Promise<HTMLElement> {
  tell({ ...lineUp, state: 'down' });
  await userEvent.type(await lineOf(), 'Zzyx Inexistente');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /^Poner en espera/ }));
  await waitFor(() => expect(times('registerArrival')).toBe(1));
  const other = screen.getByRole('button', { name: 'Otra pantalla' });
  await userEvent.click(other);
  return other;
}

const enters = async (login: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `Entrar: ${login}` }));
  return screen.findByRole<HTMLInputElement>('combobox', { name: /^Llega/ });
};
const lineOf = () => screen.findByRole<HTMLInputElement>('combobox', { name: /^Llega/ });

it('is there again for whoever typed it, and for nobody else', async () => {
  const { ends, centre } = await draw();
  await userEvent.type(await lineOf(), 'Yeni Inventada');
  await userEvent.click(screen.getByRole('radio', { name: /Legal/ }));
  ends('keeper-gone');
  expect(document.body.textContent).not.toContain('Yeni');
  expect((await enters('coordina')).value).toBe('');
  ends('asked', await centre.sessionOf('coordina'));
  expect((await enters('admision')).value).toBe('Yeni Inventada');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Legal/ }).checked).toBe(true);
});

it('is told once: what was registered or given up meanwhile does not come back', async () => {
  const { ends } = await draw();
  await userEvent.type(await lineOf(), 'Yeni Inventada');
  ends('keeper-gone');
  await enters('admision');
  await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
  await waitFor(async () => expect((await lineOf()).value).toBe(''));
  ends('keeper-gone');
  expect((await enters('admision')).value).toBe('');
});

it.each(['asked', 'taken-over'] as const)('goes with a session that ended otherwise: %s', async (why) => {
  const { ends } = await draw();
  await userEvent.type(await lineOf(), 'Yeni Inventada');
  ends(why);
  expect((await enters('admision')).value).toBe('');
});

it('is not there again where her number was asked for and is on its way', async () => {
  const { ends, tell } = await draw(({ procedure }) =>
    procedure === 'registerArrival' ? new Promise(() => undefined) : null,
  );
  tell(lineUp);
  const line = await lineOf();
  await userEvent.type(line, 'Zzyx Inexistente{Enter}');
  await screen.findByRole('listbox');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /^Poner en espera/ }));
  ends('keeper-gone');
  expect((await enters('admision')).value).toBe('');
});

it.each([
  ['is there again where she is refused', 'arrival-ended', 'Zzyx Inexistente'],
  ['is not there again where she waits already', 'arrival-registered', ''],
] as const)('%s after another screen was opened', async (_, reason, found) => {
  const answer = Promise.withResolvers<Envelope>();
  const told = await draw(({ procedure }) => (procedure === 'registerArrival' ? answer.promise : null));
  const other = await sentAndLeft(told);
  answer.resolve(refusalOf('rule-broken', reason));
  await userEvent.click(other);
  expect((await lineOf()).value).toBe(found);
  expect(told.times('openArrival')).toBe(0);
});

it('does not take the place of who was typed since', async () => {
  const answer = Promise.withResolvers<Envelope>();
  const told = await draw(({ procedure }) => (procedure === 'registerArrival' ? answer.promise : null));
  const other = await sentAndLeft(told);
  await userEvent.click(other);
  await userEvent.type(await lineOf(), 'Yeni Inventada');
  await userEvent.click(other);
  answer.resolve(refusalOf('rule-broken', 'arrival-ended'));
  await userEvent.click(other);
  expect((await lineOf()).value).toBe('Yeni Inventada');
});

it("is nobody else's where she is refused after the session that she was typed in", async () => {
  const answer = Promise.withResolvers<Envelope>();
  const told = await draw(({ procedure }) => (procedure === 'registerArrival' ? answer.promise : null));
  const other = await sentAndLeft(told);
  told.ends('asked');
  await userEvent.click(await screen.findByRole('button', { name: 'Entrar: coordina' }));
  answer.resolve(refusalOf('rule-broken', 'arrival-ended'));
  await userEvent.click(other);
  expect((await lineOf()).value).toBe('');
});

it('is not there again where a lock sent her from another screen', async () => {
  const told = await draw(({ procedure }) => (procedure === 'registerArrival' ? new Promise(() => undefined) : null));
  told.tell({ ...lineUp, state: 'down' });
  await userEvent.type(await lineOf(), 'Yeni Inventada');
  await userEvent.click(screen.getByRole('button', { name: 'Otra pantalla' }));
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  await waitFor(() => expect(told.times('registerArrival')).toBe(1));
  told.ends('keeper-gone');
  await userEvent.click(await screen.findByRole('button', { name: 'Entrar: admision' }));
  await userEvent.click(screen.getByRole('button', { name: 'Otra pantalla' }));
  expect((await lineOf()).value).toBe('');
});
