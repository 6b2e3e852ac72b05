/**
 * The computer that keeps the record, as the others of the centre reach it: off until somebody switches it on. Who may
 * connect stands in the record; a list of it lies beside the database, because companions come before anybody has opened it.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { refusalLabels } from '../../shared/companions/index.ts';
import type { SteadyClock } from '../../shared/platform/clock.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import type { KeeperControl, NewCompanion, Pin } from '../companions/index.ts';
import type { Reached } from '../connections.ts';
import { CopyOffers } from './copy-offers.ts';
import { atFirst, settingsSchema, stillRevoked, type Settings } from './keeper-list.ts';
import { KeeperTerm, overtakenOf } from './keeper-term.ts';
import { openUpdate } from './keeper-update.ts';
import { Refusals } from './refusals.ts';
import type { Peer } from '../platform/connection.ts';
import { DistantPorts } from '../platform/distant/distant-ports.ts';
import type { LanConnection } from '../platform/lan/companions.ts';
import { makeIdentity, readIdentity, writeIdentity, type KeyProtector } from '../platform/lan/identity.ts';
import { startLanHost, type LanHost, type LanLimits, type LanTarget } from '../platform/lan/lan-host.ts';
import { updateName, type Version } from '../platform/lan/wire.ts';
import { replaceFile, readJson } from '../platform/storage/durable-file.ts';

export type Network = { readonly address: string; readonly netmask: string; readonly name: string };

export type KeeperParts = {
  /** Of the record. */
  readonly folder: string;
  /** Name of this computer. */
  readonly device: string;
  readonly clock: SteadyClock;
  readonly protector: KeyProtector;
  /** What this program is; asked once it is switched on. */
  readonly own: () => Version;
  readonly networks?: () => readonly Network[];
  readonly limits?: Partial<LanLimits>;
};

/** What companions reach behind it. */
export type Served = {
  connect(peer: Peer): Reached;
};

/** Networks of this computer that lead to neighbours. */
export function networksOfThisComputer(): Network[] {
  return Object.entries(networkInterfaces()).flatMap(([name, rows = []]) =>
    rows.flatMap(({ family, internal, address, netmask }) =>
      family === 'IPv4' && !internal ? [{ name, address, netmask }] : [],
    ),
  );
}

const lockSchema = z.strictObject({ why: z.enum(['system', 'idle']) });

