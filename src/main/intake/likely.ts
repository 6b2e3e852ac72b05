/** «Quizá ya la conocemos»: who of the record may be the woman and the man of a ficha, judged as a pair (D37). */
import { decide } from '../../shared/access/index.ts';
import {
  ageOf,
  childrenBits,
  childrenEvidence,
  isSaidBy,
  mostLikely,
  oldListVersion,
  type ChildCount,
  type ChildrenEvidence,
  type Contradiction,
  type LikelyPerson,
  type PairRole,
  type SectionAAnswers,
} from '../../shared/intake/index.ts';
import {
  displayName,
  firstOfEach,
  isWorthAsking,
  isWorthShowing,
  matchModel,
  pairBits,
  placeLabel,
  type Match,
  type PairBits,
  type PlaceIndex,
} from '../../shared/people/index.ts';
import type { PersonId, CaseId } from '../../shared/platform/ids.ts';
import { compareWith, personsNear } from '../people/index.ts';
import { among } from '../platform/storage/among.ts';
import { isBefore, listCasesOfUser, type CaseRow, type PairRow } from './case-repository.ts';
import { isLinked } from './doubts.ts';
import { contradictionsFor } from './identity-facts.ts';
import { identityAnswers } from './identity-answers.ts';
import { casesAround, maySettleAmong, type PersonCase } from './person-reach.ts';
import { recordFor } from './person-sight.ts';
import { reviewersOf } from './reviewers.ts';
import { getSectionA } from './section-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

const others = { user: 'aggressor', aggressor: 'user' } as const satisfies Record<PairRole, PairRole>;

/** What one person of the record weighs, with the other of the same ficha where that one counts. */
type Weighed = {
  readonly personId: string;
  readonly match: Match;
  readonly bits: PairBits;
  /** The one beside the person in an earlier ficha who makes it likelier. */
  readonly beside: string | null;
  readonly children: ChildrenEvidence | null;
  /** For a man of other fichas of hers: whether one of them came before this one. */
  readonly hers: 'before' | 'after' | null;
};

/** The men of her other fichas; nobody once it is said which of them he is. */
async function menOfHers(trx: Trx, row: CaseRow, pair: PairRow): Promise<ReadonlyMap<string, 'before' | 'after'>> {
  const others = (await listCasesOfUser(trx, pair.user_id)).filter((one) => !isOfThisEvent(one, row));
  if (others.some((one) => one.aggressor_id === pair.aggressor_id)) return new Map();
  const before = new Set(others.filter((one) => isBefore(one, row)).map((one) => one.aggressor_id));
  return new Map(others.map(({ aggressor_id: id }) => [id, before.has(id) ? 'before' : 'after']));
}

/** Those near each of the two, the persons beside them in their fichas, and who stands beside whom. */
async function around(trx: Trx, pair: PairRow) {
  const near = { user: await personsNear(trx, pair.user_id), aggressor: await personsNear(trx, pair.aggressor_id) };
  const pairs = await tablesIn(trx)
    .selectFrom('case_pair')
    .select(['user_id', 'aggressor_id'])
    .where((where) =>
      where.or([
        where('user_id', 'in', among([...near.user, pair.user_id])),
        where('aggressor_id', 'in', among([...near.aggressor, pair.aggressor_id])),
      ]),
    )
    .execute();
  const ofRole = (role: PairRole) =>
    [...new Set([...near[role], ...pairs.map((one) => one[`${role}_id`])])].filter((id) => id !== pair[`${role}_id`]);
  return { pairs, user: ofRole('user'), aggressor: ofRole('aggressor') };
}

function childrenOf(answers: SectionAAnswers, admittedOn: string): ChildCount | null {
  const { minorSons, minorDaughters, adultSons, adultDaughters } = answers;
  const counts = [minorSons, minorDaughters, adultSons, adultDaughters];
  if (counts.some((count) => count === null)) return null;
  return {
    count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    year: Number(admittedOn.slice(0, 4)),
  };
}

/** Children as her newest other ficha counts them. */
async function childrenBefore(trx: Trx, userId: string, caseId: CaseId): Promise<ChildCount | null> {
  const last = (await listCasesOfUser(trx, userId)).find(({ id }) => id !== caseId);
  return last === undefined ? null : childrenOf((await getSectionA(trx, last.id)).answers, last.admitted_on);
}

const population = matchModel.centrePersons;

