/**
 * `npm run bench`: figures beside their aims, in one table and one JSON; `npm run bench -- closing` measures that alone.
 * No figure fails the run; a measure that breaks does.
 */
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { boardRows } from './board.ts';
import { candidateRows } from './candidates.ts';
import { companionRows } from './companions.ts';
import { copyDelayRows } from './copy-delay.ts';
import { growCentre } from './growing-centre.ts';
import { closedRows } from './closed.ts';
import { closingRow, readCaseRow, searchRow, verifyRow } from './growth.ts';
import { historyRows } from './histories.ts';
import { intakeRows } from './intake.ts';
import { longCaseRows } from './long-case.ts';
import { matchFileRows } from './match-file.ts';
import type { Row } from './measure.ts';
import { memoryRows } from './memory.ts';
import { monthTableRows } from './month-tables.ts';
import { paperRows } from './paper.ts';
import { report } from './report.ts';
import { typingRows } from './typing.ts';
import { unlockRows } from './unlock.ts';
import { closeCentres } from '../support/start-application.ts';

const root = join(import.meta.dirname, '../..');
const started = performance.now();
// Every folder of the run inside one, so that nothing stays behind.
const workFolder = mkdtempSync(join(tmpdir(), 'registro-bench-'));
process.env['TMPDIR'] = workFolder;
process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }));

type Steps = Readonly<Record<string, () => Promise<Row | Row[]>>>;

/** Copies of one centre at these numbers of cases, grown when the first is wanted. */
const sizes = [1, 10, 60, 150, 200, 300] as const;
let growing: ReturnType<typeof growCentre<(typeof sizes)[number]>> | null = null;
const grown = async (size: (typeof sizes)[number]) => (await (growing ??= growCentre(sizes)))[size];

/** By name, all or those of the command line. */
const steps: Steps = {
  intake: intakeRows,
  paper: paperRows,
  typing: typingRows,
  unlock: async () => unlockRows(await grown(1), await grown(200), 200),
  'read case': async () =>
    readCaseRow({ small: await grown(10), large: await grown(300), note: '300 cases against 10' }),
  // A user and an aggressor each.
  search: async () => searchRow(await grown(150), 300),
  verify: async () => verifyRow(await grown(300)),
  closing: async () => closingRow(await grown(60), 60),
  closed: async () => closedRows(await grown(200)),
  // Before what fills the memory: a line that is not answered for seconds is cut.
  companions: companionRows,
  'long case': longCaseRows,
  board: boardRows,
  'month tables': monthTableRows,
  memory: memoryRows,
  candidates: candidateRows,
  'match file': matchFileRows,
  'copy delay': copyDelayRows,
  histories: historyRows,
};

const rows: Row[] = [];
const failed: string[] = [];

/** One that fails takes no figure of the others along. */
async function measure(names: readonly string[]): Promise<void> {
  for (const what of names) {
    try {
      const rowsOf = steps[what];
      if (rowsOf === undefined) throw new Error(`no such measure; there are: ${Object.keys(steps).join(', ')}`);
      rows.push(...[await rowsOf()].flat());
      await closeCentres();
    } catch (error) {
      failed.push(what);
      console.error(`${what}:`, error);
    }
  }
}

const asked = process.argv.slice(2);
await measure(asked.length === 0 ? Object.keys(steps) : asked);
report(root, rows, (performance.now() - started) / 1000);
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
