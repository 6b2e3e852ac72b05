/** `node tests/crash/story-child.ts BASE ROOT`, under the shim: every story in turn, one line of JSON each. */
import { fixedClock } from '../support/fixed-clock.ts';
import { FaultControl } from './fault-control.ts';
import { keyOf } from './opening.ts';
import { placeIn } from './scenarios.ts';
import { join } from 'node:path';
import { freshFolder, startWork } from './at-work.ts';
import { tales } from './tales.ts';

const [base = '', root = ''] = process.argv.slice(2);
const control = new FaultControl(process.env['CRASH_CONTROL'] ?? '');
const place = placeIn(root);
const key = await keyOf(join(base, 'data'));

for (const { name, tell } of tales) {
  control.watch();
  freshFolder(root, base);
  const clock = fixedClock('2026-06-10T14:00:00.000Z');
  const wrong: string[] = [];
  let figures = 'not told to the end';
  try {
    figures = await tell({ control, place, clock, key, wrong, start: () => startWork(place, clock) });
  } catch (error) {
    wrong.push(`ends badly: ${(error as Error).message}`);
  }
  control.disarm();
  process.stdout.write(`${JSON.stringify({ name, figures, wrong })}\n`);
}
process.exit(0);
