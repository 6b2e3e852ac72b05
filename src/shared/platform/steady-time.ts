/** Time that passes whatever somebody does to the clock, sleep included: sessions are counted by it. */
import type { SteadyClock } from './clock.ts';

/** Below this the two clocks merely tick apart; above it the computer slept, or the wall was set forward. */
const sleepMs = 1000;

export class SteadyTime {
  readonly #clock: SteadyClock;
  #wall: number;
  #monotonic: number;
  #elapsed = 0;

  constructor(clock: SteadyClock) {
    this.#clock = clock;
    this.#wall = clock.now();
    this.#monotonic = clock.monotonic();
  }

  /**
   * Milliseconds since the start: never less than before.
   *
   * Some systems stop the monotonic clock while they sleep, so what the wall went further counts too; what it went back
   * does not. Counted from look to look: asked often, a clock set back hides no later sleep.
   */
  now(): number {
    const [wall, monotonic] = [this.#clock.now(), this.#clock.monotonic()];
    const ran = Math.max(0, monotonic - this.#monotonic);
    const further = wall - this.#wall - ran;
    this.#elapsed += further > sleepMs ? ran + further : ran;
    this.#wall = wall;
    this.#monotonic = monotonic;
    return this.#elapsed;
  }
}
