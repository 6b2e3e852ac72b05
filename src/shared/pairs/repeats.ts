/** What comes back in the record: pairs with several events, men accused by several women, women who accuse several. */
import type { CivilDate } from '../platform/dates.ts';
import type { CaseId } from '../platform/ids.ts';

/** A validated ficha that stands and is not closed to the reader, as far as the lists need it. */
export type Counted = {
  readonly caseId: CaseId;
  readonly number: string;
  readonly admittedOn: CivilDate;
  readonly userId: string;
  readonly aggressorId: string;
  readonly incidentId: string;
  readonly isUserMale: boolean;
  /** Nothing is known of him: nobody can say that he is one person, or another one. */
  readonly isAggressorUnknown: boolean;
};

export type RepeatKind = 'pairs' | 'accused' | 'users';

/** Two records that may be of one person, by their ids. */
export type Double = readonly [string, string];
export type Doubles = { readonly user: readonly Double[]; readonly aggressor: readonly Double[] };

export type Group = {
  readonly userId: string | null;
  readonly aggressorId: string | null;
  /** Events of the pair; women who do not share an event; accused persons. */
  readonly count: number;
  /** Of the admission by which it came to two. */
  readonly year: number;
  /** The oldest first. */
  readonly fichas: readonly Counted[];
};

/** Groups that would be one if two records are of one person: they are counted apart. */
export type Perhaps = {
  readonly one: Omit<Group, 'year'>;
  readonly other: Omit<Group, 'year'>;
  readonly count: number;
};

const distinct = (values: readonly string[]): number => new Set(values).size;

/** Users of one event came with one complaint: mother and child of the same night are no two women. */
function apart(fichas: readonly Counted[]): number {
  const groups: { users: Set<string>; incidents: Set<string> }[] = [];
  for (const { userId, incidentId } of fichas) {
    const joined = groups.filter(({ users, incidents }) => users.has(userId) || incidents.has(incidentId));
    const rest = groups.filter((one) => !joined.includes(one));
    const merged = { users: new Set([userId]), incidents: new Set([incidentId]) };
    for (const { users, incidents } of joined) {
      for (const user of users) merged.users.add(user);
      for (const incident of incidents) merged.incidents.add(incident);
    }
    groups.splice(0, groups.length, ...rest, merged);
  }
  return groups.length;
}

type Rule = {
  readonly counts: (one: Counted) => boolean;
  readonly keyOf: (one: Counted) => string;
  readonly weigh: (fichas: readonly Counted[]) => number;
  /** Who is one in the group. */
  readonly is: { readonly user: boolean; readonly aggressor: boolean };
};

const rules: Record<RepeatKind, Rule> = {
  pairs: {
    counts: () => true,
    keyOf: ({ userId, aggressorId }) => `${userId} ${aggressorId}`,
    weigh: (fichas) => distinct(fichas.map(({ incidentId }) => incidentId)),
    is: { user: true, aggressor: true },
  },
  accused: {
    counts: ({ isUserMale, isAggressorUnknown }) => !isUserMale && !isAggressorUnknown,
    keyOf: ({ aggressorId }) => aggressorId,
    weigh: apart,
    is: { user: false, aggressor: true },
  },
  users: {
    counts: ({ isUserMale, isAggressorUnknown }) => !isUserMale && !isAggressorUnknown,
    keyOf: ({ userId }) => userId,
    weigh: (fichas) => distinct(fichas.map(({ aggressorId }) => aggressorId)),
    is: { user: true, aggressor: false },
  },
};

function grouped(kind: RepeatKind, fichas: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const { counts, keyOf } = rules[kind];
  const order = ({ admittedOn, number }: Counted) => `${admittedOn} ${number}`;
  const oldestFirst = fichas.filter(counts).toSorted((one, other) => order(one).localeCompare(order(other)));
  return Map.groupBy(oldestFirst, keyOf);
}

