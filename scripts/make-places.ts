/**
 * Writes resources/places and resources/names from the reference tables:
 * `node scripts/make-places.ts <folder with the CSV files>`. Run again only when a table changes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/make-places.ts <folder with the CSV files>');

function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(join(folder ?? '', `${name}.csv`), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function write(path: string, rows: unknown[][]): void {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(join(import.meta.dirname, '..', 'resources', path), `[\n${lines}\n]\n`);
}

const reniec = new Map(rowsOf('ubigeo_inei_reniec').map((row) => [row['inei'], row['reniec']]));
const districts = rowsOf('ubigeo_inei').map((row) => [
  row['code'],
  row['district'],
  row['province'],
  row['department'],
  reniec.get(row['code']),
]);
const isWhole = districts.every((row) => row.every((cell) => cell !== undefined && cell !== ''));
if (!isWhole) throw new Error('a district has an empty cell');

write('places/districts.json', districts);
write(
  'places/centres.json',
  rowsOf('cem_centers').map((row) => [Number(row['order']), row['name']]),
);
write(
  'names/surnames.json',
  rowsOf('surnames').map((row) => [row['surname'], Number(row['weight'])]),
);
write(
  'names/given-names.json',
  rowsOf('given_names').map((row) => [row['name'], row['sex'], Number(row['weight'])]),
);
