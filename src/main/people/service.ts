/** Person search: by indexed keys, at most five candidates, each role only its part (decision D2). */
import { decide } from '../../shared/access/index.ts';
import {
  type caseStandings,
  displayName,
  placeLabel,
  underReviewName,
  type Candidate,
  type matchingContract,
  type peopleContract,
  type PersonFacts,
  type PersonRecord,
  type PlaceIndex,
  type TypedFacts,
  type UserPerson,
} from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ArrivalId, CaseId, PersonId } from '../../shared/platform/ids.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { candidatesFor, candidatesForText, matchOf, shownCandidates, type PersonCandidate } from './candidates.ts';
import { keysPercent } from './person-keys.ts';
import { getShown } from './repository.ts';
import type { SearchBudget } from './search-budget.ts';
import type { Trx } from './tables.ts';

/** A case that a person has a part in; `canOpen`: the reader may open it whole. */
export type CaseOfPerson = {
  readonly id: CaseId;
  readonly number: string;
  /** `related`: she informed, or is a child, relative, guardian or witness. */
  readonly role: 'user' | 'aggressor' | 'related';
  readonly admittedOn: CivilDate;
  readonly standing: (typeof caseStandings)[number];
  readonly isSealed: boolean;
  readonly canOpen: boolean;
};

/** As a reader may see her, by the fichas that this reader may read. */
export type SeenPerson = {
  readonly record: PersonRecord;
  readonly address: UserPerson['address'];
  /** Nothing is hidden. */
  readonly isWhole: boolean;
};

/** What other domains know of a person, handed in so that this one depends on none of them. */
export type PersonContext = {
  readonly places: PlaceIndex;
  isArrivalOpen(unit: Unit<Trx>, arrivalId: ArrivalId): Promise<boolean>;
  /** The persons of a ficha of which the reader says who they are. @throws not-found */
  personsToIdentify(unit: Unit<Trx>, caseId: CaseId): Promise<ReadonlySet<string>>;
  casesOf(unit: Unit<Trx>, personId: string): Promise<CaseOfPerson[]>;
  /** The woman of the ficha of that number; null for none that the reader may open whole. */
  ofFicha(unit: Unit<Trx>, number: string): Promise<string | null>;
  seen(unit: Unit<Trx>, personId: string): Promise<SeenPerson>;
  /** Known from annulled fichas alone: found by nobody. */
  isOfAnnulled(trx: Trx, personId: string): Promise<boolean>;
  /** Issued papers and files of these fichas, counted. */
  holdings(trx: Trx, caseIds: readonly CaseId[]): Promise<{ papers: number; files: number }>;
  /** Keeps in every ficha of either that the other is somebody else; answers in how many. */
  tellApart(unit: Unit<Trx>, personIds: readonly [string, string]): Promise<number>;
  areToldApart(trx: Trx, personIds: readonly [string, string]): Promise<boolean>;
  /** Two records became one, or one two: what was decided of their cases may rest on something else. */
  identityChanged(unit: Unit<Trx>, personIds: readonly string[], how: 'joined' | 'separated'): Promise<void>;
};

type Sought = {
  /** What was typed. */
  readonly asked: string | PersonFacts;
  readonly hasArrival: boolean;
  readonly role: 'user' | 'aggressor' | 'any';
  /** Whether persons of other roles are left out. */
  readonly isOnlyRole: boolean;
};

/** @throws rule-broken when the desk asks without an open arrival (D2) */
async function arrivalOf(context: PersonContext, unit: Unit<Trx>, arrivalId: ArrivalId | null): Promise<boolean> {
  const hasArrival = arrivalId !== null && (await context.isArrivalOpen(unit, arrivalId));
  if (unit.decision.view === 'candidates' && !hasArrival) throw fail('rule-broken', 'no-open-arrival');
  return hasArrival;
}

function factsOf(facts: TypedFacts, year: number): PersonFacts {
  const { givenNames, firstSurname, secondSurname, aliases, documentKind, documentNumber, birth, age, phone } = facts;
  return {
    ...{ givenNames, firstSurname, secondSurname, birth, sex: null, districtCode: null },
    aliases: aliases === null ? [] : [aliases],
    documents: documentNumber === null ? [] : [{ kind: documentKind, number: documentNumber }],
    bornBetween: age === null ? null : [year - age - 1, year - age],
    phones: phone === null ? [] : [phone],
  };
}

