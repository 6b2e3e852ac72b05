/** What a companion may ask of the keeper, once it is in. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import { ExpectedFailure } from '../../../shared/platform/failures.ts';
import { sameBytes } from '../crypto/sealing.ts';
import type { Companions, LanConnection } from './companions.ts';
import type { Guest, Standing } from './host-door.ts';
import type { PairOffer, TakenOffer } from './pair-code.ts';
import { channelOf, pairProof } from './pair-proof.ts';
import type { Rate } from '../rate.ts';
import type { RefusalLog } from './refusal-log.ts';
import { callName, compareVersions, fetchId, helloSchema, maxBody, maxPairBody, pairRequestSchema } from './wire.ts';
import { parseJson, processHeader, readBytes, updateName } from './wire.ts';
import type { HelloAnswer, PairAnswer, Refusal, Version } from './wire.ts';

export type RouteParts = {
  readonly own: Version;
  /** The keeper's own. */
  readonly fingerprint: string;
  readonly offer: PairOffer;
  readonly companions: Companions;
  readonly refusals: RefusalLog;
  readonly calls: Rate;
  readonly standingOf: (fingerprint: string) => Standing;
  readonly connect: (fingerprint: string, address: string) => LanConnection;
  /** The newest statement that a computer has seen: false where it says that another one keeps the record. */
  readonly judge: (statement: unknown) => boolean;
  /** The keeper's own. */
  readonly statement: () => unknown;
  readonly paired: (companion: { readonly name: string; readonly fingerprint: string }) => Promise<unknown>;
};

