/**
 * `npm run lan`: a keeper and its companions as processes of one machine, over lines that break, with kills of either
 * side; the last lines are the table. `--small` for the counts of `npm test`, `--companions N,N` `--operations N`
 * `--keeper-kills N` `--companion-kills N` `--seed S`. Ends with 1 on any fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runParty, type Outcome, type Plan } from './party.ts';

const { values } = parseArgs({
  options: {
    companions: { type: 'string' },
    operations: { type: 'string' },
    'keeper-kills': { type: 'string' },
    'companion-kills': { type: 'string' },
    seed: { type: 'string', default: '1' },
    small: { type: 'boolean', default: false },
  },
});
const { small } = values;
const work = mkdtempSync(join(tmpdir(), 'registro-lan-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

const plans: Plan[] = (values.companions ?? (small ? '3' : '2,5,20')).split(',').map((companions) => ({
  companions: Number(companions),
  operations: Number(values.operations ?? (small ? 30 : 1000)),
  keeperKills: Number(values['keeper-kills'] ?? (small ? 1 : 5)),
  companionKills: Number(values['companion-kills'] ?? (small ? 1 : 10)),
  seed: Number(values.seed),
}));

const share = (times: readonly number[], part: number): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(sorted[Math.ceil(sorted.length * part) - 1] ?? 0)}`;
};

const heads =
  'companions operations cuts delays kills acknowledged once doubled lost read-p50 read-p95 save-p50 save-p95 s';

function lineOf({ plan, readMs, changeMs, ...one }: Outcome): string[] {
  const figures = [plan.companions, one.operations, one.cuts, one.delays, one.kills, one.acknowledged, one.once];
  const times = [share(readMs, 0.5), share(readMs, 0.95), share(changeMs, 0.5), share(changeMs, 0.95)];
  return [...[...figures, one.doubled, one.lost].map(String), ...times, one.seconds.toFixed(0)];
}

const outcomes: Outcome[] = [];
for (const plan of plans) outcomes.push(await runParty(plan, work));
const faults = outcomes.flatMap((one) => one.faults.map((fault) => `FAULT ${one.plan.companions}: ${fault}`));
for (const fault of faults) console.log(fault);
const rows = [heads.split(' '), ...outcomes.map(lineOf)];
const widths = heads.split(' ').map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
for (const row of rows) console.log(row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
console.log(`lan: seed ${values.seed}; times in ms, over the bad lines; ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
