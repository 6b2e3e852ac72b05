/** Interviews, the parts each professional signs, and what was added to a signed part. */
import { interviewFields, type InterviewLine, type InterviewPart } from '../../shared/care/index.ts';
import type { Service } from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { cellsOf, rowsOf, valuesIn } from '../platform/storage/rows.ts';
import { valuesOfRow } from '../record/index.ts';
import { tablesIn, type Trx, type CareTables } from './tables.ts';

export type PartRow = CareTables['interview_part'];

/** @throws not-found when it is of another case */
export async function getPart(trx: Trx, caseId: CaseId, partId: Id<'InterviewPartId'>): Promise<PartRow> {
  const row = await tablesIn(trx)
    .selectFrom('interview_part')
    .innerJoin('interview', 'interview.id', 'interview_part.interview_id')
    .selectAll('interview_part')
    .where('interview_part.id', '=', partId)
    .where('interview.case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  return row;
}

/** Who reads: texts of another service stay with it. */
export type PartReader = { readonly staffId: string; readonly services: readonly Service[] };

/** Interviews of a case, newest first, as far as the reader may see them. */
export async function listInterviewLines(trx: Trx, caseId: CaseId, reader: PartReader): Promise<InterviewLine[]> {
  const rows = await rowsOf(tablesIn(trx), 'interview', { case_id: caseId }, 'held_on desc', 'started_time desc', 'id');
  const ids = rows.map(({ id }) => id);
  const parts = await rowsOf(tablesIn(trx), 'interview_part', { interview_id: ids }, 'service', 'id');
  const partIds = parts.map(({ id }) => id);
  const addenda = await rowsOf(tablesIn(trx), 'interview_addendum', { part_id: partIds }, 'position');
  const names = await staffNames(trx);
  return rows.map((row) => ({
    id: row.id,
    ...valuesOfRow(interviewFields, row),
    recordedBy: names.get(row.recorded_by) ?? '',
    recordedAt: row.recorded_at,
    parts: parts.filter((part) => part.interview_id === row.id).map((part) => toPart(part, addenda, { reader, names })),
  }));
}

function toPart(
  row: PartRow,
  addenda: readonly CareTables['interview_addendum'][],
  { reader, names }: { reader: PartReader; names: ReadonlyMap<string, string> },
): InterviewPart {
  const isOwn = row.staff_id === reader.staffId;
  // What is not signed yet is only its author's.
  const isReadable = isOwn || (row.signed_at !== null && reader.services.includes(row.service));
  return {
    ...cellsOf(row, 'id', 'service', 'signed_at', 'version'),
    staffName: names.get(row.staff_id) ?? '',
    isOwn,
    body: isReadable ? row.body : null,
    isReadable,
    addenda: addenda
      .filter((one) => isReadable && one.part_id === row.id)
      .map((one) => ({ body: one.body, by: names.get(one.added_by) ?? '', at: one.added_at })),
  };
}

/** How many recorded interviews of a case she told her story in. */
export async function countRetellings(trx: Trx, caseId: CaseId): Promise<number> {
  return (await valuesIn(tablesIn(trx), 'interview.id', { case_id: caseId, told_story: 1 })).length;
}