/** One request of one who got in. */
type Asked = {
  readonly parts: RouteParts;
  readonly guest: Guest;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

export async function answer(asked: Asked): Promise<void> {
  const { parts, guest, request, response } = asked;
  const [path = '', ...names] = (request.url ?? '').split('/').slice(1);
  const route = `${request.method ?? ''} ${path}/${names.length}`;
  // Asked at each request: a socket may be older than what the keeper decided since.
  const standing = parts.standingOf(guest.fingerprint);
  if (standing === 'unknown') {
    if (route === 'POST pair/0') await pair(asked);
    else {
      parts.refusals.add('unknown', guest.address, guest.fingerprint);
      response.destroy();
    }
  } else if (standing === 'revoked') await sendAway(asked, route);
  else if (!parts.calls.allows(guest.fingerprint)) {
    parts.refusals.add('flood', guest.address, guest.fingerprint);
    refuse(response, 429, 'flood');
  } else if (route === 'POST hello/0') await hello(asked);
  else if (route === 'GET fetch/2' && names[0] === updateName) await fetchUpdate(asked, names[1] ?? '');
  else await answerProcess(asked, route, names);
}

/** The routes of a process that said a right hello. */
async function answerProcess(asked: Asked, route: string, names: readonly string[]): Promise<void> {
  const { parts, guest, request, response } = asked;
  const connection = parts.companions.find(guest.fingerprint, String(request.headers[processHeader] ?? ''));
  const [name = '', id = ''] = names;
  if (typeof connection === 'string') refuse(response, 409, connection);
  else if (route === 'POST here/0') finish(response, 204);
  else if (route === 'POST call/1' && callName.test(name)) await call(asked, connection, name);
  else if (route === 'GET fetch/2' && callName.test(name)) await sendFile(asked, connection, [name, id]);
  else if (route === 'GET events/0') parts.companions.openEvents(guest.fingerprint, response);
  else finish(response, 404);
}

/**
 * One that may not come back is heard, and told, in one thing: which computer keeps the record. It may have kept it itself, and
 * believe that it does.
 */
async function sendAway({ parts, request, response }: Asked, route: string): Promise<void> {
  const given = route === 'POST hello/0' ? await readHello(request) : null;
  if (given === null) {
    refuse(response, 403, 'revoked');
    return;
  }
  parts.judge(given.statement);
  response.shouldKeepAlive = false;
  const statement = parts.statement() ?? null;
  sendJson(response, 403, { ok: false, why: 'revoked', version: null, statement } satisfies HelloAnswer);
}

async function readHello(request: IncomingMessage) {
  const body = await readBytes(request, maxPairBody);
  return helloSchema.safeParse(body === null ? null : parseJson(body.toString('utf8'))).data ?? null;
}

async function hello({ parts, guest, request, response }: Asked): Promise<void> {
  const given = await readHello(request);
  if (given === null) {
    finish(response, 400);
    return;
  }
  // Before the version: a newer program, too, may know that this computer keeps the record no more.
  if (!parts.judge(given.statement)) {
    sendJson(response, 200, { ok: false, why: 'moved', version: parts.own.version, statement: null });
    return;
  }
  const why = compareVersions(parts.own, given);
  const { version } = parts.own;
  if (why !== null) {
    parts.refusals.add('version', guest.address, guest.fingerprint);
    parts.companions.leave(guest.fingerprint, 'replaced');
    sendJson(response, 200, { ok: false, why, version, statement: parts.statement() ?? null } satisfies HelloAnswer);
    return;
  }
  parts.companions.enter(guest.fingerprint, given.process, () => parts.connect(guest.fingerprint, guest.address));
  sendJson(response, 200, { ok: true, version, statement: parts.statement() ?? null } satisfies HelloAnswer);
}

async function call({ request, response }: Asked, connection: LanConnection, name: string): Promise<void> {
  const body = await readBytes(request, maxBody);
  if (body === null) {
    refuse(response, 413, 'too-large');
    return;
  }
  const given = parseJson(body.toString('utf8'));
  if (given === undefined) finish(response, 400);
  else sendJson(response, 200, (await connection.call(name, given)) ?? null);
}

/** For a companion that may do nothing else: the connection lives as long as the file travels. */
async function fetchUpdate(asked: Asked, id: string): Promise<void> {
  const { parts, guest } = asked;
  const connection = parts.connect(guest.fingerprint, guest.address);
  try {
    await sendFile(asked, connection, [updateName, id]);
  } finally {
    connection.end();
  }
}

async function sendFile(
  { response }: Asked,
  connection: LanConnection,
  [name, id]: readonly [string, string],
): Promise<void> {
  const found = fetchId.test(id) ? await connection.fetch(name, id) : null;
  if (found === null) {
    finish(response, 404);
    return;
  }
  response.writeHead(200, { 'Content-Length': found.size });
  await pipeline(found.stream, (pieces: AsyncIterable<Buffer>) => whole(pieces, found.size), response);
}

/** Throws, and so cuts the socket, when there is more or less than was said: the other side would wait for the rest. */
async function* whole(pieces: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let left = size;
  for await (const piece of pieces) {
    left -= piece.length;
    if (left < 0) break;
    yield piece;
  }
  if (left !== 0) throw new Error('a file of another size than was said');
}

/** The one thing a stranger may do, while an offer stands. */
async function pair({ parts, guest, request, response }: Asked): Promise<void> {
  const { socket } = request;
  if (!(socket instanceof TLSSocket)) throw new Error('no TLS');
  const channel = channelOf(socket, parts.fingerprint, guest.fingerprint);
  const body = await readBytes(request, maxPairBody);
  const given = pairRequestSchema.safeParse(body === null ? null : parseJson(body.toString('utf8')));
  response.shouldKeepAlive = false;
  if (!given.success) {
    finish(response, 400);
    return;
  }
  let proof = '';
  const taken = parts.offer.take((code) => {
    proof = pairProof(code, 'keeper', channel).toString('base64url');
    return sameBytes(pairProof(code, 'companion', channel), Buffer.from(given.data.proof, 'base64url'));
  });
  if (typeof taken === 'string') {
    parts.refusals.add(taken, guest.address, guest.fingerprint);
    finish(response, 403);
    return;
  }
  const companion = { name: given.data.name, fingerprint: guest.fingerprint };
  sendJson(response, 200, { proof, ...(await kept(parts, companion, taken)) } satisfies PairAnswer);
}

/**
 * An expected failure travels on: who typed the name has to read that there is one of it, and types another with the same
 * code. It is used up where it paired, where the record says that it counts no more, and where nobody knows what was kept.
 */
async function kept(
  parts: RouteParts,
  companion: { readonly name: string; readonly fingerprint: string },
  taken: TakenOffer,
): Promise<Omit<PairAnswer, 'proof'>> {
  try {
    return { answer: (await parts.paired(companion)) ?? null, refused: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, reason } = error.failure;
    if (code !== 'wrong-secret') taken.giveBack();
    return { answer: null, refused: { code, reason } };
  } finally {
    taken.use();
  }
}

function refuse(response: ServerResponse, status: number, why: Refusal): void {
  // The rest of a body that is too large stays unread, and a revoked companion has nothing more to ask.
  if (status === 413 || status === 403) response.shouldKeepAlive = false;
  sendJson(response, status, { ok: false, why });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
  response.end(bytes);
}

/** An answer without a word; the connection breaks when it was begun already. */
export function finish(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, status === 204 ? {} : { 'Content-Length': 0 });
  response.end();
}
