/** A line that breaks: what the companion knows of it, what is repeated, and what is done once all the same. */
import { afterEach, describe, expect, it } from 'vitest';
import { lanLimits } from '../../../src/main/platform/lan/lan-host.ts';
import { linkPace, type LinkState } from '../../../src/main/platform/lan/link-line.ts';
import type { LanLink } from '../../../src/main/platform/lan/lan-link.ts';
import { compareVersions } from '../../../src/main/platform/lan/wire.ts';
import { eventually } from '../../support/eventually.ts';
import { closeNetwork, fileLength, keyOf, openCompanion, startKeeper, startWire, version } from '../../support/lan.ts';

afterEach(closeNetwork);

const isUp = (link: LanLink) => eventually(() => expect(link.state()).toEqual({ kind: 'up' }));
const never = new AbortController().signal;

function statesOf(link: LanLink): string[] {
  const states: string[] = [];
  link.onState((state: LinkState) => states.push(state.kind === 'refused' ? state.why : state.kind));
  return states;
}

describe('a line', () => {
  it('carries calls, files and messages', async () => {
    const keeper = await startKeeper();
    const link = await openCompanion(keeper);
    const heard: unknown[] = [];
    link.subscribe((message) => heard.push(message));
    expect(link.state().kind).toBe('down');
    await expect(link.call('list', {})).rejects.toMatchObject({ name: 'LineCut', wasSent: false });
    await isUp(link);
    expect(await link.call('list', { name: 'Ñusta' })).toEqual({ name: 'list', body: { name: 'Ñusta' } });
    expect(await link.call('list', null)).toEqual({ name: 'list', body: null });
    expect(await link.fetch('paper', 'p-1.pdf')).toHaveLength(fileLength);
    await expect(link.fetch('none', 'x')).rejects.toMatchObject({ name: 'CallRefused', why: 'not-found' });
    await expect(link.fetch('paper', 'short')).rejects.toThrow('the line is cut');
    await expect(link.call('broken', {})).rejects.toMatchObject({ name: 'CallRefused', why: 'fault' });
    keeper.say({ kind: 'closing' });
    keeper.say({ changed: 'ñ' });
    await eventually(() => expect(heard).toEqual([{ kind: 'closing' }, { changed: 'ñ' }]));
    expect(link.state().kind).toBe('up');
    expect(keeper.connected).toEqual([{ fingerprint: await keyOf('ana'), address: '127.0.0.1', ended: 0 }]);
  });

  it('sends no body above the limit', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port });
    await isUp(link);
    const travelled = () => wire.seen.reduce((sum, { length }) => sum + length, 0);
    await expect(link.call('list', 'x'.repeat(1_199_999))).rejects.toThrow('too-large');
    expect(travelled()).toBeLessThan(100_000);
    expect(await link.call('list', 'x'.repeat(1_199_998))).toMatchObject({ name: 'list' });
    expect(travelled()).toBeGreaterThan(2_400_000);
    expect(keeper.calls).toEqual(['list']);
  });

  it('shows nothing of what it carries', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port });
    await isUp(link);
    const secret = 'Rosa Quispe Mamani 40112233';
    expect(await link.call('listMyCases', { secret })).toMatchObject({ body: { secret } });
    await link.fetch('paper', 'secreto-7');
    keeper.say({ changed: 'expediente' });
    const recorded = () => Buffer.concat(wire.seen).toString('latin1').toLowerCase();
    // Six letters and more: a shorter word turns up in so many random bytes by itself.
    const words = ['quispe', 'mamani', '40112233', 'listmycases', 'registro', 'secreto', 'expediente', 'http/1.1'];
    for (const word of [...words, '/hello', version.contract])
      expect([word, recorded().includes(word)]).toEqual([word, false]);
    expect(recorded().length).toBeGreaterThan(fileLength);
  });

  it('has the pace that people were told', () => {
    expect(linkPace).toMatchObject({ deadMs: 6000, pausesMs: [1000, 2000, 4000, 8000, 15_000] });
    expect(lanLimits.beatMs).toBe(2000);
  });
});

