/** Pairs of rows of one file that may be one person: read, keyed, weighed. Needs no register. */
import { nameFrequencies } from '../../src/main/people/name-frequencies.ts';
import {
  blendFrequencies,
  compare,
  estimateFile,
  factsOfCells,
  leastChance,
  matchFields,
  prepare,
  shippedNicknames,
  tunedChance,
  weigh,
  type MatchCells,
  type MatchField,
  type MatchLevel,
  type MatchMap,
  type Matcher,
  type NameFrequencies,
  type Reason,
  type Weight,
} from '../../src/shared/people/index.ts';
import { fail, type FieldIssue } from '../../src/shared/platform/failures.ts';
import { CsvError, readCsv, type CsvRow } from './csv.ts';
import type { MatchStore, StoredPerson } from './store.ts';

export type MatchedPair = {
  readonly idA: string;
  readonly idB: string;
  /** 0..1. */
  readonly probability: number;
  readonly level: MatchLevel;
  readonly reasons: readonly Reason[];
};

export type ReadFile = {
  readonly rows: number;
  /** Cells of the birth date that are not of the two shapes; they were not compared. */
  readonly unreadBirthDates: number;
};

function refused(path: string, message: string): Error {
  return fail('invalid', 'match-csv', [{ path, message }]);
}

type Places = ReadonlyMap<MatchField, readonly number[]>;

/** Where each field stands; every column that is missing is told at once. */
function placesOf(heading: readonly string[], map: MatchMap): Places {
  const names = heading.map((name) => name.trim());
  const issues: FieldIssue[] = [];
  const places = new Map<MatchField, number[]>();
  for (const field of matchFields) {
    for (const column of [map[field] ?? []].flat()) {
      const found = names.flatMap((name, at) => (name === column.trim() ? [at] : []));
      if (found.length === 1) places.set(field, [...(places.get(field) ?? []), ...found]);
      else if (found.length === 0) issues.push({ path: field, message: `El archivo no tiene la columna «${column}».` });
      else issues.push({ path: field, message: `La columna «${column}» está ${found.length} veces.` });
    }
  }
  if (issues.length > 0) throw fail('invalid', 'match-csv', issues);
  return places;
}

/** Puts every row into the store. @throws invalid / match-csv, with the row and never its content */
export async function readPeople(
  pieces: AsyncIterable<Uint8Array>,
  map: MatchMap,
  store: MatchStore,
): Promise<ReadFile> {
  let places = null as Places | null;
  let unreadBirthDates = 0;
  try {
    await readCsv(pieces, (line) => {
      if (places === null) places = placesOf(line.cells, map);
      else if (addRow(line, places, store)) unreadBirthDates += 1;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(error.row === null ? 'csv' : `fila ${error.row}`, error.message);
  }
  if (places === null) throw refused('csv', 'El archivo está vacío: falta el encabezado.');
  return { rows: store.count, unreadBirthDates };
}

/** Whether the birth date could not be read. */
function addRow({ row, cells }: CsvRow, places: Places, store: MatchStore): boolean {
  const own = Object.fromEntries(
    [...places].map(([field, at]) => [field, at.map((one) => cells[one] ?? '').join(' ')]),
  ) as MatchCells;
  const id = (own.id ?? '').trim();
  if (id === '') throw refused(`fila ${row}`, 'Falta el id.');
  const { facts, hasUnreadBirth } = factsOfCells(own);
  const first = store.add(id, row, prepare(facts, shippedNicknames));
  if (first !== null) throw refused(`fila ${row}`, `El id es el mismo que el de la fila ${first}.`);
  return hasUnreadBirth;
}

function* wordsOf(store: MatchStore, fields: readonly ('given' | 'first' | 'second')[]): Generator<string> {
  for (const { person } of store.all()) {
    for (const field of fields) for (const word of person[field]?.words ?? []) yield word.key;
  }
}

/** Rows whose comparisons say how the file is: evenly over it, so that the work does not grow with it. */
const mostSampled = 2000;
const mostChancePairs = 20_000;

function sampleOf(store: MatchStore): StoredPerson[] {
  const sampled = Math.min(store.count, mostSampled);
  return Array.from({ length: sampled }, (_one, at) => store.get(1 + Math.floor((at * store.count) / sampled)));
}

function nearWeights(sample: readonly StoredPerson[], store: MatchStore, frequencies: NameFrequencies): Weight[] {
  // What lies further below the chance of a match stays below it however the file is weighed.
  const least = Math.max(0, Math.log2(store.count) - 8);
  return sample.flatMap((one) =>
    store
      .near(one)
      .map((row) => weigh(one.person, store.get(row).person, frequencies))
      .filter(({ family, birth, rest }) => family + birth + rest > least),
  );
}

/** Pairs that have nothing to do with each other but by chance: each row with the one so many places on. */
function chanceWeights(sample: readonly StoredPerson[], frequencies: NameFrequencies): Weight[] {
  const weights: Weight[] = [];
  const most = Math.min(mostChancePairs, (sample.length * (sample.length - 1)) / 2);
  for (let step = 1; step < sample.length && weights.length < most; step += 1) {
    // Steps all over the file: what stands close together may be of one family.
    const apart = 1 + ((step * 7919) % (sample.length - 1));
    for (const [at, one] of sample.entries()) {
      const other = sample[(at + apart) % sample.length];
      if (other !== undefined && weights.length < most) weights.push(weigh(one.person, other.person, frequencies));
    }
  }
  return weights;
}

export type FileMatcher = Matcher & {
  /** From which chance on a pair is worth showing. */
  readonly least: number;
};

/** How the file is judged: shares of names blended with its own, its own prior, weights and threshold. */
export function matcherOf(store: MatchStore): FileMatcher {
  const frequencies = blendFrequencies(nameFrequencies(), {
    surnames: wordsOf(store, ['first', 'second']),
    given: wordsOf(store, ['given']),
  });
  const sample = sampleOf(store);
  const near = nearWeights(sample, store, frequencies);
  const all = sample.length * (store.count - 1);
  const chance = chanceWeights(sample, frequencies);
  const matcher = { frequencies, ...estimateFile({ near, all, chance, records: store.count }) };
  return {
    ...matcher,
    least: leastChance(near.map((weight) => ({ chance: tunedChance(weight, matcher), namesAre: weight.namesAre }))),
  };
}

/**
 * Pairs worth showing, in the order of the file.
 *
 * @param least Takes the place of the threshold of the file: pairs at or above this probability.
 */
export function* matchPairs(store: MatchStore, matcher: FileMatcher, least: number | null): Generator<MatchedPair> {
  for (const one of store.all()) {
    for (const row of store.near(one)) {
      if (row <= one.row) continue;
      const other = store.get(row);
      const chance = tunedChance(weigh(one.person, other.person, matcher.frequencies), matcher);
      if (chance < (least ?? matcher.least)) continue;
      const { probability, level, reasons } = compare(one.person, other.person, matcher);
      if (least !== null && probability < least) continue;
      yield { idA: one.id, idB: other.id, probability, level: level ?? 'possible', reasons };
    }
  }
}
