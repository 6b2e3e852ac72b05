import type { DocumentId } from '../../shared/platform/ids.ts';
import type { FilingKind } from '../../shared/filings/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import { tablesOf, type OfCase } from '../platform/storage/rows.ts';
import type { PresentingTables } from './presenting-tables.ts';
export type FilingsTables = {
  filing: OfCase & {
    kind: FilingKind;
    writ_number: number;
    document_id: DocumentId;
    options: string;
  };
  filing_measure: { filing_id: string; measure: string };
};

export const tablesIn = tablesOf<FilingsTables & PresentingTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
