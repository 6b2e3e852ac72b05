/** Sockets to one keeper: each is checked by the keeper's key before a byte of a request is written on it. */
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import { fingerprintOf, type Identity } from './identity.ts';

export type KeeperAddress = {
  readonly address: string;
  readonly port: number;
  /** Of this computer, to go out from; left out, the system chooses. */
  readonly localAddress?: string;
};

/** Connects and shows our certificate; who the other side is, the caller has to look at. Rejects when no TLS came about. */
export function connectTls(at: KeeperAddress, identity: Identity, until: AbortSignal): Promise<TLSSocket> {
  return new Promise((connected, failed) => {
    until.throwIfAborted();
    const socket = connect({
      host: at.address,
      port: at.port,
      ...(at.localAddress === undefined ? {} : { localAddress: at.localAddress }),
      key: identity.privateKeyPem,
      cert: identity.certificatePem,
      minVersion: 'TLSv1.3',
      // No authority signs these: the key is compared instead.
      rejectUnauthorized: false,
    });
    const giveUp = () => socket.destroy();
    until.addEventListener('abort', giveUp);
    // Stays: a keeper that does not want us closes after the handshake, while nobody else listens yet.
    socket.on('error', failed);
    socket.once('close', () => {
      until.removeEventListener('abort', giveUp);
      failed(new Error('closed before TLS'));
    });
    socket.once('secureConnect', () => {
      until.removeEventListener('abort', giveUp);
      connected(socket);
    });
  });
}

type Pinned = KeeperAddress & { readonly identity: Identity; readonly keeperFingerprint: string };

/** Keeps sockets alive between calls; `cut` destroys all of them, with what waits on them. */
export class PinnedAgent extends Agent {
  readonly #open: () => Promise<TLSSocket>;
  readonly #sockets = new Set<TLSSocket>();
  readonly #closed = new AbortController();

  /** @param most sockets at once, and milliseconds to connect each */
  constructor(
    { identity, keeperFingerprint, ...at }: Pinned,
    most: { readonly sockets: number; readonly connectMs: number },
  ) {
    const { sockets, connectMs } = most;
    super({ keepAlive: true, maxSockets: sockets, maxCachedSessions: 0 });
    this.#open = async () => {
      const until = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(connectMs)]);
      const socket = await connectTls(at, identity, until);
      const certificate = socket.getPeerX509Certificate();
      if (certificate !== undefined && fingerprintOf(certificate) === keeperFingerprint) return socket;
      socket.destroy();
      throw new Error('another key than the keeper’s');
    };
  }

  override createConnection(
    _options: RequestOptions,
    made?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    this.#open().then(
      (socket) => {
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
        made?.(null, socket);
      },
      (error: unknown) => {
        (made as (error: Error) => void)(error instanceof Error ? error : new Error('no connection'));
      },
    );
    return undefined;
  }

  cut(): void {
    for (const socket of [...this.#sockets]) socket.destroy();
  }

  /** For good, with what is still connecting. */
  override destroy(): void {
    this.#closed.abort();
    this.cut();
    super.destroy();
  }
}

export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; null sends none. */
  readonly body: string | null;
  readonly signal?: AbortSignal;
};

/** The answer as soon as its headers are here. Rejects when none came. */
export function send(agent: Agent, sent: Sent): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const bytes = sent.body === null ? null : Buffer.from(sent.body);
    const length = bytes === null ? {} : { 'Content-Length': String(bytes.length) };
    const request = httpsRequest({
      agent,
      method: sent.method,
      path: sent.path,
      // The name of nobody: HTTP asks for one.
      setHost: false,
      headers: { Host: 'k', ...sent.headers, ...length },
      ...(sent.signal === undefined ? {} : { signal: sent.signal }),
    });
    request.once('response', answered);
    request.on('error', failed);
    request.end(bytes ?? undefined);
  });
}