describe('a cut', () => {
  it('is seen, counted from its beginning, and over by itself', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port });
    await isUp(link);
    const states = statesOf(link);
    const waiting = expect(link.call('hold', {})).rejects.toMatchObject({ name: 'LineCut', wasSent: true });
    await eventually(() => expect(keeper.calls).toEqual(['hold']));
    wire.cut();
    await waiting;
    await eventually(() => expect(keeper.host.connected().size).toBe(0));
    await eventually(() => expect(states.length).toBeGreaterThan(3));
    const since = keeper.clock.now();
    expect(link.state()).toEqual({ kind: 'down', since, nextTryAt: since + 100 });
    keeper.clock.advance(5000);
    const before = states.length;
    await eventually(() => expect(states.length).toBeGreaterThan(before));
    expect(link.state()).toEqual({ kind: 'down', since, nextTryAt: since + 5100 });
    await expect(link.call('list', {})).rejects.toMatchObject({ wasSent: false });
    wire.mend();
    await isUp(link);
    expect([...keeper.host.connected()]).toEqual([await keyOf('ana')]);
    keeper.release();
    expect(await link.call('list', {})).toMatchObject({ name: 'list' });
    // The same process: the application saw nobody leave.
    expect(keeper.connected).toMatchObject([{ ended: 0 }]);
  });

  it('without a word is noticed by the beats that stay out', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port, pace: { deadMs: 1000, connectMs: 1000 } });
    await isUp(link);
    const waiting = expect(link.call('hold', {})).rejects.toThrow('the line is cut');
    await eventually(() => expect(keeper.calls).toEqual(['hold']));
    wire.deafen();
    await waiting;
    await eventually(() => expect(link.state().kind).toBe('down'));
    wire.mend();
    await isUp(link);
    keeper.release();
  });

  it('that eats the answer of a change does not do it twice', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port, pace: { deadMs: 1000, connectMs: 1000 } });
    await isUp(link);
    // A socket beside the one of the messages, so that what follows goes out at once.
    await link.call('list', {});
    wire.deafen();
    const saved = link.callUntilAnswered('save', { key: 'k1' }, never);
    await eventually(() => expect(keeper.calls).toEqual(['list', 'save']));
    wire.cut();
    await eventually(() => expect(link.state().kind).toBe('down'));
    wire.mend();
    expect(await saved).toEqual({ number: 1 });
    expect(keeper.calls).toEqual(['list', 'save', 'save']);
    expect([...keeper.done]).toEqual([['k1', 1]]);
  });

  it('ends a repeated call by its signal, and by the end of the link', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port });
    wire.cut();
    const given = new AbortController();
    const one = expect(link.callUntilAnswered('save', { key: 'a' }, given.signal)).rejects.toThrow('given up');
    const two = expect(link.callUntilAnswered('save', { key: 'b' }, never)).rejects.toThrow('the line is cut');
    given.abort(new Error('given up'));
    await one;
    link.close();
    await two;
    expect(keeper.done.size).toBe(0);
  });

  it('of a companion that never comes back ends its connection', async () => {
    const keeper = await startKeeper();
    const wire = await startWire(keeper);
    const link = await openCompanion(keeper, { port: wire.port });
    await isUp(link);
    keeper.clock.advance(59_999);
    expect(await link.call('list', {})).toMatchObject({ name: 'list' });
    wire.cut();
    // Its sessions outlive a cut of half an hour.
    keeper.clock.advance(31 * 60_000);
    await eventually(() => expect(keeper.connected).toMatchObject([{ ended: 1 }]));
    wire.mend();
    await isUp(link);
    expect(keeper.connected).toMatchObject([{ ended: 1 }, { ended: 0 }]);
  });

  it('is not what silence of the person is: the line says that it is here', async () => {
    const keeper = await startKeeper();
    const link = await openCompanion(keeper, { pace: { hereMs: 20 } });
    await isUp(link);
    for (let n = 0; n < 4; n += 1) {
      keeper.clock.advance(59_000);
      await link.call('list', {});
    }
    expect(keeper.connected).toMatchObject([{ ended: 0 }]);
  });
});

