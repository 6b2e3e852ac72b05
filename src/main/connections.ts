/** The windows that the application has, at this computer and at others. */
import type { Envelope, HostEvent } from '../shared/platform/contract.ts';
import type { WhyEnded } from './access/index.ts';
import type { Question } from './computers/chairs.ts';
import { Connection, type Peer } from './platform/connection.ts';
import { judgedSaver, type SavingPolicy } from './platform/saving.ts';

/** The application as one window at one computer has it. */
export type Connected = {
  invoke(call: unknown): Promise<Envelope>;
  /** At a companion: what stands in place of a password typed there. */
  ask(question: Question): Promise<unknown>;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Full lock of the sessions begun here: the screen was locked, the computer sleeps, the line is gone. */
  lock(why: 'system' | 'idle'): Promise<void>;
  /** The window is gone: its sessions end, and nothing is told to it any more. */
  end(): Promise<void>;
};

/** As the part has it that another computer of the centre reaches. */
export type Reached = Connected & {
  /** Its line went down, or stands again. */
  line(isUp: boolean): void;
};

type Parts = {
  /** A question of the chair. Throws `ExpectedFailure`. */
  ask(question: Question, from: Connection): Promise<unknown>;
  answer(call: unknown, from: Connection): Promise<Envelope>;
  /** Ends the sessions begun there, and waits for what follows. */
  lock(from: Connection, why: WhyEnded): Promise<void>;
  left(connection: Connection): void;
  line(from: Connection, isUp: boolean): void;
};

export class Connections {
  readonly #open = new Set<Connection>();
  readonly #policy: SavingPolicy;

  constructor(policy: SavingPolicy) {
    this.#policy = policy;
  }

  tellAll(topic: Extract<HostEvent, { kind: 'changed' }>['topic']): void {
    for (const connection of this.#open) connection.tell({ kind: 'changed', topic });
  }

  connect(peer: Peer, parts: Parts): Reached {
    const { printer, saver } = peer.ports;
    const connection = new Connection(peer, { printer, saver: judgedSaver(saver, this.#policy) });
    this.#open.add(connection);
    return {
      invoke: async (call) => {
        const answer = await parts.answer(call, connection);
        // Gone while it was signed in: nobody has the token, and the keys of that person would wait for the idle lock.
        if (!this.#open.has(connection)) await parts.lock(connection, 'asked');
        return answer;
      },
      ask: (question) => parts.ask(question, connection),
      subscribe: (listener) => connection.subscribe(listener),
      lock: (why) => parts.lock(connection, why),
      line: (isUp) => parts.line(connection, isUp),
      end: async () => {
        this.#open.delete(connection);
        await parts.lock(connection, 'asked');
        parts.left(connection);
        connection.end();
      },
    };
  }

  clear(): void {
    this.#open.clear();
  }
}
