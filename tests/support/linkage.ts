/** What tests of matching share: the shipped name lists and a person in one line. */
import given from '../../resources/names/given-names.json' with { type: 'json' };
import surnames from '../../resources/names/surnames.json' with { type: 'json' };
import {
  compare,
  makeNameFrequencies,
  matchModel,
  noFacts,
  prepare as prepareWith,
  readQuery as readWith,
  shippedNicknames,
  type Match,
  type Matcher,
  type NameLists,
  type PersonFacts,
  type Prepared,
  type TypedQuery,
} from '../../src/shared/people/index.ts';

export const nameLists = { surnames, givenNames: given } as unknown as NameLists;
export const matcher: Matcher = {
  frequencies: makeNameFrequencies(nameLists),
  population: matchModel.centrePersons,
};

export const prepare = (facts: PersonFacts): Prepared => prepareWith(facts, shippedNicknames);
export const readQuery = (text: string): TypedQuery => readWith(text, shippedNicknames);

/** `Rosa Elena|Quispe|Mamani`, the rest as facts. */
export function factsOf(names: string, rest: Partial<PersonFacts> = {}): PersonFacts {
  const [givenNames, firstSurname, secondSurname] = names.split('|').map((part) => (part === '' ? null : part));
  return {
    ...noFacts,
    givenNames: givenNames ?? null,
    firstSurname: firstSurname ?? null,
    secondSurname: secondSurname ?? null,
    ...rest,
  };
}

export function dni(number: string): Pick<PersonFacts, 'documents'> {
  return { documents: [{ kind: 'dni', number }] };
}

export function born(year: number, month: number | null = null, day: number | null = null): Pick<PersonFacts, 'birth'> {
  return { birth: { year, month, day } };
}

export function match(one: PersonFacts, other: PersonFacts): Match {
  return compare(prepare(one), prepare(other), matcher);
}

export function sentences(found: Match): string[] {
  return found.reasons.map((reason) => reason.text);
}