export function peopleHandlers(
  context: PersonContext,
  budget: SearchBudget,
): Handlers<typeof peopleContract & typeof matchingContract, Trx> {
  return {
    findPersons: inside(async (unit, { query, isTyping, arrivalId, caseId, role }) => {
      const isHere = await arrivalOf(context, unit, arrivalId);
      const own = caseId === null ? null : await context.personsToIdentify(unit, caseId);
      const hasArrival = isHere || own !== null;
      const [staff, now] = [unit.session.staffId, unit.clock.now()];
      if (!isTyping) budget.spend(staff, now);
      else if (budget.spendTyped(staff, now, query)) unit.joinsEarlier();
      // Who stands in the ficha already is nobody to link its persons with.
      const meant = [
        ...(await ofFichaNumber(context, unit, query)),
        ...(await candidatesForText(unit.trx, query, 'made')),
      ];
      const found = meant.filter(({ personId }) => own?.has(personId) !== true);
      // Whoever is about to be written as accused may stand in the record in any role: «nobody» has to be true.
      const isAccused = role === 'aggressor' && isHere;
      const isOnlyRole = role !== 'any' && !isAccused && own === null;
      const answer = await shown(context, unit, found, { asked: query, hasArrival, role, isOnlyRole });
      return unit.decision.view === 'candidates' ? { ...answer, searchesLeft: budget.left(staff, now) } : answer;
    }),
    suggestPersons: inside(async (unit, { facts, arrivalId, role }) => {
      const hasArrival = await arrivalOf(context, unit, arrivalId);
      // Each leaves its entry: under one arrival anybody could be typed, one after the other.
      budget.spend(unit.session.staffId, unit.clock.now(), `${arrivalId ?? 'none'} ${role}`);
      const asked = factsOf(facts, Number(unit.today.slice(0, 4)));
      const found = await candidatesFor(unit.trx, asked, 'made');
      return shown(context, unit, found, { asked, hasArrival, role, isOnlyRole: false });
    }),
  };
}

/** Who is meant by the number of a ficha, «2026-0010» or «2026-10»; nobody of one that the reader may not open. */
async function ofFichaNumber(context: PersonContext, unit: Unit<Trx>, query: string): Promise<Found[]> {
  const [, year, count] = /^(\d{4})-(\d{1,6})$/.exec(query) ?? [];
  if (unit.decision.view !== null || year === undefined || count === undefined) return [];
  const number = `${year}-${count.padStart(4, '0')}`;
  const personId = await context.ofFicha(unit, number);
  if (personId === null) return [];
  const text = `Es la persona usuaria de la ficha ${number}.`;
  const reasons = [{ text, plain: text, speaks: 'for' as const }];
  return [{ personId, reasons, probability: 1, bits: 0, level: 'probable', isByFicha: true }];
}

/** The first five that the reader may be told of. */
async function shown(context: PersonContext, unit: Unit<Trx>, found: readonly Found[], sought: Sought) {
  const candidates: Candidate[] = [];
  for (const one of found) {
    if (candidates.length === shownCandidates) break;
    if (await context.isOfAnnulled(unit.trx, one.personId)) continue;
    const candidate = await toCandidate(context, unit, one, sought);
    if (candidate !== null) candidates.push(candidate);
  }
  unit.note({ found: candidates.length });
  const preparedPercent = await keysPercent(unit.trx);
  return preparedPercent === null ? { candidates } : { candidates, preparedPercent };
}

/** As a reader of some of her fichas sees her. */
function factsSeen({ record, address }: SeenPerson): PersonFacts {
  const { givenNames, firstSurname, secondSurname, aliases, documents, birth, toldAge, contacts } = record;
  const born = toldAge === null ? null : Number(toldAge.on.slice(0, 4)) - toldAge.years;
  return {
    ...{ givenNames, firstSurname, secondSurname, aliases, birth, sex: null, districtCode: address.districtCode },
    documents: documents.flatMap(({ kind, number }) => (number === null ? [] : [{ kind, number }])),
    bornBetween: born === null ? null : [born - 1, born],
    phones: contacts.map(({ phone }) => phone),
  };
}

/** `isByFicha`: by the number of a ficha that the reader may open, whatever else she stands in. */
type Found = PersonCandidate & { readonly isByFicha?: true };

type Told = Pick<PersonCandidate, 'reasons'> & {
  readonly level: Candidate['level'];
  readonly birth: PersonFacts['birth'];
  readonly districtCode: string | null;
};