export class Keeper implements KeeperControl {
  readonly device: string;
  readonly #parts: KeeperParts;
  #settings = atFirst();
  #served: Served | null = null;
  #host: LanHost | null = null;
  #paired: ((companion: NewCompanion) => Promise<string>) | null = null;
  #groups: readonly string[] = [];
  /** Its file does not say yet what counts. */
  #isBehind = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #hearsLine: (() => void)[] = [];
  /** Who keeps the record, as this computer knows it. */
  readonly term: KeeperTerm;
  /** Copies handed to companions. */
  readonly copies: CopyOffers;
  readonly refusals: Refusals;
  /** Ways to the companions whose line stands, by fingerprint. */
  readonly #sends = new Map<string, (message: unknown) => void>();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.device = parts.device;
    this.term = new KeeperTerm(parts.folder);
    this.refusals = new Refusals(parts.clock);
    this.copies = new CopyOffers({
      ...{ folder: parts.folder, now: () => parts.clock.now() },
      hasCompanions: () => this.#settings.isOn && this.#settings.companions.some(({ isRevoked }) => !isRevoked),
      tellAll: (offer) => {
        for (const send of this.#sends.values()) send(offer);
      },
    });
    // After the answer that says so has left; nothing is written where it was turned off meanwhile.
    const turnOff = () => (this.#settings.isOn ? this.turnOff().catch(() => undefined) : undefined);
    this.term.onMoved(() => void setTimeout(() => void turnOff(), 200));
  }

  /** Of this computer; null while it is not switched on. */
  get fingerprint(): string | null {
    return this.#host?.fingerprint ?? null;
  }

  get fakeKey(): Buffer {
    return Buffer.from(this.#settings.fakeKey, 'base64');
  }

  /** From now on companions reach this application, where that was switched on; a network that is gone keeps nobody out of the record. */
  async serve(served: Served): Promise<void> {
    this.#served = served;
    this.#settings = readJson(this.#path('keeper.json'), settingsSchema) ?? this.#settings;
    this.copies.read();
    if (this.term.moved !== null) return;
    const { isOn, address, port } = this.#settings;
    if (isOn && address !== null) await this.#open({ address, port }).catch(() => null);
  }

  #path(name: string): string {
    return join(this.#parts.folder, 'lan', name);
  }

  /** What changed counts at once, written or not. One write after the other: the last to end must be the newest. */
  #keep(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#isBehind = true;
    const write = this.#writing.then(async () => {
      const kept = this.#settings;
      await mkdir(this.#path(''), { recursive: true, mode: 0o700 });
      await replaceFile(this.#path('keeper.json'), JSON.stringify(kept));
      if (kept === this.#settings) this.#isBehind = false;
    });
    this.#writing = write.catch(() => undefined);
    return write;
  }

  async #open({ address, port }: { address: string; port: number }): Promise<LanHost> {
    await this.#host?.close();
    this.#host = null;
    await mkdir(this.#path(''), { recursive: true, mode: 0o700 });
    const { protector, clock, limits } = this.#parts;
    const own = this.#parts.own();
    const path = this.#path('identity');
    let identity = await readIdentity(path, protector);
    if (identity === null) {
      identity = await makeIdentity();
      await writeIdentity(path, identity, protector);
    }
    const networks = this.#networks();
    const options = { address, port, networks, identity, own, clock, ...(limits === undefined ? {} : { limits }) };
    this.#host = await startLanHost(this.#target(), options);
    return this.#host;
  }

  #networks(): readonly Network[] {
    return (this.#parts.networks ?? networksOfThisComputer)();
  }

  #target(): LanTarget {
    return {
      isPaired: (fingerprint) => this.#standingOf(fingerprint),
      connect: (fingerprint) => this.#connect(fingerprint),
      judge: (statement) => this.term.judge(statement),
      statement: () => this.term.statement,
      paired: async (companion) => {
        if (this.#paired === null) throw fail('rule-broken', 'keeper-off');
        const centreName = await this.#paired(companion);
        return { centreName, keeperName: this.device, term: this.term.whole };
      },
      refused: ({ why, address, companion, count }) => {
        const name = this.#settings.companions.find((one) => one.fingerprint === companion)?.name ?? null;
        if (!Object.hasOwn(refusalLabels, why)) return;
        this.refusals.add({ why, address, name, times: count, lastAt: this.#parts.clock.now() });
      },
    };
  }

  #standingOf(fingerprint: string): 'unknown' | 'revoked' | 'paired' {
    const pin = this.#settings.companions.find((one) => one.fingerprint === fingerprint);
    if (pin !== undefined) return pin.isRevoked ? 'revoked' : 'paired';
    // It believes that it keeps the record, and may be unknown to the copy that was restored here.
    return overtakenOf(this.#parts.folder)?.keeper === fingerprint ? 'revoked' : 'unknown';
  }

  #nameOf(fingerprint: string): string {
    return this.#settings.companions.find((one) => one.fingerprint === fingerprint)?.name ?? '';
  }

  /** Of one connection. One that only fetches, or gave way to another of the same computer, says nothing of its line. */
  #lineOf(fingerprint: string, send: (message: unknown) => void, window: Reached): (isUp: boolean) => void {
    let wasUp = false;
    return (isUp) => {
      if (isUp === wasUp) return;
      wasUp = isUp;
      if (isUp) this.#sends.set(fingerprint, send);
      else if (this.#sends.get(fingerprint) === send) this.#sends.delete(fingerprint);
      window.line(isUp);
      this.#tellLine();
    };
  }

  #connect(fingerprint: string): LanConnection {
    const listeners = new Set<(message: unknown) => void>();
    const send = (message: unknown) => {
      for (const listener of listeners) listener(message);
    };
    const distant = new DistantPorts(send);
    const served = this.#served as Served;
    const device = this.#nameOf(fingerprint);
    const context = contextOf(this.#host?.fingerprint ?? '', fingerprint);
    const window = served.connect({ device, companion: fingerprint, ports: distant.ports });
    window.subscribe((event) => send({ kind: 'event', event }));
    const line = this.#lineOf(fingerprint, send, window);
    return {
      call: async (name, body) => {
        if (this.term.moved !== null) throw fail('rule-broken', 'keeper-moved');
        if (name === 'invoke') return window.invoke(body);
        if (name === 'outcome') {
          distant.settle(body);
          return {};
        }
        if (name === 'copyKept') return answered(() => this.copies.kept(fingerprint, body));
        if (name === 'lock') {
          await window.lock(lockSchema.parse(body).why);
          return {};
        }
        return answered(() => window.ask({ name, body, context }));
      },
      fetch: (name, id) => {
        if (name === 'copy') return Promise.resolve(this.copies.open(id));
        if (name === updateName) return openUpdate(this.#parts.folder, this.#parts.own().version);
        const bytes = name === 'order' ? distant.bytesOf(id) : null;
        return Promise.resolve(
          bytes === null ? null : { size: bytes.byteLength, stream: Readable.from([Buffer.from(bytes)]) },
        );
      },
      subscribe: (listener) => {
        listeners.add(listener);
        line(true);
        distant.sendAgain();
        const offer = this.copies.offer();
        if (offer !== null) listener(offer);
        return () => {
          listeners.delete(listener);
          if (listeners.size === 0) line(false);
        };
      },
      end: () => {
        distant.end();
        line(false);
        void window.end();
      },
    };
  }

  state(): ReturnType<KeeperControl['state']> {
    const { address, port, companions } = this.#settings;
    return {
      ...{ isOn: this.#host !== null, address, port, refused: this.refusals.shown },
      addresses: this.#networks().map(({ address: own, name }) => ({ address: own, network: name })),
      connected: new Set(this.#sends.keys()),
      revoked: new Set(companions.flatMap(({ fingerprint, isRevoked }) => (isRevoked ? [fingerprint] : []))),
    };
  }

  async turnOn(at: { readonly address: string; readonly port: number }): Promise<void> {
    if (this.term.moved !== null) throw fail('rule-broken', 'keeper-moved');
    const before = this.#host;
    try {
      const { address, port } = await this.#open(at);
      await this.#keep({ address, port, isOn: true });
    } catch (error) {
      // An address that is not there, a port that is taken: whoever works by the one before works on.
      if (before !== null && this.#host === null) await this.#open(before).catch(() => null);
      throw error;
    }
  }

  /** Off even where the disk does not take it down. */
  async turnOff(): Promise<void> {
    this.withdrawOffer();
    const written = this.#keep({ isOn: false });
    await this.close();
    await written;
  }

  offer(paired: (companion: NewCompanion) => Promise<string>): number {
    if (this.#host === null) throw fail('rule-broken', 'keeper-off');
    this.#paired = paired;
    this.#groups = this.#host.offer.open().split('-');
    return this.offered()?.until ?? 0;
  }

  offered(): { readonly groups: readonly string[]; readonly until: number } | null {
    const left = this.#host?.offer.left() ?? null;
    return left === null ? null : { groups: this.#groups, until: this.#parts.clock.now() + left };
  }

  withdrawOffer(): void {
    this.#paired = null;
    this.#host?.offer.withdraw();
  }

  #tellLine(): void {
    for (const hear of this.#hearsLine) hear();
  }

  onLine(listener: () => void): void {
    this.#hearsLine.push(listener);
  }

  async keepPins(said: readonly Pin[]): Promise<void> {
    const before = this.#settings.companions;
    const companions = stillRevoked(before, said);
    if (!this.#isBehind && JSON.stringify(before) === JSON.stringify(companions)) return;
    const written = this.#keep({ companions });
    // Cut off before it is written: a disk that takes nothing lets nobody stay.
    for (const { fingerprint, name } of before) {
      const isStill = this.#standingOf(fingerprint) === 'paired' && this.#nameOf(fingerprint) === name;
      // Under another name than the record has, it would stand so in the audit for as long as its line does.
      if (!isStill) this.#host?.drop(fingerprint);
    }
    await written;
  }

  async close(): Promise<void> {
    await this.#host?.close();
    this.#host = null;
  }
}

/** What both ends of a line know of it: whose keys stand at either end. Hexadecimal. */
export function contextOf(keeper: string, companion: string): string {
  return createHash('sha256').update(`${keeper}|${companion}`).digest('hex');
}

/** An answer or a failure, as the other end takes it apart. @throws what is a bug */
async function answered(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { ok: true, value: await work(), after: null };
  } catch (error) {
    if (error instanceof ExpectedFailure) return { ok: false, failure: error.failure };
    throw error;
  }
}
