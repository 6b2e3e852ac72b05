/** How long a save waits at worst while a copy of 500 MB of files is made (reliability design §7). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFile } from '../support/send-file.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';
import { spreadOf, timeOf, type Row } from './measure.ts';

const mebibyte = 1024 * 1024;
const [files, bytesEach] = [11, 46 * mebibyte];
/** As fast as people at several screens could press. */
const betweenMs = 20;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A text of its own for each: the one kind of this size that can be invented. */
function longText(): Buffer {
  return Buffer.from(randomBytes(bytesEach / 2).toString('hex'));
}

export async function copyDelayRows(): Promise<Row[]> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const [lawyer, desk, coordinator] = [
    await centre.as('legal'),
    await centre.as('admision'),
    await centre.as('coordina'),
  ];
  for (let file = 0; file < files; file += 1) {
    // The rate of calls is by the clock of the record.
    centre.clock.advance(61_000);
    await desk.getCopyState({});
    await coordinator.getCopyState({});
    await addFile(lawyer, caseId, { name: `nota-${file}.txt`, bytes: longText() });
  }
  await coordinator.chooseCopyFolder({ folder: mkdtempSync(join(tmpdir(), 'copies-')) });
  const save = () => timeOf(() => desk.openArrival({}));
  const quiet: number[] = [];
  const busy: number[] = [];
  for (let run = 0; run < 40; run += 1) quiet.push(await save());
  const copy = { isOver: false, ms: 0 };
  const copying = timeOf(() => coordinator.makeCopy({})).then((ms) => {
    Object.assign(copy, { isOver: true, ms });
  });
  while (!copy.isOver) {
    centre.clock.advance(500);
    busy.push(await save());
    await wait(betweenMs);
  }
  await copying;
  await closeCentres();
  const spread = spreadOf(busy);
  const worst = spreadOf([spread.max]);
  const size = Math.round((files * bytesEach) / mebibyte);
  const note = `${size} MB of files, copy ${(copy.ms / 1000).toFixed(1)} s, ${busy.length} saves meanwhile; other side: no copy running`;
  return [
    {
      what: 'longest save during a copy',
      figure: worst,
      unit: 'ms',
      aim: '≤ 200 ms',
      ours: spread,
      other: spreadOf(quiet),
      note,
    },
  ];
}
