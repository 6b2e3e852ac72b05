/**
 * Centres for the browser tests, one after the other in one process, so that the program is loaded and warm but once: the
 * loopback host over a temporary folder, with a cheap key derivation and a clock of its own. Both are arguments of the
 * composition; the product's own entry takes neither.
 *
 * Standard input takes one JSON command a line and answers one line each: `{"open":"staffed"}` (or another `Mode`) with
 * `ServedLine`, `{"set":"2026-07-01T14:00:00.000Z"}`, `{"lock":true}`, `{"companion":{"comes":"PSICOLOGIA-PC"}}`,
 * `{"restart":true}`, `{"close":true}`. The end of standard input stops it. What a centre starts with is made once in a
 * folder of the run (`REGISTRO_TEMPLATES`) and copied from there the next
 * time.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createApplication } from '../../src/main/application.ts';
import { createOn } from '../../src/main/computers/this-computer.ts';
import { noProtector } from '../../src/main/platform/lan/identity.ts';
import { startLoopback } from '../../src/main/platform/loopback-host.ts';
import { fakeKeeper } from './fake-keeper.ts';
import { runningClock } from './fixed-clock.ts';
import { buildCalls } from './busy-calls.ts';
import { buildCases } from './busy-centre.ts';
import { buildCounterparts } from './busy-counterparts.ts';
import { buildDanger } from './busy-danger.ts';
import { buildDoor } from './busy-door.ts';
import { buildMonitored, lookedAt } from './busy-monitoring.ts';
import { buildPapers } from './busy-papers.ts';
import { buildSearch } from './busy-search.ts';
import { buildFresh, buildUrgent } from './busy-urgent.ts';
import { openTwoPlaces } from './two-places.ts';
import { cheapKdfPolicy, recoveryKeyOnPaper, templateFolder, testPorts } from './start-application.ts';

export type Mode =
  | 'empty'
  | 'places'
  | 'no-places'
  | 'staffed'
  | 'busy'
  | 'door'
  | 'papers'
  | 'urgent'
  | 'calls'
  | 'fresh'
  | 'cargos'
  | 'search'
  | 'danger'
  | 'counterparts'
  | 'monitored'
  | 'computers'
  /** As `papers`, at a computer that others of the centre may reach, and an empty one that may reach it. */
  | 'keeping'
  | 'joining';

/** What this program says of a centre that was opened. */
export type ServedLine = {
  /** Each good for one page. */
  readonly addresses: readonly string[];
  readonly folder: string;
  /** As it stands on paper; empty before there is one. */
  readonly recoveryKey: string;
};

/** What another computer does: it types the code that stands, its line is cut, or it is not let in. */
export type CompanionCommand = { readonly comes?: string; readonly goes?: string; readonly refused?: string };

type Command = {
  readonly open?: Mode;
  readonly set?: string;
  readonly lock?: boolean;
  readonly companion?: CompanionCommand;
  /** Closes the program, and starts it again on the same folder. */
  readonly halt?: boolean;
  readonly restart?: boolean;
  readonly close?: boolean;
};

const computerNames = { keeping: 'ADMISION-PC', joining: 'PSICOLOGIA-PC' } as const;

const kept = process.env['REGISTRO_TEMPLATES'];
/** Two folders up, from this file as from its bundle. */
const pageFolder = join(import.meta.dirname, '../../out/renderer');

/** What stands in a centre beside its staff. */
const builders: Partial<Record<Mode, (folder: string) => Promise<void>>> = {
  busy: buildCases,
  urgent: buildUrgent,
  calls: buildCalls,
  fresh: buildFresh,
  counterparts: buildCounterparts,
  danger: buildDanger,
  monitored: buildMonitored,
  search: buildSearch,
  door: buildDoor,
  papers: buildPapers,
  keeping: buildPapers,
  cargos: (folder) => buildPapers(folder, 3),
};

async function build(mode: Mode, folder: string): Promise<void> {
  cpSync(await templateFolder(beganIn(mode)), folder, { recursive: true });
  await builders[mode]?.(folder);
}

/** The busy centre has its May to close. */
const beganIn = (mode: Mode) => (mode === 'busy' ? 'may' : 'june');

const startsEmpty = (mode: Mode) => ['empty', 'places', 'no-places', 'joining'].includes(mode);

const neverAsked = () => Promise.reject(new Error('the folder is named'));
/** The only network that this machine surely has. */
const network = { address: '127.0.0.1', netmask: '255.0.0.0', name: 'Red del centro' };
const lan = { protector: noProtector, networks: () => [network], pace: { pausesMs: [200, 400, 800] } };

