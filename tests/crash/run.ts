/**
 * `npm run crash`: power cuts, controls, kills and failing disks over the real application; the last line is the figures.
 *
 * `--images N --kills N --faults EVERY` (1: every fault) `--flips N --seed S`, `--small` for the counts of `npm test`,
 * `--only images,controls,kills,faults,stories,flips`, `--scenario NAME` for the power cuts of one kind of work.
 * `--act NAME` tries the failing disk on that act alone (several: with commas); `--faults 4 --from 0` … `--from 3` are
 * the four quarters of every fault, for as many processes.
 * `--replay FOLDER --seed S` builds one image again from the log that a failed run left in `crash-out`.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { controls, isShown, runControl } from './controls.ts';
import { actsNamed } from './fault-acts.ts';
import { runFaults } from './faults.ts';
import { runFlips } from './flips.ts';
import { checkImages, unexpectedIn } from './images.ts';
import { runKills } from './kills.ts';
import { keep, load, record, type Bench, type Recording } from './recording.ts';
import { Report } from './report.ts';
import { scenarios } from './scenarios.ts';
import { runStories } from './stories.ts';
import { buildShim } from './write-log.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    kills: { type: 'string' },
    faults: { type: 'string' },
    from: { type: 'string' },
    flips: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    scenario: { type: 'string' },
    act: { type: 'string' },
    small: { type: 'boolean', default: false },
    replay: { type: 'string' },
  },
});

const small = values.small;
const seed = Number(values.seed);
const wanted = {
  images: Number(values.images ?? (small ? 2000 : 20_000)),
  kills: Number(values.kills ?? (small ? 50 : 500)),
  flips: Number(values.flips ?? 10_000),
  every: Number(values.faults ?? (small ? 61 : 1)),
};
const parts =
  values.only === ''
    ? ['images', 'controls', 'kills', 'faults', 'stories', ...(small ? [] : ['flips'])]
    : values.only.split(',');
/** In memory: the log, not a disk, says what a cut leaves. */
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'registro-crash-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
const out = join(import.meta.dirname, '../../crash-out');
const report = new Report();

async function cutScenario(recording: Recording, count: number): Promise<void> {
  const began = performance.now();
  const seeds = Array.from({ length: count }, (_one, at) => seed + at);
  const { found, distinct } = await checkImages(recording, { seeds, scratch: join(work, 'cut') });
  if (found.length > 0) keep(recording, join(out, recording.scenario));
  for (const act of unexpectedIn(recording)) report.violation(`${recording.scenario}: ${act} answered «unexpected»`);
  const seconds = (performance.now() - began) / 1000;
  report.images(recording.scenario, { count, distinct, found, ops: recording.ops.length, seconds });
}

/** Images of one scenario; together as many as wanted. */
const shareOf = (at: number): number => Math.floor((wanted.images + at) / scenarios.length);

async function cuts(bench: Bench): Promise<void> {
  mkdirSync(join(work, 'cut'));
  for (const [at, { name }] of scenarios.entries()) {
    if (values.scenario !== undefined && values.scenario !== name) continue;
    let recording: Recording;
    try {
      recording = await record(name, small ? 0 : 1, bench);
    } catch (error) {
      report.violation(`${name}: the writer did not end well (${(error as Error).message.split('\n')[0] ?? ''})`);
      continue;
    }
    if (parts.includes('images')) await cutScenario(recording, shareOf(at));
    for (const control of parts.includes('controls') ? controls.filter((one) => one.scenario === name) : []) {
      const figures = await runControl(control, recording, join(work, 'cut'));
      report.control(control.name, figures, isShown(control, figures));
    }
    // A recording is some megabytes of memory.
    rmSync(join(work, name), { recursive: true, force: true });
  }
}

async function replay(folder: string): Promise<void> {
  const recording = await load(folder);
  const { found } = await checkImages(recording, { seeds: [seed], scratch: work });
  for (const { cut, wrong } of found) console.log(`seed ${seed}, cut ${cut}: ${wrong.join('; ')}`);
  console.log(`crash: replayed seed ${seed}, ${found.length === 0 ? 'sound' : 'not sound'}`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

async function all(): Promise<void> {
  const bench = { work, shim: buildShim(work) };
  console.log(`seed ${seed}; images ${wanted.images}, kills ${wanted.kills}, every fault of ${wanted.every}`);
  if (parts.includes('images') || parts.includes('controls')) await cuts(bench);
  if (parts.includes('kills')) report.kills(await runKills(work, wanted.kills, seed), small);
  for (const act of parts.includes('faults') ? actsNamed(values.act) : []) {
    report.faults(
      act.name,
      await runFaults(bench, act, { every: wanted.every, from: Number(values.from ?? act.name.length) }),
    );
  }
  if (parts.includes('stories')) for (const story of await runStories(bench)) report.story(story);
  if (parts.includes('flips')) report.flips(await runFlips(wanted.flips, seed));
  process.exitCode = report.print();
}

await (values.replay === undefined ? all() : replay(values.replay));
process.exit();
