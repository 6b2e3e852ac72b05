/** The content security policy of the page (security design §9.3), one text for both hosts. */
const directives = [
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
export function contentSecurityPolicy(host: 'app' | 'loopback'): string {
  return host === 'app' ? directives : directives.replace("connect-src 'none'", "connect-src 'self'");
}
