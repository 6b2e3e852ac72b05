/** «Verificar código» of what the centre published: by one of its files, or by the number and seal at its foot. */
import { normalCode } from '../../shared/audit/index.ts';
import type { VerifiedDocument } from '../../shared/papers/index.ts';
import { periodWords, publicationNumber } from '../../shared/reports/index.ts';
import { tablesIn, type FrozenReport, type Trx } from './tables.ts';

const typed = /(\d{1,6})\s*·?\s*([0-9a-z-]{10,12})\s*$/i;

const told = (report: FrozenReport, contentHash: string): VerifiedDocument => ({
  kind: 'monthly-report',
  number: `${publicationNumber(report)}, ${periodWords(report.period)}`,
  issuedOn: report.cut_off,
  ...{ pages: null, contentHash, copyState: null, isRemoved: false },
});

async function byHash(trx: Trx, hash: string): Promise<VerifiedDocument[]> {
  const rows = await tablesIn(trx)
    .selectFrom('frozen_file')
    .innerJoin('frozen_report', 'frozen_report.id', 'frozen_file.report_id')
    .selectAll('frozen_report')
    .where('frozen_file.sha256', '=', hash)
    .execute();
  return rows.map((row) => told(row, hash));
}

async function byNumber(trx: Trx, number: string): Promise<VerifiedDocument[]> {
  const [, publication = '', seal = ''] = typed.exec(number.trim()) ?? [];
  if (seal === '') return [];
  const rows = await tablesIn(trx)
    .selectFrom('frozen_report')
    .innerJoin('frozen_file', 'frozen_file.report_id', 'frozen_report.id')
    .selectAll('frozen_report')
    .select(['frozen_file.sha256', 'frozen_file.name'])
    // Papers of before carried their place in the audit instead.
    .where((where) =>
      where.or([
        where('publication', '=', Number(publication)),
        where.and([where('schema_version', '=', 1), where('audit_seq', '=', Number(publication))]),
      ]),
    )
    .where('seal', '=', normalCode(seal))
    .where('frozen_file.name', 'not like', 'lista-%')
    .orderBy('frozen_file.name', 'desc')
    .execute();
  // The paper, where it is here; a unit that was brought back may be without it.
  const one = rows.find(({ name }) => name.endsWith('.pdf')) ?? rows[0];
  return (one === undefined ? [] : [one]).map((row) => told(row, row.sha256));
}

/** What was published with this content, else with this number; nothing for anything else. */
export async function findPublished(
  trx: Trx,
  { contentHash, number }: { readonly contentHash: string | null; readonly number: string | null },
): Promise<{ same: VerifiedDocument[]; named: VerifiedDocument[] }> {
  const same = contentHash === null ? [] : await byHash(trx, contentHash);
  return { same, named: same.length > 0 || number === null ? [] : await byNumber(trx, number) };
}
