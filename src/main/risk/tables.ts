import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { LocationForm, PartnerRiskLevel, SameDayFact, SameDayKind } from '../../shared/risk/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { HistoryOpened } from '../history/index.ts';
import { tablesOf, type OfCase, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type RiskTables = {
  partner_risk_form: OfCase<Id<'RiskFormId'>> &
    By<'assessed'> & {
      instrument: string;
      points: number;
      score_level: PartnerRiskLevel;
      adjusted_level: PartnerRiskLevel;
      confirmed_level: PartnerRiskLevel;
      override_reason: string | null;
      unknown_count: number;
    };
  partner_risk_answer: { form_id: string; item: string; answer: string };
  same_day_fact: OfCase &
    By<'opened'> &
    MaybeBy<'closed'> & {
      /** The form that told it; null when a section or a breach did. */
      form_id: string | null;
      fact: SameDayFact;
    };
  same_day_answer: By<'answered'> & {
    fact_id: string;
    position: number;
    kind: SameDayKind;
    words: string;
    who: string | null;
    done_on: CivilDate | null;
    done_time: string | null;
    document_id: string | null;
  };
  location_annex: OfCase<Id<'LocationAnnexId'>> &
    By<'recorded'> & {
      form_id: string;
      has_photograph: 0 | 1;
      blank: LocationForm['blank'];
    };
  location_answer: { annex_id: string; item: string; answer: string };
};

/** What other domains may read. */
export type RiskOpened = Pick<RiskTables, 'partner_risk_form'>;

export const tablesIn = tablesOf<RiskTables, IntakeOpened & PapersOpened & HistoryOpened>();
export type { Trx, Use } from '../platform/unit.ts';
