/** What a person does at a companion: one thing after the other, and again what her computer says did not go in. */
import { setTimeout as pause } from 'node:timers/promises';
import { once, EventEmitter } from 'node:events';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { openComputer, type Computer } from '../support/computers.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { seeded, type Random } from '../support/invented-people.ts';
import { testPorts, testPrinters, type Login } from '../support/start-application.ts';
import type { Line, Start } from './companion-child.ts';
import { worksOf, type Work } from './works.ts';

/** What a person meets without fault of hers: she waits and asks again. */
const passing = [
  ...['storage/line-cut', 'wrong-secret/wait-before-retry', 'rule-broken/too-many-calls'],
  // Two papers at the same moment: a number is given once.
  'conflict/number-taken',
];

export class Worker {
  readonly #start: Start;
  readonly #say: (line: Line) => void;
  readonly #computer: Computer;
  readonly #random: Random;
  readonly #moved = new EventEmitter();
  #papers = 0;
  #signing: Promise<void> | null = null;
  #isIn = false;

  constructor(start: Start, say: (line: Line) => void) {
    this.#start = start;
    this.#say = say;
    this.#random = seeded(start.seed);
    const printer = {
      list: () => Promise.resolve([...testPrinters]),
      print: () => {
        this.#papers += 1;
        say({ paper: this.#papers });
        return Promise.resolve();
      },
    };
    const ports = testPorts(fixedClock(), { printer });
    this.#computer = openComputer(start.seat.paired, { port: start.port }, { ports });
    this.#moved.setMaxListeners(0);
    this.#computer.link.onState(() => this.#moved.emit('line'));
    this.#computer.companion.subscribe((event) => {
      if (event.kind === 'locked') this.#leave();
      if (event.kind === 'not-entered')
        say({ notEntered: event.procedure, why: `${event.code}/${event.reason ?? ''}` });
    });
  }

  /** As the page: blank at once, and its person signs in again. */
  #leave(): void {
    this.#isIn = false;
    void this.#signIn();
  }

  #signIn(): Promise<void> {
    this.#signing ??= this.#signInUntilIn().finally(() => (this.#signing = null));
    return this.#signing;
  }

  async #signInUntilIn(): Promise<void> {
    while (!this.#isIn) {
      try {
        await this.#computer.signIn(this.#start.seat.login as Login, true);
        this.#isIn = true;
      } catch (error) {
        await this.#afterFailure(error);
      }
    }
  }

  /** Waits for better times. @throws what no waiting helps against */
  async #afterFailure(error: unknown): Promise<string> {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, reason } = error.failure;
    const why = `${code}/${reason ?? ''}`;
    if (code !== 'locked' && !passing.includes(why)) throw error;
    const isDown = this.#computer.link.state().kind !== 'up';
    if (isDown) await Promise.race([once(this.#moved, 'line'), pause(500)]);
    else await pause(50);
    return why;
  }

  async #untilDone<Value>(work: () => Promise<Value>, again: (why: string) => void = () => undefined): Promise<Value> {
    for (;;) {
      if (!this.#isIn) await this.#signIn();
      try {
        return await work();
      } catch (error) {
        const why = await this.#afterFailure(error);
        if (why.startsWith('locked/')) this.#isIn = false;
        again(why);
      }
    }
  }

  async work(): Promise<void> {
    const { seat, life, operations } = this.#start;
    const client = this.#computer.client;
    const works = worksOf({ seat, client, random: this.#random });
    for (let at = 0; at < operations; at += 1) {
      const work = works.next();
      await this.#one(work, `${seat.login} ${life} ${at}`);
      await pause(this.#random() * 40);
    }
  }

  async #one({ kind, prepare, run, ...work }: Work, turn: string): Promise<void> {
    const mark = work.mark ?? turn;
    const began = performance.now();
    const key = crypto.randomUUID();
    const papers = this.#papers;
    try {
      if (prepare !== undefined) await this.#untilDone(prepare);
      const isChange = !kind.startsWith('read');
      if (isChange) this.#say({ sent: key, kind, mark });
      await this.#untilDone(
        () => run(key, mark),
        (why) => isChange && this.#say({ again: key, why }),
      );
      const ms = performance.now() - began;
      this.#say({ answered: isChange ? key : '', kind, ms, printed: this.#papers - papers });
    } catch (error) {
      this.#say({ refused: key, kind, why: String(error) });
    }
  }

  close(): Promise<void> {
    return this.#computer.close();
  }
}
