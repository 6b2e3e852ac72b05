/** Contingency numbers of fichas filled by hand: each becomes one case, once. */
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { fichaWords } from './rights.ts';
import { nextVersions, valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Number of the paper that a case was typed in from; null when it came from none of ours. */
export async function paperNumberOf(trx: Trx, caseId: CaseId): Promise<string | null> {
  return (await valueIn(tablesIn(trx), 'blank_paper.number', { case_id: caseId, kind: 'ficha' })) ?? null;
}

/**
 * Makes the paper with that number the source of the case, and frees the one it had before (a number mistyped).
 *
 * Refused at the field when no such ficha was printed, when it was annulled, or when another case has it.
 */
export async function placePaperNumber(
  unit: Use,
  caseId: CaseId,
  { number, path }: { number: string | null | undefined; path: string },
): Promise<void> {
  if (number === undefined || (await paperNumberOf(unit.trx, caseId)) === number) return;
  if (number !== null) await requireFreePaper(unit, number, path);
  await freePaper(unit, caseId);
  if (number === null) return;
  await nextVersions(
    tablesIn(unit.trx),
    'blank_paper',
    { number },
    { state: 'used', case_id: caseId, settled_by: unit.session.staffId, settled_at: unit.now },
  );
  await touchPaper(unit, number);
}

async function requireFreePaper(unit: Use, number: string, path: string): Promise<void> {
  const row = await tablesIn(unit.trx)
    .selectFrom('blank_paper')
    .leftJoin('case_file', 'case_file.id', 'blank_paper.case_id')
    .select(['blank_paper.kind', 'blank_paper.state', 'case_file.id as caseId', 'case_file.number as caseNumber'])
    .where('blank_paper.number', '=', number)
    .executeTakeFirst();
  if (row === undefined || row.kind !== 'ficha') {
    const message = 'No se imprimió ninguna ficha en blanco con ese número. Está al pie de cada página.';
    throw failAt(path, message, 'paper-unknown');
  }
  if (row.state === 'voided') {
    throw failAt(path, 'Ese formulario figura como anulado. Revise el número con Coordinación.', 'paper-voided');
  }
  if (row.state === 'used') {
    const whose = await fichaWords(unit, { id: row.caseId, number: row.caseNumber });
    throw failAt(path, `Ese formulario ya se registró en ${whose}.`, 'paper-used');
  }
}

async function freePaper(unit: Use, caseId: CaseId): Promise<void> {
  const before = await paperNumberOf(unit.trx, caseId);
  if (before === null) return;
  await nextVersions(
    tablesIn(unit.trx),
    'blank_paper',
    { number: before },
    { state: 'unused', case_id: null, settled_by: null, settled_at: null },
  );
  await touchPaper(unit, before);
}

async function touchPaper(unit: Use, number: string): Promise<void> {
  const { id } = await tablesIn(unit.trx)
    .selectFrom('blank_paper')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  unit.touch('blank_paper', id);
}
