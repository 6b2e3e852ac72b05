/** The companion's side of pairing: shows that it holds the code, and believes nobody who cannot show the same. */
import { Agent } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { fail } from '../../../shared/platform/failures.ts';
import { sameBytes } from '../crypto/sealing.ts';
import { fingerprintOf, type Identity } from './identity.ts';
import { decodePairCode } from './pair-code.ts';
import { channelOf, pairProof, type PairChannel } from './pair-proof.ts';
import { connectTls, send, type KeeperAddress } from './pinned-agent.ts';
import { maxPairBody, pairAnswerSchema, parseJson, readBytes } from './wire.ts';

export type PairRequest = KeeperAddress & {
  /** As it was typed. */
  readonly code: string;
  /** How the keeper is to call this computer: 1 to 60 characters. */
  readonly name: string;
  readonly identity: Identity;
};

export type Paired = {
  /** To be kept: from now on the keeper is whoever holds this key. */
  readonly keeperFingerprint: string;
  /** What the keeper's application says to a new companion, as JSON. */
  readonly answer: unknown;
};

const connectMs = 5000;
/** The keeper writes its record before it answers. */
const answerMs = 30_000;

/**
 * Throws `wrong-secret`/`pair-code-mistyped` before anything is sent, `storage`/`keeper-unreachable`,
 * `wrong-secret`/`pair-code-refused`, and `wrong-secret`/`pair-middle` when somebody without the code says yes. What
 * the keeper's `paired` threw, if it was expected, is thrown here.
 */
export async function pairWith(asked: PairRequest): Promise<Paired> {
  const code = decodePairCode(asked.code);
  let socket: TLSSocket | null = null;
  try {
    socket = await connectTls(asked, asked.identity, AbortSignal.timeout(connectMs)).catch(() => null);
    if (socket === null) throw fail('storage', 'keeper-unreachable');
    // Taken while the channel is sure to be there: one that is refused closes it.
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) throw fail('wrong-secret', 'pair-middle');
    const keeperFingerprint = fingerprintOf(certificate);
    const channel = channelOf(socket, keeperFingerprint, fingerprintOf(asked.identity.certificatePem));
    const answer = await show(socket, asked.name, pairProof(code, 'companion', channel));
    return { keeperFingerprint, answer: judge(answer, code, channel) };
  } finally {
    code.fill(0);
    socket?.destroy();
  }
}

type Answer = { readonly status: number; readonly text: string };

/** A keeper that closes without a word offers no code. */
async function show(socket: TLSSocket, name: string, proof: Buffer): Promise<Answer> {
  const agent = new OneSocket(socket);
  try {
    const body = JSON.stringify({ name, proof: proof.toString('base64url') });
    const signal = AbortSignal.timeout(answerMs);
    const answer: IncomingMessage = await send(agent, { method: 'POST', path: '/pair', headers: {}, body, signal });
    const bytes = await readBytes(answer, 16 * maxPairBody);
    return { status: answer.statusCode ?? 0, text: bytes?.toString('utf8') ?? '' };
  } catch {
    throw fail('wrong-secret', 'pair-code-refused');
  } finally {
    agent.destroy();
  }
}

function judge({ status, text }: Answer, code: Buffer, channel: PairChannel): unknown {
  if (status === 403) throw fail('wrong-secret', 'pair-code-refused');
  if (status >= 500) throw fail('storage', 'keeper-unreachable');
  const given = pairAnswerSchema.safeParse(parseJson(text)).data;
  const proof = Buffer.from(given?.proof ?? '', 'base64url');
  if (given === undefined || !sameBytes(proof, pairProof(code, 'keeper', channel)))
    throw fail('wrong-secret', 'pair-middle');
  if (given.refused !== null) throw fail(given.refused.code, given.refused.reason);
  return given.answer;
}

/** Sends over the very socket whose channel was proven. */
class OneSocket extends Agent {
  readonly #socket: TLSSocket;

  constructor(socket: TLSSocket) {
    super({ keepAlive: false });
    this.#socket = socket;
  }

  override createConnection(): Duplex {
    return this.#socket;
  }
}
