/** What both hosts say of each file of the built page: its media type, and what the page may do (security design §9.3). */
import { extname } from 'node:path';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** `app` is the packaged page, which may not fetch; `loopback` talks to its own origin only. */
export const pageHeaders = (host: 'app' | 'loopback'): Record<string, string> => ({
  'content-security-policy': host === 'app' ? policy : policy.replace("connect-src 'none'", "connect-src 'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
});

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

export const mediaTypeOf = (file: string): string => mediaTypes[extname(file)] ?? 'application/octet-stream';
