/** Whoever is not of the centre: what is sent to them, what is told of them, and how much they may try. */
import { createServer as createPlainServer, connect as connectPlain, type AddressInfo } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { startLanHost } from '../../../src/main/platform/lan/lan-host.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  closeLater,
  closeNetwork,
  identityOf,
  keyOf,
  openCompanion,
  pair,
  startKeeper,
  version,
  wideTable,
  type Keeper,
} from '../../support/lan.ts';

afterEach(closeNetwork);

type Raw = { readonly socket: TLSSocket; readonly text: () => string; readonly end: Promise<'closed'> };

/** A socket of our own, to read every byte that the keeper sends on it. */
async function raw(keeper: Keeper, who: string | null, options: ConnectionOptions = {}): Promise<Raw> {
  const identity = who === null ? null : await identityOf(who);
  const shown = identity === null ? {} : { key: identity.privateKeyPem, cert: identity.certificatePem };
  const socket = connect({
    port: keeper.host.port,
    host: '127.0.0.1',
    rejectUnauthorized: false,
    ...shown,
    ...options,
  });
  const pieces: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => pieces.push(bytes));
  socket.on('error', () => socket.destroy());
  closeLater(() => socket.destroy());
  const end = new Promise<'closed'>((closed) => socket.once('close', () => closed('closed')));
  return { socket, text: () => Buffer.concat(pieces).toString('latin1'), end };
}

const ask = (route: string, headers = '') => `${route} HTTP/1.1\r\nHost: k\r\nContent-Length: 2\r\n${headers}\r\n{}`;

describe('a stranger', () => {
  it('is closed after the handshake without a byte', async () => {
    const keeper = await startKeeper();
    const { socket, text, end } = await raw(keeper, 'stranger');
    socket.write(ask('POST /hello'));
    expect([await end, text()]).toEqual(['closed', '']);
    const companion = await keyOf('stranger');
    expect(keeper.refused).toEqual([{ why: 'unknown', address: '127.0.0.1', companion, count: 1 }]);
  });

  it('without a certificate as well, even while a code is offered', async () => {
    const keeper = await startKeeper();
    keeper.host.offer.open();
    const { socket, text, end } = await raw(keeper, null);
    socket.write(ask('POST /pair'));
    expect([await end, text()]).toEqual(['closed', '']);
    expect(keeper.refused).toMatchObject([{ why: 'unknown', companion: null }]);
  });

  it('is everybody while the record cannot be asked', async () => {
    const keeper = await startKeeper();
    keeper.paired.get = () => {
      throw new Error('closed');
    };
    const { socket, text, end } = await raw(keeper, 'ana');
    socket.write(ask('POST /hello'));
    expect([await end, text()]).toEqual(['closed', '']);
  });

  it('may pair while a code is offered, and nothing else', async () => {
    const keeper = await startKeeper();
    keeper.host.offer.open();
    for (const route of ['POST /hello', 'GET /events', 'POST /call/x', 'GET /fetch/update/1', 'GET /pair', 'GET /']) {
      const { socket, text, end } = await raw(keeper, 'stranger');
      socket.write(ask(route));
      expect([route, await end, text()]).toEqual([route, 'closed', '']);
    }
    expect(keeper.connected).toEqual([]);
    const { socket, text, end } = await raw(keeper, 'stranger');
    socket.write(ask('POST /pair'));
    await end;
    expect(text()).toBe('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });

  it('gets no page for what is no HTTP', async () => {
    const keeper = await startKeeper();
    keeper.host.offer.open();
    const { socket, text, end } = await raw(keeper, 'stranger');
    socket.write('HELLO\r\n\r\n');
    expect([await end, text()]).toEqual(['closed', '']);
  });

  it('with an older TLS gets no channel', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, end } = await raw(keeper, 'ana', { maxVersion: 'TLSv1.2' });
    let isSecure = false;
    socket.on('secureConnect', () => (isSecure = true));
    expect([await end, isSecure]).toEqual(['closed', false]);
    const newer = await raw(keeper, 'ana');
    newer.socket.write(ask('POST /here'));
    await eventually(() => expect(newer.text()).toContain('409'));
    expect(newer.socket.getProtocol()).toBe('TLSv1.3');
  });

  it('who hangs in the handshake is cut', async () => {
    const keeper = await startKeeper({ limits: { handshakeMs: 50 } });
    const socket = connectPlain(keeper.host.port, '127.0.0.1');
    await new Promise<void>((closed) => socket.once('close', () => closed()));
    expect(keeper.refused).toEqual([]);
  });
});

describe('a session of before', () => {
  it('is not taken up again: the certificate is asked for each time', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const first = await raw(keeper, 'ana');
    const sessions: Buffer[] = [];
    first.socket.on('session', (session: Buffer) => sessions.push(session));
    first.socket.write(ask('POST /here'));
    await eventually(() => expect(first.text()).toContain('409'));
    expect(sessions).not.toEqual([]);
    for (const session of sessions) {
      const again = await raw(keeper, 'ana', { session });
      again.socket.write(ask('POST /here'));
      await eventually(() => expect(again.text()).toContain('409'));
      expect(again.socket.isSessionReused()).toBe(false);
    }
  });
});

