/** How messages reach the application: through Electron's preload, or over loopback HTTP in a browser. */
import {
  envelopeSchema,
  hostEventSchema,
  type Call,
  type Envelope,
  type HostEvent,
  type Transport,
} from '../../shared/platform/contract.ts';

/** What the preload script exposes as `window.api`; nothing else. */
export type HostBridge = {
  readonly invoke: (call: Call) => Promise<unknown>;
  readonly subscribe: (listener: (event: unknown) => void) => () => void;
};

declare global {
  interface Window {
    readonly api?: HostBridge;
  }
}

export type Host = { readonly kind: 'electron' | 'loopback'; readonly transport: Transport };

const tokenHeader = 'x-registro-token';
const reconnectAfter = 1000;

/** Tells of each event whether the line is up again after it was not: that it is up is also said to whoever asks. */
export function lineBack(): (event: HostEvent) => boolean {
  let isUp = true;
  return (event) => {
    if (event.kind !== 'line') return false;
    const wasUp = isUp;
    isUp = event.state === 'up';
    return isUp && !wasUp;
  };
}

function failed(code: 'unexpected' | 'damaged' | 'forbidden' | 'storage', reason: string | null = null): Envelope {
  return { ok: false, failure: { code, reason, issues: [], incident: null } };
}

/** An answer that is not an envelope is a bug of the host, shown as one. */
function readEnvelope(answer: unknown): Envelope {
  const parsed = envelopeSchema.safeParse(answer);
  return parsed.success ? parsed.data : failed('unexpected');
}

function deliver(event: unknown, listener: (event: HostEvent) => void): void {
  const parsed = hostEventSchema.safeParse(event);
  if (parsed.success) listener(parsed.data);
}

export function bridgeTransport(bridge: HostBridge): Transport {
  return {
    invoke: async (call) => readEnvelope(await bridge.invoke(call)),
    subscribe: (listener) => bridge.subscribe((event) => deliver(event, listener)),
  };
}

/** The page gave its ticket and got no token: it was used before, or the program started anew. */
class Unjoined extends Error {}

/** Exchanges the ticket once, at the first call; an exchange that got no answer is tried again with the next. */
function makeJoin(origin: string, ticket: string, fetcher: typeof fetch): () => Promise<string> {
  let joining: Promise<string> | null = null;
  const join = async (): Promise<string> => {
    const headers = { [tokenHeader]: ticket };
    const response = await fetcher(new URL('/join', origin), { method: 'POST', headers, cache: 'no-store' });
    if (!response.ok) throw new Unjoined();
    const answer = (await response.json()) as { token?: unknown };
    if (typeof answer.token !== 'string') throw new Unjoined();
    return answer.token;
  };
  return () => {
    joining ??= join().catch((error: unknown) => {
      if (!(error instanceof Unjoined)) joining = null;
      throw error;
    });
    return joining;
  };
}

/**
 * `POST join` gives the token for the ticket; `POST invoke` takes a call as JSON; `GET events` answers one JSON event a
 * line, empty lines keep it open.
 */
export function loopbackTransport(origin: string, ticket: string, fetcher: typeof fetch = fetch): Transport {
  const join = makeJoin(origin, ticket, fetcher);
  return {
    invoke: async (call) => {
      try {
        const token = await join();
        const response = await fetcher(new URL('/invoke', origin), {
          method: 'POST',
          headers: { [tokenHeader]: token, 'content-type': 'application/json' },
          body: JSON.stringify(call),
          cache: 'no-store',
          // Sent while the window closes.
          keepalive: call.procedure === 'lock',
        });
        // The program started anew.
        if (response.status === 403) return failed('forbidden', 'page-unjoined');
        return readEnvelope(await response.json());
      } catch (error) {
        return error instanceof Unjoined ? failed('forbidden', 'page-unjoined') : failed('storage', 'no-answer');
      }
    },
    subscribe: shared((listener) => {
      const ended = new AbortController();
      void followEvents({ origin, join, signal: ended.signal, fetcher }, listener);
      return () => ended.abort();
    }),
  };
}

type Subscribe = Transport['subscribe'];

/** One stream for every listener of a page: a browser opens six connections to a host in all its tabs, and no more. */
function shared(follow: Subscribe): Subscribe {
  const listeners = new Set<{ readonly hear: (event: HostEvent) => void }>();
  let end: (() => void) | null = null;
  return (hear) => {
    const listener = { hear };
    listeners.add(listener);
    end ??= follow((event) => {
      for (const one of listeners) one.hear(event);
    });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      end?.();
      end = null;
    };
  };
}

type EventSourceOptions = {
  origin: string;
  join: () => Promise<string>;
  signal: AbortSignal;
  fetcher: typeof fetch;
};

async function followEvents(source: EventSourceOptions, listener: (event: HostEvent) => void): Promise<void> {
  const isStopped = () => source.signal.aborted;
  while (!isStopped()) {
    try {
      // Taken out first: the browser's fetch refuses to be called as a method of another object.
      const { signal, fetcher } = source;
      const headers = { [tokenHeader]: await source.join() };
      const response = await fetcher(new URL('/events', source.origin), { headers, signal, cache: 'no-store' });
      if (response.ok && response.body !== null) await readLines(response.body, listener);
    } catch (error) {
      if (error instanceof Unjoined) return;
      // The host closed or restarted: try again below.
    }
    if (!isStopped()) await new Promise((resolve) => setTimeout(resolve, reconnectAfter));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, listener: (event: HostEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) deliverLine(line, listener);
  }
}

function deliverLine(line: string, listener: (event: HostEvent) => void): void {
  if (line.trim() === '') return;
  try {
    deliver(JSON.parse(line), listener);
  } catch {
    // A cut line is not an event.
  }
}

/**
 * Takes the ticket out of the fragment. The browser may have written it to its disk already: it is worth nothing there
 * as soon as this page has exchanged it.
 */
export function takeTicket(location: Location, history: History): string {
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ''));
  const ticket = fragment.get('ticket') ?? '';
  if (ticket !== '') history.replaceState(null, '', `${location.pathname}#/`);
  return ticket;
}

export function pickHost(page: Window): Host {
  if (page.api !== undefined) return { kind: 'electron', transport: bridgeTransport(page.api) };
  const ticket = takeTicket(page.location, page.history);
  return { kind: 'loopback', transport: loopbackTransport(page.location.origin, ticket) };
}
