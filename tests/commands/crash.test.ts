/** `npm run crash` in its small counts: power cuts, controls, kills, failing disks and stories (reliability design §3.1). */
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { node } from '../crash/node-program.ts';

function run(args: readonly string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(node, ['tests/crash/run.ts', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, lines: Buffer.concat(pieces).toString('utf8').trim().split('\n') }));
  });
}

/** What was wrong stands in the failure: which scenario, which seed. */
async function expectSound(part: string, figures: RegExp): Promise<void> {
  const { code, lines } = await run(['--small', '--only', part]);
  expect(lines.filter((line) => line.startsWith('VIOLATION'))).toEqual([]);
  expect(lines.at(-1)).toMatch(figures);
  expect(code).toBe(0);
}

// Minutes of processor time beside all the others: `CRASH_RUN=1` runs them, `npm run crash` is the long one.
describe.skipIf(process.env['CRASH_RUN'] !== '1')('nothing that was answered is lost', { timeout: 1_800_000 }, () => {
  it('in 2,000 images of a power cut, and every control that must fail does', () =>
    expectSound(
      'images,controls',
      /^crash: 2000 images 0 lost 0 false alarms 0 otherwise wrong; (\d+) of \1 controls /,
    ));

  it('in 50 kills, each followed by a start', () =>
    expectSound('kills', /^crash: 50 kills 0 lost 0 otherwise wrong, ready /));

  it('on a disk that fails, whatever call it is', () =>
    expectSound(
      'faults',
      /^crash: \d+ faults 0 stored-but-refused 0 half states 0 blocked 0 without words; 0 violations/,
    ));
});

// Its log of writes is a library put before the system's own, which only Linux takes.
describe.skipIf(process.platform !== 'linux')('what was seen once', { timeout: 600_000 }, () => {
  it('is sound: a held mark, a full disk, failed commits, two at once, one bad byte', () =>
    expectSound('stories', /^crash: 6 stories; 0 violations/));
});
