/**
 * Loopback host: moves calls between a browser on this computer and the application.
 *
 * 127.0.0.1 only, random token, Host and Origin checked, nothing cached (security design §9.2).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import type { Envelope, HostEvent } from '../../shared/platform/contract.ts';
import { contentSecurityPolicy } from './csp.ts';

export type LoopbackTarget = {
  invoke(call: unknown): Promise<Envelope>;
  subscribe(listener: (event: HostEvent) => void): () => void;
};

export type LoopbackOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Origin of a development server that serves the page instead of this host; null in use. */
  readonly pageOrigin: string | null;
  /** Built page; default `out/renderer` of the project. */
  readonly pageFolder?: string;
};

export type LoopbackHost = { readonly address: string; readonly token: string; close(): Promise<void> };

const maxBody = 1_200_000;
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export async function startLoopback(target: LoopbackTarget, options: LoopbackOptions): Promise<LoopbackHost> {
  const token = randomBytes(32).toString('base64url');
  const pageFolder = resolve(options.pageFolder ?? join(import.meta.dirname, '../../../out/renderer'));
  const server = createServer();
  await new Promise<void>((listening) => server.listen(options.port, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pageOrigin = options.pageOrigin ?? origin;
  const context: Context = { target, token, origin, pageOrigin, pageFolder };
  server.on('request', (request, response) => {
    respond(context, request, response).catch(() => finish(response, 500));
  });
  return {
    address: `${pageOrigin}/#token=${token}`,
    token,
    close: () => closeServer(server),
  };
}

type Context = {
  readonly target: LoopbackTarget;
  readonly token: string;
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
  if (route === 'POST /invoke') await invoke(context, request, response);
  else if (route === 'GET /events') events(context, request, response);
  else if (request.method === 'GET') await page(context, path, response);
  else finish(response, request.method === 'OPTIONS' && context.pageOrigin !== context.origin ? 204 : 405);
}

/** Host against DNS rebinding, Origin against other pages of this browser. */
function isOurs(context: Context, request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host !== new URL(context.origin).host) return false;
  return origin === undefined || origin === context.origin || origin === context.pageOrigin;
}

function setHeaders(context: Context, response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', contentSecurityPolicy('loopback'));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  if (context.pageOrigin !== context.origin) {
    response.setHeader('Access-Control-Allow-Origin', context.pageOrigin);
    response.setHeader('Access-Control-Allow-Headers', 'content-type, x-registro-token');
  }
}

function hasToken(context: Context, request: IncomingMessage): boolean {
  const given = Buffer.from(String(request.headers['x-registro-token'] ?? ''));
  const wanted = Buffer.from(context.token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function invoke(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = hasToken(context, request) ? await readBody(request) : null;
  if (body === null) {
    finish(response, hasToken(context, request) ? 413 : 403);
    return;
  }
  let call: unknown;
  try {
    call = JSON.parse(body);
  } catch {
    finish(response, 400);
    return;
  }
  const envelope = await context.target.invoke(call);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(envelope));
}

function events(context: Context, request: IncomingMessage, response: ServerResponse): void {
  if (!hasToken(context, request)) {
    finish(response, 403);
    return;
  }
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  response.flushHeaders();
  const unsubscribe = context.target.subscribe((event) => response.write(`${JSON.stringify(event)}\n`));
  const beat = setInterval(() => response.write('\n'), 20_000);
  response.on('close', () => {
    clearInterval(beat);
    unsubscribe();
  });
}

async function page(context: Context, path: string, response: ServerResponse): Promise<void> {
  const file = resolve(context.pageFolder, `.${path === '/' ? '/index.html' : decodePath(path)}`);
  if (!file.startsWith(context.pageFolder + sep)) {
    finish(response, 404);
    return;
  }
  try {
    const bytes = await readFile(file);
    response.setHeader('Content-Type', mediaTypes[extname(file)] ?? 'application/octet-stream');
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

async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxBody) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function finish(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.statusCode = status;
  response.end();
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((closed) => server.close(() => closed()));
}
