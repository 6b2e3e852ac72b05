/** Two ends of a real network in one process: a keeper that counts what it is asked, and a wire that can be cut. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import {
  startLanHost,
  type LanHost,
  type LanHostOptions,
  type LanTarget,
} from '../../src/main/platform/lan/lan-host.ts';
import { fingerprintOf, makeIdentity, type Identity } from '../../src/main/platform/lan/identity.ts';
import { openLink, type LanLink } from '../../src/main/platform/lan/lan-link.ts';
import type { LinkOptions } from '../../src/main/platform/lan/link-line.ts';
import { pairWith, type Paired } from '../../src/main/platform/lan/pair-with.ts';
import type { LanRefusal } from '../../src/main/platform/lan/refusal-log.ts';
import { fail } from '../../src/shared/platform/failures.ts';
import { fixedClock, type FixedClock } from './fixed-clock.ts';

export const version = { version: '1.4.0', contract: 'c0ffee', schema: 50 };

/** All of 127.x.x.x is one network. */
export const wideTable = [{ address: '127.0.0.1', netmask: '255.0.0.0' }];

const closers: (() => unknown)[] = [];

/** For `afterEach`. */
export async function closeNetwork(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

export function closeLater(close: () => unknown): void {
  closers.push(close);
}

const made = new Map<string, Promise<Identity>>();

/** One identity for each name in this worker. */
export function identityOf(name: string): Promise<Identity> {
  const identity = made.get(name) ?? makeIdentity();
  made.set(name, identity);
  return identity;
}

export async function keyOf(name: string): Promise<string> {
  return fingerprintOf((await identityOf(name)).certificatePem);
}

export type Keeper = {
  readonly host: LanHost;
  readonly clock: FixedClock;
  readonly paired: Map<string, 'paired' | 'revoked'>;
  readonly refused: LanRefusal[];
  /** Each `connect`, and whether it was ended. */
  readonly connected: { fingerprint: string; address: string; ended: number }[];
  /** Names of calls as they arrived. */
  readonly calls: string[];
  /** What was done under a key: once, however often it is asked. */
  readonly done: Map<string, number>;
  say(message: unknown): void;
  /** `hold`, and a pairing whose name begins with `SLOW`, wait for this. */
  release(): void;
  /** How many wait. */
  held(): number;
};

export async function startKeeper(options: Partial<LanHostOptions> = {}): Promise<Keeper> {
  const clock = fixedClock();
  const paired: Keeper['paired'] = new Map();
  const refused: LanRefusal[] = [];
  const connected: Keeper['connected'] = [];
  const calls: string[] = [];
  const done = new Map<string, number>();
  const listeners = new Set<(message: unknown) => void>();
  const held: (() => void)[] = [];
  const call = async (name: string, body: unknown): Promise<unknown> => {
    calls.push(name);
    if (name === 'hold') await new Promise<void>((free) => held.push(free));
    if (name === 'broken') throw new Error('a bug');
    if (name !== 'save') return { name, body };
    const { key } = body as { key: string };
    done.set(key, done.get(key) ?? done.size + 1);
    return { number: done.get(key) };
  };
  const target: LanTarget = {
    isPaired: (fingerprint) => paired.get(fingerprint) ?? 'unknown',
    connect: (fingerprint, address) => {
      const one = { fingerprint, address, ended: 0 };
      connected.push(one);
      return {
        call,
        fetch: (name, id) => Promise.resolve(fileOf(name, id)),
        subscribe: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        end: () => void (one.ended += 1),
      };
    },
    paired: async ({ name, fingerprint }) => {
      if (name.startsWith('SLOW')) await new Promise<void>((free) => held.push(free));
      if (name.endsWith('TAKEN')) throw fail('duplicate', 'companion-name');
      if (name === 'LEFT') throw fail('wrong-secret', 'pair-code-refused');
      if (name === 'BROKEN') throw new Error('a bug');
      paired.set(fingerprint, 'paired');
      return { centre: 'CEM Prueba', name };
    },
    refused: (refusal) => void refused.push(refusal),
  };
  const identity = await identityOf('keeper');
  const host = await startLanHost(target, {
    ...{ address: '127.0.0.1', port: 0, networks: wideTable, identity, own: version, clock },
    ...options,
    limits: { beatMs: 50, ...options.limits },
  });
  closeLater(() => host.close());
  const say = (message: unknown) => listeners.forEach((listener) => listener(message));
  const release = () => held.splice(0).forEach((free) => free());
  return { host, clock, paired, refused, connected, calls, done, say, release, held: () => held.length };
}

const fileBytes = Buffer.alloc(300_000, 'registro ');

function fileOf(name: string, id: string): { size: number; stream: Readable } | null {
  if (id === 'short') return { size: 100, stream: Readable.from([Buffer.alloc(10)]) };
  if (name !== 'paper' && name !== 'update') return null;
  return { size: fileBytes.length, stream: Readable.from([fileBytes.subarray(0, 99_999), fileBytes.subarray(99_999)]) };
}

export const fileLength = fileBytes.length;

type At = { readonly name?: string; readonly address?: string; readonly port?: number; readonly localAddress?: string };

/** Pairs through the front door. */
export async function pair(keeper: Keeper, code: string, name = 'ana', at: At = {}): Promise<Paired> {
  const identity = await identityOf(name);
  return pairWith({ address: '127.0.0.1', port: keeper.host.port, code, name: 'ADMISION-PC', identity, ...at });
}

/** A companion that the keeper knows already. */
export async function openCompanion(
  keeper: Keeper,
  options: Partial<LinkOptions> = {},
  name = 'ana',
): Promise<LanLink> {
  const fingerprint = await keyOf(name);
  if (!keeper.paired.has(fingerprint)) keeper.paired.set(fingerprint, 'paired');
  const link = openLink({
    ...{ address: '127.0.0.1', port: keeper.host.port, identity: await identityOf(name), hello: version },
    ...{ keeperFingerprint: keeper.host.fingerprint, clock: keeper.clock },
    ...options,
    pace: { pausesMs: [20, 50, 100], ...options.pace },
  });
  closeLater(() => link.close());
  return link;
}

export type Wire = {
  readonly port: number;
  /** All bytes that went over it, both ways. */
  readonly seen: Buffer[];
  /** Destroys what is open and takes nothing new until `mend`. */
  cut(): void;
  mend(): void;
  /** Swallows what the keeper says, with the sockets left open, until `mend`. */
  deafen(): void;
};

/** A plain TCP way to the keeper, as a switch that is kicked. */
export async function startWire(keeper: { readonly host: Pick<LanHost, 'port'> }): Promise<Wire> {
  let isCut = false;
  let isDeaf = false;
  const open = new Set<Socket>();
  const seen: Buffer[] = [];
  const server = createServer((near) => {
    const far = connect(keeper.host.port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => from.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('data', (bytes: Buffer) => {
        if (from === far && isDeaf) return;
        seen.push(bytes);
        to.write(bytes);
      });
    }
    if (isCut) near.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const destroyAll = () => [...open].forEach((socket) => socket.destroy());
  closeLater(() => {
    destroyAll();
    return new Promise((closed) => server.close(closed));
  });
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    cut: () => {
      isCut = true;
      destroyAll();
    },
    mend: () => {
      isCut = false;
      isDeaf = false;
    },
    deafen: () => void (isDeaf = true),
  };
}
