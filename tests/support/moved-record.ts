/** A record that another computer took over: both computers of it, the new one switched on. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { KeeperTerm, termOf } from '../../src/main/computers/keeper-term.ts';
import type { Keeper } from '../../src/main/computers/keeper.ts';
import { listKept } from '../../src/main/computers/kept-copies.ts';
import { createOn } from '../../src/main/computers/this-computer.ts';
import { noProtector } from '../../src/main/platform/lan/identity.ts';
import { keeperIn, pair, quickPace, startKeeping, type Keeping, type Paired } from './computers.ts';
import { eventually } from './eventually.ts';
import { fixedClock } from './fixed-clock.ts';
import { madeOnce, putInto } from './made-once.ts';
import { openOwn } from './own-computers.ts';
import { cheapKdfPolicy, clientOf, openCentre, passphrase, testPorts } from './start-application.ts';
import { newFolder } from './temporary-folder.ts';

export const coordinator = { kind: 'password', login: 'coordina', password: passphrase } as const;
export const lawyer = { login: 'legal', password: passphrase };

export type MovedRecord = {
  /** Data folder of the computer that broke; its record does not know yet. */
  readonly old: string;
  /** Where it was reached. */
  readonly oldPort: number;
  /** The computer that keeps the record now, reached by others. */
  readonly keeping: Keeping;
  /** By which the old one knows it. */
  readonly paired: Paired;
};

/** A keeper over a folder that has a record, switched on at a port that the system chose. */
export async function keepAt(folder: string): Promise<Keeping> {
  let keeper: Keeper | null = null;
  const centre = await openCentre(folder, fixedClock(), {}, (at) => (keeper = keeperIn(at)));
  const now = () => keeper as unknown as Keeper;
  await now().turnOn({ address: '127.0.0.1', port: 0 });
  await centre.as('coordina');
  return { centre, keeper: now, port: () => now().state().port };
}

/** The keeper breaks, and the companion with its newest copy takes its place: both folders, with no program over them. */
async function moveRecord() {
  const keeping = await startKeeping();
  const oldPort = keeping.port();
  const paired = await pair(keeping, 'PSICOLOGIA-PC');
  const companion = await openOwn(paired, oldPort);
  const here = await keeping.centre.as('coordina');
  await here.chooseCopyFolder({ folder: newFolder() });
  await here.makeCopy({});
  await eventually(() => expect(listKept(companion.folder)).toHaveLength(1));
  await keeping.centre.close();
  const name = (await companion.client.listKeptCopies({})).copies[0]?.name ?? '';
  await companion.client.becomeKeeper({ name, by: coordinator, second: lawyer });
  await companion.close();
  return { old: keeping.centre.folder, oldPort, now: companion.folder, paired };
}

/** As it has just moved: the port of the old computer is free for it still. */
export async function movedRecord(): Promise<MovedRecord> {
  const { now, ...moved } = await moveRecord();
  return { ...moved, keeping: await keepAt(now) };
}

const movedMade = madeOnce(async (place) => {
  const { old, now, ...facts } = await moveRecord();
  putInto(place, 'old', old);
  putInto(place, 'now', now);
  return facts;
});

/** The old computer hears it, as from a companion. */
export function hearAt({ old, keeping }: MovedRecord): void {
  const term = new KeeperTerm(old);
  term.judge(termOf(keeping.centre.folder)?.statement);
}

/** Of which the old computer knows that it has moved: a copy of one that did, and nobody is at its old port. */
export async function heardRecord(): Promise<MovedRecord> {
  const { place, ...facts } = await movedMade();
  const moved = { old: join(place, 'old'), keeping: await keepAt(join(place, 'now')), ...facts };
  hearAt(moved);
  return moved;
}

/** What a person types at the other computer. */
export async function offerOf({ centre, port }: Keeping, name = 'ADMISION-2') {
  const client = await centre.as('coordina');
  await client.offerPairing({}, { password: passphrase });
  const { offer } = await client.readPairingCode({});
  return { address: '127.0.0.1', port: port(), code: (offer?.groups ?? []).join(' '), name };
}

const here = { address: '127.0.0.1', netmask: '255.0.0.0', name: 'Red del centro' };

/** The program as an entry starts it, over a folder that somebody named. @param aheadMs of the true time */
export async function startProgram(folder: string, aheadMs = 0) {
  const clock = { now: () => Date.now() + aheadMs, monotonic: () => performance.now() };
  const ports = { ...testPorts({ ...clock, advance: () => undefined, set: () => undefined }), clock };
  const lan = {
    protector: noProtector,
    pace: quickPace,
    askAgainMs: 200,
    networks: () => [here],
    limits: { beatMs: 200 },
  };
  const options = { host: 'direct', device: 'ADMISION-PC', ports, kdfPolicy: cheapKdfPolicy, lan } as const;
  const application = await createOn(folder, options, () => Promise.reject(new Error('the folder is named')));
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= application.close());
  return { application, nobody: clientOf(application, () => null), close };
}

/** The folder as a cut would leave it. */
export function asCutOff(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Every file below a folder, sorted, `/` between. */
export function filesBelow(folder: string): string[] {
  const rows = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((row) => row.isFile());
  const names = rows.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return names.map((name) => name.replaceAll('\\', '/')).toSorted();
}
