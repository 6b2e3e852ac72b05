/** Whoever was not let in: what people see of it, and what no entry of the audit says yet. */
import type { Refused, Unwritten } from '../companions/index.ts';

/** Kinds that are kept: the same reason, from the same address, of the same computer. */
const mostKinds = 50;

type Kind = Pick<Unwritten, 'why' | 'address' | 'name'>;

const isSame = (one: Kind, other: Kind) =>
  one.why === other.why && one.address === other.address && one.name === other.name;

/** Newest first. One that comes again is counted with its first: it must not push the others off the list. */
function withOneMore(list: readonly Refused[], one: Refused): Refused[] {
  const times = list.filter((before) => isSame(before, one)).reduce((sum, before) => sum + before.times, one.times);
  return [{ ...one, times }, ...list.filter((before) => !isSame(before, one))].slice(0, mostKinds);
}

export class Refusals {
  readonly #hears: (() => void)[] = [];
  #shown: readonly Refused[] = [];
  /** Oldest first. */
  #named: readonly Unwritten[] = [];

  /** Since the program was started, newest first. */
  get shown(): readonly Refused[] {
    return this.#shown;
  }

  add(refused: Refused): void {
    const { why, address, name, times } = refused;
    this.#shown = withOneMore(this.#shown, refused);
    const isKnown = this.#named.some((one) => isSame(one, refused));
    if (isKnown) this.#named = this.#named.map((one) => (isSame(one, refused) ? more(one, times) : one));
    else if (this.#named.length < mostKinds) this.#named = [...this.#named, { why, address, name, times }];
    for (const hear of this.#hears) hear();
  }

  get unwritten(): readonly Unwritten[] {
    return this.#named;
  }

  written(these: readonly Unwritten[]): void {
    for (const one of these) {
      // Whoever was refused again meanwhile waits with what came since.
      const left = this.#named.map((waiting) => (isSame(waiting, one) ? more(waiting, -one.times) : waiting));
      this.#named = left.filter(({ times }) => times > 0);
    }
  }

  onRefused(listener: () => void): void {
    this.#hears.push(listener);
  }
}

const more = (one: Unwritten, times: number): Unwritten => ({ ...one, times: one.times + times });