describe('a keeper that closes', () => {
  it('says so first; the companion waits for it and finds it again', async () => {
    const keeper = await startKeeper();
    const link = await openCompanion(keeper);
    await isUp(link);
    const states = statesOf(link);
    const { port } = keeper.host;
    await keeper.host.close();
    await eventually(() => expect(states).toContain('closing'));
    expect(keeper.connected).toMatchObject([{ ended: 1 }]);
    await expect(link.call('list', {})).rejects.toMatchObject({ name: 'LineCut', wasSent: false });
    const saved = link.callUntilAnswered('save', { key: 'k' }, never);
    const next = await startKeeper({ port });
    next.paired.set(await keyOf('ana'), 'paired');
    await isUp(link);
    expect(await saved).toEqual({ number: 1 });
    expect(states[0]).toBe('closing');
    expect(next.connected).toHaveLength(1);
  });
});

describe('two processes of one computer', () => {
  it('have one connection: the later one gets it, the other stops', async () => {
    const keeper = await startKeeper();
    const first = await openCompanion(keeper);
    await isUp(first);
    const second = await openCompanion(keeper);
    await isUp(second);
    await eventually(() => expect(first.state()).toEqual({ kind: 'refused', why: 'replaced' }));
    expect(keeper.connected).toMatchObject([{ ended: 1 }, { ended: 0 }]);
    await expect(first.call('list', {})).rejects.toThrow('replaced');
    expect(await second.call('list', {})).toMatchObject({ name: 'list' });
  });
});

describe('another version', () => {
  it.each([
    [{ ...version, version: '1.3.9' }, 'older'],
    [{ ...version, version: '1.10.0' }, 'newer'],
    [{ ...version, schema: 49 }, 'older'],
    [{ ...version, schema: 51 }, 'newer'],
    [{ ...version, contract: 'c0ffef' }, 'older'],
    [{ ...version, version: '1.4.0-beta' }, 'older'],
    [version, null],
  ] as const)('%j is %s', (given, wanted) => {
    expect(compareVersions(version, given)).toBe(wanted);
  });

  it.each(['1.3.0', '1.5.0'])('%s may fetch what brings it up to date, and nothing else', async (other) => {
    const keeper = await startKeeper();
    const link = await openCompanion(keeper, { hello: { ...version, version: other } });
    const why = other === '1.3.0' ? 'older' : 'newer';
    await eventually(() => expect(link.state()).toEqual({ kind: 'refused', why }));
    expect(keeper.connected).toEqual([]);
    await expect(link.call('list', {})).rejects.toThrow(why);
    await expect(link.fetch('paper', 'p1')).rejects.toThrow(why);
    expect(await link.fetch('update', 'setup.exe')).toHaveLength(fileLength);
    // The last byte is here before the keeper has ended what carried it.
    await eventually(() => expect(keeper.connected).toMatchObject([{ ended: 1 }]));
    expect(keeper.calls).toEqual([]);
    expect(keeper.refused).toMatchObject([{ why: 'version', companion: await keyOf('ana') }]);
  });

  it('of a computer that was up takes the line from it', async () => {
    const keeper = await startKeeper();
    const first = await openCompanion(keeper);
    await isUp(first);
    const second = await openCompanion(keeper, { hello: { ...version, schema: 49 } });
    await eventually(() => expect(second.state()).toEqual({ kind: 'refused', why: 'older' }));
    await eventually(() => expect(first.state()).toEqual({ kind: 'refused', why: 'replaced' }));
    expect(keeper.connected).toMatchObject([{ ended: 1 }]);
  });
});
