import type {
  ActivityId,
  ActivityState,
  activity,
  AttendeeSex,
  CancelReason,
  EvidenceKind,
  PreventionFileId,
  programme,
  ProgrammeId,
  resultFields,
} from '../../shared/prevention/index.ts';
import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';

type KeptColumns<IdOf> = { id: IdOf; is_active: 0 | 1; changed_on: CivilDate; version: number };

export type PreventionTables = {
  prevention_activity: ColumnsOf<typeof activity.fields> & KeptColumns<ActivityId>;
  prevention_programme: ColumnsOf<typeof programme.fields> & KeptColumns<ProgrammeId>;
  /** One of an activity of which something was said. */
  prevention_result: ColumnsOf<typeof resultFields> &
    By<'recorded'> & {
      id: Id<'PreventionResultId'>;
      activity_id: ActivityId;
      /** `planned` again after a mistake. */
      state: ActivityState;
      cancel_reason: CancelReason | null;
      cancel_words: string | null;
      version: number;
    };
  /** Cells of the matrix that are not 0. */
  prevention_attendance: { result_id: string; sex: AttendeeSex; age: string; people: number };
  prevention_score: By<'recorded'> & {
    id: Id<'PreventionScoreId'>;
    programme_id: ProgrammeId;
    before_on: CivilDate;
    before_people: number;
    later_on: CivilDate | null;
    later_people: number | null;
    is_final: 0 | 1;
    version: number;
  };
  prevention_group: By<'recorded'> & {
    id: Id<'PreventionGroupId'>;
    programme_id: ProgrammeId;
    before_on: CivilDate;
    later_on: CivilDate | null;
    is_final: 0 | 1;
    version: number;
  };
  prevention_group_worked: { group_id: string; position: number; factor: string };
  prevention_participant: { group_id: string; code: number; sex: AttendeeSex; age: string };
  prevention_tick: { group_id: string; code: number; factor: string; before: 0 | 1 | null; later: 0 | 1 | null };
  prevention_file: By<'added'> & {
    id: PreventionFileId;
    activity_id: ActivityId;
    file_id: string;
    kind: EvidenceKind;
    type: 'pdf' | 'jpg' | 'png';
    people: number | null;
    consents: number | null;
    children: number | null;
    guardian_consents: number | null;
    version: number;
  };
  /** How many cases prevention brought in a year, as its file was made. */
  /** What a closed month counted: nothing written later moves it. */
  prevention_month: { id: Id<'PreventionMonthId'>; month: Month; frozen_at: Instant; version: number };
  prevention_month_case: { month_id: string; case_id: CaseId };
  prevention_month_activity: { month_id: string; activity_id: ActivityId };
  prevention_score_factor: {
    score_id: string;
    position: number;
    factor: string;
    before_count: number;
    is_worked: 0 | 1;
    later_count: number | null;
  };
};

export const tablesIn = tablesOf<PreventionTables, Pick<IntakeOpened, 'case_file' | 'section_a'>>();
export type { Trx, Use } from '../platform/unit.ts';
