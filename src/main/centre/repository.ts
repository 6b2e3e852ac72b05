/** Names of the centre, one row per change. */
import type { Centre, CentreDetails } from '../../shared/centre/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type CentreTables } from './tables.ts';

type Row = CentreTables['centre'];

function toCentre(row: Row, isPractice: boolean): Centre {
  return {
    ...cellsOf(row, 'name', 'code', 'district_code', 'category', 'ministry', 'programme', 'procedural_address'),
    ...cellsOf(row, 'acronym', 'phone', 'year_slogan', 'version', 'valid_from'),
    isPractice,
  };
}

/** The names in force now. @throws not-found before the centre was founded */
export async function getCentre(trx: Trx): Promise<Centre> {
  const row = await tablesIn(trx)
    .selectFrom('centre')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  const practice = await tablesIn(trx)
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'practice')
    .executeTakeFirst();
  return toCentre(row, practice?.value === '1');
}

export async function insertCentre(
  trx: Trx,
  centre: { id: string; version: number; details: CentreDetails; by: string; at: Instant; validFrom: CivilDate },
): Promise<void> {
  const { details } = centre;
  await tablesIn(trx)
    .insertInto('centre')
    .values({
      id: centre.id,
      version: centre.version,
      valid_from: centre.validFrom,
      name: details.name,
      code: details.code,
      district_code: details.districtCode,
      category: details.category,
      ministry: details.ministry,
      programme: details.programme,
      procedural_address: details.proceduralAddress,
      acronym: details.acronym,
      phone: details.phone,
      year_slogan: details.yearSlogan,
      edited_by: centre.by,
      edited_at: centre.at,
    })
    .execute();
}
