/** Orders as a companion carries them out: each once, however often it is told. */
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { PlacePorts } from '../connection.ts';
import { judgePlace, type SavingPolicy } from '../saving.ts';
import { orderSchema, type Outcome, type Work } from './orders.ts';

export type CarryParts = {
  readonly ports: Pick<PlacePorts, 'printer' | 'saver'>;
  readonly place: Pick<SavingPolicy, 'drives' | 'dataFolder'>;
  /** The bytes of an order, whole. */
  fetch(id: string): Promise<Buffer>;
  /** Tells how one ended until the keeper has heard it. */
  tell(outcome: Outcome): void;
};

/** Outcomes are kept for an order told again. */
const mostKept = 200;

export class CarryingOut {
  readonly #parts: CarryParts;
  readonly #ends = new Map<string, Promise<Outcome>>();

  constructor(parts: CarryParts) {
    this.#parts = parts;
  }

  /** Does nothing for a message that is no order. */
  hear(message: unknown): void {
    const order = orderSchema.safeParse(message);
    if (!order.success) return;
    const { id, work } = order.data;
    const outcome = this.#ends.get(id) ?? this.#outcomeOf(id, work);
    this.#ends.set(id, outcome);
    for (const old of [...this.#ends.keys()].slice(0, -mostKept)) this.#ends.delete(old);
    // Told again for each time it is asked: the keeper takes the first.
    void outcome.then((end) => this.#parts.tell(end));
  }

  async #outcomeOf(id: string, work: Work): Promise<Outcome> {
    try {
      return { id, end: { ok: true, value: await this.#do(id, work) } };
    } catch (error) {
      const { failure } = error instanceof ExpectedFailure ? error : fail('storage', 'copy-not-delivered');
      return { id, end: { ok: false, failure } };
    }
  }

  async #do(id: string, work: Work): Promise<unknown> {
    const { ports, place } = this.#parts;
    if (work.do === 'listPrinters') return ports.printer.list();
    const bytes = await this.#parts.fetch(id);
    try {
      if (bytes.byteLength !== work.size) throw fail('storage', 'copy-not-delivered');
      if (work.do === 'print') {
        await ports.printer.print(bytes, work.printer, work.bothSides, work.sheet);
        return null;
      }
      const allowed = () => Promise.resolve(new Set(work.allowed));
      const judge = (path: string) => judgePlace(path, { ...place, allowed });
      return await ports.saver.save(work.name, bytes, { judge, allowed });
    } finally {
      bytes.fill(0);
    }
  }
}
