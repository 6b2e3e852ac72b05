/** The official number of a ficha, apart from ours (D16): one case of the centre has it, and no other. */
import { sql } from 'kysely';
import type { FichaNumber } from '../../shared/intake/index.ts';
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CaseRow } from './case-repository.ts';
import { fichaWords } from './rights.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Columns = Pick<CaseRow, 'ficha_numeric' | 'ficha_alphabetic' | 'ficha_year'>;

export function fichaNumberOf(row: Columns): FichaNumber | null {
  return row.ficha_numeric === null || row.ficha_year === null
    ? null
    : { numeric: row.ficha_numeric, alphabetic: row.ficha_alphabetic, year: row.ficha_year };
}

function isSame(one: FichaNumber, other: FichaNumber): boolean {
  const letter = (number: FichaNumber) => (number.alphabetic ?? '').toUpperCase();
  return one.numeric === other.numeric && one.year === other.year && letter(one) === letter(other);
}

/** The ficha of the centre that has this number, other than `caseId` (null: a ficha not opened yet). */
export async function holderOfFichaNumber(trx: Trx, number: FichaNumber, caseId: CaseId | null) {
  return tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where('ficha_year', '=', number.year)
    .where('ficha_numeric', '=', number.numeric)
    .where(sql<string>`upper(coalesce(ficha_alphabetic, ''))`, '=', (number.alphabetic ?? '').toUpperCase())
    .where((where) => where.and(caseId === null ? [] : [where('id', '<>', caseId)]))
    .executeTakeFirst();
}

/** Refuses, at the field, a number that another ficha of the centre has. `caseId` null: a ficha not opened yet. */
export async function requireFreeFichaNumber(
  unit: Use,
  number: FichaNumber | null,
  { caseId, path }: { caseId: CaseId | null; path: string },
): Promise<void> {
  const holder = number === null ? undefined : await holderOfFichaNumber(unit.trx, number, caseId);
  if (holder === undefined) return;
  const whose = await fichaWords(unit, holder);
  throw failAt(path, `Ese número oficial ya es de ${whose}. Revise el número.`, 'ficha-number-taken');
}

/** A number once registered is corrected with a reason in its own place, never in passing. */
export function requireUnchangedOnceSet(row: Columns, next: FichaNumber | null, path: string): void {
  const now = fichaNumberOf(row);
  if (now === null || (next !== null && isSame(now, next))) return;
  const message = 'El número oficial ya está registrado. Corríjalo en «Registro central», con su motivo.';
  throw failAt(path, message, 'ficha-number-set');
}
