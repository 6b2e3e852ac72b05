import type {
  DeadlineState,
  EventKind,
  hearingFields,
  HearingState,
  MeasureKind,
  NotificationForm,
} from '../../shared/proceedings/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type ProceedingsTables = {
  proceeding_event: {
    id: string;
    case_id: string;
    kind: EventKind;
    /** Name of an act that the centre made itself; null for every other. */
    act: string | null;
    happened_on: string;
    /** `HH:MM`; null when only the day is known. */
    happened_time: string | null;
    authority_id: string | null;
    office: string | null;
    district: string | null;
    file_number: string | null;
    document: string | null;
    source: string | null;
    notified_form: NotificationForm | null;
    entry_on: string | null;
    entry_time: string | null;
    /** Written by hand against the rule of the form; null to follow it. */
    effect_on: string | null;
    /** Last day of the term that the act itself fixes. */
    fixed_on: string | null;
    /** What happened, for the whole team; `note` is for the legal service alone. */
    words: string | null;
    note: string | null;
    /** Valuation of the centre when it was recorded: which row of a term by level counts. */
    risk_level: 1 | 2 | 3 | null;
    withdrawn: 0 | 1;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  proceeding_event_measure: {
    event_id: string;
    measure: MeasureKind;
    outcome: 'granted' | 'partlyGranted' | 'denied' | null;
    detail: string | null;
  };
  proceeding_event_change: {
    event_id: string;
    position: number;
    /** The form as JSON. */
    before: string;
    reason: string;
    words: string | null;
    changed_by: string;
    changed_at: string;
  };
  hearing: ColumnsOf<typeof hearingFields> & {
    id: string;
    case_id: string;
    state: HearingState;
    result: string | null;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  deadline: {
    id: string;
    case_id: string;
    event_id: string;
    rule_id: string;
    warn_on: string | null;
    warn_time: string | null;
    state: DeadlineState;
    closed_by_change: 0 | 1;
    settled_on: string | null;
    settled_by: string | null;
    settled_at: string | null;
    proof: string | null;
    document_id: string | null;
    version: number;
    /** Second and later turns of a term that comes round again; null for the first, and for every other term. */
    period: number | null;
  };
  deadline_due: {
    deadline_id: string;
    position: number;
    rule_version: number;
    /** Dates, skipped days and the words of the rule, as JSON (`computed.ts`). */
    computed: string;
    why: 'recorded' | 'corrected' | 'rulesChanged';
    computed_at: string;
  };
};

export const tablesIn = tablesOf<ProceedingsTables, IntakeOpened & PapersOpened>();
export type { Trx } from '../platform/storage/rows.ts';
