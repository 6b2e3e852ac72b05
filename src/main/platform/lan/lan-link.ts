/** The companion's end of the network: calls the keeper as the application calls itself, and says how the line is. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { CallRefused, LineCut } from './line-cut.ts';
import { LinkLine, type LinkOptions, type LinkState } from './link-line.ts';
import { send } from './pinned-agent.ts';
import { callName, fetchId, maxBody, parseJson, readBytes, refusalSchema, updateName } from './wire.ts';

export type LanLink = {
  /** Never repeats by itself. Throws `LineCut` when no answer came, `CallRefused` when the answer was no value. */
  call(name: string, body: unknown): Promise<unknown>;
  /**
   * Repeats until an answer came: for changes that carry a key, which the keeper carries out once. Rejects with the
   * signal's reason, with `CallRefused`, and with `LineCut` once the link is closed.
   */
  callUntilAnswered(name: string, body: unknown, signal: AbortSignal): Promise<unknown>;
  /** The whole file. Throws like `call`; `CallRefused`/`not-found` where there is none. */
  fetch(name: string, id: string): Promise<Buffer>;
  /** The same, as it comes: for what is too large for the memory. A cut, and a size other than was said, break the stream. */
  open(name: string, id: string): Promise<IncomingMessage>;
  /** Messages of the keeper while the line is up. What it said in between is lost: ask again after `up`. */
  subscribe(listener: (message: unknown) => void): () => void;
  state(): LinkState;
  onState(listener: (state: LinkState) => void): () => void;
  close(): void;
};

/** An installer; everything else is far smaller. */
const maxFile = 512_000_000;

export function openLink(options: LinkOptions): LanLink {
  const line = new LinkLine(options);
  return {
    call: (name, body) => call(line, name, body, null),
    callUntilAnswered: (name, body, signal) => callUntilAnswered(line, name, body, signal),
    fetch: async (name, id) => exchange(line, askedFile(line, name, id)),
    open: (name, id) => openFile(line, name, id),
    subscribe: (listener) => line.onMessage(listener),
    state: () => line.state,
    onState: (listener) => line.onState(listener),
    close: () => line.close(),
  };
}

async function call(line: LinkLine, name: string, body: unknown, signal: AbortSignal | null): Promise<unknown> {
  if (!callName.test(name)) throw new Error('no name of a call');
  const text = JSON.stringify(body ?? null);
  if (Buffer.byteLength(text) > maxBody) throw new CallRefused('too-large');
  mustBeUp(line);
  const bytes = await exchange(line, { method: 'POST', path: `/call/${name}`, body: text, signal });
  const value = parseJson(bytes.toString('utf8'));
  if (value === undefined) throw new CallRefused('fault');
  return value;
}

async function callUntilAnswered(line: LinkLine, name: string, body: unknown, signal: AbortSignal): Promise<unknown> {
  const { pausesMs } = line.pace;
  for (let failed = 0; ; failed += 1) {
    signal.throwIfAborted();
    try {
      return await call(line, name, body, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (line.isClosed() || !isWorthRepeating(error)) throw error;
    }
    await untilUp(line, pausesMs[failed] ?? pausesMs.at(-1) ?? 0, signal);
  }
}

/** Nothing came, or the keeper could not look at it just now. */
function isWorthRepeating(error: unknown): boolean {
  return error instanceof LineCut || (error instanceof CallRefused && ['flood', 'hello-first'].includes(error.why));
}

/** The pause, or less of it when the line comes up meanwhile. */
async function untilUp(line: LinkLine, milliseconds: number, signal: AbortSignal): Promise<void> {
  const isUp = new AbortController();
  const unsubscribe = line.onState((state) => {
    if (state.kind === 'up') isUp.abort();
  });
  await pause(milliseconds, undefined, { signal: AbortSignal.any([signal, isUp.signal]) }).catch(() => undefined);
  unsubscribe();
}

function askedFile(line: LinkLine, name: string, id: string): Exchange {
  if (!callName.test(name) || !fetchId.test(id)) throw new Error('no name of a file');
  const { state } = line;
  const isUpdate = state.kind === 'refused' && (state.why === 'older' || state.why === 'newer') && name === updateName;
  if (!isUpdate) mustBeUp(line);
  return { method: 'GET', path: `/fetch/${name}/${id}`, body: null, signal: null };
}

async function openFile(line: LinkLine, name: string, id: string): Promise<IncomingMessage> {
  const { method, path, body } = askedFile(line, name, id);
  let answer: IncomingMessage;
  let bytes: Buffer | null = null;
  try {
    answer = await send(line.calls, { method, path, body, headers: line.headers });
    if (answer.statusCode !== 200) bytes = await readBytes(answer, maxBody);
  } catch {
    throw new LineCut(true);
  }
  if (answer.statusCode === 200) return answer;
  throw refusalOf(line, answer.statusCode, bytes);
}

/** A line that is down is not tried by a call: it would only wait with it. */
function mustBeUp(line: LinkLine): void {
  const { state } = line;
  if (state.kind === 'refused' && state.why !== 'closing') throw new CallRefused(state.why);
  if (state.kind !== 'up' || line.isClosed()) throw new LineCut(false);
}

type Exchange = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
};

/** Outcomes of orders and their bytes come before what waits for them. */
const agentOf = (line: LinkLine, path: string) =>
  path === '/call/outcome' || path.startsWith('/fetch/order/') ? line.agent : line.calls;

/** The bytes of a good answer. */
async function exchange(line: LinkLine, { signal, ...asked }: Exchange): Promise<Buffer> {
  let status: number | undefined;
  let bytes: Buffer | null;
  try {
    const sent = { ...asked, headers: line.headers, ...(signal === null ? {} : { signal }) };
    const answer: IncomingMessage = await send(agentOf(line, asked.path), sent);
    status = answer.statusCode;
    bytes = await readBytes(answer, maxFile);
  } catch {
    throw new LineCut(true);
  }
  if (status === 200 && bytes !== null) return bytes;
  throw refusalOf(line, status, bytes);
}

function refusalOf(line: LinkLine, status: number | undefined, bytes: Buffer | null): CallRefused {
  const why = refusalSchema.safeParse(parseJson(bytes?.toString('utf8') ?? '')).data?.why;
  // The keeper was started anew, or took us off: the line finds out which.
  if (why === 'hello-first' || why === 'replaced' || why === 'revoked') line.doubt();
  return new CallRefused(why ?? (status === 404 ? 'not-found' : 'fault'));
}
