/** Memory of what reads many fichas at once: the peak of a process of its own, with 20,000 of them and with 2,000. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { memoryCalls } from './memory-child.ts';
import { manyCount, manyFichas } from './month-tables.ts';
import { spreadOf, type Row } from './measure.ts';

const few = manyCount / 10;
const runs = 3;

function peakOf(folder: string, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'memory-child.ts'), [folder, name], {
      // Left to itself V8 lets what nobody holds any more lie: with a heap this small the peak is what the work needs.
      execArgv: ['--max-semi-space-size=1', '--max-old-space-size=128'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', ({ megabytes }: { megabytes: number }) => {
      resolve(megabytes);
    });
    child.once('exit', (code) => {
      reject(new Error(`The process for ${name} ended with ${String(code)}.`));
    });
  });
}

export async function memoryRows(): Promise<Row[]> {
  const [large, small] = [await manyFichas(), await manyFichas(few)];
  const rows: Row[] = [];
  for (const name of Object.keys(memoryCalls)) {
    const pairs: (readonly [number, number])[] = [];
    for (let run = 0; run < runs; run += 1) pairs.push([await peakOf(large, name), await peakOf(small, name)]);
    rows.push({
      ...{ what: `memory, ${name}`, unit: 'MB', aim: '≤ 50' },
      figure: spreadOf(pairs.map(([many, some]) => many - some)),
      ours: spreadOf(pairs.map(([many]) => many)),
      other: spreadOf(pairs.map(([, some]) => some)),
      note: `peak of the process, ${manyCount.toLocaleString('en')} fichas beside ${few.toLocaleString('en')}`,
    });
  }
  return rows;
}
