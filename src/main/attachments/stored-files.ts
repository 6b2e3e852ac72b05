/** What must stand in the vault; by itself, because the thread of the copies needs nothing else of this domain. */
import type { StoredFile } from '../platform/storage/file-vault.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Every file that a row of the record names: what must stand in the vault and in each copy. */
export async function listStoredFiles(trx: Trx): Promise<StoredFile[]> {
  const rows = await tablesIn(trx).selectFrom('stored_file').select(['name', 'stored_size', 'stored_sha256']).execute();
  return rows.map((row) => ({ name: row.name, storedSize: row.stored_size, storedSha256: row.stored_sha256 }));
}
