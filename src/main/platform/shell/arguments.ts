/** Switches that open the process to a debugger or weaken it; each ends the start (security design §9.1). */
export const refusedSwitches = [
  ...['inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'remote-debugging-port'],
  ...['remote-debugging-pipe', 'remote-allow-origins', 'no-sandbox', 'disable-web-security', 'js-flags'],
  ...['load-extension', 'disable-site-isolation-trials', 'proxy-server', 'host-rules', 'log-net-log'],
] as const;

/** The first refused switch, null when the command line may be used. Chromium also reads `-x` and, on Windows, `/x`. */
export function refusedArgument(args: readonly string[]): string | null {
  for (const argument of args) {
    const name = /^(?:--?|\/)([a-z-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase();
    const refused = refusedSwitches.find((one) => one === name);
    if (refused !== undefined) return refused;
  }
  return null;
}
