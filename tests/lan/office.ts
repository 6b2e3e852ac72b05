/** A centre with as many people as computers: founded, with a ficha for each, and every computer paired. */
import { mkdirSync } from 'node:fs';
import { createApplication } from '../../src/main/application.ts';
import type { FilingOptions } from '../../src/shared/filings/index.ts';
import type { Role } from '../../src/shared/access/index.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client, InputGivenOf } from '../../src/shared/platform/contract.ts';
import { inventedCase } from '../bench/growing-centre.ts';
import { keeperIn, pair, type Paired } from '../support/computers.ts';
import { fixedClock, type FixedClock } from '../support/fixed-clock.ts';
import type { Keeper } from '../../src/main/computers/keeper.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  openCentre,
  passphrase,
  staff,
  testPorts,
  type TestCentre,
} from '../support/start-application.ts';

/** What a person of the run does all day. */
export type Trade = 'desk' | 'psychology' | 'legal' | 'social';
const trades = ['psychology', 'desk', 'legal', 'social'] as const;
const roleOf = { desk: 'admission', psychology: 'psychologist', legal: 'lawyer', social: 'socialWorker' } as const;

/** Somebody at a computer of her own, with a ficha that nobody else writes. */
export type Seat = {
  readonly login: string;
  readonly trade: Trade;
  readonly paired: Paired;
  readonly caseId: string;
  readonly number: string;
  /** A writ of it, to be printed; empty but for lawyers. */
  readonly documentId: string;
};

export type Office = { readonly folder: string; readonly port: number; readonly seats: readonly Seat[] };

function detailsOf(login: string, fullName: string, roles: readonly Role[]) {
  const isLawyer = roles.includes('lawyer');
  const college = {
    college: isLawyer ? 'Colegio de Abogados de Lima' : null,
    collegeNumber: isLawyer ? '00000' : null,
  };
  const isDesk = roles.some((role) => ['admission', 'technicalSupport', 'auditor'].includes(role));
  return { login, fullName, roles: [...roles], profession: isDesk ? null : 'Profesional inventada', ...college };
}

type Person = { readonly login: string; readonly trade: Trade };
const peopleOf = (count: number, among: readonly Trade[]): Person[] =>
  Array.from({ length: count }, (_one, at) => ({
    login: `persona${String(at + 1).padStart(2, '0')}`,
    trade: among[at % among.length] ?? 'desk',
  }));

async function found(folder: string, people: readonly Person[]): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ports = testPorts(fixedClock('2026-06-01T14:00:00.000Z'));
  const application = await createApplication({ dataFolder: folder, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  let token: string | null = null;
  const client = clientOf(application, () => token);
  const { coordina, ...others } = staff;
  const coordinator = detailsOf('coordina', coordina.fullName, coordina.roles);
  const founded = await client.foundCentre({ centre: centreDetails, isPractice: true, coordinator, passphrase });
  token = founded.session.token;
  for (const [login, { fullName, roles }] of Object.entries(others))
    await client.addFirstStaff({ details: detailsOf(login, fullName, roles), passphrase });
  for (const [at, { login, trade }] of people.entries()) {
    const details = detailsOf(login, `Elsa Inventada Número ${'abcdefghijklmnopqrstuvwxyz'.charAt(at)}`, [
      roleOf[trade],
    ]);
    await client.addFirstStaff({ details, passphrase });
  }
  const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
  await client.confirmRecoveryKey({ groups });
  await application.close();
}

const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

async function aWrit(lawyer: Client<Contract>, caseId: string): Promise<string> {
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const request = { caseId, kind: 3 as const, options: { ...options, ...decided }, missingReason: 'urgency' };
  return (await lawyer.issueFiling(request as InputGivenOf<Contract['issueFiling']>)).document.id;
}

type Opened = { readonly centre: TestCentre; readonly clock: FixedClock; readonly keeper: Keeper };

async function seat({ centre, clock, keeper }: Opened, { login, trade }: Person, at: number): Promise<Seat> {
  clock.advance(4000);
  const isLegal = trade === 'legal';
  const { caseId, number } = await centre.aCase({ ...inventedCase(100 + at), isValidated: isLegal });
  const documentId = isLegal ? await aWrit(await centre.as('legal'), caseId) : '';
  const paired = await pair({ centre, keeper: () => keeper, port: () => keeper.state().port }, `PC-${at + 1}`);
  return { login, trade, paired, caseId, number, documentId };
}

/** Closed again: a process of its own opens it, at the same port. */
export async function makeOffice(folder: string, computers: number, among: readonly Trade[] = trades): Promise<Office> {
  const people = peopleOf(computers, among);
  await found(folder, people);
  const clock = fixedClock();
  let made: Keeper | null = null;
  const centre = await openCentre(folder, clock, {}, (data) => (made = keeperIn(data)));
  const keeper = made as unknown as Keeper;
  await keeper.turnOn({ address: '127.0.0.1', port: 0 });
  const { port } = keeper.state();
  const seats: Seat[] = [];
  for (const [at, person] of people.entries()) seats.push(await seat({ centre, clock, keeper }, person, at));
  await centre.close();
  return { folder, port, seats };
}
