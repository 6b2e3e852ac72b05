/**
 * Sockets that have shown no paired key: in the middle of a handshake, of somebody who comes with a code, or taken off. They
 * have a share of the places and no more. One that comes when it is taken is let in all the same, since a companion begins
 * as a stranger too: whoever holds most loses the oldest of hers.
 */
import type { Socket } from 'node:net';

/** A quarter of all. */
const share = 4;

export class Strangers {
  readonly #most: number;
  /** Of each address, by its port, oldest first. */
  readonly #held = new Map<string, Map<number, Socket>>();

  /** @param all sockets that may stand at once, of whomever */
  constructor(all: number) {
    this.#most = Math.max(1, Math.floor(all / share));
  }

  /** Takes a place until `remove`. @returns the address whose oldest socket had to go; null where there was room */
  add(address: string, port: number, socket: Socket): string | null {
    const own = this.#held.get(address) ?? new Map<number, Socket>();
    this.#held.set(address, own.set(port, socket));
    return this.#count() > this.#most ? this.#cutOne() : null;
  }

  /** It is closed, or has shown a paired key. */
  remove(address: string, port: number): void {
    const own = this.#held.get(address);
    own?.delete(port);
    if (own?.size === 0) this.#held.delete(address);
  }

  #count(): number {
    return [...this.#held.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #cutOne(): string | null {
    const [most] = [...this.#held].sort(([, one], [, other]) => other.size - one.size);
    const [oldest] = most?.[1] ?? [];
    if (most === undefined || oldest === undefined) return null;
    const [address] = most;
    const [port, socket] = oldest;
    this.remove(address, port);
    socket.destroy();
    return address;
  }
}
