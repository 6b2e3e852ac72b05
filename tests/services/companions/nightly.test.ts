/** The copy of the night for the companions, made by the timer of the program (decision 0099). */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listKept } from '../../../src/main/computers/kept-copies.ts';
import { instantAt } from '../../../src/shared/platform/clock.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { pair, startKeeping, type Keeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { openOwn } from '../../support/own-computers.ts';
import { closeCentres } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';

beforeEach(() => {
  // The clock of the record is the test's; the looks at it are pushed on by hand.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) await end();
  await closeCentres();
  removeFolders();
});

const lima = (time: string) => instantAt('2026-06-10' as CivilDate, time);

/** Somebody works, and the program looks at the clock, until then. */
async function workUntil({ centre }: Keeping, time: string): Promise<void> {
  while (centre.clock.now() < Date.parse(lima(time))) {
    centre.clock.advance(60_000);
    await (await centre.as('coordina')).keepSession({});
    vi.advanceTimersByTime(60_000);
  }
}

/** When each copy was made and why, oldest first. */
const made = ({ centre }: Keeping) =>
  insideFile(centre.folder, (db) =>
    db.prepare("select utc, reason from audit_entry where action = 'backup.made' order by seq").raw().all(),
  );

it('is made at 22:00 while somebody works, once, and reaches a computer that comes later', async () => {
  const clock = fixedClock(lima('20:00'));
  const keeping = await startKeeping({ clock, more: { clock } });
  const paired = await pair(keeping, 'PSICOLOGIA-PC');
  await (await keeping.centre.as('coordina')).chooseCopyFolder({ folder: newFolder() });
  // None was ever handed on: the first look makes one.
  await workUntil(keeping, '20:01');
  const first = [lima('20:01'), 'night'];
  await eventually(async () => expect(await made(keeping)).toEqual([first]));
  await workUntil(keeping, '21:59');
  expect(await made(keeping)).toEqual([first]);
  await workUntil(keeping, '22:00');
  const both = [first, [lima('22:00'), 'night']];
  await eventually(async () => expect(await made(keeping)).toEqual(both));
  await workUntil(keeping, '23:30');
  expect(await made(keeping)).toEqual(both);
  vi.useRealTimers();
  const computer = await openOwn(paired, keeping.port());
  ends.push(() => computer.close());
  await eventually(() =>
    expect(listKept(computer.folder).map(({ manifest }) => manifest.utc)).toEqual([lima('22:00')]),
  );
});
