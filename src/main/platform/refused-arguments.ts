/** Switches that open the process to others or weaken it; each ends the start (security design §9.1). */
export const refusedSwitches = [
  // A debugger, or another program that drives this one.
  ...[
    'inspect',
    'inspect-brk',
    'inspect-wait',
    'inspect-port',
    'inspect-publish-uid',
    'debug',
    'debug-brk',
    'debug-port',
  ],
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...[
    'remote-debugging-socket-name',
    'wait-for-debugger',
    'wait-for-debugger-children',
    'enable-automation',
    'headless',
  ],
  // Another program in the place of one of ours, or code of somebody else inside.
  ...['gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'zygote-cmd-prefix', 'browser-subprocess-path'],
  ...['load-extension', 'js-flags', 'require', 'import', 'register-pepper-plugins'],
  // Walls taken down.
  ...['no-sandbox', 'disable-setuid-sandbox', 'disable-gpu-sandbox', 'no-zygote', 'single-process', 'in-process-gpu'],
  ...['allow-sandbox-debugging', 'disable-web-security', 'disable-site-isolation-trials', 'test-type'],
  ...['allow-file-access-from-files', 'allow-running-insecure-content', 'unsafely-treat-insecure-origin-as-secure'],
  ...['enable-blink-features', 'enable-features', 'disable-features', 'enable-experimental-web-platform-features'],
  // A network in between.
  ...['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'host-rules', 'host-resolver-rules'],
  ...['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'proxy-bypass-list', 'ssl-key-log-file'],
  // What is shown written to files, or kept in another place.
  ...['log-net-log', 'net-log-capture-mode', 'enable-logging', 'log-file', 'trace-startup', 'trace-startup-file'],
  ...['trace-config-file', 'enable-tracing', 'enable-tracing-output', 'trace-startup-record-mode', 'vmodule'],
  ...['enable-crash-reporter', 'crash-dumps-dir', 'user-data-dir', 'disk-cache-dir'],
] as const;

/**
 * The first refused switch, null when the command line may be used. As Chromium reads it on Windows: spaces around it,
 * `--x`, `-x` or `/x`, letters of any size; and as Node does: `_` is `-`.
 */
export function refusedArgument(args: readonly string[]): string | null {
  for (const argument of args) {
    const name = /^(?:--?|\/)([^=]+)/.exec(argument.trim())?.[1]?.toLowerCase().replaceAll('_', '-');
    const refused = refusedSwitches.find((one) => one === name);
    if (refused !== undefined) return refused;
  }
  return null;
}
