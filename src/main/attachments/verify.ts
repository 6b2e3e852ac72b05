/** The check of the files beside the database: each must stand as it was stored. */
import { setImmediate } from 'node:timers/promises';
import { listStoredFiles } from './stored-files.ts';
import type { Vault } from './vault.ts';
import { tablesIn, type Trx } from './tables.ts';

type Read = <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;

/** «la ficha 2026-0001»; an activity of prevention has no number. */
async function ownerOf(trx: Trx, name: string): Promise<string> {
  const row = await tablesIn(trx)
    .selectFrom('stored_file')
    .leftJoin('case_file', 'case_file.id', 'stored_file.case_id')
    .select('case_file.number')
    .where('stored_file.name', '=', name)
    .executeTakeFirst();
  return row === undefined || row.number === null ? 'una actividad de prevención' : `la ficha ${row.number}`;
}

/** One sentence a file that is missing or changed, by what it belongs to. */
async function problemsOf(read: Read, vault: Vault): Promise<string[]> {
  const problems: string[] = [];
  for (const file of await read((trx) => listStoredFiles(trx))) {
    if (!(await vault.holds(file))) {
      const owner = await read((trx) => ownerOf(trx, file.name));
      problems.push(`Archivo de ${owner}: falta o fue cambiado. Recupérelo de una copia.`);
    }
    await setImmediate();
  }
  return problems;
}

/** The check, with the vault already known. */
export function fileProblems(vault: Vault): (read: Read) => Promise<string[]> {
  return (read) => problemsOf(read, vault);
}
