/** Refusals as they are told on: a flood is one line a minute, not thousands. */
import type { SteadyClock } from '../../../shared/platform/clock.ts';

export type LanRefusal = {
  readonly why: 'unknown' | 'revoked' | 'code-wrong' | 'code-used' | 'code-expired' | 'subnet' | 'flood' | 'version';
  readonly address: string;
  /** Fingerprint of the one who came; null before it was asked, or when it has none. */
  readonly companion: string | null;
  /** How many of this kind from there since the last was told. */
  readonly count: number;
};

const minuteMs = 60_000;
const mostKept = 1000;

export class RefusalLog {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  readonly #tell: (refusal: LanRefusal) => void;
  readonly #kept = new Map<string, { told: number; waiting: LanRefusal | null }>();

  constructor(clock: Pick<SteadyClock, 'monotonic'>, tell: (refusal: LanRefusal) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** The first is told at once; those of the minute after it together, by `flush` or with the next one. */
  add(why: LanRefusal['why'], address: string, companion: string | null): void {
    const key = `${why} ${address}`;
    const kept = this.#kept.get(key);
    const now = this.#clock.monotonic();
    const refusal = { why, address, companion, count: (kept?.waiting?.count ?? 0) + 1 };
    if (kept !== undefined && now - kept.told < minuteMs) {
      kept.waiting = refusal;
      return;
    }
    if (this.#kept.size >= mostKept) this.flush('all');
    this.#kept.set(key, { told: now, waiting: null });
    this.#tell(refusal);
  }

  /** Tells what waits: of the minutes that are over, or all of it. */
  flush(which: 'over' | 'all' = 'over'): void {
    const now = this.#clock.monotonic();
    for (const [key, { told, waiting }] of [...this.#kept]) {
      if (which === 'over' && now - told < minuteMs) continue;
      this.#kept.delete(key);
      if (waiting === null) continue;
      if (which === 'over') this.#kept.set(key, { told: now, waiting: null });
      this.#tell(waiting);
    }
  }
}
