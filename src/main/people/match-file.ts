/** Pairs of rows of one file that may be one person: read, keyed, weighed. Needs no register. */
import {
  blendFrequencies,
  compare,
  estimatePopulation,
  factsOfCells,
  matchFields,
  prepare,
  weigh,
  type MatchCells,
  type MatchField,
  type MatchMap,
  type Matcher,
  type NameFrequencies,
  type Reason,
  type Weight,
} from '../../shared/people/index.ts';
import { fail, type FieldIssue } from '../../shared/platform/failures.ts';
import { CsvError, csvRows, type CsvRow } from '../platform/csv-reader.ts';
import type { MatchStore, StoredPerson } from './match-store.ts';
import { nameFrequencies } from './name-frequencies.ts';

export type MatchedPair = {
  readonly idA: string;
  readonly idB: string;
  /** 0..1. */
  readonly probability: number;
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

/** Where each field stands; every column that is missing is told at once. */
function placesOf(heading: readonly string[], map: MatchMap): Map<MatchField, number> {
  const names = heading.map((name) => name.trim());
  const issues: FieldIssue[] = [];
  const places = new Map<MatchField, number>();
  for (const field of matchFields) {
    const column = map[field];
    if (column === undefined) continue;
    const found = names.flatMap((name, at) => (name === column.trim() ? [at] : []));
    if (found.length === 1 && found[0] !== undefined) places.set(field, found[0]);
    else if (found.length === 0) issues.push({ path: field, message: `El archivo no tiene la columna «${column}».` });
    else issues.push({ path: field, message: `La columna «${column}» está ${found.length} veces.` });
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
  let places: Map<MatchField, number> | null = null;
  let unreadBirthDates = 0;
  try {
    for await (const line of csvRows(pieces)) {
      if (places === null) places = placesOf(line.cells, map);
      else if (addRow(line, places, store)) unreadBirthDates += 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(error.row === null ? 'csv' : `fila ${error.row}`, error.message);
  }
  if (places === null) throw refused('csv', 'El archivo está vacío: falta el encabezado.');
  return { rows: store.count, unreadBirthDates };
}

/** Whether the birth date could not be read. */
function addRow({ row, cells }: CsvRow, places: ReadonlyMap<MatchField, number>, store: MatchStore): boolean {
  const own = Object.fromEntries([...places].map(([field, at]) => [field, cells[at] ?? ''])) as MatchCells;
  const id = (own.id ?? '').trim();
  if (id === '') throw refused(`fila ${row}`, 'Falta el id.');
  const { facts, hasUnreadBirth } = factsOfCells(own);
  const first = store.add(id, row, prepare(facts));
  if (first !== null) throw refused(`fila ${row}`, `El id es el mismo que el de la fila ${first}.`);
  return hasUnreadBirth;
}

function* wordsOf(store: MatchStore, fields: readonly ('given' | 'first' | 'second')[]): Generator<string> {
  for (const { person } of store.all()) {
    for (const field of fields) for (const word of person[field]?.words ?? []) yield word.key;
  }
}

/** Rows whose comparisons set the prior: evenly over the file, so that the work does not grow with it. */
const mostSampled = 2000;

function populationOf(store: MatchStore, frequencies: NameFrequencies): number {
  const sampled = Math.min(store.count, mostSampled);
  const weights: Weight[] = [];
  for (let at = 0; at < sampled; at += 1) {
    const one = store.get(1 + Math.floor((at * store.count) / sampled));
    for (const row of store.near(one)) {
      const weight = weigh(one.person, store.get(row).person, frequencies);
      // The rest cannot become likely under any prior.
      if (weight.family + weight.birth + weight.rest > 0) weights.push(weight);
    }
  }
  return estimatePopulation({ weights, all: sampled * (store.count - 1) }, store.count);
}

/** How the file is judged: shares of names blended with its own, and its own prior. */
export function matcherOf(store: MatchStore): Matcher {
  const frequencies = blendFrequencies(nameFrequencies(), {
    surnames: wordsOf(store, ['first', 'second']),
    given: wordsOf(store, ['given']),
  });
  return { frequencies, population: populationOf(store, frequencies) };
}

function* pairsOf(one: StoredPerson, store: MatchStore, matcher: Matcher): Generator<MatchedPair> {
  for (const row of store.near(one)) {
    if (row <= one.row) continue;
    const other = store.get(row);
    const { probability, reasons } = compare(one.person, other.person, matcher);
    yield { idA: one.id, idB: other.id, probability, reasons };
  }
}

/** Pairs at or above a probability, in the order of the file. */
export function* matchPairs(store: MatchStore, matcher: Matcher, least: number): Generator<MatchedPair> {
  for (const one of store.all()) {
    for (const pair of pairsOf(one, store, matcher)) if (pair.probability >= least) yield pair;
  }
}
