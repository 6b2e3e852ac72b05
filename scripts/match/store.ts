/** People of one file with the keys they are found by, in an encrypted work file: memory does not grow with the rows. */
import { createHash } from 'node:crypto';
import { keysOf, type PersonKey, type Prepared } from '../../src/shared/people/index.ts';
import { openScratchFile, type Database } from '../../src/main/platform/storage/open-database.ts';

/** A key that more rows share tells too little to compare them for it alone. */
const longestList = 200;
/** Entries read for one person, the rarest keys first, and rows compared: half of what a search in the record takes. */
const mostEntries = 600;
const mostCompared = 60;

/** Persons held in memory, whatever the file. */
const mostKept = 10_000;

export type StoredPerson = { readonly row: number; readonly id: string; readonly person: Prepared };

type Statement = ReturnType<typeof prepared>;

function prepared(db: Database, source: string) {
  return db.prepare<(string | number)[]>(source);
}

/** 48 bits: two keys that meet in one number only cost a comparison. */
function numberOf({ kind, key }: PersonKey): number {
  return createHash('sha1').update(`${kind} ${key}`).digest().readUIntBE(0, 6);
}

export class MatchStore {
  readonly #db: Database;
  readonly #statements: Readonly<Record<'addPerson' | 'addKey' | 'byId' | 'byRow' | 'list', Statement>>;
  /** Those read last: neighbours are compared many times. */
  readonly #kept = new Map<number, StoredPerson>();
  #count = 0;

  constructor(file: string) {
    this.#db = openScratchFile(file);
    this.#db.exec(`
      create table person (row integer primary key, id text not null unique, line integer not null, facts text not null) strict;
      create table entry (key integer not null, row integer not null, primary key (key, row)) strict, without rowid;
      begin;
    `);
    this.#statements = {
      addPerson: prepared(this.#db, 'insert or ignore into person (row, id, line, facts) values (?, ?, ?, ?)'),
      addKey: prepared(this.#db, 'insert or ignore into entry (key, row) values (?, ?)'),
      byId: prepared(this.#db, 'select line from person where id = ?').pluck(),
      byRow: prepared(this.#db, 'select id, facts from person where row = ?'),
      list: prepared(this.#db, `select row from entry where key = ? limit ${longestList + 1}`).pluck(),
    };
  }

  get count(): number {
    return this.#count;
  }

  /** `line`: where it stands in the file. Answers the line of the row that has this id already, null when it is new. */
  add(id: string, line: number, person: Prepared): number | null {
    const { changes } = this.#statements.addPerson.run(this.#count + 1, id, line, JSON.stringify(person));
    if (changes === 0) return this.#statements.byId.get(id) as number;
    this.#count += 1;
    for (const key of keysOf(person)) this.#statements.addKey.run(numberOf(key), this.#count);
    return null;
  }

  /** Rows count from 1. */
  get(row: number): StoredPerson {
    const kept = this.#kept.get(row);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const read = this.#read(row);
    this.#kept.set(row, read);
    return read;
  }

  #read(row: number): StoredPerson {
    const { id, facts } = this.#statements.byRow.get(row) as { id: string; facts: string };
    return { row, id, person: JSON.parse(facts) as Prepared };
  }

  /** Rows that share telling keys with this person, her own left out, in the order of the file. */
  near({ row, person }: StoredPerson): number[] {
    const lists = keysOf(person)
      .map((key) => this.#statements.list.all(numberOf(key)) as number[])
      .filter((list) => list.length > 1 && list.length <= longestList)
      .toSorted((one, other) => one.length - other.length);
    const bits = new Map<number, number>();
    let entries = 0;
    for (const list of lists) {
      if (entries > 0 && entries + list.length > mostEntries) break;
      entries += list.length;
      const told = Math.log2((2 * this.#count) / list.length);
      for (const other of list) bits.set(other, (bits.get(other) ?? 0) + told);
    }
    bits.delete(row);
    return [...bits]
      .toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, mostCompared)
      .map(([other]) => other)
      .toSorted((one, other) => one - other);
  }

  /** Every person in the order of the file. */
  *all(): Generator<StoredPerson> {
    for (let row = 1; row <= this.#count; row += 1) yield this.get(row);
  }

  close(): void {
    this.#db.close();
  }
}
