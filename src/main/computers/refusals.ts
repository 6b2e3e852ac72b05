/**
 * Whoever was not let in: what people see of it, and what no entry of the audit says yet. A neighbour with many addresses
 * must fill neither the memory nor the audit: beyond a ceiling refusals are counted, and not told one by one.
 */
import type { SteadyClock } from '../../shared/platform/clock.ts';
import type { Refused, Unwritten } from '../companions/index.ts';

/** Kinds that are kept: the same reason, from the same address, of the same computer. */
const mostKinds = 50;
/** Entries in 24 h of the program; one more says how many there were beyond them. */
export const mostEntries = 200;
const dayMs = 24 * 60 * 60_000;

type Kind = Pick<Unwritten, 'why' | 'address' | 'name'>;

const isSame = (one: Kind, other: Kind) =>
  one.why === other.why && one.address === other.address && one.name === other.name;

/** Newest first. One that comes again is counted with its first: it must not push the others off the list. */
function withOneMore(list: readonly Refused[], one: Refused): Refused[] {
  const times = list.filter((before) => isSame(before, one)).reduce((sum, before) => sum + before.times, one.times);
  return [{ ...one, times }, ...list.filter((before) => !isSame(before, one))].slice(0, mostKinds);
}

export class Refusals {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  readonly #hears: (() => void)[] = [];
  #shown: readonly Refused[] = [];
  /** Oldest first. */
  #named: readonly Unwritten[] = [];
  /** How often somebody was refused of whom no entry will say who. */
  #rest = 0;
  /** Steady milliseconds of its begin, entries since, and whether one of them was of the rest. */
  #day = { since: 0, entries: 0, hasRest: false };

  constructor(clock: Pick<SteadyClock, 'monotonic'>) {
    this.#clock = clock;
    this.#day.since = clock.monotonic();
  }

  /** Since the program was started, newest first. */
  get shown(): readonly Refused[] {
    return this.#shown;
  }

  add(refused: Refused): void {
    const { why, address, name, times } = refused;
    this.#shown = withOneMore(this.#shown, refused);
    const isKnown = this.#named.some((one) => isSame(one, refused));
    const room = Math.min(mostKinds, mostEntries - this.#today().entries);
    if (isKnown) this.#named = this.#named.map((one) => (isSame(one, refused) ? more(one, times) : one));
    else if (this.#named.length < room) this.#named = [...this.#named, { why, address, name, times }];
    else this.#rest += times;
    for (const hear of this.#hears) hear();
  }

  get unwritten(): readonly Unwritten[] {
    const isRestDue = this.#rest > 0 && !this.#today().hasRest;
    const rest = { why: null, address: null, name: null, times: this.#rest };
    return isRestDue ? [...this.#named, rest] : this.#named;
  }

  written(these: readonly Unwritten[]): void {
    const day = this.#today();
    for (const one of these) {
      if (one.why === null) {
        this.#rest -= one.times;
        day.hasRest = true;
        continue;
      }
      day.entries += 1;
      // Whoever was refused again meanwhile waits with what came since.
      const left = this.#named.map((waiting) => (isSame(waiting, one) ? more(waiting, -one.times) : waiting));
      this.#named = left.filter(({ times }) => times > 0);
    }
  }

  onRefused(listener: () => void): void {
    this.#hears.push(listener);
  }

  /** In steady time: whoever sets the clock of the computer gets no new day. */
  #today() {
    const now = this.#clock.monotonic();
    if (now - this.#day.since >= dayMs) this.#day = { since: now, entries: 0, hasRest: false };
    return this.#day;
  }
}

const more = (one: Unwritten, times: number): Unwritten => ({ ...one, times: one.times + times });
