import type { DismissalReason, Kinship } from '../../shared/conflicts/index.ts';

export type ConflictsTables = {
  conflict_declaration: {
    id: string;
    staff_id: string;
    kinship: Kinship;
    document_mark: string | null;
    names_mark: string | null;
    declared_on: string;
    version: number;
  };
  conflict_dismissal: {
    id: string;
    case_id: string;
    staff_id: string;
    reason: DismissalReason;
    decided_by: string;
    decided_at: string;
    version: number;
  };
};
