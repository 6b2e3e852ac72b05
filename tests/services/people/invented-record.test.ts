/** How often the right person is shown, and how often «Probable» is wrong, on invented people with truth. */
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTransaction, type Database as Tables } from '../../support/tables.ts';
import '../../../src/main/above.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { candidatesFor, type PersonCandidate } from '../../../src/main/people/index.ts';
import { migrate, queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { inventPeople, seeded, toldByAnother, writtenAgain, type Random } from '../../support/invented-people.ts';
import { insertPersons, personId } from '../../support/person-rows.ts';
import type { PersonFacts } from '../../../src/shared/people/index.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const persons = 10_000;
const asked = 500;
let queries: Kysely<Tables>;
let people: PersonFacts[];

beforeAll(async () => {
  const db = new Database(':memory:');
  await migrate(db, migrations);
  people = inventPeople(persons + asked, seeded(20260610));
  insertPersons(db, people.slice(0, persons));
  queries = queriesOf(db);
  await shown({ ...people[0] } as PersonFacts);
});
afterAll(() => queries.destroy());

/** The five that a screen shows. */
async function shown(facts: PersonFacts): Promise<PersonCandidate[]> {
  const found = await inTransaction(queries, (trx) => candidatesFor(trx, facts));
  return found.slice(0, 5);
}

type Way = (person: PersonFacts, random: Random) => PersonFacts;
type Figures = { right: number; rightAndProbable: number; probable: number; wrong: number };

/** Asks for persons of the record written again, and for as many who are not in it; one in eight has relatives there. */
async function figuresOf(again: Way, seed: number): Promise<Figures> {
  const random = seeded(seed);
  const figures: Figures = { right: 0, rightAndProbable: 0, probable: 0, wrong: 0 };
  const count = (five: readonly PersonCandidate[], own: string | null) => {
    for (const { personId: id, level } of five) {
      if (id === own) figures.right += 1;
      if (level !== 'probable') continue;
      figures.probable += 1;
      if (id === own) figures.rightAndProbable += 1;
      else figures.wrong += 1;
    }
  };
  for (let at = 0; at < asked; at += 1) {
    const own = Math.floor((at * persons) / asked);
    count(await shown(again(people[own] as PersonFacts, random)), personId(own));
    count(await shown(again(people[persons + at] as PersonFacts, random)), null);
  }
  return figures;
}

describe('on 10,000 invented persons', () => {
  // What is told of a man who is not there is little: fewer of those are «Probable».
  const ways = [
    ['the woman herself', writtenAgain, 7, 0.85],
    ['somebody told of by another person', toldByAnother, 11, 0.2],
  ] as const;

  it.each(ways)('shows %s among the five, and «Probable» is hardly ever wrong', async (what, again, seed, probable) => {
    const figures = await figuresOf(again, seed);
    const recall = figures.right / asked;
    const wrong = figures.wrong / figures.probable;
    process.stdout.write(`${what}: ${JSON.stringify({ ...figures, recall, wrong })}\n`);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.01);
    expect(figures.rightAndProbable / asked).toBeGreaterThan(probable);
  });
});
