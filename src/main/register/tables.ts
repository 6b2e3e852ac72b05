/** What is known of a case in the central register. The printed blank forms are a table of the intake, opened to it. */
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { BlankPapers, IntakeOpened } from '../intake/index.ts';
import type { PeopleOpened } from '../people/index.ts';
import type { RiskOpened } from '../risk/index.ts';
import type { ReferralsOpened } from '../referrals/index.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';
export type RegisterTables = {
  central_registration: OfCase &
    By<'recorded'> & {
      ficha_numeric: number;
      ficha_alphabetic: string | null;
      ficha_year: number;
      registered_on: CivilDate;
      /** Null for the first; why the number or the date was corrected. */
      reason: string | null;
    };
  /** `mark` says which answer was passed, without holding it. */
  register_tick: { case_id: CaseId; line: string; mark: string; ticked_by: string; ticked_at: Instant };
  /** Kept so that the list of cases need not read every ficha; counted again when `stamp` is no longer that of the case. */
  register_progress: { case_id: CaseId; stamp: string; total: number; done: number; changed: number };
};

export const tablesIn = tablesOf<
  RegisterTables & BlankPapers,
  IntakeOpened & PeopleOpened & RiskOpened & ReferralsOpened
>();
export type { Trx, Use } from '../platform/unit.ts';
