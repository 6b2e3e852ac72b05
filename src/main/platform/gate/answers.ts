/** Answers already given under an idempotency key, as the gate asks for them. */
import type { Session } from './session.ts';

/** A call as it passed the checks: what was asked, by whom, with what; without a key nothing is kept. */
export type KeyedCall = {
  readonly key: string | null;
  readonly name: string;
  readonly session: Session;
  readonly input: unknown;
};

export type Answers<Trx> = {
  /** The first answer under the key; null when it is new. */
  find(trx: Trx, call: KeyedCall): Promise<unknown>;
  keep(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** In place of the answer of the commit: how the delivery ended. */
  keepEnd(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** What was asked under the key may be asked again. */
  forget(trx: Trx, call: KeyedCall): Promise<void>;
};