/** What the reader may be told of somebody found; null: nothing but that it requires a review. */
async function toldOf(
  context: PersonContext,
  unit: Unit<Trx>,
  found: Found,
  { asked, known, reachable }: Pick<Sought, 'asked'> & Record<'known' | 'reachable', readonly CaseOfPerson[]>,
): Promise<Told | null> {
  if (known.every((one) => !one.isSealed)) {
    const { birth, districtCode } = await getShown(unit.trx, found.personId);
    return { ...found, birth, districtCode };
  }
  // She stands in a ficha closed to the reader as well: what was told in those he may open, if that was asked for.
  if (reachable.length === 0) return null;
  const seen = factsSeen(await context.seen(unit, found.personId));
  const { level, reasons } = found.isByFicha === true ? found : await matchOf(unit.trx, asked, seen);
  return level === null ? null : { level, reasons, birth: seen.birth, districtCode: seen.districtCode };
}

async function toCandidate(
  context: PersonContext,
  unit: Unit<Trx>,
  found: Found,
  { asked, hasArrival, role, isOnlyRole }: Sought,
): Promise<Candidate | null> {
  const known = await context.casesOf(unit, found.personId);
  if (isLeftOut(unit, known, { role, isOnlyRole })) return null;
  const ofRole = known.filter((one) => !isOnlyRole || one.role === role);
  const reachable = ofRole.filter((one) => one.canOpen && !one.isSealed);
  // Without an open arrival a professional finds only persons of own cases: no hint that others exist.
  if (!hasArrival && !ofRole.some((one) => one.canOpen)) return null;
  const personId = found.personId as PersonId;
  const told = await toldOf(context, unit, found, { asked, known, reachable });
  if (told === null) return needsReview(personId);
  return candidateOf(context, unit, { personId, told, reachable, known, ofRole, role });
}

type Shown = Record<'known' | 'ofRole' | 'reachable', readonly CaseOfPerson[]> & {
  readonly personId: PersonId;
  readonly told: Told;
  readonly role: Sought['role'];
};

async function candidateOf(
  context: PersonContext,
  unit: Unit<Trx>,
  { personId, told, reachable, known, ofRole, role }: Shown,
): Promise<Candidate> {
  const isOpen = (one: CaseOfPerson) => !one.isSealed;
  const person = await getShown(unit.trx, personId);
  const isWhole = unit.decision.view === null && reachable.length > 0;
  return {
    personId,
    name: isWhole ? wholeName(person) : displayName({ ...person, preferredName: null, aliases: null }),
    birthYear: told.birth?.year ?? null,
    district: told.districtCode === null ? null : placeLabel(context.places, told.districtCode),
    lastVisitYear: lastVisitYear(ofRole.filter(isOpen)),
    level: told.level,
    reasons: [...new Set(told.reasons.map((one) => (isWhole ? one.text : one.plain)))],
    knownAs: knownAs(unit, known.filter(isOpen), role),
    needsReview: false,
    cases: isWhole ? reachable.map((one) => ({ caseId: one.id, number: one.number, role: one.role })) : [],
  };
}

/** Of her cases, newest first; the case of a woman is no visit of the man she names. */
function lastVisitYear(cases: readonly CaseOfPerson[]): number | null {
  const last = cases.find((one) => one.role === 'user');
  return last === undefined ? null : Number(last.admittedOn.slice(0, 4));
}

/**
 * Who stands in the record in another role only. The desk does not learn from a woman at the door, or from a name
 * typed, that somebody is named as presumed aggressor: silent matching and the professionals settle that.
 */
function isLeftOut(unit: Unit<Trx>, all: readonly CaseOfPerson[], sought: Pick<Sought, 'role' | 'isOnlyRole'>) {
  if (all.length === 0) return false;
  if (sought.isOnlyRole && all.every((one) => one.role !== sought.role)) return true;
  return unit.decision.view !== null && sought.role !== 'aggressor' && all.every((one) => one.role === 'aggressor');
}

function needsReview(personId: PersonId): Candidate {
  const hidden = { birthYear: null, district: null, lastVisitYear: null, reasons: [], knownAs: [], cases: [] };
  return { personId, name: underReviewName, ...hidden, level: 'possible', needsReview: true };
}

/**
 * In which other role she stands in the record: all of it for whoever reads the cases of an aggressor, else what the
 * reader may open anyway. Never for the desk.
 */
function knownAs(unit: Unit<Trx>, cases: readonly CaseOfPerson[], role: Sought['role']): Candidate['knownAs'] {
  if (unit.decision.view !== null) return [];
  const mayKnowAll = decide(unit.session.roles, 'person.readAggressorCases', null).allowed;
  const known = cases.filter((one) => one.role !== role && (mayKnowAll || one.canOpen));
  return role === 'any' ? [] : [...new Set(known.map((one) => one.role))];
}

function wholeName(person: Parameters<typeof displayName>[0]): string {
  const parts = [person.givenNames, person.firstSurname, person.secondSurname].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : displayName(person);
}
