import type { Instant } from '../../shared/platform/dates.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ReferralsOpened } from '../referrals/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';
export type ReportsTables = {
  frozen_report: {
    id: string;
    period: string;
    schema_version: number;
    view: string;
    cases: number;
    proposal_id: ProposalId;
    closed_by: string;
    approved_by: string;
    closed_at: Instant;
    version: number;
    /** 1 where the recovery key was the second person. */
    recovery_key: 1 | null;
  };
  frozen_cell: { report_id: string; position: number; exact: number; rounded: number };
  frozen_file: { report_id: string; name: string; media_type: string; sha256: string; bytes: Uint8Array };
};

export const tablesIn = tablesOf<ReportsTables, IntakeOpened & PapersOpened & ReferralsOpened>();
export type { Trx } from '../platform/storage/rows.ts';
