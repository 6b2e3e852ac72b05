/** A call sent again while the first is still at its work gets its answer, with how the delivery ended. */
import type { Call, Envelope } from '../../../shared/platform/contract.ts';

type Run = Pick<Call, 'procedure' | 'session'> & { readonly input: string; readonly envelope: Promise<Envelope> };

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
