import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id, DocumentId } from '../../shared/platform/ids.ts';
import type {
  DeadlineState,
  EventKind,
  EventView,
  Favours,
  hearingFields,
  HearingState,
  JudgmentInstance,
  MeasureKind,
  NotificationForm,
} from '../../shared/proceedings/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type OfCase, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type ProceedingsTables = {
  proceeding_event: OfCase<Id<'ProceedingEventId'>> &
    By<'recorded'> & {
      kind: EventKind;
      /** Name of an act that the centre made itself; null for every other. */
      act: string | null;
      happened_on: CivilDate;
      /** `HH:MM`; null when only the day is known. */
      happened_time: string | null;
      authority_id: string | null;
      office: string | null;
      district: string | null;
      file_number: string | null;
      document: string | null;
      source: string | null;
      notified_form: NotificationForm | null;
      entry_on: CivilDate | null;
      entry_time: string | null;
      /** Written by hand against the rule of the form; null to follow it. */
      effect_on: CivilDate | null;
      /** Last day of the term that the act itself fixes. */
      fixed_on: CivilDate | null;
      /** Of a judgment; null of any other act, and while nobody said it. */
      favours: Favours | null;
      instance: JudgmentInstance | null;
      /** What happened, for the whole team; `note` is for the legal service alone. */
      words: string | null;
      note: string | null;
      /** Valuation of the centre when it was recorded: which row of a term by level counts. */
      risk_level: 1 | 2 | 3 | null;
      withdrawn: 0 | 1;
    };
  proceeding_event_measure: {
    event_id: string;
    measure: MeasureKind;
    outcome: 'granted' | 'partlyGranted' | 'denied' | null;
    detail: string | null;
  };
  proceeding_event_change: By<'changed'> & {
    event_id: string;
    position: number;
    /** The form as JSON. */
    before: string;
    reason: EventView['changes'][number]['reason'];
    words: string | null;
  };
  hearing: ColumnsOf<typeof hearingFields> &
    OfCase<Id<'HearingId'>> &
    By<'recorded'> & {
      state: HearingState;
      result: string | null;
    };
  deadline: OfCase<Id<'DeadlineId'>> &
    MaybeBy<'settled'> & {
      event_id: Id<'ProceedingEventId'>;
      rule_id: string;
      warn_on: CivilDate | null;
      warn_time: string | null;
      state: DeadlineState;
      closed_by_change: 0 | 1;
      settled_on: CivilDate | null;
      proof: string | null;
      document_id: DocumentId | null;
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
    computed_at: Instant;
  };
};

export const tablesIn = tablesOf<ProceedingsTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
