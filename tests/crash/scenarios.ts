/**
 * What the writer does under the write log: the application's own work, called as the window calls it.
 *
 * `prepare` makes the folder before the log begins, `work` runs under the log. Both get the root, in which the data of
 * the centre stand in `data` and its copies in `copies`.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApplication } from '../../src/main/application.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { FilingOptions } from '../../src/shared/filings/index.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import type { Instant } from '../../src/shared/platform/dates.ts';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { fixedClock, type FixedClock } from '../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  openCentre,
  passphrase,
  recoveryKeyOnPaper,
  templateFolder,
  testPorts,
  type Began,
  type Login,
  type TestCentre,
} from '../support/start-application.ts';
import { roomOf } from './oracle.ts';
import { age } from './older-centre.ts';
import type { Told } from './write-log.ts';

export type Place = { readonly root: string; readonly data: string; readonly copies: string };

export const placeIn = (root: string): Place => ({ root, data: join(root, 'data'), copies: join(root, 'copies') });

export type Desk = {
  readonly place: Place;
  readonly clock: FixedClock;
  readonly tell: (told: Told) => void;
  /** Starts the application; every answer of it is told. */
  start(): Promise<TestCentre>;
};

export type Scenario = {
  readonly name: string;
  /** Rounds of work in the small run and in the whole one. */
  readonly rounds: readonly [small: number, whole: number];
  readonly prepare: (place: Place) => Promise<void>;
  readonly work: (desk: Desk, rounds: number) => Promise<void>;
  /** The folder may be free until the restore was told to be done. */
  readonly beginsEmpty?: true;
};

export const otherPassphrase = 'bosque-lampara-velero-nuez';
const atWork: readonly Login[] = ['admision', 'psico', 'social', 'legal'];

export async function aCentre({ data, copies }: Place, since?: Began): Promise<void> {
  cpSync(await templateFolder(since), data, { recursive: true });
  mkdirSync(copies, { recursive: true });
}

/** With a month that is over and can be closed. */
export async function aBusyCentre(place: Place): Promise<void> {
  await aCentre(place, 'may');
  const centre = await openCentre(place.data, fixedClock('2026-06-10T13:00:00.000Z'));
  const { caseId } = await centre.aCase();
  await centre.close();
  writeFileSync(join(place.root, 'case-id'), caseId);
  writeFileSync(join(place.root, 'paper'), await recoveryKeyOnPaper('may'));
}

/** The case made by `aBusyCentre`. */
export const caseOf = ({ root }: Place): string => readFileSync(join(root, 'case-id'), 'utf8');

async function arrive(centre: TestCentre, clock: FixedClock, name: string): Promise<void> {
  const desk = await centre.as('admision');
  clock.advance(2000);
  const { arrivalId } = await desk.openArrival({});
  await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName: name } });
}

export const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

/** Told before and after: between the two either password may be the one that opens. */
async function changePassword(
  desk: Desk,
  centre: TestCentre,
  login: Login,
  [from, to]: [string, string],
): Promise<void> {
  const client = await centre.as(login);
  desk.tell({ kind: 'password', login, state: 'asked', password: to });
  const isChanged = await client.changeOwnPassphrase({ newPassphrase: to }, { password: from }).then(
    () => true,
    () => false,
  );
  desk.tell({ kind: 'password', login, state: isChanged ? 'changed' : 'refused', password: to });
}

async function approve(desk: Desk, centre: TestCentre, login: string): Promise<void> {
  const { clock, tell } = desk;
  const proposer = await centre.as('coordina');
  const details = { login, fullName: 'Nora Inventada Nueva', roles: ['socialWorker' as const], profession: null };
  const whole = { ...details, college: null, collegeNumber: null };
  const { proposalId } = await proposer.proposeStaffChange({ staffChange: { change: 'create', details: whole } });
  clock.advance(2000);
  const second = await centre.as('legal');
  const { oneTimePassphrase } = await second.approveStaffChange({ proposalId }, { password: passphrase });
  if (oneTimePassphrase !== null) tell({ kind: 'password', login, state: 'changed', password: oneTimePassphrase });
}

async function sendFile(client: Client<Contract>, caseId: string, bytes: Buffer): Promise<void> {
  const fileId = crypto.randomUUID();
  const piece = 256 * 1024;
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const base64 = bytes.subarray(offset, offset + piece).toString('base64');
    await client.sendAttachmentPiece({ fileId, offset, base64 });
  }
  const facts = { kind: 'other', area: 'common', description: 'Archivo inventado', receivedFrom: null } as const;
  await client.addAttachment({ caseId, fileId, fileName: 'nota.txt', facts });
}

/** A text that the inspection takes, of about so many bytes and never twice the same. */
export function someText(size: number): Buffer {
  return Buffer.from(`Nota inventada ${randomBytes(size / 2).toString('hex')}\n`);
}

async function copyTold({ tell }: Pick<Desk, 'tell'>, client: Client<Contract>): Promise<void> {
  const { lastVerifiedAt } = await client.makeCopy({});
  tell({ kind: 'copied', at: lastVerifiedAt ?? '' });
}

async function restoreFrom({ data, copies }: Place, newest: string): Promise<void> {
  const application = await createApplication({
    dataFolder: data,
    host: 'direct',
    ports: testPorts(fixedClock('2026-06-11T13:00:00.000Z')),
    kdfPolicy: cheapKdfPolicy,
  });
  const nobody = clientOf(application, () => null);
  await nobody.restoreCopy({
    folder: join(copies, newest),
    by: { kind: 'password', login: 'coordina', password: passphrase },
    second: null,
  });
  await application.close();
}