describe('the answers to a companion', () => {
  it('name neither program, product nor date', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, text } = await raw(keeper, 'ana');
    const hello = JSON.stringify({ ...version, process: 'process-of-a-test' });
    socket.write(`POST /hello HTTP/1.1\r\nHost: k\r\nContent-Length: ${hello.length}\r\n\r\n${hello}`);
    await eventually(() => expect(text()).toContain('"ok":true'));
    const seen = ['POST /nothing', 'POST /call/broken', 'GET /fetch/none/1', 'GET /', 'POST /call/a/b'];
    for (const [at, route] of seen.entries()) {
      socket.write(ask(route, 'X-Process: process-of-a-test\r\n'));
      await eventually(() => expect(text().split('HTTP/1.1 ').length).toBe(at + 3));
    }
    expect([...text().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(
      '200 404 500 404 404 404'.split(' '),
    );
    expect(text()).not.toMatch(/^(?:server|date|x-powered-by)\b|registro|cem\b|node|a bug/im);
  });
});

describe('a process of a companion', () => {
  it('that gave way to another gets no answer of it', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, text } = await raw(keeper, 'ana');
    let answers = 1;
    /** One after the other: Node looks at requests on one socket side by side. */
    const said = async (bytes: string) => {
      socket.write(bytes);
      answers += 1;
      await eventually(() => expect(text().split('HTTP/1.1 ')).toHaveLength(answers));
      await eventually(() => expect(text()).toMatch(/\}$/));
      return text().split('HTTP/1.1 ').at(-1)?.split('\r\n\r\n')[1];
    };
    for (const process of ['process-of-before', 'process-of-today1']) {
      const hello = JSON.stringify({ ...version, process });
      await said(`POST /hello HTTP/1.1\r\nHost: k\r\nContent-Length: ${hello.length}\r\n\r\n${hello}`);
    }
    const replaced = '{"ok":false,"why":"replaced"}';
    expect(await said(ask('POST /call/list', 'X-Process: process-of-before\r\n'))).toBe(replaced);
    expect(await said(ask('POST /call/list'))).toBe(replaced);
    expect(keeper.calls).toEqual([]);
    expect(await said(ask('POST /call/list', 'X-Process: process-of-today1\r\n'))).toContain('"name":"list"');
  });

  it('that sends more than it may is cut off', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, text, end } = await raw(keeper, 'ana');
    const hello = JSON.stringify({ ...version, process: 'process-of-today1' });
    socket.write(`POST /hello HTTP/1.1\r\nHost: k\r\nContent-Length: ${hello.length}\r\n\r\n${hello}`);
    socket.write(
      'POST /call/list HTTP/1.1\r\nHost: k\r\nX-Process: process-of-today1\r\nContent-Length: 1200001\r\n\r\n',
    );
    socket.write('1'.repeat(1_200_001));
    await end;
    expect(text()).toContain('"why":"too-large"');
    expect(keeper.calls).toEqual([]);
  });

  it('has one stream of messages: a newer one ends the older', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const [first, second] = [await raw(keeper, 'ana'), await raw(keeper, 'ana')];
    const hello = JSON.stringify({ ...version, process: 'process-of-today1' });
    first.socket.write(`POST /hello HTTP/1.1\r\nHost: k\r\nContent-Length: ${hello.length}\r\n\r\n${hello}`);
    await eventually(() => expect(first.text()).toContain('"ok":true'));
    const events = 'GET /events HTTP/1.1\r\nHost: k\r\nX-Process: process-of-today1\r\n\r\n';
    first.socket.write(events);
    await eventually(() => expect(first.text()).toContain('x-ndjson'));
    second.socket.write(events);
    await eventually(() => expect(first.text()).toMatch(/\r\n0\r\n\r\n$/));
    keeper.say({ changed: 1 });
    await eventually(() => expect(second.text()).toContain('{"message":{"changed":1}}'));
    expect(first.text()).not.toContain('changed');
    expect([...keeper.host.connected()]).toEqual([await keyOf('ana')]);
  });

  it.each([
    ['its headers', 'POST /here HT', { headersMs: 50 }],
    ['its body', 'POST /hello HTTP/1.1\r\nHost: k\r\nContent-Length: 50\r\n\r\n{', { headersMs: 50, requestMs: 100 }],
  ])('that never ends %s is cut', async (_what, begun, limits) => {
    const keeper = await startKeeper({ limits });
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, text, end } = await raw(keeper, 'ana');
    socket.write(begun);
    expect([await end, text()]).toEqual(['closed', '']);
  });

  it('loses its idle sockets, too, when the computer is taken off', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('ana'), 'paired');
    const { socket, text, end } = await raw(keeper, 'ana');
    socket.write(ask('POST /here'));
    await eventually(() => expect(text()).toContain('"hello-first"'));
    keeper.host.drop(await keyOf('ana'));
    expect(await end).toBe('closed');
  });
});

