import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import { OrderOfArrival } from '../../../src/renderer/reception/board/board.tsx';
import { ArrivalKey } from '../../../src/renderer/reception/line/arrival-key.tsx';
import { InquiryScreen } from '../../../src/renderer/reception/screens/inquiry-screen.tsx';
import { LockButton } from '../../support/lock-button.tsx';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** The frame around a screen goes with the session. */
function WhileOpen({ children }: { readonly children: ReactNode }) {
  const { state } = useSessionAccess();
  return state.kind === 'open' ? children : <p>Sesión cerrada</p>;
}

function Desk() {
  const [isElsewhere, setElsewhere] = useState(false);
  return (
    <WhileOpen>
      <ArrivalKey />
      {isElsewhere ? <p>Otra pantalla</p> : <OrderOfArrival />}
      <button type="button" onClick={() => setElsewhere(true)}>
        Otra
      </button>
      <LockButton />
    </WhileOpen>
  );
}

async function locked() {
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  await screen.findByText('Sesión cerrada');
}

async function boardOf(centre: TestCentre) {
  return (await centre.as('admision')).openBoard({});
}

it('registers at a lock whoever was typed and not chosen, as she said it', async () => {
  const centre = await startCentre();
  await drawInWindow(centre, 'admision', <Desk />);
  await userEvent.type(await screen.findByRole('combobox', { name: /^Llega/ }), 'Yeni Inventada');
  await locked();
  const { arrivals, unregistered } = await boardOf(centre);
  expect(arrivals).toMatchObject([{ name: 'Yeni Inventada', state: 'waiting' }]);
  expect(unregistered).toEqual([]);
});

it('registers her from another screen too, and nobody from an empty line', async () => {
  const centre = await startCentre();
  await drawInWindow(centre, 'admision', <Desk />);
  await userEvent.type(await screen.findByRole('combobox', { name: /^Llega/ }), 'Luz Inventada');
  await userEvent.click(screen.getByRole('button', { name: 'Otra' }));
  await locked();
  expect((await boardOf(centre)).arrivals).toMatchObject([{ name: 'Luz Inventada' }]);
  cleanup();
  await drawInWindow(centre, 'admision', <Desk />);
  await screen.findByRole('combobox', { name: /^Llega/ });
  await locked();
  expect((await boardOf(centre)).arrivals).toHaveLength(1);
});

function Inquiry() {
  return (
    <WhileOpen>
      <InquiryScreen />
      <a href="#/llegada">Otra</a>
      <LockButton />
    </WhileOpen>
  );
}

it('records at a lock who was asked for, and asks before the page is left', async () => {
  const centre = await startCentre();
  await drawInWindow(centre, 'admision', <Inquiry />);
  await userEvent.type(await screen.findByLabelText(/^Por quién pregunta/), 'Rosa Inventada');
  await userEvent.click(screen.getByRole('link', { name: 'Otra' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Seguir escribiendo' }));
  await locked();
  const { inquiries } = await (await centre.as('coordina')).listInquiries({});
  expect(inquiries).toMatchObject([{ askedName: 'Rosa Inventada' }]);
});
