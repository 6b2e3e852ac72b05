/** A paper by the number that stands on it: told to who may list the papers of its ficha, and as unknown to anybody else. */
import type { papersContract } from '../../shared/papers/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { allowed } from '../intake/index.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof papersContract;
type Found = OutputOf<Contract['findPaper']>['papers'];

/** The serial number of a copy is that of its paper. */
async function ofNumber(trx: Trx, number: string) {
  return tablesIn(trx)
    .selectFrom('issued_document')
    .innerJoin('case_file', 'case_file.id', 'issued_document.case_id')
    .select(['issued_document.id', 'issued_document.kind', 'issued_document.number', 'issued_document.issued_at'])
    .select(['case_file.id as case_id', 'case_file.number as case_number'])
    .where((where) =>
      where.or([
        where('issued_document.number', '=', number),
        where('issued_document.number', 'like', `%· ${number}`),
        where(
          'issued_document.id',
          'in',
          where.selectFrom('document_copy').select('document_id').where('document_copy.number', '=', number),
        ),
      ]),
    )
    .orderBy('issued_document.issued_at')
    .execute();
}

export async function findPaper(
  unit: Use,
  { number }: InputOf<Contract['findPaper']>,
): Promise<OutputOf<Contract['findPaper']>> {
  const papers: Found = [];
  for (const row of await ofNumber(unit.trx, number)) {
    if ((await allowed(unit, 'document.list', row.case_id)) === null) continue;
    papers.push({
      ...{ id: row.id, kind: row.kind, number: row.number, caseId: row.case_id, caseNumber: row.case_number },
      issuedOn: civilDateOf(Date.parse(row.issued_at)),
    });
  }
  unit.note({ papers: papers.length });
  return { papers };
}
