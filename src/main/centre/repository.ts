/** Names of the centre, one row per change. */
import { centreFields, type Centre, type CentreDetails } from '../../shared/centre/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { findRow, insertRow, valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type CentreTables } from './tables.ts';

const toCentre = (row: CentreTables['centre'], isPractice: boolean): Centre => ({
  ...valuesOfRow(centreFields, row),
  ...{ isPractice, version: row.version, validFrom: row.valid_from },
});

/** The names in force now. @throws not-found before the centre was founded */
export async function getCentre(trx: Trx): Promise<Centre> {
  const row = await findRow(tablesIn(trx), 'centre', {}, 'version desc');
  if (row === undefined) throw fail('not-found');
  const practice = await valueIn(tablesIn(trx), 'meta.value', { key: 'practice' });
  return toCentre(row, practice === '1');
}

/** Day on which this centre began its record: no month before it is published. @throws not-found as above */
export async function foundedOn(trx: Trx): Promise<CivilDate> {
  const row = await findRow(tablesIn(trx), 'centre', {}, 'version');
  if (row === undefined) throw fail('not-found');
  return civilDateOf(Date.parse(row.edited_at));
}

export async function insertCentre(
  trx: Trx,
  centre: { id: string; version: number; details: CentreDetails; by: string; at: Instant; validFrom: CivilDate },
): Promise<void> {
  const { id, version, details, by, at, validFrom } = centre;
  await insertRow(tablesIn(trx), 'centre', {
    ...{ id, version, valid_from: validFrom, edited_by: by, edited_at: at },
    ...columnsOfValues(centreFields, details),
  });
}
