/** What the comparison of the chain reads of this centre: its own file, its copies, its published months. */
import { join } from 'node:path';
import type { Witness } from '../shared/audit/index.ts';
import { type WitnessReader } from './audit/index.ts';
import { copiesIn, copyWitness, furthestCopyIn, type CopyFacts } from './backup/index.ts';
import { getCentre } from './centre/index.ts';
import { platformOf } from './platform/storage/platform-tables.ts';
import type { Trx } from './platform/storage/rows.ts';
import { migrations } from './migrations/index.ts';
import { newestVersion } from './platform/storage/migrate.ts';
import type { Strongroom } from './platform/storage/strongroom.ts';
import { monthWitnessReader } from './reports/index.ts';

/** The open file as the thread that walks its chain opens it. */
export function chainSource({ folder, keyring, dek }: Strongroom) {
  const { dbFile, dbId, epoch, practice } = keyring;
  return {
    file: join(folder, dbFile),
    dek,
    expected: { dbId, epoch, practice, newestVersion: newestVersion(migrations) },
  };
}

async function copyFolder(trx: Trx): Promise<string | null> {
  const row = await platformOf(trx)
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'copy_folder')
    .executeTakeFirst();
  return row?.value ?? null;
}

/** Heads of the copies in the folder of copies, when it is there. */
export async function copiesNearby(trx: Trx, { keyring, dek }: Strongroom): Promise<Witness[]> {
  const folder = await copyFolder(trx);
  return folder === null ? [] : copiesIn(folder, { keyring, dek });
}

/** The copy at hand that reaches furthest; null when the folder is not there, or holds none of this record. */
export async function furthestCopy(trx: Trx, { keyring, dek }: Strongroom): Promise<CopyFacts | null> {
  const folder = await copyFolder(trx);
  return folder === null ? null : furthestCopyIn(folder, { keyring, dek });
}

/** Files outside that say where the chain stood: manifests of copies, and published months of this centre. */
export async function witnessReaders(trx: Trx, { keyring, dek }: Strongroom): Promise<WitnessReader[]> {
  const { code } = await getCentre(trx);
  const readers = [
    (path: string, text: string) => copyWitness(path, text, { keyring, dek }),
    await monthWitnessReader(trx, code),
  ];
  return readers;
}