describe('another network', () => {
  it('is refused before TLS', async () => {
    const keeper = await startKeeper({ networks: [{ address: '127.0.0.1', netmask: '255.255.255.255' }] });
    keeper.paired.set(await keyOf('ana'), 'paired');
    const far = await raw(keeper, 'ana', { localAddress: '127.0.0.2' } as ConnectionOptions);
    let isSecure = false;
    far.socket.on('secureConnect', () => (isSecure = true));
    expect([await far.end, isSecure]).toEqual(['closed', false]);
    expect(keeper.refused).toEqual([{ why: 'subnet', address: '127.0.0.2', companion: null, count: 1 }]);
    const near = await openCompanion(keeper);
    await eventually(() => expect(near.state().kind).toBe('up'));
  });

  it('begins where the mask ends', async () => {
    const keeper = await startKeeper({ networks: [{ address: '127.0.0.1', netmask: '255.255.255.0' }] });
    const near = await openCompanion(keeper, { localAddress: '127.0.0.200' });
    await eventually(() => expect(near.state().kind).toBe('up'));
    const far = await openCompanion(keeper, { localAddress: '127.0.1.1' }, 'eva');
    await eventually(() => expect(keeper.refused).toMatchObject([{ why: 'subnet', address: '127.0.1.1' }]));
    expect(far.state().kind).toBe('down');
  });

  it('whose address this computer lost is said at the start; a port in other hands too', async () => {
    const target = { isPaired: () => 'unknown', connect: () => never(), paired: () => never(), refused: () => never() };
    const identity = await identityOf('keeper');
    const options = { address: '127.0.0.1', port: 0, networks: wideTable, identity, own: version, clock: fixedClock() };
    const start = (other: object) => startLanHost(target as never, { ...options, ...other });
    await expect(start({ networks: [] })).rejects.toThrow('rule-broken:address-gone');
    await expect(
      start({ address: '192.0.2.1', networks: [{ address: '192.0.2.1', netmask: '255.0.0.0' }] }),
    ).rejects.toThrow('rule-broken:address-gone');
    const taken = createPlainServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    closeLater(() => new Promise((closed) => taken.close(closed)));
    const { port } = taken.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow('storage:port-taken');
  });

  function never(): never {
    throw new Error('not asked');
  }
});

