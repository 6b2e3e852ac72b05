/** What a reserved file holds, counted now; and its bytes, which exist in memory alone until they are encrypted. */
import type { PlaceIndex } from '../../../shared/people/index.ts';
import type { CivilDate } from '../../../shared/platform/dates.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { placeWords } from '../../../shared/register/index.ts';
import {
  reservedNotes,
  reservedRows,
  rowVariables,
  type InternalTable,
  type ReservedAsk,
  type RowFacts,
} from '../../../shared/reports/index.ts';
import { getCentre } from '../../centre/index.ts';
import { csvBytes, reservedXlsx } from '../files/index.ts';
import { casesOf, spanOfPeriod } from '../internal/population.ts';
import { exactTables } from '../internal/service.ts';
import { tablesIn, type Trx } from '../tables.ts';
import { columnsIn } from '../../platform/storage/rows.ts';

export type Content =
  | { readonly product: 'tables'; readonly tables: readonly InternalTable[]; readonly cases: number }
  | { readonly product: 'rows'; readonly rows: readonly (readonly string[])[]; readonly cases: number };

const casesOfMonth = (trx: Trx, month: string, variables: readonly string[]) =>
  casesOf(trx, spanOfPeriod(month), { period: spanOfPeriod(month), variables, reader: null });

async function rowsOf(trx: Trx, month: string, places: PlaceIndex): Promise<Content> {
  const things = await casesOfMonth(trx, month, rowVariables);
  const ids = things.map(({ caseId }) => caseId);
  const admitted = await columnsIn(tablesIn(trx), 'case_file', ['id', 'shift', 'admitted_on'], { id: ids });
  const byId = new Map(admitted.map((row) => [row.id, row]));
  const facts = things.flatMap(({ caseId, values }): RowFacts[] => {
    const row = byId.get(caseId);
    return row === undefined ? [] : [{ values, shift: row.shift, month: row.admitted_on.slice(5, 7) }];
  });
  const { name, category, districtCode } = await getCentre(trx);
  const [department = ''] = placeWords(districtCode, places);
  const { rows, unknown } = reservedRows(facts, { name, category, department });
  const issues = unknown.map((column) => ({ path: column, message: `Columna ${column}.` }));
  if (issues.length > 0) throw fail('rule-broken', 'reserved-outside', issues);
  return { product: 'rows', rows, cases: facts.length };
}

/** Sealed cases are in neither. @throws rule-broken `reserved-outside`, naming the columns and never what they hold */
export async function contentOf(trx: Trx, { month, product }: ReservedAsk, places: PlaceIndex): Promise<Content> {
  if (product === 'rows') return rowsOf(trx, month, places);
  const { length: cases } = await casesOfMonth(trx, month, []);
  return { product, tables: await exactTables(trx, month, places), cases };
}

type Of = {
  readonly ask: ReservedAsk;
  readonly centreName: string;
  readonly countedOn: CivilDate;
  readonly fingerprint: string;
};

export function plainBytes(content: Content, of: Of): Promise<Uint8Array> {
  if (content.product === 'rows') return Promise.resolve(csvBytes(content.rows));
  const notes = reservedNotes({ ...of, cases: content.cases });
  return reservedXlsx(content.tables, notes, { centreName: of.centreName, period: of.ask.month });
}