/** Milliseconds in which another process surely has built a centre, or was cut off. */
const buildsWithin = 60_000;

/** Whether this process is the one that builds it; the others wait, for building takes a processor for seconds. */
async function isToBuild(start: string): Promise<boolean> {
  const mark = `${start}.building`;
  try {
    mkdirSync(mark);
    return true;
  } catch {
    const until = performance.now() + buildsWithin;
    while (!existsSync(start) && performance.now() < until) await pause(50);
    return !existsSync(start);
  }
}

async function newFolder(mode: Mode): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-e2e-'));
  if (startsEmpty(mode)) return folder;
  const start = kept === undefined ? null : join(kept, mode);
  if (start !== null && (existsSync(start) || !(await isToBuild(start)))) {
    cpSync(start, folder, { recursive: true });
    return folder;
  }
  await build(mode, folder);
  if (start === null) return folder;
  // Under another name until it is whole: a journey may be cut off while it is copied, another process be first.
  const part = mkdtempSync(`${start}.part-`);
  cpSync(folder, part, { recursive: true });
  if (!existsSync(start)) renameSync(part, start);
  return folder;
}

async function openCentre(mode: Mode, folder: string) {
  const clock = runningClock(mode === 'monitored' ? lookedAt : '2026-06-10T14:00:00.000Z');
  const keeper = mode === 'computers' ? fakeKeeper() : null;
  const parts = {
    ...({ dataFolder: folder, host: 'loopback', ports: testPorts(clock), kdfPolicy: cheapKdfPolicy } as const),
    ...(keeper === null ? {} : { keeper, device: keeper.device }),
  };
  const hasPlaces = mode === 'places' || mode === 'no-places';
  const application = hasPlaces
    ? (await openTwoPlaces(folder, clock, { host: 'loopback', isEmpty: mode === 'no-places' })).application
    : mode === 'keeping' || mode === 'joining'
      ? await createOn(folder, { ...parts, lan, device: computerNames[mode] }, neverAsked)
      : await createApplication(parts);
  const device = mode === 'keeping' ? computerNames.keeping : 'loopback';
  const page = { device, ports: parts.ports, isBrowser: true } as const;
  const host = await startLoopback(() => application.connect(page), { port: 0, pageOrigin: null, pageFolder });
  // The invented paper of an invented centre: a journey types it.
  const recoveryKey = mode === 'empty' || mode === 'joining' ? '' : await recoveryKeyOnPaper(beganIn(mode));
  const addresses = [host.address, ...Array.from({ length: 7 }, () => host.newAddress())];
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await host.close();
    await application.close();
  };
  return { mode, folder, host, clock, keeper, close, served: { addresses, folder, recoveryKey } satisfies ServedLine };
}

type Centre = Awaited<ReturnType<typeof openCentre>>;
const held: { centre: Centre | null } = { centre: null };

async function obeyCompanion({ comes, goes, refused }: CompanionCommand): Promise<void> {
  const keeper = held.centre?.keeper ?? null;
  if (keeper === null) return;
  if (comes !== undefined) await keeper.comes(comes);
  if (goes !== undefined) keeper.goes(goes);
  const lastAt = Date.parse('2026-06-10T14:05:00.000Z');
  if (refused !== undefined) keeper.refuse({ why: 'code-wrong', address: refused, name: null, times: 3, lastAt });
}

async function remove({ close, folder }: Centre): Promise<void> {
  held.centre = null;
  await close();
  rmSync(folder, { recursive: true, force: true });
}

/** Closes the program and starts it again on the same folder. */
async function restart(centre: Centre): Promise<object> {
  await centre.close();
  held.centre = await openCentre(centre.mode, centre.folder);
  return held.centre.served;
}

async function end({ halt, close }: Command): Promise<void> {
  if (halt === true) await held.centre?.close();
  if (close === true && held.centre !== null) await remove(held.centre);
}

async function obey(command: Command): Promise<object> {
  if (command.open !== undefined) {
    held.centre = await openCentre(command.open, await newFolder(command.open));
    return held.centre.served;
  }
  if (command.restart === true && held.centre !== null) return restart(held.centre);
  if (command.set !== undefined) held.centre?.clock.set(command.set);
  if (command.lock === true) await held.centre?.host.lock();
  if (command.companion !== undefined) await obeyCompanion(command.companion);
  await end(command);
  return { done: true };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line) as Command))}\n`);
}
await held.centre?.close();
process.exit(0);
