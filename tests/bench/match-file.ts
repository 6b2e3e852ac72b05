/** `match` on a generated file, in a process of its own: how long it takes and how much memory it needs at most. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleCsv, peopleMap } from '../support/people-csv.ts';
import { spreadOf, type Row } from './measure.ts';

const root = join(import.meta.dirname, '../..');

/** Most memory a running process has held, in MB, as Linux tells it; null elsewhere and when it is gone. */
function peakOf(pid: number): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

function run(args: readonly string[]): Promise<{ ms: number; peak: number | null }> {
  const started = performance.now();
  let peak: number | null = null;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/match.ts'), ...args], { stdio: 'ignore' });
    const watch = setInterval(() => (peak = peakOf(child.pid ?? 0) ?? peak), 50);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ ms: performance.now() - started, peak });
      else reject(new Error('The command of the bench failed.'));
    });
  });
}

async function fileRow(rows: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
  const inFolder = (name: string) => join(folder, name);
  const { csv, pairs } = peopleCsv(rows);
  writeFileSync(inFolder('personas.csv'), csv);
  writeFileSync(inFolder('mapa.json'), JSON.stringify(peopleMap));
  const files = ['--csv', inFolder('personas.csv'), '--map', inFolder('mapa.json'), '--out', inFolder('pares.csv')];
  const { ms, peak } = await run(files);
  const lines = readFileSync(inFolder('pares.csv'), 'utf8').trim().split('\r\n').slice(1);
  const right = lines.filter((line) => pairs.has(/^"(p\d+)","(p\d+)"/.exec(line)?.slice(1).join(' ') ?? '')).length;
  const figure = spreadOf([ms]);
  return {
    what: `match, file of ${rows.toLocaleString('en')} rows`,
    figure,
    unit: 'ms',
    aim: null,
    ours: figure,
    other: null,
    note: `at most ${peak === null ? 'unknown' : peak.toFixed(0)} MB; recall ${(right / pairs.size).toFixed(3)}, precision ${(right / lines.length).toFixed(3)}`,
  };
}

export async function matchFileRows(): Promise<Row[]> {
  return [await fileRow(10_000), await fileRow(50_000)];
}
