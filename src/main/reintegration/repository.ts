/** Rows of every kind alike: read with who wrote them, written once, ended once, annulled. */
import {
  reintegrationFields,
  type ReintegrationKind,
  type ReintegrationRecord,
  type ReintegrationRecords,
} from '../../shared/reintegration/index.ts';
import { eachOf } from '../../shared/platform/codes-of.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { reintegrationKinds } from '../../shared/reintegration/index.ts';
import { staffNames } from '../access/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import { valuesOfRow } from '../record/index.ts';
import { tablesIn, type Row, type Trx } from './tables.ts';

type Names = ReadonlyMap<string, string>;

function standingOf(row: Row, names: Names) {
  const by = (id: string | null | undefined) => names.get(id ?? '') ?? '';
  const { ended_on: on, end_reason: endReason, ended_at: endedAt, end_words: endWords } = row;
  const { annulled_at: annulledAt, annul_reason: annulReason } = row;
  return {
    ended: (on ?? null) === null ? null : { on, reason: endReason, words: endWords, by: by(row.ended_by), at: endedAt },
    annulled:
      annulledAt === null || annulReason === null
        ? null
        : { reason: annulReason, words: row.annul_words, by: by(row.annulled_by), at: annulledAt },
  };
}

const recordOf =
  <Kind extends ReintegrationKind>(kind: Kind, names: Names) =>
  (row: Row) =>
    // The columns are those of the fields; the output schema of the gate reads it once more.
    ({
      ...valuesOfRow(reintegrationFields[kind], row as never),
      ...cellsOf(row, 'id', 'recorded_at', 'version'),
      ...{ ownerId: row.owner_id ?? null, by: names.get(row.recorded_by) ?? '' },
      ...standingOf(row, names),
    }) as unknown as ReintegrationRecord<Kind>;

async function rowsOf(trx: Trx, kind: ReintegrationKind, caseIds: readonly CaseId[]): Promise<Row[]> {
  return tablesIn(trx)
    .selectFrom(kind as 'placement')
    .selectAll()
    .where('case_id', 'in', among(caseIds))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** Of one kind in these cases, in the order in which they were noted, those annulled too. */
export async function listRecords<Kind extends ReintegrationKind>(
  trx: Trx,
  kind: Kind,
  caseIds: readonly CaseId[],
): Promise<(ReintegrationRecord<Kind> & { readonly caseId: CaseId })[]> {
  const toRecord = recordOf(kind, await staffNames(trx));
  return (await rowsOf(trx, kind, caseIds)).map((row) => ({ ...toRecord(row), caseId: row.case_id }));
}

export async function allRecords(trx: Trx, caseId: CaseId): Promise<ReintegrationRecords> {
  const names = await staffNames(trx);
  const found = new Map<ReintegrationKind, unknown>();
  for (const kind of reintegrationKinds)
    found.set(kind, (await rowsOf(trx, kind, [caseId])).map(recordOf(kind, names)));
  return eachOf(reintegrationKinds, (kind) => found.get(kind)) as ReintegrationRecords;
}
