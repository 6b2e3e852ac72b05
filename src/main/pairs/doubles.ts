/** Records of the persons counted that may be of one: near by the keys of the search, then compared. Never a merge. */
import type { Counted, Double, Doubles, RepeatKind } from '../../shared/pairs/index.ts';
import { isWorthAsking, matchModel, type Match } from '../../shared/people/index.ts';
import { compareWith, nearAmong, sharingKeys } from '../people/index.ts';
import { tablesIn, type Trx } from './tables.ts';

type Role = keyof Doubles;
const others = { user: 'aggressor', aggressor: 'user' } as const satisfies Record<Role, Role>;

/** The same woman's aggressors are few: less has to agree than among all persons of a centre. */
const fewPersons = 100;
const idOf = (one: Counted, role: Role): string => (role === 'user' ? one.userId : one.aggressorId);

/** Persons of one role beside the same other person, two by two. */
function besideTheSame(fichas: readonly Counted[], role: Role): Double[] {
  const found = new Map<string, Double>();
  for (const own of Map.groupBy(fichas, (one) => idOf(one, others[role])).values()) {
    const ids = [...new Set(own.map((one) => idOf(one, role)))].toSorted();
    ids.forEach((one, at) => {
      for (const other of ids.slice(at + 1)) found.set(`${one} ${other}`, [one, other]);
    });
  }
  return [...found.values()];
}

/** Who was said to be somebody else, in either ficha. */
async function ruledOut(trx: Trx, role: Role): Promise<ReadonlySet<string>> {
  const rows = await tablesIn(trx)
    .selectFrom('identity_answer')
    .innerJoin('case_file', 'case_file.id', 'identity_answer.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['identity_answer.person_id', `case_pair.${role}_id as own`])
    .where('identity_answer.role', '=', role)
    .where('identity_answer.answer', '=', 'different')
    .execute();
  return new Set(rows.flatMap(({ person_id, own }) => [`${own} ${person_id}`, `${person_id} ${own}`]));
}

type Judge = (match: Match) => boolean;

async function alike(trx: Trx, role: Role, near: readonly Double[], by: { among: number; judge: Judge }) {
  const out = await ruledOut(trx, role);
  const open = near.filter(([one, other]) => !out.has(`${one} ${other}`));
  const found: Double[] = [];
  for (const [one, own] of Map.groupBy(open, ([id]) => id)) {
    const ids = own.map(([, other]) => other);
    for (const [other, match] of await compareWith(trx, one, ids, by.among))
      if (by.judge(match)) found.push([one, other]);
  }
  return found;
}

/** As the page of the pair says «quizá la misma». */
async function beside(trx: Trx, role: Role, fichas: readonly Counted[]): Promise<Double[]> {
  const near = await sharingKeys(trx, besideTheSame(fichas, role));
  return alike(trx, role, near, { among: fewPersons, judge: ({ level }) => level !== null });
}

/** Close enough that a validation would ask (D37): likelier than not, among all persons of a centre. */
async function anywhere(trx: Trx, role: Role, fichas: readonly Counted[]): Promise<Double[]> {
  const near = await nearAmong(trx, [...new Set(fichas.map((one) => idOf(one, role)))]);
  const among = matchModel.centrePersons;
  const judge: Judge = ({ bits, hasOtherGiven }) => isWorthAsking({ own: bits, other: 0, hasOtherGiven }, among);
  return alike(trx, role, near, { among, judge });
}

/** What the list of this kind would join: of a pair either of the two, beside the other; else anybody of the role. */
export async function doublesOf(trx: Trx, kind: RepeatKind, fichas: readonly Counted[]): Promise<Doubles> {
  // Nobody is like a man of whom nothing is known.
  const known = fichas.filter(({ isAggressorUnknown }) => !isAggressorUnknown);
  switch (kind) {
    case 'pairs':
      return { user: await beside(trx, 'user', known), aggressor: await beside(trx, 'aggressor', known) };
    case 'accused':
      return { user: [], aggressor: await anywhere(trx, 'aggressor', known) };
    case 'users':
      return { user: await anywhere(trx, 'user', known), aggressor: [] };
  }
}
