/** A call that is sent again gets the answer of the first: while that is still at its work, and afterwards. */
import type { Call, Envelope } from '../../../shared/platform/contract.ts';
import type { Session } from './session.ts';

/** A call as it passed the checks: what was asked, by whom, with what; without a key nothing is kept. */
export type KeyedCall = {
  readonly key: string | null;
  readonly name: string;
  readonly session: Session;
  readonly input: unknown;
};

/** Answers already given under an idempotency key. */
export type Answers<Trx> = {
  /** The first answer under the key; null when it is new. */
  find(trx: Trx, call: KeyedCall): Promise<unknown>;
  keep(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** In place of the answer of the commit: how the delivery ended. */
  keepEnd(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** What was asked under the key may be asked again. */
  forget(trx: Trx, call: KeyedCall): Promise<void>;
};

type Run = Pick<Call, 'procedure' | 'session'> & { readonly input: string; readonly envelope: Promise<Envelope> };

/** With how the delivery ended. */
export class RunningCalls {
  readonly #runs = new Map<string, Run>();

  /** That of the same call of the same session that runs; else that of `work`. */
  async once({ key, procedure, session, input }: Call, work: () => Promise<Envelope>): Promise<Envelope> {
    if (key === null) return work();
    const asked = JSON.stringify(input);
    const before = this.#runs.get(key);
    if (before?.procedure === procedure && before.session === session && before.input === asked) return before.envelope;
    const run = { procedure, session, input: asked, envelope: work() };
    this.#runs.set(key, run);
    try {
      return await run.envelope;
    } finally {
      if (this.#runs.get(key) === run) this.#runs.delete(key);
    }
  }
}
