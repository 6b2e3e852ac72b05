/** A domain names its own tables and those opened to it: by type in the query builder, by this page in raw SQL. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesIn as tablesOfCare } from '../../src/main/care/tables.ts';
import { tablesIn as tablesOfRisk } from '../../src/main/risk/tables.ts';
import type { Trx } from '../../src/main/platform/storage/rows.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Names in `'a' | 'b'` of each `Pick<XTables, …>`, by X. */
const picked = (text: string, of: string) =>
  [...text.matchAll(new RegExp(`Pick<\\s*${of},\\s*([^>]+)>`, 'g'))].flatMap((one) =>
    [...(one[1] ?? '').matchAll(/'(\w+)'/g)].map((name) => name[1] ?? ''),
  );

const pages = globSync('src/main/*/{,*-}tables.ts', { cwd: root });
const domainOf = (file: string) => file.split(/[\\/]/)[2] ?? '';
const own = new Map<string, string[]>();
const opened = new Map<string, string[]>();
for (const page of pages) {
  const text = read(page);
  const tables = [...text.matchAll(/^export type (\w+Tables) = \{\n([\s\S]*?)^\}/gm)];
  const names = tables.flatMap((one) => [...(one[2] ?? '').matchAll(/^ {2}(\w+): /gm)].map((name) => name[1] ?? ''));
  const domain = domainOf(page);
  own.set(domain, [...(own.get(domain) ?? []), ...names]);
  for (const one of tables) opened.set(domain, [...(opened.get(domain) ?? []), ...picked(text, one[1] ?? '')]);
}
const all = new Map([...own].flatMap(([domain, names]) => names.map((name) => [name, domain] as const)));

/** What a domain may name: its own, what another door opened and it took, and tables of the file that it took. */
function allowed(domain: string): Set<string> {
  const text = pages
    .filter((page) => domainOf(page) === domain)
    .map(read)
    .join('\n');
  const doors = [...text.matchAll(/from '\.\.\/(\w+)\/index\.ts'/g)].map((one) => one[1] ?? '');
  return new Set([...(own.get(domain) ?? []), ...doors.flatMap((door) => opened.get(door) ?? [])]);
}

describe('tables', () => {
  it('are named in raw SQL by the domain whose they are, or to which they were opened', () => {
    const foreign = globSync('src/main/*/**/*.ts', { cwd: root })
      .filter((file) => own.has(domainOf(file)) && !file.includes('migrations'))
      .flatMap((file) => {
        const may = allowed(domainOf(file));
        const raw = [...read(file).matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g)].map((one) => one[1] ?? '');
        return raw
          .flatMap((text) => [...text.matchAll(/\b(?:from|join|into|update)\s+"?(\w+)/gi)].map((one) => one[1] ?? ''))
          .filter((name) => all.has(name) && !may.has(name))
          .map((name) => `${file}: ${name}`);
      });
    expect(all.size).toBeGreaterThan(90);
    expect(foreign).toEqual([]);
  });

  it('of another domain do not compile', () => {
    const ask = (trx: Trx) => [
      () => tablesOfCare(trx).selectFrom('attention'),
      () => tablesOfCare(trx).selectFrom('case_file'),
      // @ts-expect-error -- a table of people
      () => tablesOfCare(trx).selectFrom('person'),
      // @ts-expect-error -- opened for reading alone
      () => tablesOfCare(trx).deleteFrom('case_file'),
      // @ts-expect-error -- nothing is named but through a door
      () => trx.selectFrom('attention'),
      // @ts-expect-error -- a table of care, which is above risk
      () => tablesOfRisk(trx).selectFrom('attention'),
    ];
    expect(ask).toBeTypeOf('function');
  });
});
