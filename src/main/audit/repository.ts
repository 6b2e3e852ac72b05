/** Pages of the audit, and the numbers people know its objects by. */
import type { AuditLine } from '../../shared/audit/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';

export const pageSize = 100;

/** Whose entries: the own ones, those of everybody else, copies and versions of the program, or all. */
export type AuditReach =
  { readonly only: 'own' | 'others'; readonly staffId: string } | { readonly only: 'technical' | 'all' };

/** Prefixes of what technical support may see: it says nothing about a person. */
const technical = ['backup.', 'version.', 'migration.'] as const;

function page(trx: Trx, reach: AuditReach, before: number | null) {
  let query = trx.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(pageSize);
  if (before !== null) query = query.where('seq', '<', before);
  if (reach.only === 'own') return query.where('staff_id', '=', reach.staffId);
  if (reach.only === 'others') return query.where('staff_id', 'is not', reach.staffId);
  if (reach.only === 'technical') {
    return query.where((where) => where.or(technical.map((prefix) => where('action', 'like', `${prefix}%`))));
  }
  return query;
}

const numbered = {
  case_file: 'number',
  issued_document: 'number',
  document_copy: 'number',
  saved_file: 'number',
  frozen_report: 'period',
} as const;
type Numbered = keyof typeof numbered;

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/** Numbers of cases, documents and copies, periods of reports; never a name. Keys as `kind id`. */
export async function numbersOf(
  trx: Trx,
  refs: readonly RecordRef[],
): Promise<(kind: string, id: string) => string | null> {
  const numbers = new Map<string, string>();
  for (const kind of Object.keys(numbered) as Numbered[]) {
    const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id))];
    if (ids.length === 0) continue;
    const rows =
      kind === 'frozen_report'
        ? await trx.selectFrom(kind).select(['id', 'period as number']).where('id', 'in', ids).execute()
        : await trx.selectFrom(kind).select(['id', 'number']).where('id', 'in', ids).execute();
    for (const row of rows) numbers.set(keyOf(kind, row.id), row.number);
  }
  return (kind, id) => numbers.get(keyOf(kind, id)) ?? null;
}

/** Newest first, before `before` (null: from the newest). */
export async function listEntries(trx: Trx, reach: AuditReach, before: number | null): Promise<AuditLine[]> {
  const entries = await page(trx, reach, before).execute();
  const refs = entries.flatMap(({ object_kind: kind, object_id: id }) =>
    kind === null || id === null ? [] : [{ kind, id }],
  );
  const number = await numbersOf(trx, refs);
  const names = await staffNames(trx);
  return entries.map((entry) => ({
    seq: entry.seq,
    at: entry.utc as Instant,
    staffName: entry.staff_id === null ? null : (names.get(entry.staff_id) ?? ''),
    action: entry.action,
    objectKind: entry.object_kind,
    objectNumber:
      entry.object_kind === null || entry.object_id === null ? null : number(entry.object_kind, entry.object_id),
    outcome: entry.outcome,
  }));
}
