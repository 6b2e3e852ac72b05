/**
 * Loopback host: moves calls between a browser on this computer and the application.
 *
 * 127.0.0.1 only, random tokens, Host and Origin checked, nothing cached. A browser writes every address it opens to its
 * disk, whatever the page does to its history: an address therefore carries a ticket that is worth one exchange, and the
 * token it is exchanged for lives in memory only. Each page is a connection of its own.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve, sep } from 'node:path';
import type { Envelope, HostEvent } from '../../shared/platform/contract.ts';
import { readPieces } from './lan/wire.ts';
import { mediaTypeOf, pageHeaders } from './page-headers.ts';

/** One page, as the application has it. */
export type LoopbackPage = {
  invoke(call: unknown): Promise<Envelope>;
  subscribe(listener: (event: HostEvent) => void): () => void;
  lock(why: 'system'): Promise<void>;
};

export type LoopbackOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Origin of a development server that serves the page instead of this host; null in use. */
  readonly pageOrigin: string | null;
  /** Built page; default `out/renderer` of the project. */
  readonly pageFolder?: string;
  /** An address was used up: here is the next one, for whoever loads the page again. */
  readonly onUsed?: (nextAddress: string) => void;
};

export type LoopbackHost = {
  readonly address: string;
  /** One more address, which opens the page once. */
  newAddress(): string;
  /** The screen of this computer was locked: every page of it. */
  lock(): Promise<void>;
  close(): Promise<void>;
};

const maxBody = 1_200_000;

/** @param connect called once a page that gave its ticket */
export async function startLoopback(connect: () => LoopbackPage, options: LoopbackOptions): Promise<LoopbackHost> {
  const pageFolder = resolve(options.pageFolder ?? resolve(import.meta.dirname, '../../../out/renderer'));
  const server = createServer();
  await new Promise<void>((listening) => server.listen(options.port, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pageOrigin = options.pageOrigin ?? origin;
  const tickets = new Set<string>();
  const pages = new Map<string, LoopbackPage>();
  const newAddress = () => {
    const ticket = randomBytes(32).toString('base64url');
    tickets.add(ticket);
    return `${pageOrigin}/#ticket=${ticket}`;
  };
  const used = () => options.onUsed?.(newAddress());
  const context: Context = { connect, pages, tickets, used, origin, pageOrigin, pageFolder };
  server.on('request', (request, response) => {
    respond(context, request, response).catch(() => finish(response, 500));
  });
  return {
    address: newAddress(),
    newAddress,
    lock: async () => {
      await Promise.all([...pages.values()].map((page) => page.lock('system')));
    },
    close: () => closeServer(server),
  };
}

type Context = {
  readonly connect: () => LoopbackPage;
  /** By token. */
  readonly pages: Map<string, LoopbackPage>;
  /** Not exchanged yet. */
  readonly tickets: Set<string>;
  readonly used: () => void;
  readonly origin: string;
  readonly pageOrigin: string;
  readonly pageFolder: string;
};

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  setHeaders(context, response);
  if (!isOurs(context, request)) {
    finish(response, 403);
    return;
  }
  const path = new URL(request.url ?? '/', context.origin).pathname;
  const route = `${request.method ?? ''} ${path}`;
  if (route === 'POST /join') join(context, request, response);
  else if (route === 'POST /invoke') await invoke(context, request, response);
  else if (route === 'GET /events') events(context, request, response);
  else if (request.method === 'GET') await sendPage(context, path, response);
  else finish(response, request.method === 'OPTIONS' && context.pageOrigin !== context.origin ? 204 : 405);
}

/** Host against DNS rebinding, Origin against other pages of this browser. */
function isOurs(context: Context, request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host !== new URL(context.origin).host) return false;
  return origin === undefined || origin === context.origin || origin === context.pageOrigin;
}

function setHeaders(context: Context, response: ServerResponse): void {
  response.setHeaders(new Headers(pageHeaders('loopback')));
  if (context.pageOrigin !== context.origin) {
    response.setHeader('Access-Control-Allow-Origin', context.pageOrigin);
    response.setHeader('Access-Control-Allow-Headers', 'content-type, x-registro-token');
  }
}

function isGiven(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(request.headers['x-registro-token'] ?? ''));
  const wanted = Buffer.from(secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The page whose token came with the request; null for none. */
function pageOf({ pages }: Context, request: IncomingMessage): LoopbackPage | null {
  const token = [...pages.keys()].find((one) => isGiven(request, one));
  return token === undefined ? null : (pages.get(token) ?? null);
}

/** The ticket of an address for the token of one page; the same ticket never twice. */
function join(context: Context, request: IncomingMessage, response: ServerResponse): void {
  const ticket = [...context.tickets].find((one) => isGiven(request, one));
  if (ticket === undefined) {
    finish(response, 403);
    return;
  }
  context.tickets.delete(ticket);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const token = randomBytes(32).toString('base64url');
  context.pages.set(token, context.connect());
  response.end(JSON.stringify({ token }));
  context.used();
}

async function invoke(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = pageOf(context, request);
  const body = page === null ? null : await readPieces(request, maxBody);
  if (page === null || body === null) {
    finish(response, page === null ? 403 : 413);
    return;
  }
  let call: unknown;
  try {
    call = JSON.parse(body.toString('utf8'));
  } catch {
    finish(response, 400);
    return;
  }
  const envelope = await page.invoke(call);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(envelope));
}

function events(context: Context, request: IncomingMessage, response: ServerResponse): void {
  const page = pageOf(context, request);
  if (page === null) {
    finish(response, 403);
    return;
  }
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  response.flushHeaders();
  const unsubscribe = page.subscribe((event) => response.write(`${JSON.stringify(event)}\n`));
  const beat = setInterval(() => response.write('\n'), 20_000);
  response.on('close', () => {
    clearInterval(beat);
    unsubscribe();
  });
}

async function sendPage(context: Context, path: string, response: ServerResponse): Promise<void> {
  const file = resolve(context.pageFolder, `.${path === '/' ? '/index.html' : decodePath(path)}`);
  if (!file.startsWith(context.pageFolder + sep)) {
    finish(response, 404);
    return;
  }
  try {
    const bytes = await readFile(file);
    response.setHeader('Content-Type', mediaTypeOf(file));
    response.end(bytes);
  } catch {
    finish(response, 404);
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return '/';
  }
}

function finish(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.statusCode = status;
  response.end();
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((closed) => server.close(() => closed()));
}
