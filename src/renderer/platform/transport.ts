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
    subscribe: (listener) =>
      bridge.subscribe((event) => {
        deliver(event, listener);
      }),
  };
}

/** `POST invoke` with a call as JSON; `GET events` answers one JSON event a line, empty lines keep it open. */
export function loopbackTransport(origin: string, token: string, fetcher: typeof fetch = fetch): Transport {
  const headers = { [tokenHeader]: token };
  return {
    invoke: async (call) => {
      try {
        const response = await fetcher(new URL('/invoke', origin), {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(call),
          cache: 'no-store',
          // Sent while the window closes.
          keepalive: call.procedure === 'lock',
        });
        // The page was loaded again, or the program started anew: the token of its address is gone or of no use.
        if (response.status === 403) return failed('forbidden', 'page-unjoined');
        return readEnvelope(await response.json());
      } catch {
        return failed('storage', 'no-answer');
      }
    },
    subscribe: (listener) => {
      const ended = new AbortController();
      void followEvents({ origin, headers, signal: ended.signal, fetcher }, listener);
      return () => {
        ended.abort();
      };
    },
  };
}

type EventSourceOptions = {
  origin: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  fetcher: typeof fetch;
};

async function followEvents(source: EventSourceOptions, listener: (event: HostEvent) => void): Promise<void> {
  const isStopped = () => source.signal.aborted;
  while (!isStopped()) {
    try {
      // Taken out first: the browser's fetch refuses to be called as a method of another object.
      const { headers, signal, fetcher } = source;
      const response = await fetcher(new URL('/events', source.origin), { headers, signal, cache: 'no-store' });
      if (response.ok && response.body !== null) await readLines(response.body, listener);
    } catch {
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

/** Takes the token out of the fragment once: it stays in memory, never in the address or the history. */
export function takeToken(location: Location, history: History): string {
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ''));
  const token = fragment.get('token') ?? '';
  if (token !== '') history.replaceState(null, '', `${location.pathname}#/`);
  return token;
}

export function pickHost(page: Window): Host {
  if (page.api !== undefined) return { kind: 'electron', transport: bridgeTransport(page.api) };
  const token = takeToken(page.location, page.history);
  return { kind: 'loopback', transport: loopbackTransport(page.location.origin, token) };
}
