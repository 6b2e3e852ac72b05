/** «Computadoras» over a real centre, whose part that other computers reach does what the test says. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ComputersPanel } from '../../../src/renderer/companions/index.ts';
import { companionReasons } from '../../../src/shared/companions/index.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { eventually } from '../../support/eventually.ts';
import { openComputer, pair, startKeeping } from '../../support/computers.ts';
import { fakeKeeper } from '../../support/fake-keeper.ts';
import { closeCentres, passphrase, startCentre, type Login } from '../../support/start-application.ts';
import { drawTold, refusalOf, type Answering } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function draw(login: Login = 'coordina', answer?: Answering) {
  const keeper = fakeKeeper();
  const centre = await startCentre({ keeper: () => keeper });
  const invoke = (call: Call) => centre.application.invoke(call);
  const session = await centre.sessionOf(login);
  const told = drawTold(<ComputersPanel />, { invoke, session, ...(answer === undefined ? {} : { answer }) });
  await screen.findByRole('region', { name: 'La que guarda el registro' });
  return { ...told, keeper, centre };
}

type Within = Pick<typeof screen, 'findByRole'>;
const press = async (name: string | RegExp, part: Within = screen) =>
  userEvent.click(await part.findByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('dialog'));

/** Types the own password in the open dialog, and sends. */
async function confirm(verb: string): Promise<void> {
  const shown = await dialog();
  await userEvent.type(shown.getByLabelText('Su contraseña'), passphrase);
  await press(verb, shown);
}

async function turnOn(): Promise<void> {
  await press('Permitir que se conecten otras computadoras…');
  await confirm('Permitir');
  await screen.findByText('Pueden conectarse en 192.168.1.10, puerto 47823');
}

async function offer(): Promise<void> {
  await press('Conectar otra computadora…');
  await confirm('Mostrar el código');
  await screen.findByText('K7QM');
}

