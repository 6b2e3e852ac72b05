/** `npm run bench`: figures beside their aims, in one table and one JSON. No figure fails the run; a measure that breaks does. */
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

/** What needs no grown centre, and what does. */
const steps: Steps = {
  intake: intakeRows,
  paper: paperRows,
  typing: typingRows,
  'long case': longCaseRows,
  board: boardRows,
  'month tables': monthTableRows,
  memory: memoryRows,
  candidates: candidateRows,
  'match file': matchFileRows,
  'copy delay': copyDelayRows,
  histories: historyRows,
  companions: companionRows,
};
const sizes = [1, 10, 60, 150, 200, 300] as const;
const grownSteps = (centres: Record<(typeof sizes)[number], string>): Steps => ({
  unlock: () => unlockRows(centres[1], centres[200], 200),
  'read case': () => readCaseRow({ small: centres[10], large: centres[300], note: '300 cases against 10' }),
  // A user and an aggressor each.
  search: () => searchRow(centres[150], 300),
  verify: () => verifyRow(centres[300]),
  closing: () => closingRow(centres[60], 60),
  closed: () => closedRows(centres[200]),
});

const rows: Row[] = [];
const failed: string[] = [];

/** One that fails takes no figure of the others along. */
async function measure(some: Steps): Promise<void> {
  for (const [what, rowsOf] of Object.entries(some)) {
    try {
      rows.push(...[await rowsOf()].flat());
    } catch (error) {
      failed.push(what);
      console.error(`${what}:`, error);
    }
    await closeCentres();
  }
}

await measure(steps);
await measure(grownSteps(await growCentre(sizes)));
report(root, rows, (performance.now() - started) / 1000);
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