describe('a flood', () => {
  it('of connections from one address is cut off, and told in one line', async () => {
    const keeper = await startKeeper({ limits: { connectionsPerSecond: 5 } });
    for (let n = 0; n < 8; n += 1) await (await raw(keeper, 'stranger')).end;
    expect(keeper.refused).toMatchObject([
      { why: 'unknown', count: 1 },
      { why: 'flood', address: '127.0.0.1', companion: null, count: 1 },
    ]);
    // Another address is not held up by it.
    const near = await openCompanion(keeper, { localAddress: '127.0.0.9' });
    await eventually(() => expect(near.state().kind).toBe('up'));
    keeper.clock.advance(60_000);
    await eventually(() => expect(keeper.refused.filter(({ count }) => count > 1)).toHaveLength(2));
    expect(keeper.refused.slice(2).map(({ why, count }) => [why, count])).toEqual([
      ['unknown', 4],
      ['flood', 2],
    ]);
  });

  it('of sockets held open too', async () => {
    const keeper = await startKeeper({ limits: { openSockets: 3 } });
    keeper.paired.set(await keyOf('ana'), 'paired');
    const open = await Promise.all([1, 2, 3].map(() => raw(keeper, 'ana')));
    await Promise.all(
      open.map(({ socket }) => new Promise<void>((done) => socket.once('secureConnect', () => done()))),
    );
    await (
      await raw(keeper, 'ana')
    ).end;
    expect(keeper.refused).toMatchObject([{ why: 'flood', companion: null }]);
    open[0]!.socket.destroy();
    await open[0]!.end;
    await eventually(async () => {
      const again = await raw(keeper, 'ana');
      again.socket.write(ask('POST /here'));
      await eventually(() => expect(again.text() || again.socket.destroyed).toBeTruthy());
      expect(again.text()).toContain('409');
    });
  });

  it('of calls from one companion is answered by a refusal, and done later when it carries a key', async () => {
    const keeper = await startKeeper({ limits: { callsPerSecond: 10 } });
    const link = await openCompanion(keeper);
    await eventually(() => expect(link.state().kind).toBe('up'));
    const many = await Promise.allSettled(Array.from({ length: 12 }, () => link.call('list', {})));
    expect(many.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(2);
    await expect(link.call('list', {})).rejects.toThrow('flood');
    expect(keeper.refused).toMatchObject([{ why: 'flood', companion: await keyOf('ana') }]);
    const saved = link.callUntilAnswered('save', { key: 'k1' }, new AbortController().signal);
    await eventually(() =>
      expect(keeper.calls).toHaveLength(many.filter(({ status }) => status === 'fulfilled').length),
    );
    keeper.clock.advance(1000);
    expect(await saved).toEqual({ number: 1 });
  });
});

describe('a companion that was taken off', () => {
  it('loses its line at once, its call and its connection, and is told why', async () => {
    const keeper = await startKeeper();
    const [ana, eva] = [await openCompanion(keeper), await openCompanion(keeper, {}, 'eva')];
    await eventually(() => expect([ana.state().kind, eva.state().kind]).toEqual(['up', 'up']));
    const cut = expect(ana.call('hold', {})).rejects.toThrow('the line is cut');
    await eventually(() => expect(keeper.calls).toEqual(['hold']));
    const key = await keyOf('ana');
    keeper.paired.set(key, 'revoked');
    keeper.host.drop(key);
    await cut;
    expect(keeper.connected.map(({ fingerprint, ended }) => [fingerprint, ended])).toEqual([
      [key, 1],
      [await keyOf('eva'), 0],
    ]);
    await eventually(() => expect(ana.state()).toEqual({ kind: 'refused', why: 'revoked' }));
    expect(eva.state().kind).toBe('up');
    await expect(ana.call('list', {})).rejects.toThrow('revoked');
    await expect(ana.callUntilAnswered('save', { key: 'k' }, new AbortController().signal)).rejects.toThrow('revoked');
    expect(keeper.refused).toMatchObject([{ why: 'revoked', companion: key }]);
    keeper.release();
  });

  it('is refused on a socket of before, though nobody cut it, and cannot pair by a code', async () => {
    const keeper = await startKeeper();
    const link = await openCompanion(keeper);
    await eventually(() => expect(link.state().kind).toBe('up'));
    keeper.paired.set(await keyOf('ana'), 'revoked');
    await expect(link.call('save', { key: 'k' })).rejects.toThrow('revoked');
    expect(keeper.calls).toEqual([]);
    await expect(pair(keeper, keeper.host.offer.open())).rejects.toThrow('pair-code-refused');
    expect(keeper.paired.get(await keyOf('ana'))).toBe('revoked');
  });
});
