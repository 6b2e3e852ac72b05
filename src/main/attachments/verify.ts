/** The check of the files beside the database: each must stand as it was stored. */
import { setImmediate } from 'node:timers/promises';
import { listStoredFiles } from './stored-files.ts';
import type { Vault } from './vault.ts';
import { tablesIn, type Trx } from './tables.ts';

type Read = <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;

async function numberOfFicha(trx: Trx, name: string): Promise<string> {
  const row = await tablesIn(trx)
    .selectFrom('stored_file')
    .innerJoin('case_file', 'case_file.id', 'stored_file.case_id')
    .select('case_file.number')
    .where('stored_file.name', '=', name)
    .executeTakeFirst();
  return row?.number ?? '';
}

/** One sentence a file that is missing or changed, by the number of its ficha. */
async function problemsOf(read: Read, vault: Vault): Promise<string[]> {
  const problems: string[] = [];
  for (const file of await read((trx) => listStoredFiles(trx))) {
    if (!(await vault.holds(file))) {
      const number = await read((trx) => numberOfFicha(trx, file.name));
      problems.push(`Archivo de la ficha ${number}: falta o fue cambiado. Recupérelo de una copia.`);
    }
    await setImmediate();
  }
  return problems;
}

/** The check, with the vault already known. */
export function fileProblems(vault: Vault): (read: Read) => Promise<string[]> {
  return (read) => problemsOf(read, vault);
}