/** A new database key, by the strong room itself: which procedure asks for it says nothing of the disk. */
async function rotate({ place, tell }: Desk): Promise<void> {
  const room = roomOf(place.data);
  await room.unlock('coordina', passphrase);
  await room.rotate({
    ...{ utc: '2026-06-10T15:00:00.000Z' as Instant, mono: 1, staffId: null, role: null, device: 'direct' },
    ...{ action: 'keys.rotated', objectKind: null, objectId: null, reason: null, outcome: 'ok', detail: null },
  });
  tell({ kind: 'answered', act: 'rotate' });
  await room.release();
}

/** Copies of one centre beside an empty data folder. */
export async function aCopyAlone(place: Place): Promise<void> {
  await aBusyCentre(place);
  const clock = fixedClock('2026-06-10T14:00:00.000Z');
  const centre = await openCentre(place.data, clock);
  const lawyer = await centre.as('legal');
  await sendFile(lawyer, caseOf(place), someText(9000));
  const support = await centre.as('soporte');
  await support.chooseCopyFolder({ folder: place.copies });
  await (await centre.as('coordina')).makeCopy({});
  await centre.close();
  rmSync(place.data, { recursive: true });
  mkdirSync(place.data);
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'sign-in',
    rounds: [2, 6],
    prepare: aCentre,
    work: async (desk, rounds) => {
      for (let round = 0; round < rounds; round += 1) {
        const centre = await desk.start();
        for (const login of atWork) await centre.as(login);
        for (const login of atWork) await (await centre.as(login)).lock({ why: 'asked' });
        await centre.close();
      }
    },
  },
  {
    name: 'arrivals',
    rounds: [8, 30],
    prepare: aCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      for (let round = 0; round < rounds; round += 1) await arrive(centre, desk.clock, `Rosa Inventada ${round}`);
      await centre.close();
    },
  },
  {
    name: 'intake',
    rounds: [1, 4],
    prepare: aCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      for (let round = 0; round < rounds; round += 1) {
        desk.clock.advance(2000);
        await centre.aCase();
      }
      await centre.close();
    },
  },
  {
    name: 'filing',
    rounds: [2, 6],
    prepare: aBusyCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      const lawyer = await centre.as('legal');
      const caseId = caseOf(desk.place);
      for (let round = 0; round < rounds; round += 1) {
        desk.clock.advance(2000);
        const { options } = await lawyer.startFiling({ caseId, kind: 3 });
        await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
      }
      await centre.close();
    },
  },
  {
    name: 'attachment',
    rounds: [3, 10],
    prepare: aBusyCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      const lawyer = await centre.as('legal');
      const caseId = caseOf(desk.place);
      for (let round = 0; round < rounds; round += 1) {
        desk.clock.advance(2000);
        await sendFile(lawyer, caseId, someText(2000 + 9000 * round));
      }
      await centre.close();
    },
  },
  {
    name: 'password',
    rounds: [2, 6],
    prepare: aCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      for (const login of ['social', 'legal'] as const) await centre.as(login);
      for (let round = 0; round < rounds; round += 1) {
        const pair: [string, string] = round % 2 === 0 ? [passphrase, otherPassphrase] : [otherPassphrase, passphrase];
        for (const login of ['psico', 'admision'] as const) {
          desk.clock.advance(2000);
          await changePassword(desk, centre, login, pair);
        }
        // Two people within the same second.
        await Promise.all((['social', 'legal'] as const).map((login) => changePassword(desk, centre, login, pair)));
      }
      await centre.close();
    },
  },
  {
    name: 'approval',
    rounds: [2, 6],
    prepare: aCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      for (let round = 0; round < rounds; round += 1) {
        desk.clock.advance(2000);
        await approve(desk, centre, `nueva${round}`);
      }
      await centre.close();
    },
  },
  {
    name: 'copy',
    rounds: [1, 3],
    prepare: aBusyCentre,
    work: async (desk, rounds) => {
      const centre = await desk.start();
      await (await centre.as('soporte')).chooseCopyFolder({ folder: desk.place.copies });
      const keeper = await centre.as('coordina');
      for (let round = 0; round < rounds; round += 1) {
        desk.clock.advance(60_000);
        await arrive(centre, desk.clock, `Rosa Inventada ${round}`);
        await copyTold(desk, keeper);
      }
      // The copy of closing.
      await centre.close();
    },
  },
  {
    name: 'restore',
    rounds: [1, 1],
    prepare: aCopyAlone,
    beginsEmpty: true,
    work: async ({ place, tell }) => {
      const [newest = ''] = readdirSync(place.copies).sort().reverse();
      await restoreFrom(place, newest);
      tell({ kind: 'restored' });
    },
  },
  {
    name: 'migration',
    rounds: [1, 1],
    prepare: async (place) => {
      await aBusyCentre(place);
      await age(place.data);
    },
    work: async (desk) => {
      const centre = await desk.start();
      await centre.as('coordina');
      await arrive(centre, desk.clock, 'Rosa Inventada');
      await centre.close();
    },
  },
  {
    name: 'rotation',
    rounds: [1, 3],
    prepare: aBusyCentre,
    work: async (desk, rounds) => {
      for (let round = 0; round < rounds; round += 1) await rotate(desk);
    },
  },
];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no scenario of that name; there are ${scenarios.map((one) => one.name).join(', ')}`);
  return found;
}
