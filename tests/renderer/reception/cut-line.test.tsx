/** The arrival line while the line to the computer that keeps the record is cut: nobody is looked for, nobody is lost. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { LockButton } from '../../support/lock-button.tsx';
import { ReceptionDesk } from '../../support/reception-desk.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, lineUp, refusalOf, type LineEvent } from '../../support/told-window.tsx';
import { contract } from '../../../src/shared/contract.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const cut: LineEvent = { ...lineUp, state: 'down', since: 0, nextTryAt: null };
const unsought = /^Sin conexión con ADMISION-PC: no se puede buscar si ya está en el registro\./;
const waits = 'Sin conexión con ADMISION-PC: se guarda solo cuando vuelva. No hace falta presionar otra vez.';

/** As a companion: what reads fails while the line is cut, what changes waits for it. */
async function draw() {
  const centre = await startCentre();
  const session = { ...(await centre.sessionOf('admision')), canPause: true };
  const line = { isCut: false, back: Promise.withResolvers<undefined>() };
  const desk = (
    <>
      <ReceptionDesk closed="Sesión cerrada" />
      <LockButton />
    </>
  );
  const told = drawTold(desk, {
    session,
    invoke: (call) => centre.application.invoke(call),
    answer: async ({ procedure }) => {
      if (!line.isCut) return null;
      if (!contract[procedure as keyof typeof contract].changes) return refusalOf('storage', 'line-cut');
      await line.back.promise;
      return null;
    },
  });
  return {
    ...told,
    centre,
    /** What the application does once the page had its moment. */
    locks: () => told.tell({ kind: 'locked', session: session.token, why: 'system' }),
    falls: () => {
      line.isCut = true;
      told.tell(cut);
    },
    comesBack: () => {
      line.isCut = false;
      told.tell(lineUp);
      line.back.resolve(undefined);
    },
  };
}

const lineOf = () => screen.findByRole<HTMLInputElement>('combobox', { name: /^Llega/ });
const board = async (centre: Awaited<ReturnType<typeof draw>>['centre']) =>
  (await (await centre.as('admision')).openBoard({})).arrivals;
const puts = () => userEvent.click(screen.getByRole('button', { name: /^Poner en espera/ }));

async function typedOverACut(text: string) {
  const made = await draw();
  const field = await lineOf();
  made.falls();
  await userEvent.type(field, text);
  return { ...made, field };
}

it('says at its place that nobody can be looked for, opens no door, and takes her as she says it', async () => {
  const { field, times, centre, comesBack } = await typedOverACut('Yeni Inventada');
  expect(await screen.findByText(unsought)).toBeTruthy();
  // Nobody is implied: Enter alone takes nobody, a key that is held neither.
  await userEvent.keyboard('{Enter}');
  expect(field.readOnly).toBe(false);
  await puts();
  expect(screen.getByText('Sin conexión: elija con ↓ «Anotar como lo dice».')).toBeTruthy();
  await userEvent.type(field, '{ArrowDown}{Enter}');
  expect(within(screen.getByRole('group', { name: 'Quién es' })).getByText(/sin buscar en el registro/)).toBeTruthy();
  expect(times('openArrival')).toBe(0);
  await puts();
  expect(await screen.findByText(waits)).toBeTruthy();
  // Pressed again, and typed over: neither does anything twice, or takes away who was sent.
  await puts();
  await userEvent.type(field, '{Backspace}');
  expect(field.value).toBe('Yeni Inventada');
  expect(screen.getByRole('group', { name: 'Quién es' })).toBeTruthy();
  comesBack();
  await waitFor(async () => expect(await board(centre)).toMatchObject([{ name: 'Yeni Inventada' }]));
  await waitFor(() => expect(field.value).toBe(''));
  expect(times('registerArrival')).toBe(1);
  expect(screen.queryByText(waits)).toBeNull();
});

