/**
 * The accesos excepcionales that are open now. In memory only, by a clock that nobody sets: what the program forgets
 * is closed, and setting the date back lengthens none.
 */
import type { SteadyClock } from '../../shared/platform/clock.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { exceptionalMinutes, type ExceptionalEnd } from '../../shared/reserve/index.ts';

type Holder = { readonly staffId: string; readonly token: string };

export type Held = {
  readonly id: Id<'ExceptionalAccessId'>;
  readonly caseId: CaseId;
  readonly number: string;
  readonly holder: Holder;
  /** Of the steady clock, in milliseconds. */
  readonly endsAt: number;
};

export type Ended = Pick<Held, 'id'> & { readonly staffId: string; readonly ending: ExceptionalEnd };

export class OpenAccesses {
  readonly #clock: SteadyClock;
  /** By person: one at a time. */
  readonly #held = new Map<string, Held>();
  /** Over, and not yet written down. */
  #ended: Ended[] = [];

  constructor(clock: SteadyClock) {
    this.#clock = clock;
  }

  start(access: Omit<Held, 'endsAt'>): void {
    const endsAt = this.#clock.monotonic() + exceptionalMinutes * 60_000;
    this.#held.set(access.holder.staffId, { ...access, endsAt });
  }

  /** What this session has open; null when there is nothing or its time is over. */
  of({ staffId, token }: Holder): Held | null {
    const held = this.#held.get(staffId);
    return held?.holder.token === token && this.leftMs(held) > 0 ? held : null;
  }

  isOpen(holder: Holder, caseId: CaseId): boolean {
    return this.of(holder)?.caseId === caseId;
  }

  leftMs(held: Held): number {
    return Math.max(0, Math.ceil(held.endsAt - this.#clock.monotonic()));
  }

  /** Ends it without a note: whoever ends it writes that down. */
  end({ staffId }: Holder): void {
    this.#held.delete(staffId);
  }

  sessionEnded(token: string): void {
    for (const held of this.#held.values()) if (held.holder.token === token) this.#over(held, 'session');
  }

  #over({ id, holder }: Held, ending: ExceptionalEnd): void {
    this.#held.delete(holder.staffId);
    this.#ended.push({ id, staffId: holder.staffId, ending });
  }

  /** Those that are over and wait to be written down; a failed writing gives them back. */
  takeEnded(): readonly Ended[] {
    for (const held of this.#held.values()) if (this.leftMs(held) === 0) this.#over(held, 'time');
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  giveBack(ended: readonly Ended[]): void {
    this.#ended.push(...ended);
  }

  /** Whether the program still knows of it. */
  knows(id: string): boolean {
    return [...this.#held.values(), ...this.#ended].some((one) => one.id === id);
  }
}
