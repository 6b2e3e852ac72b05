import type { ClosingLine, ReopenReason } from '../../shared/closing/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id, ProposalId } from '../../shared/platform/ids.ts';
import type { AccessOpened } from '../access/index.ts';
import { tablesOf, type OfCase, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type ClosingTables = {
  supervised_follow_up: OfCase<Id<'SupervisionId'>> & {
    held_on: CivilDate;
    words: string;
    supervised_by: string;
    recorded_at: Instant;
  };
  case_closing: OfCase<Id<'ClosingId'>> &
    By<'proposed'> &
    MaybeBy<'closed'> & {
      proposal_id: ProposalId;
      /** A row of «Motivos de cierre», and what it said on that day. */
      reason: string;
      reason_label: string;
      words: string | null;
      summary: string;
    };
  case_closing_line: {
    closing_id: Id<'ClosingId'>;
    line: ClosingLine;
    found: string;
    why: string | null;
    why_by: string | null;
  };
  case_reopening: OfCase<Id<'ReopeningId'>> &
    By<'reopened'> & {
      reason: ReopenReason;
      words: string | null;
    };
};
export type ClosingRow = ClosingTables['case_closing'];
export type LineRow = ClosingTables['case_closing_line'];

export const tablesIn = tablesOf<ClosingTables, AccessOpened>();