it('looks for her as soon as the line is there again', async () => {
  const { falls, comesBack, times } = await draw();
  const field = await lineOf();
  falls();
  await userEvent.type(field, 'Zzyx Inexistente');
  expect(await screen.findByText(unsought)).toBeTruthy();
  comesBack();
  expect(await screen.findByText('Nadie con ese nombre o documento')).toBeTruthy();
  expect(screen.queryByText(unsought)).toBeNull();
  expect(times('findPersons')).toBe(1);
});

it('leaves with Esc what it says before it leaves the line, and says it again when asked', async () => {
  const { falls } = await draw();
  const field = await lineOf();
  falls();
  await userEvent.type(field, 'Yeni');
  await screen.findByText(unsought);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText(unsought)).toBeNull();
  expect(field.value).toBe('Yeni');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(unsought)).toBeTruthy();
});

it('sends before a lock whoever is typed, in one call that goes in once the line is there again', async () => {
  const { times, centre, comesBack } = await typedOverACut('Yeni Inventada');
  const lock = screen.getByRole('button', { name: 'Bloquear' });
  await userEvent.click(lock);
  await userEvent.click(lock);
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
  comesBack();
  await waitFor(async () => expect(await board(centre)).toMatchObject([{ name: 'Yeni Inventada' }]));
  expect(times('registerArrival')).toBe(1);
  expect(times('openArrival')).toBe(0);
});

it('sends nobody twice who was put in the line before the lock', async () => {
  const { times, centre, comesBack } = await typedOverACut('Yeni Inventada{ArrowDown}{Enter}');
  await puts();
  await waitFor(() => expect(times('registerArrival')).toBe(1));
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
  comesBack();
  await waitFor(async () => expect(await board(centre)).toHaveLength(1));
  expect(times('registerArrival')).toBe(1);
});

it('sends half a name where the pause that was asked for does not come about', async () => {
  const { times, centre, comesBack } = await typedOverACut('Yeni Inventada');
  await userEvent.click(screen.getByRole('button', { name: 'Pausar' }));
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
  comesBack();
  await waitFor(async () => expect(await board(centre)).toMatchObject([{ name: 'Yeni Inventada' }]));
  expect(times('registerArrival')).toBe(1);
});

it.each(['Pausar', 'Bloquear'])('sends nobody twice whose screen Windows locks after «%s»', async (name) => {
  const { times, tell, locks, centre, comesBack } = await typedOverACut('Yeni Inventada{ArrowDown}{Enter}');
  await userEvent.click(screen.getByRole('button', { name }));
  tell({ kind: 'lock-near' });
  await waitFor(() => expect(times('registerArrival')).toBe(1));
  locks();
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
  comesBack();
  await waitFor(async () => expect(await board(centre)).toHaveLength(1));
  expect(times('registerArrival')).toBe(1);
});

it('gives the door of somebody who is on the board to nobody else, however late its answer comes', async () => {
  const centre = await startCentre();
  const late = Promise.withResolvers<undefined>();
  const told = drawTold(<ReceptionDesk />, {
    session: await centre.sessionOf('admision'),
    invoke: (call) => centre.application.invoke(call),
    answer: async (call) => {
      if (call.procedure !== 'openArrival') return null;
      const answer = await centre.application.invoke(call);
      await late.promise;
      return answer;
    },
  });
  const field = await lineOf();
  await userEvent.type(field, 'Zzyx Inexistente');
  await waitFor(() => expect(told.times('openArrival')).toBe(1));
  told.tell(cut);
  await screen.findByText(unsought);
  await userEvent.type(field, '{ArrowDown}{Enter}');
  await puts();
  await waitFor(() => expect(field.value).toBe(''));
  late.resolve(undefined);
  await userEvent.type(field, 'Yeni Inventada');
  await screen.findByText(unsought);
  await userEvent.type(field, '{ArrowDown}{Enter}');
  await puts();
  await waitFor(async () => expect(await board(centre)).toHaveLength(2));
});
