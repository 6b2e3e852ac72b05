/** Lines of `src` (.ts, .tsx) by process and domain; the last line is the whole beside the commit it is measured against. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.ts';

/** What `src` held at commit d6958f54. */
const baseline = 155_767;

const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
const shown = (lines: number) => lines.toLocaleString('en').padStart(9);

/** Lines by domain of each process; files that stand beside the domains under «.». */
const processes = new Map<string, Map<string, number>>();
for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root })) {
  const [, process = '', ...path] = file.replaceAll('\\', '/').split('/');
  const domains = processes.get(process) ?? new Map<string, number>();
  const domain = path.length > 1 ? (path[0] ?? '.') : '.';
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  processes.set(process, domains.set(domain, (domains.get(domain) ?? 0) + lines));
}
for (const [process, domains] of [...processes].sort()) {
  console.log(`${shown(sum(domains.values()))}  ${process}`);
  for (const [domain, lines] of [...domains].sort(([, one], [, other]) => other - one)) {
    console.log(`${shown(lines)}    ${domain}`);
  }
}
const total = sum([...processes.values()].map((domains) => sum(domains.values())));
console.log(`size: ${total} lines, ${((total / baseline) * 100).toFixed(1)} % of ${baseline}`);
