/** `npm run bench`: figures beside their aims, in one table and one JSON. No figure fails the run. */
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { boardRows } from './board.ts';
import { candidateRows } from './candidates.ts';
import { companionRows } from './companions.ts';
import { copyDelayRows } from './copy-delay.ts';
import { casesOfMay, growCentre } from './growing-centre.ts';
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

async function measured(): Promise<Row[]> {
  const rows = [...(await intakeRows())];
  await closeCentres();
  rows.push(...(await paperRows()));
  rows.push(...(await typingRows()));
  const centres = await growCentre([1, 10, casesOfMay, 150, 200, 300]);
  rows.push(...(await unlockRows(centres[1], centres[200], 200)));
  rows.push(await readCaseRow({ small: centres[10], large: centres[300], note: '300 cases against 10' }));
  // A user and an aggressor each.
  rows.push(await searchRow(centres[150], 300));
  rows.push(await verifyRow(centres[300]));
  rows.push(await closingRow(centres[casesOfMay]));
  rows.push(...(await longCaseRows()));
  rows.push(...(await closedRows(centres[200])));
  rows.push(...(await boardRows()));
  rows.push(...(await monthTableRows()));
  rows.push(...(await memoryRows()));
  rows.push(...(await candidateRows()));
  rows.push(...(await matchFileRows()));
  rows.push(...(await copyDelayRows()));
  rows.push(...(await historyRows()));
  rows.push(...(await companionRows()));
  return rows;
}

report(root, await measured(), (performance.now() - started) / 1000);
