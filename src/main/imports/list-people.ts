/** Persons of the rows before a row, found by the same keys as those of the record. */
import type { RowCandidate, RowFacts, RowRole } from '../../shared/imports/index.ts';
import {
  compare,
  displayName,
  keysOf,
  legalName,
  matchModel,
  noFacts,
  prepare,
  probesOf,
  type Nicknames,
  type PersonFacts,
  type PersonKey,
  type Prepared,
} from '../../shared/people/index.ts';
import { nameFrequencies, shownCandidates } from '../people/index.ts';

/** What a row says of one of its persons, for comparing; null when she has no name and no document. */
export function personFactsOf(facts: RowFacts, role: RowRole): PersonFacts | null {
  const { givenNames, firstSurname, secondSurname, document, birth, contact, address } = facts[role];
  const isNamed = [givenNames, firstSurname, secondSurname, document.number].some((part) => part !== null);
  if (!isNamed) return null;
  const year = Number(facts.admittedOn.slice(0, 4));
  const age = role === 'user' ? facts.userAge : null;
  return {
    ...noFacts,
    givenNames,
    firstSurname,
    secondSurname,
    birth,
    bornBetween: birth !== null || age === null ? null : [year - age - 1, year - age],
    documents: document.number === null ? [] : [{ kind: document.kind, number: document.number }],
    phones: contact.phone === null ? [] : [contact.phone],
    districtCode: address.districtCode,
  };
}

type Entry = { readonly line: number; readonly role: RowRole; readonly name: string; readonly person: Prepared };

/** A list of a key longer than this tells too little. */
const longestList = 200;
const mostCompared = 60;

const textOf = ({ kind, key }: PersonKey) => `${kind} ${key}`;

/** Index of the persons of a list as it is read from top to bottom. */
export class ListPeople {
  readonly #nicknames: Nicknames;
  readonly #byKey = new Map<string, Entry[]>();

  constructor(nicknames: Nicknames) {
    this.#nicknames = nicknames;
  }

  add(line: number, role: RowRole, facts: RowFacts): void {
    const person = personFactsOf(facts, role);
    if (person === null) return;
    const name = legalName(facts[role]) ?? displayName(facts[role]);
    const entry: Entry = { line, role, name, person: prepare(person, this.#nicknames) };
    for (const key of keysOf(entry.person)) {
      const list = this.#byKey.get(textOf(key));
      if (list === undefined) this.#byKey.set(textOf(key), [entry]);
      else list.push(entry);
    }
  }

  /** Entries that share the rarest keys with the person asked for. */
  #near(asked: Prepared): Set<Entry> {
    const lists = probesOf(asked)
      .map((key) => this.#byKey.get(textOf(key)) ?? [])
      .filter((list) => list.length > 0 && list.length <= longestList)
      .toSorted((one, other) => one.length - other.length);
    const near = new Set<Entry>();
    for (const list of lists) {
      for (const entry of list) if (near.size < mostCompared) near.add(entry);
    }
    return near;
  }

  /** Persons of earlier rows who may be this one, the likeliest first; of several rows of one person the first. */
  candidates(facts: RowFacts, role: RowRole): RowCandidate[] {
    const person = personFactsOf(facts, role);
    if (person === null) return [];
    const asked = prepare(person, this.#nicknames);
    const matcher = { frequencies: nameFrequencies(), population: matchModel.centrePersons };
    const found = [...this.#near(asked)].flatMap((entry) => {
      const { level, probability, reasons } = compare(asked, entry.person, matcher);
      return level === null ? [] : [{ entry, level, probability, reasons }];
    });
    return found
      .toSorted((one, other) => other.probability - one.probability || one.entry.line - other.entry.line)
      .slice(0, shownCandidates)
      .map(({ entry, level, reasons }) => ({
        choice: { kind: 'row', line: entry.line, role: entry.role },
        name: entry.name,
        where: `Fila ${entry.line} de esta lista`,
        level,
        reasons: reasons.map((reason) => reason.text),
      }));
  }
}
