/** A month of a centre that does not exist. */
import { BondGroup } from '../intake/index.ts';
import { nameKey, type UserPerson } from '../people/index.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import { inventAdmission, inventCase, inventDay, inventWork, mayFile, mayRefer, type InventedCase } from './case.ts';
import type { NameLists } from './people.ts';
import { makeRandom, type Random } from './random.ts';

export type MonthParams = {
  readonly month: Month;
  readonly districts: readonly string[];
  readonly count?: number;
};

const usualCount = 80;
/** Of 80 cases. */
const wanted = { filings: 12, referrals: 12, drafts: 4, repeats: 4 } as const;

/** Other spellings of a surname that sound the same here. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^Qui/, 'Ki'],
  [/ez$/, 'es'],
  [/es$/, 'ez'],
  [/^V/, 'B'],
  [/^Hua/, 'Gua'],
  [/c(?=[ei])/, 's'],
  [/s(?=[aou])/, 'z'],
  [/ll(?=[aeiou])/, 'y'],
  [/i$/, 'y'],
];

function otherSpelling(surname: string): string {
  for (const [from, to] of spellings) {
    const changed = surname.replace(from, to);
    if (changed !== surname && nameKey(changed) === nameKey(surname)) return changed;
  }
  return surname.toUpperCase();
}

function misspelt<Person extends Pick<UserPerson, 'givenNames' | 'firstSurname'>>(person: Person): Person {
  return {
    ...person,
    givenNames: person.givenNames?.split(' ')[0] ?? null,
    firstSurname: person.firstSurname === null ? null : otherSpelling(person.firstSurname),
  };
}

/** She comes again with the same man, after a new event; the desk writes both names in another way. */
function inventRepeat(
  random: Random,
  earlier: InventedCase,
  of: { index: number; admittedOn: CivilDate },
): InventedCase {
  const profile = { ...earlier.profile, firstTime: false, level: 3 as const };
  const sectionA = {
    ...earlier.sectionA,
    admission: inventAdmission(random, of.admittedOn),
    user: misspelt({
      ...earlier.sectionA.user,
      document: { kind: 'dni', state: 'notCarriedForgotten', number: null } as const,
    }),
    aggressor: misspelt(earlier.sectionA.aggressor),
    answers: {
      ...earlier.sectionA.answers,
      knownAsUser: 1 as const,
      knownAsAggressor: 1 as const,
      userRemembersDni: 0 as const,
    },
  };
  return {
    index: of.index,
    repeats: earlier.index,
    profile,
    sectionA,
    // Represented: a second event by the same man is «Reincidente» only then.
    ...inventWork(random, { profile, sectionA, wantsFiling: true }),
    condition: { ...earlier.condition, newEvent: true },
    wantsFiling: true,
    wantsReferral: false,
    staysDraft: false,
  };
}

function isRepeatable({ profile, staysDraft }: InventedCase): boolean {
  return mayFile(profile) && profile.bondGroup === BondGroup.partner && !staysDraft;
}

/** So many of the places that qualify, spread over the month. */
function spread(places: readonly number[], many: number): Set<number> {
  const step = places.length / Math.max(1, Math.min(many, places.length));
  return new Set(
    Array.from({ length: Math.min(many, places.length) }, (_, turn) => places[Math.floor(turn * step)] ?? 0),
  );
}

function withFlags(random: Random, cases: readonly InventedCase[]): InventedCase[] {
  const share = (of: number) => Math.round((of * cases.length) / usualCount);
  const places = (qualifies: (one: InventedCase) => boolean) => cases.filter(qualifies).map((one) => one.index);
  const isFirst = (one: InventedCase) => one.repeats === null;
  const drafts = spread(
    places((one) => isFirst(one) && !cases.some((later) => later.repeats === one.index)),
    share(wanted.drafts),
  );
  const isLeft = (one: InventedCase) => !drafts.has(one.index);
  const repeated = cases.filter((one) => one.repeats !== null).length;
  const filings = spread(
    places((one) => isFirst(one) && isLeft(one) && mayFile(one.profile)),
    share(wanted.filings) - repeated,
  );
  const referrals = spread(
    places((one) => isFirst(one) && isLeft(one) && mayRefer(one.profile)),
    share(wanted.referrals),
  );
  return cases.map((one) => {
    if (one.repeats !== null) return one;
    const wantsFiling = filings.has(one.index);
    const flags = { wantsFiling, wantsReferral: referrals.has(one.index), staysDraft: drafts.has(one.index) };
    const needsWill = wantsFiling && one.sectionB.answers.wantsLegalRepresentation !== 1;
    return { ...one, ...flags, ...(needsWill ? inventWork(random, { ...one, wantsFiling }) : {}) };
  });
}

/** The cases in the order of admission; the same seed gives the same month. */
export function inventMonth(seed: string, names: NameLists, params: MonthParams): InventedCase[] {
  const random = makeRandom(seed);
  const count = params.count ?? usualCount;
  const days = Array.from({ length: count }, () => inventDay(random, params.month)).sort();
  const firstRepeat = Math.floor(count * 0.6);
  const repeats = spread(
    Array.from({ length: count - firstRepeat }, (_, turn) => firstRepeat + turn),
    Math.round((wanted.repeats * count) / usualCount),
  );
  const cases: InventedCase[] = [];
  for (const [index, admittedOn] of days.entries()) {
    const used = new Set(cases.map((one) => one.repeats));
    const earlier = repeats.has(index)
      ? cases.slice(0, firstRepeat).find((one) => isRepeatable(one) && !used.has(one.index))
      : undefined;
    cases.push(
      earlier === undefined
        ? inventCase(random, names, { ...params, index, admittedOn })
        : inventRepeat(random, earlier, { index, admittedOn }),
    );
  }
  return withFlags(random, cases);
}
