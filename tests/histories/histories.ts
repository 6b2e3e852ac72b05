/**
 * Histories of one centre over five years: women who come once, come back with the same man or another, spelled
 * differently, with and without papers. The truth is known here; a professional who knows it answers what the program
 * asks and nothing else. Right is the condition of the official definitions, or a question that leads to it.
 */
import { blankConditionAnswers, type CaseOverview } from '../../src/shared/intake/index.ts';
import { Temporal } from 'temporal-polyfill';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import type { PersonFacts, UserPerson } from '../../src/shared/people/index.ts';
import { admission, anAggressor, aUser } from '../support/case-builder.ts';
import { inventPeople, seeded, toldByAnother, writtenAgain, type Random } from '../support/invented-people.ts';
import { passphrase, type TestCentre } from '../support/start-application.ts';

type CaseId = CaseOverview['caseId'];
/** What of her is known beside her names. */
type Knowledge = 'dni' | 'birth' | 'age' | 'names';

type Visit = {
  readonly woman: number;
  readonly man: number;
  readonly on: CivilDate;
  readonly knows: Knowledge;
  readonly isNewEvent: boolean;
  readonly wantsLawyer: boolean;
};

export type Figures = {
  readonly seed: number;
  histories: number;
  visits: number;
  right: number;
  wrong: string[];
  /** Conditions that had to be opened again: what they rest on was annulled, or two records were one woman's. */
  reopenings: number;
  /** Second visits of women known by names, or names and a told age, alone; and how many were asked about. */
  returning: number;
  asked: number;
  /** First visits of women of whom nothing is on record, and how many were asked about all the same. */
  first: number;
  wronglyAsked: number;
};

const chance = (random: Random, share: number) => random() < share;
const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

/** One woman: her visits in order of time. Three in four come once; of the others two thirds with the same man. */
function visitsOf(random: Random, woman: number, manAt: () => number): Visit[] {
  let on = Temporal.PlainDate.from('2021-07-01').add({ days: Math.floor(random() * 900) });
  const man = manAt();
  const knows = oneOf(random, ['dni', 'birth', 'age', 'age', 'names'] as const);
  const visits: Visit[] = [
    { woman, man, on: on.toString() as CivilDate, knows, isNewEvent: true, wantsLawyer: chance(random, 0.7) },
  ];
  const more = chance(random, 0.6) ? 1 + Number(chance(random, 0.4)) : 0;
  for (let at = 0; at < more; at += 1) {
    on = on.add({ days: 30 + Math.floor(random() * 400) });
    visits.push({
      ...{ woman, on: on.toString() as CivilDate, man: chance(random, 0.65) ? man : manAt() },
      ...{
        knows: chance(random, 0.7) ? knows : 'names',
        isNewEvent: chance(random, 0.9),
        wantsLawyer: chance(random, 0.7),
      },
    });
  }
  return visits;
}

type Done = {
  readonly visit: Visit;
  readonly caseId: CaseId;
  readonly personIds: Record<'user' | 'aggressor', Set<string>>;
};

const today = '2026-06-10';

/** The procedure of the official definitions, by the truth. Two services are always needed. */
function expected(visit: Visit, earlier: readonly Visit[]): number | 'no-new-ficha' {
  const last = earlier.at(-1);
  if (last === undefined) return 1;
  const isSame = earlier.some((one) => one.man === visit.man);
  if (visit.isNewEvent && !isSame) return 2;
  if (visit.isNewEvent && visit.wantsLawyer) return 3;
  const used = visit.isNewEvent
    ? earlier.filter((one) => one.man === visit.man).at(-1)
    : (earlier.filter((one) => one.man === visit.man).at(-1) ?? last);
  const isOld = Temporal.PlainDate.compare(Temporal.PlainDate.from((used ?? last).on).add({ years: 1 }), today) < 0;
  return isOld ? 5 : 'no-new-ficha';
}

type Names = Pick<UserPerson, 'givenNames' | 'firstSurname' | 'secondSurname'>;

function namesOf({ givenNames, firstSurname, secondSurname }: PersonFacts): Names {
  return { givenNames, firstSurname, secondSurname };
}

function documentOf(person: PersonFacts | null): UserPerson['document'] {
  const number = person?.documents[0]?.number ?? null;
  return number === null
    ? { kind: null, state: 'notCarriedForgotten', number: null }
    : { kind: 'dni', state: 'known', number };
}

class Centre {
  readonly #centre: TestCentre;
  readonly #random: Random;
  readonly #women: readonly PersonFacts[];
  readonly #men: readonly PersonFacts[];
  #done: Done[] = [];
  readonly #figures: Figures;

  constructor(
    centre: TestCentre,
    random: Random,
    people: { women: readonly PersonFacts[]; men: readonly PersonFacts[] },
    figures: Figures,
  ) {
    this.#centre = centre;
    this.#random = random;
    this.#women = people.women;
    this.#men = people.men;
    this.#figures = figures;
  }

