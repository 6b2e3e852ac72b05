/** What the audit is asked of the registers of papers: where a paper stands, and what left. */
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { Above } from '../platform/above.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import type { Trx } from './tables.ts';

export type LeftBy = { readonly staff_id: string | null; readonly count: number };

export const aboveAudit = new Above<{
  /** Everybody who has or had the case, by a grant of their own or of their service, and who opened it. */
  everOnTeam(trx: Trx, caseId: CaseId): Promise<ReadonlySet<string>>;
  /** The case each of these stands in; what is of none is left out. */
  casesOf(trx: Trx, refs: readonly RecordRef[]): Promise<readonly (RecordRef & { readonly caseId: CaseId })[]>;
  /** Copies and files that left since then, by person. */
  copiesLeft(trx: Trx, way: 'print' | 'save', since: Instant): Promise<readonly LeftBy[]>;
}>();
