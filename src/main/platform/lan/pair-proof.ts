/**
 * What each side shows that it holds the code, on this very channel.
 *
 * The exporter of TLS differs on the two legs of a relay, and so do the certificates: what one leg proves is wrong on
 * the other. Both proofs name their role, or the answer could be the question sent back.
 */
import type { TLSSocket } from 'node:tls';
import { hmac } from '../crypto/sealing.ts';

const exporterLabel = 'EXPORTER-registro-cem-pair';

/** 32 bytes each. */
export type PairChannel = { readonly exported: Buffer; readonly server: Buffer; readonly client: Buffer };

/**
 * Of a connected socket. The other side's key is handed in as its fingerprint: Node 24 gives the certificate of a peer
 * once, and nothing when it is asked again.
 */
export function channelOf(socket: TLSSocket, server: string, client: string): PairChannel {
  return {
    exported: socket.exportKeyingMaterial(32, exporterLabel, Buffer.alloc(0)),
    server: Buffer.from(server, 'base64url'),
    client: Buffer.from(client, 'base64url'),
  };
}

export function pairProof(code: Buffer, role: 'keeper' | 'companion', channel: PairChannel): Buffer {
  return hmac(code, Buffer.concat([Buffer.from(`${role}\0`), channel.exported, channel.server, channel.client]));
}