  async visit(visit: Visit): Promise<void> {
    // Nobody calls so fast; and who seldom has work must not fall out of her session.
    this.#centre.clock.advance(20_000);
    await (await this.#centre.as('coordina')).listProposals({});
    const client = await this.#centre.as('psico');
    const earlier = this.#done.filter((one) => one.visit.woman === visit.woman);
    const caseId = await this.#open(visit, earlier.length === 0);
    const isTired = earlier.length > 0 && chance(this.#random, 0.06);
    const asked = await this.#answer(client, caseId, visit, isTired);
    this.#count(visit, earlier, asked);
    if (isTired) {
      await this.#mistakenAndJoined(client, caseId, visit, earlier);
      return;
    }
    const said = { ...blankConditionAnswers, newEvent: visit.isNewEvent, servicesNeeded: 2 };
    const { asked: questions } = await client.proposeCondition({ caseId, answers: said });
    const isAskedOfHim = questions.some(({ question, isNeeded }) => question === 'sameAggressor' && isNeeded);
    const sameAggressor = isAskedOfHim ? earlier.some((one) => one.visit.man === visit.man) : null;
    const { proposed } = await client.proposeCondition({ caseId, answers: { ...said, sameAggressor } });
    const right = expected(
      visit,
      earlier.map((one) => one.visit),
    );
    this.#figures.visits += 1;
    if (proposed === right) this.#figures.right += 1;
    else this.#figures.wrong.push(`visit ${this.#figures.visits}, ${visit.knows}: ${proposed} for ${right}`);
    await this.#validate(client, caseId, { answers: { ...said, sameAggressor }, proposed, right });
    await this.#remember(client, caseId, visit);
    if (earlier.length > 0 && chance(this.#random, 0.1)) await this.#annulBefore(client, earlier, caseId);
  }

  /** The ficha that a condition rests on is annulled by two people: the condition has to be opened again. */
  async #annulBefore(client: Client<Contract>, earlier: readonly Done[], caseId: CaseId): Promise<void> {
    const [first] = earlier;
    if (first === undefined) return;
    const coordinator = await this.#centre.as('coordina');
    const { version } = await coordinator.getCase({ caseId: first.caseId });
    const why = { caseId: first.caseId, version, reason: 'duplicate', words: null } as const;
    const { proposalId } = await coordinator.proposeCaseAnnulment(why);
    await client.approveCaseAnnulment({ proposalId }, { password: passphrase });
    this.#done = this.#done.filter((one) => one !== first);
    await this.#expectReopened(client, caseId, 'annulled');
  }

  /** «Ninguna es ella» said of her herself; Coordinación joins the two records later, and the condition opens again. */
  async #mistakenAndJoined(
    client: Client<Contract>,
    caseId: CaseId,
    visit: Visit,
    earlier: readonly Done[],
  ): Promise<void> {
    const { proposed } = await client.proposeCondition({ caseId, answers: blankConditionAnswers });
    await this.#validate(client, caseId, { answers: blankConditionAnswers, proposed, right: 1 });
    await this.#remember(client, caseId, visit);
    const [kept] = earlier[0]?.personIds.user ?? [];
    const [absorbed] = this.#done.at(-1)?.personIds.user ?? [];
    if (kept === undefined || absorbed === undefined || kept === absorbed) return;
    const coordinator = await this.#centre.as('coordina');
    const pair = { keptId: kept, absorbedId: absorbed };
    const { choices } = await coordinator.comparePersons(pair);
    const { proposalId } = await coordinator.proposePersonMerge({ ...pair, choices });
    await client.approvePersonMerge({ proposalId }, { password: passphrase });
    await this.#expectReopened(client, caseId, 'joined');
  }

  async #expectReopened(client: Client<Contract>, caseId: CaseId, what: 'annulled' | 'joined'): Promise<void> {
    this.#figures.reopenings += 1;
    const { reopened } = await client.getCase({ caseId });
    if (reopened.length === 0) this.#figures.wrong.push(`visit ${this.#figures.visits}: ${what}, and not opened again`);
  }

  async #open(visit: Visit, isFirst: boolean): Promise<CaseId> {
    const [woman, man] = [this.#women[visit.woman], this.#men[visit.man]] as [PersonFacts, PersonFacts];
    const random = this.#random;
    const year = Number(visit.on.slice(0, 4));
    const told = isFirst ? woman : writtenAgain(woman, random);
    const user = {
      ...namesOf(told),
      birth: visit.knows === 'birth' ? (told.birth ?? woman.birth) : null,
      document: documentOf(visit.knows === 'dni' ? woman : null),
    };
    const his = toldByAnother(man, random);
    const aggressor = { nameState: 'known' as const, ...namesOf(his) };
    const age = ({ birth }: PersonFacts) =>
      birth === null ? null : Math.max(14, year - birth.year - Number(chance(random, 0.4)));
    const guessed = (years: number | null, by: number) =>
      years === null ? null : Math.max(14, years + Math.round((random() * 2 - 1) * by));
    const { caseId } = await this.#centre.aCase({
      ...{ user, aggressor, isValidated: false },
      a: {
        ...{
          admission: { ...admission, admittedOn: visit.on, isFromPaper: true },
          user: aUser(user),
          aggressor: anAggressor(aggressor),
        },
        answers: {
          // Section A asks for an age: who is known by names alone is guessed.
          userAge: guessed(age(woman), visit.knows === 'names' ? 6 : 0),
          aggressorAge: his.bornBetween === null ? null : age(man),
        },
      },
      b: {
        incident: { occurredOn: null, occurredTime: null, place: null },
        answers: { wantsLegalRepresentation: visit.wantsLawyer ? 1 : 0 },
      },
    });
    return caseId;
  }

  /**
   * Says truly of everybody offered whether it is she, or he; who is tired says of all that they are not. Answers whether
   * the program asked about any woman.
   */
  async #answer(client: Client<Contract>, caseId: CaseId, visit: Visit, isTired: boolean): Promise<boolean> {
    let hasAsked = false;
    for (const role of ['user', 'aggressor'] as const) {
      const sought = role === 'user' ? 'woman' : 'man';
      for (let turn = 0; turn < 4; turn += 1) {
        const { likely } = await client.proposeCondition({ caseId, answers: blankConditionAnswers });
        const open = likely.filter((one) => one.role === role && one.answer === null);
        if (turn === 0 && role === 'user') hasAsked = open.some(({ isAsked }) => isAsked);
        const same = isTired
          ? undefined
          : open.find(({ personId }) => personId !== null && this.#isKnown(role, personId, visit[sought]));
        const { version } = await client.getCase({ caseId });
        if (same?.personId !== undefined && same.personId !== null) {
          await client.settlePerson({ caseId, version, role, personId: same.personId, isSame: true, isSure: true });
          continue;
        }
        const personIds = open.flatMap(({ personId }) => (personId === null ? [] : [personId]));
        if (personIds.length > 0) await client.ruleOutPersons({ caseId, version, role, personIds });
        break;
      }
    }
    return hasAsked;
  }

  #isKnown(role: 'user' | 'aggressor', personId: string, index: number): boolean {
    return this.#done.some(
      (one) => one.personIds[role].has(personId) && (role === 'user' ? one.visit.woman : one.visit.man) === index,
    );
  }

  #count(visit: Visit, earlier: readonly Done[], isAsked: boolean): void {
    if (earlier.length === 0) {
      this.#figures.first += 1;
      this.#figures.wronglyAsked += Number(isAsked);
    } else if (visit.knows === 'age' || visit.knows === 'names') {
      this.#figures.returning += 1;
      this.#figures.asked += Number(isAsked);
    }
  }

  /** What staff would confirm is on record afterwards, also where the proposal was wrong. */
  async #validate(
    client: Client<Contract>,
    caseId: CaseId,
    {
      answers,
      proposed,
      right,
    }: { answers: typeof blankConditionAnswers; proposed: number | string; right: number | string },
  ): Promise<void> {
    const condition = typeof right === 'number' ? right : 5;
    const { version } = await client.getCase({ caseId });
    const overrideReason = proposed === condition ? null : ({ code: 'newInformation', text: null } as const);
    await client.validateCase({ caseId, version, answers, condition, overrideReason });
  }

  async #remember(client: Client<Contract>, caseId: CaseId, visit: Visit): Promise<void> {
    const { main } = await client.listCasePersons({ caseId });
    const idsOf = (role: 'user' | 'aggressor') =>
      new Set(main.filter((one) => one.role === role).map(({ personId }) => String(personId)));
    this.#done.push({ visit, caseId, personIds: { user: idsOf('user'), aggressor: idsOf('aggressor') } });
  }
}

export async function runHistories(
  centre: TestCentre,
  { histories, seed }: { histories: number; seed: number },
): Promise<Figures> {
  const random = seeded(seed);
  const people = inventPeople(histories * 5, random);
  const women = people.filter(({ sex }) => sex === 'F').slice(0, histories);
  const men = people.filter(({ sex }) => sex === 'M');
  let named = 0;
  // One man in eight is known from another woman's history.
  const manAt = () => {
    if (named > 0 && chance(random, 0.12)) return Math.floor(random() * named);
    named += 1;
    return named - 1;
  };
  const visits = women.flatMap((_woman, at) => visitsOf(random, at, manAt));
  const figures: Figures = {
    ...{ seed, histories, visits: 0, right: 0, wrong: [], reopenings: 0 },
    ...{ returning: 0, asked: 0, first: 0, wronglyAsked: 0 },
  };
  const told = new Centre(centre, random, { women, men }, figures);
  for (const visit of visits.toSorted((one, other) => one.on.localeCompare(other.on))) await told.visit(visit);
  return figures;
}
