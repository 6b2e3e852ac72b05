import type { DocumentKind } from '../../shared/people/index.ts';
import type { DismissalReason, Kinship } from '../../shared/conflicts/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';

export type ConflictsTables = {
  conflict_declaration: {
    id: Id<'ConflictDeclarationId'>;
    staff_id: StaffId;
    kinship: Kinship;
    document_mark: string | null;
    names_mark: string | null;
    declared_on: CivilDate;
    version: number;
    /** Kind of the document; null without one, and in declarations made before it was kept. */
    document_kind: DocumentKind | null;
    /** Mark of the name without its second surname; null without a name, and in declarations made before. */
    short_names_mark: string | null;
  };
  conflict_dismissal: OfCase &
    By<'decided'> & {
      staff_id: string;
      reason: DismissalReason;
    };
  /** What a dismissal judged: this declaration is not about that person. */
  conflict_judged: OfCase &
    By<'decided'> & {
      dismissal_id: string;
      declaration_id: string;
      person_id: string;
      matched_by: 'document' | 'names';
      reason: DismissalReason;
    };
};

export const tablesIn = tablesOf<ConflictsTables, Pick<PlatformTables, 'secret'>>();
export type { Trx, Use } from '../platform/unit.ts';
