/** The cable between two computers on a bad day: it delays, breaks, and goes dead with both ends still open. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Random } from '../support/invented-people.ts';

type State = 'good' | 'cut' | 'dead';

export class BadLine {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #far: { readonly port: number; readonly from: string };
  /** Bytes of both ways, where somebody searches them. */
  readonly seen: Buffer[] | null;
  #state: State = 'good';
  #delayMs = 0;
  #timer: NodeJS.Timeout | null = null;
  cuts = 0;
  delays = 0;

  /** @param far port of the keeper, and the address of this computer that it sees */
  constructor(far: { port: number; from: string }, seen: Buffer[] | null = null) {
    this.#far = far;
    this.seen = seen;
    this.#server = createServer((near) => this.#join(near));
  }

  async listen(): Promise<number> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return (this.#server.address() as AddressInfo).port;
  }

  #join(near: Socket): void {
    if (this.#state === 'cut') {
      near.destroy();
      return;
    }
    const { port, from: localAddress } = this.#far;
    const far = connect({ port, host: '127.0.0.1', localAddress });
    this.#pass(near, far);
    this.#pass(far, near);
  }

  #pass(from: Socket, to: Socket): void {
    this.#open.add(from);
    let last: Promise<unknown> = Promise.resolve();
    from.on('error', () => from.destroy());
    from.on('close', () => {
      this.#open.delete(from);
      // What is on its way arrives first.
      void last.then(() => to.destroy());
    });
    from.on('data', (bytes: Buffer) => {
      if (this.#state === 'dead') return;
      this.seen?.push(bytes);
      const wait = this.#delayMs === 0 ? null : new Promise((over) => setTimeout(over, this.#delayMs));
      // In their order, also when the next ones wait less.
      last = Promise.all([last, wait]).then(() => to.destroyed || to.write(bytes));
    });
  }

  cut(): void {
    this.cuts += 1;
    this.#state = 'cut';
    this.#destroyAll();
  }

  /** Nothing passes, and nobody is told. */
  die(): void {
    this.cuts += 1;
    this.#state = 'dead';
  }

  mend(): void {
    // What was begun on a dead line lost bytes: it never works again.
    if (this.#state === 'dead') this.#destroyAll();
    this.#state = 'good';
    this.#delayMs = 0;
  }

  #destroyAll(): void {
    for (const socket of [...this.#open]) socket.destroy();
  }

  /** Trouble upon trouble, as the seed says, until `rest`. */
  trouble(random: Random): void {
    const between = (least: number, most: number) => least + random() * (most - least);
    const next = () => {
      const luck = random();
      if (luck < 0.35) this.#delay(between(50, 800));
      else if (luck < 0.8) this.cut();
      else this.die();
      const lasts = luck < 0.8 ? between(100, 1500) : between(1000, 3000);
      this.#timer = setTimeout(() => {
        this.mend();
        this.#timer = setTimeout(next, between(300, 2500));
      }, lasts);
    };
    this.#timer = setTimeout(next, between(100, 2000));
  }

  #delay(milliseconds: number): void {
    this.delays += 1;
    this.#delayMs = milliseconds;
  }

  rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.mend();
  }

  async close(): Promise<void> {
    this.rest();
    const closed = new Promise((done) => this.#server.close(done));
    this.#destroyAll();
    await closed;
  }
}
