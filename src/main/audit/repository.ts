/** Pages of the audit, and the numbers people know its objects by. */
import type { AuditLine } from '../../shared/audit/index.ts';
import { caseIdSchema, type CaseId, type StaffId } from '../../shared/platform/ids.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import { staffNames } from '../access/index.ts';
import { among } from '../platform/storage/among.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { cellsOf, findRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';
import { aboveAudit } from './above.ts';
import { sql } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';

export const pageSize = 100;

/** Whose entries: the own ones, those of everybody else, copies and versions of the program, or all. */
export type AuditReach =
  | { readonly only: 'own' | 'others'; readonly staffId: StaffId }
  | { readonly only: 'technical' | 'all' };

/** Prefixes of what technical support may see: it says nothing about a person. */
const technical = ['backup.', 'version.', 'migration.'] as const;

function page(trx: Trx, reach: AuditReach, before: number | null) {
  let query = tablesIn(trx).selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(pageSize);
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

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/** Numbers of cases, documents and copies, periods of reports; never a name. Keys as `kind id`. */
export async function numbersOf(
  trx: Trx,
  refs: readonly RecordRef[],
): Promise<(kind: string, id: string) => string | null> {
  const numbers = new Map<string, string>();
  for (const kind of codesOf(numbered)) {
    const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id))];
    if (ids.length === 0) continue;
    const { rows } = await sql<{ id: string; number: string }>`
      select id, ${sql.ref(numbered[kind])} as number from ${sql.table(kind)}
      where id in ${among(ids)}`.execute(trx);
    for (const row of rows) numbers.set(keyOf(kind, row.id), row.number);
  }
  return (kind, id) => numbers.get(keyOf(kind, id)) ?? null;
}

/** Ids of the cases among these that are closed to the reader; the case belongs to a domain above this one. */
export type ClosedCases = (trx: Trx, staffId: StaffId, caseIds: readonly CaseId[]) => Promise<ReadonlySet<string>>;

/**
 * Whether a reader may be told the number of an object: never of a case closed to that reader. Who reads all of it
 * proves the record and has no case; a number names nobody.
 */
async function mayName(
  trx: Trx,
  refs: readonly RecordRef[],
  { reach, closed }: { reach: AuditReach; closed: ClosedCases },
): Promise<(kind: string, id: string) => boolean> {
  if (reach.only !== 'own' && reach.only !== 'others') return () => true;
  const papers = await aboveAudit.ask.casesOf(trx, refs);
  const cases = refs
    .filter(({ kind }) => kind === 'case_file')
    .map((ref) => ({ ...ref, caseId: caseIdSchema.parse(ref.id) }));
  const caseOf = new Map([...cases, ...papers].map(({ kind, id, caseId }) => [keyOf(kind, id), caseId]));
  const hidden = await closed(trx, reach.staffId, [...new Set(caseOf.values())]);
  return (kind, id) => !hidden.has(caseOf.get(keyOf(kind, id)) ?? '');
}

/** Newest first, before `before` (null: from the newest). */
export async function listEntries(
  trx: Trx,
  { reach, before, closed }: { reach: AuditReach; before: number | null; closed: ClosedCases },
): Promise<AuditLine[]> {
  const entries = await page(trx, reach, before).execute();
  const refs = entries.flatMap(({ object_kind: kind, object_id: id }) =>
    kind === null || id === null ? [] : [{ kind, id }],
  );
  const number = await numbersOf(trx, refs);
  const isTold = await mayName(trx, refs, { reach, closed });
  const names = await staffNames(trx);
  const numberOf = ({ object_kind: kind, object_id: id, outcome }: (typeof entries)[number]) => {
    if (kind === null || id === null || !isTold(kind, id)) return null;
    // To whom it was refused, a case that exists reads as one that does not.
    return reach.only === 'own' && outcome === 'denied' ? null : number(kind, id);
  };
  return entries.map((entry) => ({
    ...cellsOf(entry, 'seq', 'device', 'action', 'object_kind', 'outcome'),
    at: entry.utc,
    staffName: entry.staff_id === null ? null : (names.get(entry.staff_id) ?? ''),
    objectNumber: numberOf(entry),
  }));
}

/** By its owner, or with the paper key for her. */
const byOwner = ['staff.passphraseChanged', 'keys.recovered'];

/** When the password of a person last gave way to another one, each with a new pair of keys; null when it never did. */
export async function passwordRenewedAt(trx: Trx, staffId: string): Promise<Instant | null> {
  const row = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select('utc')
    .where('outcome', '=', 'ok')
    .where((where) =>
      where.or([
        where.and([where('action', 'in', byOwner), where('staff_id', '=', staffId)]),
        where.and([where('action', '=', 'staff.accessReset'), where('object_id', '=', staffId)]),
      ]),
    )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.utc ?? null;
}

/** When the paper key was used after this person's last session began; null when it was not. */
export async function recoveredSince(trx: Trx, staffId: string): Promise<Instant | null> {
  const last = (of: { action: string; staff_id?: string }) => findRow(tablesIn(trx), 'audit_entry', of, 'seq desc');
  const recovered = await last({ action: 'keys.recovered' });
  if (recovered === undefined) return null;
  const before = await last({ action: 'session.start', staff_id: staffId });
  return before === undefined || before.seq < recovered.seq ? recovered.utc : null;
}
