/** Filings issued in a case: what was asked, beside the frozen document. */
import { isSameProceeding, type FilingOptions, type WritDesk } from '../../shared/filings/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { insertRecord, insertRow, parsed } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type FilingsTables, type Use } from './tables.ts';

export async function insertFiling(unit: Use, row: FilingsTables['filing'], asked: readonly { code: string }[]) {
  await insertRecord(unit, tablesIn, 'filing', row);
  const measures = asked.map(({ code }) => ({ filing_id: row.id, measure: code }));
  await insertRow(tablesIn(unit.trx), 'filing_measure', measures);
}

/** Issued writs of the event's fichas, each with what tells its proceeding; reports, which are no writs, apart. */
async function writsOf(trx: Trx, caseId: CaseId): Promise<{ caseId: CaseId; number: number; desk: WritDesk }[]> {
  const rows = await tablesIn(trx)
    .selectFrom('filing')
    .innerJoin('case_file as other', 'other.id', 'filing.case_id')
    .innerJoin('case_file as own', 'own.incident_id', 'other.incident_id')
    .select(['filing.case_id', 'filing.writ_number', 'filing.options'])
    .where('own.id', '=', caseId)
    .where('filing.writ_number', '>', 0)
    .execute();
  return rows.map((row) => {
    const { courtFileNumber = null, addressee = null } = parsed(row.options);
    return { caseId: row.case_id, number: row.writ_number, desk: { courtFileNumber, addressee } };
  });
}

export type Numbered = {
  readonly caseId: CaseId;
  readonly options: WritDesk & Pick<FilingOptions, 'writNumber'>;
};

/**
 * Writs of the same proceeding: of the same ficha, and of another one of the same event where both have the same file number.
 * Other fichas are not asked: the answer would tell whoever types a file number that the centre works in that proceeding.
 */
async function inProceeding(trx: Trx, { caseId, options }: Numbered): Promise<number[]> {
  const writs = await writsOf(trx, caseId);
  const isOwn = (writ: (typeof writs)[number]) =>
    writ.caseId === caseId || (writ.desk.courtFileNumber !== null && options.courtFileNumber !== null);
  return writs.filter((writ) => isOwn(writ) && isSameProceeding(writ.desk, options)).map(({ number }) => number);
}

/** Whether another issued writ of the proceeding carries the number. */
export async function isWritNumberUsed(trx: Trx, of: Numbered): Promise<boolean> {
  return of.options.writNumber !== null && (await inProceeding(trx, of)).includes(of.options.writNumber);
}

/** The options with the number of the writ: as it was typed, else the next one of its proceeding, from 1 (CPC 130). */
export async function withWritNumber<Options extends Numbered['options']>(
  trx: Trx,
  { caseId, options }: { readonly caseId: CaseId; readonly options: Options },
): Promise<Options & { readonly writNumber: number }> {
  const { writNumber } = options;
  const next = Math.max(0, ...(await inProceeding(trx, { caseId, options }))) + 1;
  return { ...options, writNumber: writNumber ?? next };
}
