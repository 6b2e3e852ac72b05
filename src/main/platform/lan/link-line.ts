/**
 * The line to the keeper: greets it, keeps its events stream open, notices when it is dead, and begins again.
 *
 * Beats come every two seconds; six without any and the line counts as cut, with whatever call was waiting on it. A call
 * has no clock of its own for that reason: as long as the keeper beats, it may take its time.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../shared/platform/clock.ts';
import { PinnedAgent, send, type KeeperAddress } from './pinned-agent.ts';
import type { Identity } from './identity.ts';
import { eventLineSchema, helloAnswerSchema, parseJson, processHeader, readBytes, refusalSchema } from './wire.ts';
import type { Version } from './wire.ts';

/** `older`, `newer`: this program against the keeper's. */
export type RefusedWhy = 'revoked' | 'older' | 'newer' | 'moved' | 'closing' | 'replaced';

export type LinkState =
  | { readonly kind: 'up' }
  /** Since when, and when it is tried again: milliseconds since 1970. */
  | { readonly kind: 'down'; readonly since: number; readonly nextTryAt: number }
  | { readonly kind: 'refused'; readonly why: RefusedWhy };

export type LinkPace = {
  /** Without a beat for so long, the line is dead. */
  readonly deadMs: number;
  /** Pauses between tries; the last one stays. */
  readonly pausesMs: readonly number[];
  /** How often the keeper hears that we are here. */
  readonly hereMs: number;
  readonly connectMs: number;
};

export const linkPace: LinkPace = {
  deadMs: 6000,
  pausesMs: [1000, 2000, 4000, 8000, 15_000],
  hereMs: 10_000,
  connectMs: 5000,
};

export type LinkOptions = KeeperAddress & {
  readonly identity: Identity;
  readonly keeperFingerprint: string;
  readonly hello: Version;
  readonly clock: Clock;
  readonly pace?: Partial<LinkPace>;
  /** What this computer knows of who keeps the record; left out where it knows nothing. */
  readonly known?: {
    /** The newest statement it has seen; null before the first. */
    newest(): unknown;
    /** What the keeper says; false where this is not the computer that keeps the record. */
    judge(statement: unknown): boolean;
  };
};

/** After these nothing changes by trying again: another pairing, or the other process, has the line. */
const final: readonly RefusedWhy[] = ['revoked', 'replaced', 'moved'];
const maxLine = 4_000_000;

