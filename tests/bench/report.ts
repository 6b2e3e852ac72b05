/** The report of a run: one table for a person, the same as JSON for a machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Row, Spread } from './measure.ts';

const units = { ms: 'ms', times: '×', 'ms per entry': 'ms/entry', percent: '%', MB: 'MB' } as const;

function digits(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 0);
}

function words(spread: Spread | null, unit: string): string {
  if (spread === null) return '–';
  return `${digits(spread.median)} ${unit} (${digits(spread.min)}–${digits(spread.max)}, n ${spread.runs})`;
}

function cellsOf(row: Row): string[] {
  const { what, figure, unit, aim, ours, other, note } = row;
  return [
    what,
    words(figure, units[unit]),
    aim ?? '–',
    ...[ours, other].map((side) => words(side, unit === 'MB' ? 'MB' : 'ms')),
    note,
  ];
}

/** The table, columns filled with spaces; the note last, because it is long. */
function tableOf(rows: readonly Row[]): string {
  const lines = [['measure', 'median (min–max)', 'aim', 'ours', 'other side', 'note'], ...rows.map(cellsOf)];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Prints both and keeps the JSON in `bench-out/bench.json`. */
export function report(root: string, rows: readonly Row[], seconds: number): void {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const json = JSON.stringify({ machine, seconds: Math.round(seconds), rows }, null, 2);
  const folder = join(root, 'bench-out');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${json}\n`);
  process.stdout.write(`${tableOf(rows)}\n\n${json}\n`);
}
