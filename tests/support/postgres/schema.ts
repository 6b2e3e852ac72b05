/**
 * The schema of PostgreSQL as the migrations of the program leave the one of SQLite: read from a file made by them and
 * translated, never typed. What is left out is told, so that a test holds the whole list.
 */
import type { Kysely } from 'kysely';
import SqliteDriver from 'better-sqlite3';
import { sql } from 'kysely';
import { migrations } from '../../../src/main/migrations/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';

type Item = { readonly type: 'table' | 'index' | 'trigger' | 'view'; readonly name: string; readonly sql: string };

/** Words that are nothing but spelling. */
const spellings = { integer: 'bigint', blob: 'bytea', real: 'double precision' } as const;
/** What a check says that PostgreSQL has no word for. */
const sqliteOnly = /\b(?:glob|json_valid|julianday)\b/i;
/** `a is 'x'`: in SQLite an equality that knows NULL. */
const equality = /\bis\s+(not\s+)?(?=['$"]|(?!null\b|not\b|distinct\b|true\b|false\b)[a-z_])/gi;

export type Translated = {
  /** In an order in which each stands after those it refers to. */
  readonly statements: readonly string[];
  /** Tables whose rows keep the order in which they came: `rowid` is a column of theirs. */
  readonly ordered: ReadonlySet<string>;
  readonly tables: readonly string[];
  readonly indexes: readonly string[];
  readonly counted: Readonly<Record<string, number>>;
  /** Checks and triggers, each by table and by what it was. */
  readonly leftOut: { readonly checks: readonly string[]; readonly triggers: readonly string[] };
};

/** The newest schema, made by every migration in memory. */
export async function newestSchema(): Promise<Item[]> {
  const db = new SqliteDriver(':memory:');
  try {
    const queries: Kysely<unknown> = queriesOf<unknown>(db);
    for (const migration of migrations) await queries.transaction().execute((trx) => migration.up(trx));
    const found =
      await sql<Item>`select type, name, sql from sqlite_master where sql is not null order by rowid`.execute(queries);
    return found.rows;
  } finally {
    db.close();
  }
}

/** From an opening bracket to the one that closes it; quoted words do not count. */
function closingOf(text: string, open: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0 && text[at] === ')') return at;
  }
  throw new Error('a bracket is not closed');
}

/** The text without the checks that only SQLite understands, and these. */
function withoutChecks(text: string): { text: string; left: string[] } {
  const left: string[] = [];
  let kept = '';
  let from = 0;
  for (const found of text.matchAll(/,?\s*\bcheck\s*\(/gi)) {
    const end = closingOf(text, found.index + found[0].length - 1) + 1;
    const check = text.slice(found.index, end);
    if (!sqliteOnly.test(check)) continue;
    left.push(check.replace(/^,/, '').replace(/\s+/g, ' ').trim());
    kept += text.slice(from, found.index);
    from = end;
  }
  return { text: kept + text.slice(from), left };
}

/** The equality that knows NULL as PostgreSQL spells it; the statements of the program need it as well. */
export function withEquality(text: string, count: (word: string) => void): string {
  return text.replace(equality, (_, not?: string) => {
    count('is, is not between values');
    return not === undefined ? 'is not distinct from ' : 'is distinct from ';
  });
}

/** Outside of quotes: a word of a list stays what it is. */
function spelled(text: string, count: (word: string) => void): string {
  const words = new RegExp(`'[^']*'|--[^\\n]*|\\b(${Object.keys(spellings).join('|')})\\b`, 'gi');
  return withEquality(text, count).replace(words, (all, word?: string) => {
    if (word === undefined) return all.startsWith('--') ? '' : all;
    const known = word.toLowerCase() as keyof typeof spellings;
    count(`${known} is ${spellings[known]}`);
    return spellings[known];
  });
}

const refersTo = (text: string) => [...text.matchAll(/\breferences\s+"?(\w+)"?/gi)].map((found) => found[1] ?? '');

/** Tables after those that they refer to. */
function inOrder(tables: readonly Item[]): Item[] {
  const placed = new Map<string, Item>();
  const place = (table: Item): void => {
    if (placed.has(table.name)) return;
    const others = refersTo(table.sql).filter((name) => name !== table.name);
    for (const other of tables) if (others.includes(other.name)) place(other);
    placed.set(table.name, table);
  };
  for (const table of tables) place(table);
  return [...placed.values()];
}

export function translate(items: readonly Item[]): Translated {
  const counted: Record<string, number> = {};
  const count = (what: string) => void (counted[what] = (counted[what] ?? 0) + 1);
  const checks: string[] = [];
  const ordered = new Set<string>();
  const tableOf = ({ name, sql: text }: Item): string => {
    const { text: portable, left } = withoutChecks(text);
    checks.push(...left.map((check) => `${name}: ${check}`));
    const close = closingOf(portable, portable.indexOf('('));
    const options = portable.slice(close + 1).toLowerCase();
    if (options.includes('strict')) count('strict');
    if (options.includes('without rowid')) count('without rowid');
    const hasOwnNumber = /^\s*\(?\s*"?\w+"?\s+integer\s+primary\s+key/i.test(portable.slice(portable.indexOf('(')));
    const isOrdered = !options.includes('without rowid') && !hasOwnNumber;
    if (isOrdered) ordered.add(name);
    if (isOrdered) count('rowid is a column');
    const body = spelled(portable.slice(0, close), count);
    return `${body}${isOrdered ? ', rowid bigint generated by default as identity' : ''})`;
  };
  const tables = inOrder(items.filter(({ type }) => type === 'table'));
  const indexes = items.filter(({ type }) => type === 'index');
  const statements = [...tables.map(tableOf), ...indexes.map((index) => spelled(index.sql, count))];
  const triggers = items.filter(({ type }) => type === 'trigger').map(({ name }) => name);
  const names = { tables: tables.map(({ name }) => name), indexes: indexes.map(({ name }) => name) };
  return { statements, ordered, ...names, counted, leftOut: { checks, triggers } };
}