describe('letting other computers connect', () => {
  it('says at the address and at the port what is wrong with them, and keeps what was typed', async () => {
    const { keeper } = await draw();
    keeper.breakWith('port-taken');
    await press('Permitir que se conecten otras computadoras…');
    const shown = await dialog();
    const password = shown.getByLabelText<HTMLInputElement>('Su contraseña');
    await waitFor(() => expect(document.activeElement).toBe(password));
    await confirm('Permitir');
    await shown.findByText(companionReasons['port-taken']);
    const port = shown.getByLabelText<HTMLInputElement>('Puerto');
    expect(document.activeElement).toBe(port);
    expect(port.getAttribute('aria-invalid')).toBe('true');
    expect(password.value).toBe(passphrase);
    keeper.breakWith('address-gone');
    await press('Permitir', shown);
    await shown.findByText(companionReasons['address-gone']);
    expect(shown.queryByText(companionReasons['port-taken'])).toBeNull();
    expect(document.activeElement?.id).toBe('keeper-address');
  });

  it('sends no port that is none, and the other address when that was chosen', async () => {
    const { times, keeper } = await draw();
    await press('Permitir que se conecten otras computadoras…');
    const shown = await dialog();
    const port = shown.getByLabelText('Puerto');
    await userEvent.clear(port);
    await userEvent.type(port, '80');
    await confirm('Permitir');
    expect(shown.getByText('Escriba un número de 1024 a 65535.')).toBeTruthy();
    expect(times('turnKeeperOn')).toBe(0);
    await userEvent.clear(port);
    await userEvent.type(port, '50000');
    await userEvent.click(shown.getByRole('radio', { name: '10.0.0.5 · Wi-Fi' }));
    await press('Permitir', shown);
    await screen.findByText('Pueden conectarse en 10.0.0.5, puerto 50000');
    expect(keeper.state().port).toBe(50_000);
  });

  it('is not offered at a companion, which says where it is done; and the gate refuses it there', async () => {
    const keeping = await startKeeping();
    const there = openComputer(await pair(keeping, 'PSICOLOGIA-PC'), { port: keeping.port() });
    await eventually(() => expect(there.link.state().kind).toBe('up'));
    const session = await there.signIn('coordina', true);
    drawTold(<ComputersPanel />, { invoke: (call) => there.companion.invoke(call), session });
    expect(await screen.findByText('Conectar y desconectar computadoras se hace en ADMISION-PC.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Permitir/ })).toBeNull();
    const at = { address: '192.168.1.10', port: 47_823 };
    const asked = there.client.turnKeeperOn(at, { password: passphrase });
    await expect(asked).rejects.toMatchObject({ failure: { reason: 'only-at-keeper' } });
    await there.close();
  });
});

describe('the code', () => {
  it('is said in words while nobody may connect', async () => {
    const { keeper } = await draw();
    await turnOn();
    await keeper.turnOff();
    await press('Conectar otra computadora…');
    await confirm('Mostrar el código');
    await (await dialog()).findByText(companionReasons['keeper-off']);
  });

  it('closes when it was used, and says who came', async () => {
    const { keeper } = await draw();
    await turnOn();
    await offer();
    expect((await dialog()).getByText(/^Vale una vez, todavía (?:10:00|9:\d\d) minutos\.$/)).toBeTruthy();
    expect(await keeper.comes('PSICOLOGIA-PC')).toBe('Villa Inventada');
    await eventually(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('PSICOLOGIA-PC se conectó. Ya se puede entrar en ella.')).toBeTruthy();
    expect(screen.getByRole('row', { name: /^PSICOLOGIA-PC/ })).toBeTruthy();
  });

  it('stays behind a closed dialog, and is withdrawn', async () => {
    const { keeper } = await draw();
    await turnOn();
    await offer();
    await press('Cerrar', await dialog());
    await press('Ver el código');
    await press('Retirar el código', await dialog());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(keeper.offered()).toBeNull();
    expect(screen.queryByRole('button', { name: 'Ver el código' })).toBeNull();
  });

  it('says that it counts no more when it was withdrawn elsewhere', async () => {
    const { keeper } = await draw();
    await turnOn();
    await offer();
    keeper.withdrawOffer();
    await eventually(() => expect(screen.getByText('El código ya no vale. Cierre y pida otro.')).toBeTruthy());
    expect(screen.queryByText('K7QM')).toBeNull();
  });
});

describe('a computer that is connected', () => {
  it('is disconnected with a reason of the list, once, and is folded away', async () => {
    const { keeper, times } = await draw();
    await turnOn();
    await offer();
    await keeper.comes('LEGAL-PC');
    await eventually(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press('Desconectar LEGAL-PC');
    const shown = await dialog();
    await press('Desconectar', shown);
    expect(shown.getByText('Elija un motivo.')).toBeTruthy();
    expect(times('revokeCompanion')).toBe(0);
    await userEvent.click(shown.getByRole('radio', { name: 'Se duda de ella' }));
    await userEvent.dblClick(shown.getByRole('button', { name: 'Desconectar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(times('revokeCompanion')).toBe(1);
    expect(keeper.pins).toMatchObject([{ name: 'LEGAL-PC', isRevoked: true }]);
    expect(screen.getByText('Desconectadas: 1 computadora')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Desconectar LEGAL-PC' })).toBeNull();
  });

  it('is folded away, too, where the record does not know that it was disconnected, and may be noted there', async () => {
    const { keeper, tell, times } = await draw();
    await turnOn();
    await offer();
    await keeper.comes('LEGAL-PC');
    await eventually(() => expect(screen.queryByRole('dialog')).toBeNull());
    await keeper.keepPins(keeper.pins.map((pin) => ({ ...pin, isRevoked: true })));
    tell({ kind: 'changed', topic: 'computers' });
    await screen.findByText('Desconectadas: 1 computadora');
    expect(screen.queryByRole('button', { name: 'Desconectar LEGAL-PC' })).toBeNull();
    expect(screen.getByText('Antes de restaurar una copia: el registro no sabe cuándo')).toBeTruthy();
    await userEvent.click(screen.getByText('Desconectadas: 1 computadora'));
    await press('Anotar en el registro que LEGAL-PC fue desconectada');
    const shown = await dialog();
    expect(shown.getByText(/^Ya no puede conectarse\. Al anotarlo/)).toBeTruthy();
    await userEvent.click(shown.getByRole('radio', { name: 'Se perdió o la robaron' }));
    await press('Anotar', shown);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(times('revokeCompanion')).toBe(1);
    expect(screen.queryByText(/el registro no sabe cuándo/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Anotar/ })).toBeNull();
  });

  it('stays in sight while the line to the other computer is cut', async () => {
    const is = { cut: false };
    const cut = () => (is.cut ? refusalOf('storage', 'line-cut') : null);
    const { tell, times } = await draw('coordina', cut);
    is.cut = true;
    tell({ kind: 'changed', topic: 'computers' });
    await waitFor(() => expect(times('getComputers')).toBeGreaterThan(1));
    expect(screen.getByText('No pueden conectarse')).toBeTruthy();
    await press('Permitir que se conecten otras computadoras…');
    await confirm('Permitir');
    expect((await dialog()).getByText(companionReasons['line-cut'])).toBeTruthy();
  });
});

describe('who only reads', () => {
  it('technical support sees it all and no act', async () => {
    const { keeper } = await draw('soporte');
    keeper.refuse({ why: 'subnet', address: '10.9.9.9', name: null, times: 1, lastAt: 0 });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('who was not let in stands below, told by what was wrong', async () => {
    const { keeper, tell } = await draw();
    expect(screen.queryByRole('region', { name: 'No se aceptó' })).toBeNull();
    keeper.refuse({ why: 'code-wrong', address: '192.168.1.77', name: null, times: 3, lastAt: 0 });
    tell({ kind: 'changed', topic: 'computers' });
    expect(await screen.findByText('Código equivocado · 192.168.1.77')).toBeTruthy();
  });

  it('whoever may not read of them is told so', async () => {
    const centre = await startCentre();
    drawTold(<ComputersPanel />, {
      invoke: (call) => centre.application.invoke(call),
      session: await centre.sessionOf('admision'),
    });
    expect(screen.getByText('Las computadoras del centro no corresponden a su función.')).toBeTruthy();
  });
});
