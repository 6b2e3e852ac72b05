/** Other computers of the centre: a call over the line against one in the process, and twenty people against one. */
import { setTimeout as pause } from 'node:timers/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { Child } from '../lan/child.ts';
import { makeOffice, type Office, type Seat } from '../lan/office.ts';
import { openComputer, pair, startKeeping } from '../support/computers.ts';
import { eventuallyUp } from '../lan/up.ts';
import { seeded, type Random } from '../support/invented-people.ts';
import { closeCentres, type Login } from '../support/start-application.ts';
import { alternate, spreadOf, timeOf, type Row, type Spread } from './measure.ts';

/** The smallest read that reaches the record: what the navigation asks again and again. */
async function lineRow(): Promise<Row> {
  const keeping = await startKeeping();
  const { centre } = keeping;
  await centre.aCase();
  const computer = openComputer(await pair(keeping, 'PSICOLOGIA-PC'), { port: keeping.port() });
  await eventuallyUp(computer.link);
  await computer.signIn('psico', true);
  const here = await centre.as('social');
  const side = (client: Client<Contract>) => () => {
    centre.clock.advance(2000);
    return timeOf(() => client.listMyCases({}));
  };
  const { ratio, ...sides } = await alternate(side(computer.client), side(here), { warmUp: 50, runs: 201 });
  await computer.close();
  await closeCentres();
  const note =
    'own cases listed; other side: the same call in the process; each ratio of two calls one after the other';
  return { what: 'small read over the line', figure: ratio, unit: 'times', aim: '≤ 3 ×', ...sides, note };
}

const acts = ['search', 'open', 'save'] as const;
type Act = (typeof acts)[number];
type Times = Record<Act, number[]>;

/** Somebody reads, types, thinks: milliseconds between two calls. An office of twenty makes some five calls a second. */
const think = (random: Random) => 2000 + random() * 4000;
/** For one person more than for each of twenty: of every act some hundred calls beside a few dozen. */
const rounds = { warmUp: 1, one: 6, each: 3 };

type Person = { readonly client: Client<Contract>; readonly seat: Seat; readonly random: Random };

/** One thing after the other, each after a thought. */
async function dayOf({ client, seat, random }: Person, times: Times, most: number): Promise<void> {
  const { caseId, trade } = seat;
  const action = { psychology: 'action-32', social: 'action-27', legal: 'legal-counsel', desk: '' }[trade];
  const work = {
    search: () => client.findPersons({ query: 'Rosa Quispe Mamani', arrivalId: null, role: 'any' }),
    open: () => client.getCase({ caseId }),
    save: () =>
      client.recordAttention({
        caseId,
        attention: { action, on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done', note: 'Nota inventada.' },
      } as never),
  };
  await pause(random() * 4000);
  for (let round = 0; round < most; round += 1) {
    for (const act of acts) {
      times[act].push(await timeOf(work[act]));
      await pause(think(random));
    }
  }
}

/** As the product has it: a line that is only slow is not cut. */
const usual = { pace: {} };

/** So many people at their companions at once, all of them professionals of one real keeper process. */
async function measured(office: Office, seats: readonly Seat[], most: number): Promise<Times> {
  const times: Times = { search: [], open: [], save: [] };
  const people = await Promise.all(
    seats.map(async (seat, at) => {
      const computer = openComputer(seat.paired, { port: office.port, localAddress: `127.0.1.${at + 1}` }, usual);
      await eventuallyUp(computer.link);
      await computer.signIn(seat.login as Login, true);
      // What is compiled and read once is no part of a day.
      await computer.client.getCase({ caseId: seat.caseId });
      return { computer, person: { client: computer.client, seat, random: seeded(at) } };
    }),
  );
  await Promise.all(people.map(({ person }) => dayOf(person, times, most)));
  await Promise.all(people.map(({ computer }) => computer.close()));
  return times;
}

const worst = (times: readonly number[]): Spread => {
  const spread = spreadOf(times);
  return { ...spread, median: spread.p95 };
};

async function peopleRows(): Promise<Row[]> {
  const work = mkdtempSync(join(tmpdir(), 'registro-office-'));
  const office = await makeOffice(join(work, 'office'), 20, ['psychology', 'social', 'legal']);
  const keeper = await new Promise<Child>((started) => {
    const hear = () => started(child);
    const args = [office.folder, '2026-06-10T15:05:00.000Z'];
    const child = new Child({ program: 'keeper-child.ts', args, first: null, cache: join(work, 'compiled'), hear });
  });
  const one = office.seats.slice(0, 1);
  // The first of all warms the program up, for both.
  await measured(office, one, rounds.warmUp);
  const alone = await measured(office, one, rounds.one);
  const many = await measured(office, office.seats, rounds.each);
  await keeper.stop();
  return acts.map((act) => {
    const [ours, other] = [worst(many[act]), worst(alone[act])];
    const ratio = ours.p95 / other.p95;
    const figure = { median: ratio, min: ratio, max: ratio, p95: ratio, runs: 1 };
    const note = 'p95 of twenty people at their companions (2–6 s between two calls) against one; sides: p95';
    return { what: `twenty at work: ${act}`, figure, unit: 'times', aim: '≤ 2 ×', ours, other, note };
  });
}

export async function companionRows(): Promise<Row[]> {
  return [await lineRow(), ...(await peopleRows())];
}
