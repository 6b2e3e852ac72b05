/** What is one per process becomes one per connection: two computers at one record (issue 19, 1). */
import { afterEach, describe, expect, it } from 'vitest';
import type { Connected } from '../../../src/main/connections.ts';
import type { PlacePorts } from '../../../src/main/platform/connection.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import {
  closeCentres,
  passphrase,
  startCentre,
  testPorts,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { arrive } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Own = Partial<PlacePorts> & { readonly isBrowser?: boolean };

/** One computer of the centre, with what it heard. */
function computer(centre: TestCentre, device: string, { isBrowser = false, ...own }: Own = {}) {
  const ports = { ...testPorts(centre.clock), ...own };
  const window: Connected = centre.application.connect({ device, ports, isBrowser });
  const heard: HostEvent[] = [];
  window.subscribe((event) => void heard.push(event));
  let token: string | null = null;
  const client = makeClient(contract, window, { token: () => token, newKey: () => crypto.randomUUID() });
  const signIn = async (login: Login, takeOver = false) => {
    const session = await client.signIn({ login, password: passphrase, takeOver });
    token = session.token;
    return session;
  };
  const use = (other: string | null) => void (token = other);
  return { window, heard, client, signIn, use, isIn: () => refusal(() => client.keepSession({})) };
}

const lockedOf = (heard: readonly HostEvent[]) => heard.filter(({ kind }) => kind === 'locked');

describe('a computer', () => {
  it('stands in the audit by its name, the program by that of the one that keeps the record', async () => {
    const centre = await startCentre();
    const desk = computer(centre, 'ADMISION-PC');
    await desk.signIn('coordina');
    const { lines } = await desk.client.listOwnAudit({ before: null });
    const deviceOf = (wanted: string) => lines.find(({ action }) => action === wanted)?.device;
    expect([deviceOf('session.start'), deviceOf('centre.founded')]).toEqual(['ADMISION-PC', 'direct']);
  });

  it('opens nothing with the token of a session begun at another one', async () => {
    const centre = await startCentre();
    const [desk, room] = [computer(centre, 'ADMISION-PC'), computer(centre, 'PSICOLOGIA-PC')];
    const { token } = await desk.signIn('psico');
    room.use(token);
    expect(await room.isIn()).toBe('locked/');
    expect(await desk.isIn()).toBe('none');
  });

  it('locks its own people alone, and nobody else hears of it', async () => {
    const centre = await startCentre();
    const [desk, room] = [computer(centre, 'ADMISION-PC'), computer(centre, 'PSICOLOGIA-PC')];
    await desk.signIn('admision');
    const { token } = await room.signIn('psico');
    await room.window.lock('system');
    expect(await room.isIn()).toBe('locked/');
    expect(await desk.isIn()).toBe('none');
    expect(lockedOf(room.heard)).toEqual([{ kind: 'locked', session: token, why: 'system' }]);
    expect(lockedOf(desk.heard)).toEqual([]);
  });

  it('ends its sessions when its window is gone, and is told nothing more', async () => {
    const centre = await startCentre();
    const [desk, room] = [computer(centre, 'ADMISION-PC'), computer(centre, 'PSICOLOGIA-PC')];
    await desk.signIn('admision');
    await room.signIn('psico');
    await room.window.end();
    const told = room.heard.length;
    expect(await room.isIn()).toBe('locked/');
    const heardAtTheDesk = desk.heard.length;
    await arrive(centre, {}, 'coordina');
    expect(desk.heard.length).toBeGreaterThan(heardAtTheDesk);
    expect(room.heard).toHaveLength(told);
  });

  it('takes over the own session elsewhere only when asked to, with words on the other screen', async () => {
    const centre = await startCentre();
    const [desk, room] = [computer(centre, 'ADMISION-PC'), computer(centre, 'PSICOLOGIA-PC')];
    const { token } = await desk.signIn('psico');
    expect(await refusal(() => room.signIn('psico'))).toBe('rule-broken/already-signed-in');
    expect(await desk.isIn()).toBe('none');
    await room.signIn('psico', true);
    expect(lockedOf(desk.heard)).toEqual([{ kind: 'locked', session: token, why: 'taken-over' }]);
    expect(await desk.isIn()).toBe('locked/');
    expect(await room.isIn()).toBe('none');
  });

  it('has a clipboard and printers of its own', async () => {
    const centre = await startCentre();
    const written: string[] = [];
    const clipboard = { write: (text: string) => void written.push(text), clearHeld: () => undefined };
    const printer = {
      list: () => Promise.resolve([{ name: 'Sala 2', isDefault: true }]),
      print: () => Promise.resolve(),
    };
    const [desk, room] = [computer(centre, 'ADMISION-PC'), computer(centre, 'LEGAL-PC', { clipboard, printer })];
    await desk.signIn('admision');
    await room.signIn('legal');
    const copied = { text: 'Comisaría Inventada', isReserved: false };
    expect((await room.client.copyText(copied)).end).toBe('written');
    expect((await desk.client.copyText(copied)).end).toBe('handed-back');
    expect(written).toEqual(['Comisaría Inventada']);
    expect((await room.client.listPrinters({})).printers.map(({ name }) => name)).toEqual(['Sala 2']);
    expect((await desk.client.listPrinters({})).printers.map(({ name }) => name)).not.toContain('Sala 2');
  });

  it('hears at once of what changes in the case it has open, and who else has it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const room = computer(centre, 'PSICOLOGIA-PC');
    const office = computer(centre, 'COORDINACION-PC');
    const desk = computer(centre, 'ADMISION-PC');
    await room.signIn('psico', true);
    await office.signIn('coordina', true);
    await desk.signIn('admision', true);
    const cases = (heard: readonly HostEvent[]) => heard.filter(({ kind }) => kind === 'case');
    expect(await room.client.lookAtCase({ caseId })).toEqual({ others: [] });
    const seen = await office.client.lookAtCase({ caseId });
    expect(seen.others.map(({ device }) => device)).toEqual(['PSICOLOGIA-PC']);
    expect(cases(room.heard)).toEqual([{ kind: 'case', caseId, what: 'people' }]);
    // What is only being typed is nobody else's yet.
    await office.client.openDraft({ form: 'section-a', caseId });
    expect(cases(room.heard)).toHaveLength(1);
    await office.client.handOverCase({ caseId, service: 'social' });
    expect(cases(room.heard).at(-1)).toEqual({ kind: 'case', caseId, what: 'changed' });
    expect(cases(office.heard)).toEqual([]);
    // The list of whoever is at no case of it hears that there is work, and not of which.
    expect(desk.heard).toContainEqual({ kind: 'changed', topic: 'work' });
    expect(cases(desk.heard)).toEqual([]);
    await office.window.lock('system');
    expect(cases(room.heard).at(-1)).toEqual({ kind: 'case', caseId, what: 'people' });
    expect(await room.client.lookAtCase({ caseId })).toEqual({ others: [] });
    await room.client.leaveCase({});
    await office.signIn('coordina', true);
    expect(await office.client.lookAtCase({ caseId })).toEqual({ others: [] });
  });
});
