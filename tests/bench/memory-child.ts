/** One call on a copy of a record, in a process of its own; the peak of its memory goes to who started it. */
import { existsSync, readFileSync } from 'node:fs';
import { openCopy } from './growing-centre.ts';
import { closeCentres } from '../support/start-application.ts';

const month = '2026-05';
type Client = Awaited<ReturnType<Awaited<ReturnType<typeof openCopy>>['as']>>;

export const memoryCalls = {
  'tables of a month': (client: Client) => client.readInternalTable({ period: month, grouping: null, table: 'T5' }),
  'tables of a year': (client: Client) => client.readInternalTable({ period: '2026', grouping: null, table: 'T5' }),
  monitoring: (client: Client) => client.readMonitoring({ until: '2026-06' }),
  'preview of a closing': (client: Client) => client.previewMonth({ month: '2026-06' }),
} as const satisfies Readonly<Record<string, (client: Client) => Promise<unknown>>>;

/** `maxRSS` would be the peak of who started the process, before it became this one. */
function peakKilobytes(): number {
  const peak = existsSync('/proc/self/status') && /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return typeof peak === 'string' ? Number(peak) : process.resourceUsage().maxRSS;
}

const [folder, name] = process.argv.slice(2);
if (folder !== undefined && name !== undefined && name in memoryCalls) {
  const centre = await openCopy(folder);
  const client = await centre.as('coordina');
  const began = performance.now();
  await memoryCalls[name as keyof typeof memoryCalls](client);
  const milliseconds = performance.now() - began;
  process.send?.({ megabytes: peakKilobytes() / 1024, milliseconds });
  await closeCentres();
  process.disconnect();
}
