/** The companions that are here now: for each one process, its connection to the application, and its events stream. */
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { SteadyClock } from '../../../shared/platform/clock.ts';

/** The application as one companion's process sees it. */
export type LanConnection = {
  call(name: string, body: unknown): Promise<unknown>;
  /** `size` in bytes; null when there is no such thing. */
  fetch(name: string, id: string): Promise<{ readonly size: number; readonly stream: Readable } | null>;
  /** Messages for this process; returns the function that ends it. */
  subscribe(listener: (message: unknown) => void): () => void;
  /** The process is gone, gave way to another, or may not come back. Must not throw. */
  end(): void;
};

type Companion = {
  readonly process: string;
  readonly connection: LanConnection;
  /** Ends the stream with a last word, or without one. */
  endEvents: ((word: 'closing' | 'replaced' | null) => Promise<void>) | null;
  /** Steady milliseconds of its last request. */
  heard: number;
};

/** Bytes that may wait for one who does not read, before it counts as gone. */
const mostWaiting = 4_000_000;
/** How long a stream has for its last word. */
const lastWordMs = 500;

export class Companions {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  readonly #beatMs: number;
  readonly #here = new Map<string, Companion>();

  constructor(clock: Pick<SteadyClock, 'monotonic'>, beatMs: number) {
    this.#clock = clock;
    this.#beatMs = beatMs;
  }

  /** The process that said hello takes the place of another one of the same computer; the same one keeps its connection. */
  enter(fingerprint: string, process: string, connect: () => LanConnection): void {
    if (this.#here.get(fingerprint)?.process === process) return;
    this.leave(fingerprint, 'replaced');
    this.#here.set(fingerprint, {
      process,
      connection: connect(),
      endEvents: null,
      heard: this.#clock.monotonic(),
    });
  }

  /** The connection of this process, which was heard just now; else why there is none. */
  find(fingerprint: string, process: string): LanConnection | 'hello-first' | 'replaced' {
    const companion = this.#here.get(fingerprint);
    if (companion === undefined) return 'hello-first';
    if (companion.process !== process) return 'replaced';
    companion.heard = this.#clock.monotonic();
    return companion.connection;
  }

  /** Those whose events stream stands. */
  connected(): ReadonlySet<string> {
    return new Set(
      [...this.#here].flatMap(([fingerprint, { endEvents }]) => (endEvents === null ? [] : [fingerprint])),
    );
  }

  leave(fingerprint: string, word: 'closing' | 'replaced' | null): void {
    const companion = this.#here.get(fingerprint);
    if (companion === undefined) return;
    this.#here.delete(fingerprint);
    void companion.endEvents?.(word);
    companion.connection.end();
  }

  /** Who was not heard for so long: the computer was switched off, or the cable pulled. */
  silentFor(milliseconds: number): string[] {
    const now = this.#clock.monotonic();
    return [...this.#here].flatMap(([fingerprint, { heard }]) => (now - heard >= milliseconds ? [fingerprint] : []));
  }

  /** Its stream ends, so that its line counts as cut; the connection stays for when it is there again. */
  hush(fingerprint: string): void {
    void this.#here.get(fingerprint)?.endEvents?.(null);
  }

  /** Tells each stream that the host closes, waits until that is written, then ends all. */
  async closeAll(): Promise<void> {
    await Promise.all(
      [...this.#here.values()].map((companion) => companion.endEvents?.('closing') ?? Promise.resolve()),
    );
    for (const fingerprint of [...this.#here.keys()]) this.leave(fingerprint, null);
  }

  /** Turns an answer into the events stream of this companion; the one before ends. */
  openEvents(fingerprint: string, response: ServerResponse): void {
    const companion = this.#here.get(fingerprint);
    if (companion === undefined) return;
    void companion.endEvents?.(null);
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    const write = (line: string) => {
      response.write(`${line}\n`);
      if (response.writableLength > mostWaiting) response.destroy();
    };
    write('');
    const beat = setInterval(() => write(''), this.#beatMs);
    const unsubscribe = companion.connection.subscribe((message) => write(JSON.stringify({ message })));
    const stop = () => {
      clearInterval(beat);
      unsubscribe();
      if (companion.endEvents === end) companion.endEvents = null;
    };
    let isOver = false;
    const once = () => {
      if (isOver) return;
      isOver = true;
      stop();
    };
    const end = async (word: 'closing' | 'replaced' | null) => {
      once();
      await lastWord(response, word === null ? '' : JSON.stringify({ kind: word }));
    };
    companion.endEvents = end;
    response.on('close', once);
  }
}

/** Ends the answer; one who does not take it in time is cut off. */
function lastWord(response: ServerResponse, line: string): Promise<void> {
  if (response.closed) return Promise.resolve();
  return new Promise((written) => {
    const timer = setTimeout(() => response.destroy(), lastWordMs);
    response.once('close', () => {
      clearTimeout(timer);
      written();
    });
    response.end(`${line}\n`);
  });
}
