/**
 * The keeper's end of the network: answers the companions of this centre and nobody else.
 *
 * TLS 1.3 with a certificate on both sides, known by its key and not by an authority; one chosen address, its own subnet
 * only. A stranger learns nothing: no page, no product, no byte of HTTP. What a call means is the business of the
 * application behind `LanTarget`.
 */
import { constants } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SteadyClock } from '../../../shared/platform/clock.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { Companions, type LanConnection } from './companions.ts';
import { Door, type Standing } from './host-door.ts';
import { answer, finish } from './host-routes.ts';
import { fingerprintOf, type Identity } from './identity.ts';
import { PairOffer } from './pair-code.ts';
import { Rate } from '../rate.ts';
import { RefusalLog, type LanRefusal } from './refusal-log.ts';
import { neighboursOf, type NetworkTable } from './subnet.ts';
import type { Version } from './wire.ts';

export type LanTarget = {
  isPaired(fingerprint: string): Standing;
  /** A process of a paired companion said a right hello from this address. */
  connect(fingerprint: string, address: string): LanConnection;
  /** The code was right: keep it. What it answers, as JSON, is for the companion, and so is what it expects to fail. */
  paired(companion: { readonly name: string; readonly fingerprint: string }): Promise<unknown>;
  /** Must not throw. */
  refused(refusal: LanRefusal): void;
  /** What a computer knows of who keeps the record; false where that is another one than this. Left out: nobody asks. */
  judge?(statement: unknown): boolean;
  /** What this computer says of it; null where it cannot. */
  statement?(): unknown;
};

export type LanLimits = {
  readonly connectionsPerSecond: number;
  readonly openSockets: number;
  readonly allSockets: number;
  /** Requests of one companion. */
  readonly callsPerSecond: number;
  readonly handshakeMs: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly beatMs: number;
  /** A companion not heard for so long: its stream ends, and its line counts as cut. */
  readonly silentMs: number;
  /** Not heard for so long, it is gone: its connection ends. Longer than sessions last over a line that is cut. */
  readonly goneMs: number;
};

/** A window asks a few things at once and five people work in one; a cut line reconnects once in a second. */
export const lanLimits: LanLimits = {
  connectionsPerSecond: 20,
  openSockets: 24,
  allSockets: 256,
  callsPerSecond: 200,
  handshakeMs: 5000,
  headersMs: 5000,
  requestMs: 30_000,
  beatMs: 2000,
  silentMs: 60_000,
  goneMs: 31 * 60_000,
};

export type LanHostOptions = {
  /** Of the addresses of this computer, the one that was chosen. */
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly networks: NetworkTable;
  readonly identity: Identity;
  readonly own: Version;
  readonly clock: SteadyClock;
  readonly limits?: Partial<LanLimits>;
};

export type LanHost = {
  readonly address: string;
  readonly port: number;
  readonly fingerprint: string;
  readonly offer: PairOffer;
  /** Fingerprints of the companions whose line stands. */
  connected(): ReadonlySet<string>;
  /** After a companion was revoked: cuts its sockets at once and ends its connection. */
  drop(fingerprint: string): void;
  /** Says `closing` to every companion first. */
  close(): Promise<void>;
};

const sweepMs = 1000;

/** Throws `rule-broken`/`address-gone` when this computer does not have the address, `storage`/`port-taken`. */
export async function startLanHost(target: LanTarget, options: LanHostOptions): Promise<LanHost> {
  const { clock, identity } = options;
  const limits = { ...lanLimits, ...options.limits };
  const fingerprint = fingerprintOf(identity.certificatePem);
  const isNeighbour = neighboursOf(options.networks, options.address);
  if (isNeighbour === null) throw fail('rule-broken', 'address-gone');
  const refusals = new RefusalLog(clock, (refusal) => target.refused(refusal));
  const offer = new PairOffer(clock);
  const companions = new Companions(clock, limits.beatMs);
  const standingOf = (companion: string) => standingIn(target, companion);
  const door = new Door({ clock, limits, isNeighbour, standingOf, offer, refusals });
  const parts = {
    ...{ own: options.own, fingerprint, offer, companions, refusals, standingOf },
    calls: new Rate(() => clock.monotonic(), limits.callsPerSecond),
    connect: (companion: string, address: string) => target.connect(companion, address),
    judge: (statement: unknown) => target.judge?.(statement) ?? true,
    statement: () => target.statement?.() ?? null,
    paired: (companion: { name: string; fingerprint: string }) => target.paired(companion),
  };
  const server = newServer(identity, limits);
  door.guard(server);
  server.on('request', (request, response) => {
    const guest = door.guestOf(request.socket);
    response.sendDate = false;
    if (guest === null) response.destroy();
    else answer({ parts, guest, request, response }).catch(() => finish(response, 500));
  });
  await listen(server, options);
  const leave = (companion: string) => {
    companions.leave(companion, null);
    door.drop(companion);
  };
  const sweep = setInterval(() => {
    refusals.flush();
    // An offer that nobody asks for any more forgets its code.
    offer.left();
    for (const companion of companions.silentFor(limits.silentMs)) companions.hush(companion);
    companions.silentFor(limits.goneMs).forEach(leave);
  }, sweepMs);
  return {
    address: options.address,
    port: (server.address() as AddressInfo).port,
    fingerprint,
    offer,
    connected: () => companions.connected(),
    drop: leave,
    close: async () => {
      clearInterval(sweep);
      offer.withdraw();
      const closed = new Promise<void>((done) => server.close(() => done()));
      await companions.closeAll();
      door.dropAll();
      await closed;
      refusals.flush('all');
    },
  };
}

/** A record that cannot be asked knows nobody: an error here would end the program. */
function standingIn(target: LanTarget, fingerprint: string): Standing {
  try {
    return target.isPaired(fingerprint);
  } catch {
    return 'unknown';
  }
}

function newServer(identity: Identity, limits: LanLimits): Server {
  const server = createServer({
    key: identity.privateKeyPem,
    cert: identity.certificatePem,
    minVersion: 'TLSv1.3',
    requestCert: true,
    // No authority signs ours: `host-door.ts` looks at the key, and lets nobody in without one.
    rejectUnauthorized: false,
    // Without tickets there is nothing to resume a session from: the certificate is asked for each time.
    secureOptions: constants.SSL_OP_NO_TICKET,
    handshakeTimeout: limits.handshakeMs,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: limits.requestMs,
    maxHeaderSize: 4096,
  });
  server.maxConnections = limits.allSockets;
  return server;
}

async function listen(server: Server, { address, port }: LanHostOptions): Promise<void> {
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen({ port, host: address, exclusive: true }, () => {
        server.off('error', failed);
        listening();
      });
    });
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL';
    throw isGone ? fail('rule-broken', 'address-gone') : fail('storage', 'port-taken');
  }
}
