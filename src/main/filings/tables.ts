import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import type { FilingKind } from '../../shared/filings/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';
import type { PresentingTables } from './presenting-tables.ts';
export type FilingsTables = {
  filing: {
    id: string;
    case_id: CaseId;
    kind: FilingKind;
    writ_number: number;
    document_id: DocumentId;
    options: string;
    version: number;
  };
  filing_measure: { filing_id: string; measure: string };
};

export const tablesIn = tablesOf<FilingsTables & PresentingTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