async function weighAll(trx: Trx, row: CaseRow, pair: PairRow): Promise<Record<PairRole, Weighed[]>> {
  const found = await around(trx, pair);
  const matches = {
    user: await compareWith(trx, pair.user_id, found.user, population),
    aggressor: await compareWith(trx, pair.aggressor_id, found.aggressor, population),
  };
  const own = childrenOf((await getSectionA(trx, row.id)).answers, row.admitted_on);
  const herMen = await menOfHers(trx, row, pair);
  const weigh = async (role: PairRole): Promise<Weighed[]> => {
    const weighed: Weighed[] = [];
    for (const [personId, match] of matches[role]) {
      const { beside, bits } = besideOf(found.pairs, { role, personId, pair, matches });
      const { hasOtherGiven } = match;
      const atMost = { own: match.bits + childrenBits.same, other: bits, hasOtherGiven };
      // A woman gives one man two names: the men of her own fichas are asked about, whatever he is called now.
      const hers = role === 'aggressor' ? (herMen.get(personId) ?? null) : null;
      const isShown = match.level !== null || hers !== null;
      // Whom even that could not bring near enough: nothing more is read of her.
      if (!isShown && !isWorthShowing(atMost, population)) continue;
      const children = role === 'user' ? childrenEvidence(own, await childrenBefore(trx, personId, row.id)) : null;
      const all = { ...atMost, own: match.bits + (children?.bits ?? 0) };
      if (isShown || isWorthShowing(all, population))
        weighed.push({ personId, match, bits: all, beside, children, hers });
    }
    return weighed.toSorted(byLikelihood);
  };
  return { user: await weigh('user'), aggressor: await weigh('aggressor') };
}

/** The men of her own fichas before all others. */
function byLikelihood(one: Weighed, other: Weighed): number {
  return Number(other.hers !== null) - Number(one.hers !== null) || pairBits(other.bits) - pairBits(one.bits);
}

/** That the same one stands in both fichas is as telling as anything can be. */
const sameOneBits = 40;

function besideOf(
  pairs: readonly Pick<PairRow, 'user_id' | 'aggressor_id'>[],
  of: { role: PairRole; personId: string; pair: PairRow; matches: Record<PairRole, ReadonlyMap<string, Match>> },
): { beside: string | null; bits: number } {
  const other = others[of.role];
  const own = of.pair[`${other}_id`];
  let best = { beside: null as string | null, bits: 0 };
  for (const one of pairs) {
    if (one[`${of.role}_id`] !== of.personId) continue;
    const id = one[`${other}_id`];
    const bits = id === own ? sameOneBits : (of.matches[other].get(id)?.bits ?? 0);
    if (bits > best.bits) best = { beside: id, bits };
  }
  return best;
}

/** Fewer bits of him are no sentence: half the men of a district share a surname. */
const tellingBits = 4;

const besideWords = {
  user: 'Él se parece a la presunta persona agresora de esa ficha.',
  aggressor: 'Ella se parece a la persona usuaria de esa ficha.',
} as const satisfies Record<PairRole, string>;

/** What the one beside the person in an earlier ficha says for it. */
function besideReason({ beside, bits, hers }: Weighed, role: PairRole, own: PairRow): string | null {
  if (hers !== null) return hers === 'before' ? 'Es de un caso anterior de ella.' : 'Es de otro caso de ella.';
  if (beside === null || bits.other < tellingBits) return null;
  if (beside !== own[`${others[role]}_id`]) return besideWords[role];
  return role === 'user' ? 'Él es la misma presunta persona agresora.' : 'Ella es la misma persona usuaria.';
}

function reasonsOf(
  one: Weighed,
  role: PairRole,
  of: { readonly pair: PairRow; readonly contradictions: readonly Contradiction[]; readonly isWhole: boolean },
): LikelyPerson['reasons'] {
  const { contradictions, isWhole } = of;
  const beside = besideReason(one, role, of.pair);
  const compared = one.match.reasons.filter(({ text }) => !isSaidBy(contradictions, text));
  const all = [
    ...(beside === null ? [] : [{ text: beside, speaks: 'for' as const }]),
    ...[...compared, ...(one.children === null ? [] : [one.children.reason])].map(({ text, plain, speaks }) => ({
      text: isWhole ? text : plain,
      speaks,
    })),
    ...contradictions.map(({ text }) => ({ text, speaks: 'against' as const })),
  ];
  const once = all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
  return [...once.filter(({ speaks }) => speaks === 'for'), ...once.filter(({ speaks }) => speaks === 'against')];
}