function groupOf(kind: RepeatKind, fichas: readonly Counted[]): Omit<Group, 'year'> {
  const { is, weigh } = rules[kind];
  return {
    userId: is.user ? (fichas[0]?.userId ?? null) : null,
    aggressorId: is.aggressor ? (fichas[0]?.aggressorId ?? null) : null,
    count: weigh(fichas),
    fichas,
  };
}

/** Those with two or more, the most first, then the newest. */
export function repeatsOf(kind: RepeatKind, fichas: readonly Counted[]): Group[] {
  const found = [...grouped(kind, fichas).values()].flatMap((own): Group[] => {
    const group = groupOf(kind, own);
    if (group.count < 2) return [];
    const at = own.findIndex((_one, index) => rules[kind].weigh(own.slice(0, index + 1)) === 2);
    return [{ ...group, year: Number(own[at]?.admittedOn.slice(0, 4)) }];
  });
  return found.toSorted((one, other) => other.count - one.count || lastOf(other).localeCompare(lastOf(one)));
}

const lastOf = ({ fichas }: Pick<Group, 'fichas'>): string => fichas.at(-1)?.admittedOn ?? '';

const common = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((id) => other.has(id));

/** Keys of groups that would be one if these records are of one person. */
function doubleKeys(kind: RepeatKind, doubles: Doubles, fichas: readonly Counted[]): Double[] {
  if (kind === 'accused') return [...doubles.aggressor];
  if (kind === 'users') return [...doubles.user];
  const usersOf = Map.groupBy(fichas, ({ aggressorId }) => aggressorId);
  const accusedOf = Map.groupBy(fichas, ({ userId }) => userId);
  const ofUser = (id: string) => new Set((accusedOf.get(id) ?? []).map(({ aggressorId }) => aggressorId));
  const ofAccused = (id: string) => new Set((usersOf.get(id) ?? []).map(({ userId }) => userId));
  return [
    ...doubles.user.flatMap(([one, other]) =>
      common(ofUser(one), ofUser(other)).map((he): Double => [`${one} ${he}`, `${other} ${he}`]),
    ),
    ...doubles.aggressor.flatMap(([one, other]) =>
      common(ofAccused(one), ofAccused(other)).map((she): Double => [`${she} ${one}`, `${she} ${other}`]),
    ),
  ];
}

/** Two groups, not counted as one, that two records of one person would make larger. */
export function perhapsOf(kind: RepeatKind, fichas: readonly Counted[], doubles: Doubles): Perhaps[] {
  const groups = grouped(kind, fichas);
  return doubleKeys(kind, doubles, fichas).flatMap(([oneKey, otherKey]): Perhaps[] => {
    const [one, other] = [groups.get(oneKey), groups.get(otherKey)];
    if (one === undefined || other === undefined) return [];
    const both = { one: groupOf(kind, one), other: groupOf(kind, other) };
    const count = weighTogether(kind, one, other);
    return count >= 2 && count > Math.max(both.one.count, both.other.count) ? [{ ...both, count }] : [];
  });
}

/** As if the second person were the first. */
function weighTogether(kind: RepeatKind, one: readonly Counted[], other: readonly Counted[]): number {
  const { is, weigh } = rules[kind];
  const [first] = one;
  if (first === undefined) return 0;
  const renamed = other.map((ficha) => ({
    ...ficha,
    ...(is.user ? { userId: first.userId } : {}),
    ...(is.aggressor ? { aggressorId: first.aggressorId } : {}),
  }));
  return weigh([...one, ...renamed]);
}

/** How many came to two in each year, the newest first. */
export function yearsOf(groups: readonly Pick<Group, 'year'>[]): { year: number; groups: number }[] {
  const found = Map.groupBy(groups, ({ year }) => year);
  return [...found]
    .map(([year, own]) => ({ year, groups: own.length }))
    .toSorted((one, other) => other.year - one.year);
}
