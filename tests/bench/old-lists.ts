/**
 * `node tests/bench/old-lists.ts [--rows N] [--seed S]`: lists of clean rows and of every kind of defect, in the three
 * ways centres keep them, go in and out again. The last lines are the figures; one silent error ends it with code 1.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { layouts } from '../support/mixed-lists/layouts.ts';
import { runMixedList, type MixedResult } from '../support/mixed-lists/run.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';

process.env['TZ'] = 'America/Lima';
const { values } = parseArgs({ options: { rows: { type: 'string', default: '3000' }, seed: { type: 'string' } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
const rows = Number(values.rows);

const workFolder = mkdtempSync(join(tmpdir(), 'registro-lists-'));
process.env['TMPDIR'] = workFolder;
process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }));

function lineOf(layout: string, seconds: number, result: MixedResult): string {
  const { silent, ...figures } = result;
  const words = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  return `${layout}: ${words.join(', ')}, silent ${silent.length}; ${seconds.toFixed(0)} s`;
}

console.log(`seed ${seed}`);
const lines: string[] = [];
let isWrong = false;
for (const layout of layouts) {
  const started = performance.now();
  const { result } = await runMixedList(await startCentre(), { seed, rows: Math.ceil(rows / layouts.length), layout });
  for (const what of result.silent) console.log(`${layout} ${what}`);
  lines.push(lineOf(layout, (performance.now() - started) / 1000, result));
  isWrong ||= result.silent.length > 0 || !result.isUndoExact;
  await closeCentres();
}
console.log(lines.join('\n'));
process.exitCode = isWrong ? 1 : 0;
