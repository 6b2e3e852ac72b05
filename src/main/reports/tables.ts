import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import type { ReservedAsk, View } from '../../shared/reports/index.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ReferralsOpened } from '../referrals/index.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';
export type ReportsTables = {
  frozen_report: By<'closed'> & {
    id: string;
    period: string;
    /** 1, 2, 3 … of this centre. */
    publication: number;
    revision: number;
    schema_version: number;
    view: View | 'year';
    /** Null, as the two below, where the unit came back from its files after an older copy. */
    cases: number | null;
    audit_seq: number | null;
    seal: string;
    cut_off: CivilDate;
    proposal_id: ProposalId | null;
    approved_by: string;
    version: number;
    /** 1 where the recovery key was the second person. */
    recovery_key: 1 | null;
  };
  frozen_cell: { report_id: string; position: number; exact: number; rounded: number };
  /** A case is counted in one unit. */
  counted_case: { case_id: CaseId; report_id: string };
  restored_reports: By<'answered'> & {
    id: string;
    restored_at: Instant;
    answer: 'none' | 'lost';
    version: number;
  };
  reserved_export: {
    id: Id<'ReservedExportId'>;
    month: Month;
    product: ReservedAsk['product'];
    purpose: ReservedAsk['purpose'];
    recipient: string;
    office: string;
    letter: string;
    /** Of the key that opens it. */
    fingerprint: string;
    /** The written order that rows rest on. */
    rows_order: string | null;
    proposal_id: ProposalId;
    proposed_by: string;
    approved_by: string;
    made_at: Instant;
    name: string;
    sha256: string;
    bytes: Uint8Array;
    version: number;
    /** 1 where the recovery key was the second person. */
    recovery_key: 1 | null;
  };
  frozen_file: { report_id: string; name: string; media_type: string; sha256: string; bytes: Uint8Array };
};

export type FrozenReport = ReportsTables['frozen_report'];

export const tablesIn = tablesOf<ReportsTables, IntakeOpened & PapersOpened & ReferralsOpened>();
export type { Trx, Use } from '../platform/unit.ts';
