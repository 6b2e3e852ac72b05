/** Who gets in: judged by address before TLS, by certificate after it, without a word to those who do not. */
import type { Socket } from 'node:net';
import type { Server } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { SteadyClock } from '../../../shared/platform/clock.ts';
import { fingerprintOf } from './identity.ts';
import type { PairOffer } from './pair-code.ts';
import { Rate } from '../rate.ts';
import type { RefusalLog } from './refusal-log.ts';
import { Strangers } from './strangers.ts';
import { plainAddress } from './subnet.ts';

export type DoorLimits = {
  /** New connections that one address may make in a second. */
  readonly connectionsPerSecond: number;
  /** Sockets that one address may hold open. */
  readonly openSockets: number;
  /** Sockets that may stand at once, of all addresses. */
  readonly allSockets: number;
};

export type Standing = 'paired' | 'revoked' | 'unknown';

/** One that got in. */
export type Guest = { readonly fingerprint: string; readonly address: string };

export type DoorParts = {
  readonly clock: Pick<SteadyClock, 'monotonic'>;
  readonly limits: DoorLimits;
  readonly isNeighbour: (address: string) => boolean;
  readonly standingOf: (fingerprint: string) => Standing;
  readonly offer: PairOffer;
  readonly refusals: RefusalLog;
};

export class Door {
  readonly #parts: DoorParts;
  readonly #rate: Rate;
  readonly #open = new Map<string, Set<Socket>>();
  readonly #guests = new Map<Socket, Guest>();
  readonly #strangers: Strangers;

  constructor(parts: DoorParts) {
    this.#parts = parts;
    this.#rate = new Rate(() => parts.clock.monotonic(), parts.limits.connectionsPerSecond);
    this.#strangers = new Strangers(parts.limits.allSockets);
  }

  /** Stands before the two steps of the server: its TLS, and its HTTP. */
  guard(server: Server): void {
    before(server, 'connection', (socket) => this.#mayKnock(socket));
    before(server, 'secureConnection', (socket) => socket instanceof TLSSocket && this.#mayEnter(socket));
    // An error of the handshake or of HTTP is answered by nothing: Node would write a page.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    server.on('clientError', (_error, socket) => socket.destroy());
  }

  guestOf(socket: Socket): Guest | null {
    return this.#guests.get(socket) ?? null;
  }

  /** Cuts every socket of this fingerprint. */
  drop(fingerprint: string): void {
    for (const [socket, guest] of [...this.#guests]) if (guest.fingerprint === fingerprint) socket.destroy();
  }

  /** Cuts every socket, those in the middle of a handshake too. */
  dropAll(): void {
    for (const sockets of [...this.#open.values()]) for (const socket of [...sockets]) socket.destroy();
  }

  #mayKnock(socket: Socket): boolean {
    const address = plainAddress(socket.remoteAddress);
    const { isNeighbour, limits, refusals } = this.#parts;
    if (!isNeighbour(address)) {
      refusals.add('subnet', address, null);
      return false;
    }
    const open = this.#open.get(address) ?? new Set();
    if (!this.#rate.allows(address) || open.size >= limits.openSockets) {
      refusals.add('flood', address, null);
      return false;
    }
    const port = socket.remotePort ?? 0;
    this.#open.set(address, open.add(socket));
    socket.on('error', () => socket.destroy());
    const cut = this.#strangers.add(address, port, socket);
    if (cut !== null) refusals.add('flood', cut, null);
    socket.once('close', () => {
      this.#strangers.remove(address, port);
      open.delete(socket);
      if (open.size === 0 && this.#open.get(address) === open) this.#open.delete(address);
    });
    return true;
  }

  #mayEnter(socket: TLSSocket): boolean {
    socket.on('error', () => socket.destroy());
    const address = plainAddress(socket.remoteAddress);
    const certificate = socket.getPeerX509Certificate();
    const { offer, refusals, standingOf } = this.#parts;
    // A resumed session would stand on a certificate that was shown another time.
    if (certificate === undefined || socket.isSessionReused()) {
      refusals.add('unknown', address, null);
      return false;
    }
    const fingerprint = fingerprintOf(certificate);
    const standing = standingOf(fingerprint);
    if (standing === 'unknown' && offer.left() === null) {
      refusals.add(offer.refusal(), address, fingerprint);
      return false;
    }
    if (standing === 'paired') this.#strangers.remove(address, socket.remotePort ?? 0);
    if (standing === 'revoked') refusals.add('revoked', address, fingerprint);
    this.#guests.set(socket, { fingerprint, address });
    socket.once('close', () => this.#guests.delete(socket));
    return true;
  }
}

/** Lets a socket through to the listeners that Node registered for this step only when it is allowed. */
function before(server: Server, step: string, allows: (socket: Socket) => boolean): void {
  const next = server.listeners(step) as ((this: Server, socket: Socket) => void)[];
  server.removeAllListeners(step);
  server.on(step, (socket: Socket) => {
    if (allows(socket)) for (const listener of next) listener.call(server, socket);
    else socket.destroy();
  });
}
