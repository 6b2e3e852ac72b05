/** Fichas that came in by a list, each with its row as it stood in the file. */
import { rowsPage, type ImportedCase, type importsContract } from '../../shared/imports/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { getCaseRow, isClosedTo } from '../intake/index.ts';
import { getImportRow } from './repository.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof importsContract;

export async function listCameIn(
  unit: Use,
  { importId, after }: InputOf<Contract['listImportedCases']>,
): Promise<OutputOf<Contract['listImportedCases']>> {
  const { trx } = unit;
  await getImportRow(trx, importId);
  const rows = await tablesIn(trx)
    .selectFrom('list_import_case')
    .selectAll()
    .where('import_id', '=', importId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(rowsPage)
    .execute();
  const cases: ImportedCase[] = [];
  for (const row of rows) {
    const file = await getCaseRow(trx, row.case_id);
    // A sealed ficha, or one of somebody close to the reader, is not told of here either.
    if (await isClosedTo(trx, file, unit.session.staffId)) continue;
    const source = JSON.parse(row.source) as [string, string][];
    cases.push({
      line: row.line,
      caseId: row.case_id,
      number: file.number,
      admittedOn: file.admitted_on,
      closedOn: row.closed_on,
      source: source.map(([header, text]) => ({ header, text })),
    });
  }
  unit.about('list_import', importId);
  unit.note({ cases: cases.length });
  return { cases, next: rows.length < rowsPage ? null : (rows.at(-1)?.line ?? null) };
}