export class LinkLine {
  /** For what keeps the line: greeting, events, orders and their outcomes. Calls that take their time never stand before it. */
  readonly agent: PinnedAgent;
  /** For calls of the window. */
  readonly calls: PinnedAgent;
  readonly pace: LinkPace;
  readonly #options: LinkOptions;
  readonly #process = randomBytes(16).toString('base64url');
  readonly #messages = new Set<(message: unknown) => void>();
  readonly #states = new Set<(state: LinkState) => void>();
  readonly #end = new AbortController();
  #state: LinkState;
  /** Tries in a row that came to nothing. */
  #failed = 0;
  #wake: (() => void) | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.pace = { ...linkPace, ...options.pace };
    const agent = (sockets: number) => new PinnedAgent(options, { sockets, connectMs: this.pace.connectMs });
    this.agent = agent(6);
    this.calls = agent(12);
    const now = options.clock.now();
    this.#state = { kind: 'down', since: now, nextTryAt: now };
    void this.#run();
  }

  get state(): LinkState {
    return this.#state;
  }

  isClosed(): boolean {
    return this.#end.signal.aborted;
  }

  /** Sent with every request: a socket does not say which process it is of. */
  get headers(): Readonly<Record<string, string>> {
    return { [processHeader]: this.#process };
  }

  onMessage(listener: (message: unknown) => void): () => void {
    this.#messages.add(listener);
    return () => void this.#messages.delete(listener);
  }

  onState(listener: (state: LinkState) => void): () => void {
    this.#states.add(listener);
    return () => void this.#states.delete(listener);
  }

  /** A call found the line broken or the keeper without us: looks at once instead of waiting for a beat that stays out. */
  doubt(): void {
    if (this.#state.kind === 'up') this.#cut();
  }

  close(): void {
    this.#end.abort();
    this.#wake?.();
    this.agent.destroy();
    this.calls.destroy();
    this.#messages.clear();
    this.#states.clear();
  }

  async #run(): Promise<void> {
    while (!this.isClosed()) {
      const refused = await this.#stay().catch(() => null);
      const isOtherVersion = refused === 'older' || refused === 'newer';
      // An update may be on its way, which takes longer than the pause between two greetings.
      if (!isOtherVersion) this.#cut();
      if (this.isClosed()) return;
      if (refused !== null) this.#become({ kind: 'refused', why: refused });
      if (refused !== null && final.includes(refused)) return;
      await this.#pause({ isSlow: isOtherVersion, isSilent: refused === null });
    }
  }

  /** Hello, then the stream until it ends; answers why the keeper does not want us, null when the line broke. */
  async #stay(): Promise<RefusedWhy | null> {
    const { version, contract, schema } = this.#options.hello;
    const { known } = this.#options;
    const statement = known?.newest() ?? null;
    const body = JSON.stringify({ version, contract, schema, process: this.#process, statement });
    const text = await this.#patiently(async () => textOf(await this.#send('POST', '/hello', body)));
    const answer = helloAnswerSchema.safeParse(parseJson(text)).data;
    if (answer === undefined) return refusedWhy(text);
    if (!answer.ok) {
      if (answer.statement !== null) known?.judge(answer.statement);
      return answer.why;
    }
    if (known?.judge(answer.statement) === false) return 'moved';
    const stream = await this.#patiently(() => this.#send('GET', '/events', null));
    if (stream.statusCode !== 200) return refusedWhy(await this.#patiently(() => textOf(stream)));
    this.#failed = 0;
    this.#become({ kind: 'up' });
    const here = setInterval(() => {
      this.#patiently(async () => textOf(await this.#send('POST', '/here', ''))).catch(() => undefined);
    }, this.pace.hereMs);
    try {
      return await this.#listen(stream);
    } finally {
      clearInterval(here);
    }
  }

  #send(method: 'GET' | 'POST', path: string, body: string | null): Promise<IncomingMessage> {
    return send(this.agent, { method, path, headers: this.headers, body });
  }

  /** What the line itself asks is answered at once: a keeper that does not is as good as gone. */
  #patiently<Value>(work: () => Promise<Value>): Promise<Value> {
    const patience = setTimeout(() => this.#cut(), this.pace.deadMs);
    return work().finally(() => clearTimeout(patience));
  }

  async #listen(stream: IncomingMessage): Promise<RefusedWhy | null> {
    const dead = setTimeout(() => this.#cut(), this.pace.deadMs);
    let rest = '';
    try {
      stream.setEncoding('utf8');
      for await (const piece of stream as AsyncIterable<string>) {
        dead.refresh();
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > maxLine) return null;
        for (const line of lines) {
          const last = line === '' ? null : this.#hear(line);
          if (last !== null) return last;
        }
      }
      return null;
    } finally {
      clearTimeout(dead);
    }
  }

  /** Hands a message on; answers the word after which the stream ends. */
  #hear(line: string): RefusedWhy | null {
    const heard = eventLineSchema.safeParse(parseJson(line)).data;
    if (heard === undefined) return null;
    if ('kind' in heard) return heard.kind;
    for (const listener of [...this.#messages]) listener(heard.message);
    return null;
  }

  async #pause({ isSlow, isSilent }: { readonly isSlow: boolean; readonly isSilent: boolean }): Promise<void> {
    const { pausesMs } = this.pace;
    const pause = (isSlow ? pausesMs.at(-1) : (pausesMs[this.#failed] ?? pausesMs.at(-1))) ?? 0;
    this.#failed += 1;
    const now = this.#options.clock.now();
    // One that closed in order and does not answer any more is down like any other.
    const hasClosed = this.#state.kind === 'refused' && this.#state.why === 'closing' && isSilent;
    if (this.#state.kind !== 'refused' || hasClosed) {
      const since = this.#state.kind === 'down' ? this.#state.since : now;
      this.#become({ kind: 'down', since, nextTryAt: now + pause });
    }
    if (this.isClosed()) return;
    await new Promise<void>((over) => {
      const timer = setTimeout(over, pause);
      this.#wake = () => {
        clearTimeout(timer);
        over();
      };
    });
    this.#wake = null;
  }

  #cut(): void {
    this.agent.cut();
    this.calls.cut();
  }

  #become(state: LinkState): void {
    this.#state = state;
    for (const listener of [...this.#states]) listener(state);
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  return (await readBytes(message, maxLine))?.toString('utf8') ?? '';
}

function refusedWhy(text: string): RefusedWhy | null {
  const why = refusalSchema.safeParse(parseJson(text)).data?.why;
  return why === 'revoked' || why === 'replaced' || why === 'older' || why === 'newer' ? why : null;
}