/** Fichas of a person that this reader may be told of; one of them only as accused is told to whoever may know that. */
export function toldOf(unit: Use, cases: readonly PersonCase[]): LikelyPerson['fichas'] {
  const mayKnowAll = decide(unit.session.roles, 'person.readAggressorCases', null).allowed;
  return cases.flatMap(({ row, roles, reach }) => {
    const known = roles.filter((role) => role !== 'aggressor' || mayKnowAll || reach === 'open');
    const role = known.includes('user') ? 'user' : known.includes('aggressor') ? 'aggressor' : 'related';
    return known.length === 0
      ? []
      : [{ number: row.number, role, isFromOldList: row.form_version === oldListVersion } as const];
  });
}

/** All that is told of somebody who is not to be told of. */
const hidden = () => ({
  ...{ personId: null, name: 'Requiere revisión', age: null, district: null, fichas: [], reasons: [] },
  ...{ contradictions: [], isOfHers: false },
});

export type Likely = LikelyPerson & {
  /** The person meant, also where the reader is not told. */
  readonly id: string;
};

/**
 * At most five women and five men, the likeliest first, as this reader may be told of them. Nobody of annulled fichas
 * alone.
 */
export async function likelyPersons(unit: Use, row: CaseRow, pair: PairRow, places: PlaceIndex): Promise<Likely[]> {
  const weighed = await weighAll(unit.trx, row, pair);
  const found: Likely[] = [];
  for (const role of ['user', 'aggressor'] as const) {
    if (weighed[role].length === 0) continue;
    const answers = await identityAnswers(unit.trx, row.id, role);
    const isKnown = (await casesAround(unit, pair[`${role}_id`])).some((other) => other.row.id !== row.id);
    const isSettled = await isLinked(unit.trx, row, role);
    // Who she is was said, or the desk knew: of others only a second record of hers may be asked about.
    const isSecond = ({ hers }: Weighed, answer: LikelyPerson['answer']) =>
      answer === null && (isSettled || (isKnown && hers === null));
    let open = 0;
    for (const one of weighed[role]) {
      if (open === mostLikely) break;
      // Left open at the desk: that question stands by itself.
      if (one.personId === row[`maybe_${role}_id`] || (isKnown && !maySecond(one))) continue;
      const answer = answers.get(one.personId) ?? null;
      const likely = await tell(unit, one, { role, row, pair, places, isOnlySecond: isSecond(one, answer) });
      if (likely === null) continue;
      // Who was answered for makes room for the next.
      if (answer === null) open += 1;
      found.push({ ...likely, answer });
    }
  }
  return found;
}

/** Who is known already may only have a second record. */
function maySecond({ hers, bits }: Weighed): boolean {
  return hers !== null || isWorthAsking(bits, population);
}

/** Who stands in this ficha, or in another one of the same event, is somebody else in it. */
function isOfThisEvent(other: CaseRow, own: CaseRow): boolean {
  return other.id === own.id || other.incident_id === own.incident_id;
}

async function tell(
  unit: Use,
  one: Weighed,
  of: { role: PairRole; row: CaseRow; pair: PairRow; places: PlaceIndex; isOnlySecond: boolean },
): Promise<Omit<Likely, 'answer'> | null> {
  const { personId } = one;
  const { role, row, pair, places } = of;
  const cases = await casesAround(unit, personId);
  if (cases.length === 0 || cases.some((other) => isOfThisEvent(other.row, row))) return null;
  const own = { row, role, personId: pair[`${role}_id`] };
  const contradictions = await contradictionsFor(unit.trx, unit, own, personId);
  if (of.isOnlySecond && contradictions.length > 0) return null;
  const isOfHers = one.hers !== null;
  const isAsked = isWorthAsking(one.bits, population) || (isOfHers && !contradictions.some(({ isFirm }) => isFirm));
  const common = { id: personId, role, isOfHers, isAsked };
  const fichas = toldOf(unit, cases);
  if (fichas.length === 0 || !maySettleAmong(cases))
    return { ...common, ...hidden(), reviewers: await reviewersOf(unit, personId) };
  const { record, address, isWhole } = await recordFor(unit.trx, unit, { caseId: row.id, personId });
  return {
    ...common,
    personId: personId as PersonId,
    reviewers: [],
    name: displayName(firstOfEach(record)),
    age: ageOf(record, unit.today),
    district: address.districtCode === null ? null : placeLabel(places, address.districtCode),
    fichas,
    reasons: reasonsOf(one, role, { pair, contradictions, isWhole }),
    contradictions: contradictions.map(({ text }) => text),
  };
}
