/** The windows that the application has, at this computer and at others. */
import type { Envelope, HostEvent } from '../shared/platform/contract.ts';
import type { Sessions, WhyEnded } from './access/index.ts';
import { tellCase } from './companions/index.ts';
import type { Chairs, Question } from './computers/chairs.ts';
import type { Ending } from './ending.ts';
import { Connection, type Peer } from './platform/connection.ts';
import type { Gate } from './platform/gate/gate.ts';
import { judgedSaver, type SavingPolicy } from './platform/saving.ts';
import type { Trx } from './platform/storage/rows.ts';
import { toldAfter } from './told-changes.ts';

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

/** How a call reaches the gate, and what follows the end of a window. */
type Parts = {
  readonly chairs: Chairs;
  readonly sessions: Sessions;
  readonly ending: Ending;
  readonly gate: Gate<Trx>;
  /** What runs out by its time. */
  readonly settle: () => Promise<void>;
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
    const { chairs, sessions, ending } = parts;
    const { printer, saver } = peer.ports;
    const connection = new Connection(peer, { printer, saver: judgedSaver(saver, this.#policy) });
    this.#open.add(connection);
    const lock = async (why: WhyEnded) => {
      sessions.endAt(connection, why);
      await ending.settled();
    };
    return {
      invoke: async (call) => {
        const answer = await this.#answer(call, connection, parts);
        // Gone while it was signed in: nobody has the token, and the keys of that person would wait for the idle lock.
        if (!this.#open.has(connection)) await lock('asked');
        return answer;
      },
      ask: (question) => chairs.ask(connection, question),
      subscribe: (listener) => connection.subscribe(listener),
      lock,
      line: (isUp) => sessions.line(connection, isUp),
      end: async () => {
        this.#open.delete(connection);
        await lock('asked');
        chairs.drop(connection);
        connection.end();
      },
    };
  }

  /** What the gate answers; the other windows hear of what changed. */
  async #answer(call: unknown, from: Connection, { chairs, sessions, gate, settle }: Parts): Promise<Envelope> {
    await settle();
    const envelope = await chairs.run(from, () => gate.invoke(call, from));
    if (!envelope.ok) return envelope;
    const { topics, changed } = toldAfter(call);
    for (const topic of topics) this.tellAll(topic);
    if (changed !== null) tellCase(sessions, changed.caseId, 'changed', changed.by);
    return envelope;
  }

  clear(): void {
    this.#open.clear();
  }
}
