/** What the record holds of one case for its row of the central register. */
import type { ReportClass } from '../filings/index.ts';
import type { CentreCategory } from '../centre/index.ts';
import type { Appraisal, AppraisalService, CaseCondition, shifts } from '../intake/index.ts';
import type { Informant, UserPerson } from '../people/index.ts';
import type { CivilDate, PartialDate } from '../platform/dates.ts';
import type { EventKind, Favours, JudgmentInstance } from '../proceedings/index.ts';
import type { Answers } from '../record/index.ts';
import type { Service } from '../access/index.ts';

/** Where a proceeding stands when the centre files a writ; `other`: none of the three instances of the form. */
export type Instance = 'police' | 'prosecutor' | 'court' | 'other';

/** What was done in the case, as the record says: the source of the derived indicators. */
export type CaseEvents = {
  /** Follow-up actions and attentions given, with their number in the plan where it is known (U04). */
  readonly actions: readonly { readonly service: Service; readonly number: number | null }[];
  readonly filings: readonly {
    /** 1–20 of the filings table. */
    readonly kind: number;
    /** Null when nobody said where. */
    readonly instance: Instance | null;
    readonly asksProtection: boolean;
    readonly asksPrecautionary: boolean;
    /** Police intervention was asked because the breach was flagrant. */
    readonly asksPolice: boolean;
    /** It was addressed to, or left at, the special protection unit (UPE). */
    readonly toChildProtection: boolean;
    /** Class of a report (kind 20); null for a writ. */
    readonly report: ReportClass | null;
  }[];
  readonly referrals: readonly {
    readonly kind: string;
    readonly services: readonly string[];
    /** What the slip says of the kit; null while none came back or it does not say. */
    readonly kit: 'yes' | 'partial' | 'no' | null;
    /** The directory counts its receiver as a complementary service (U74). */
    readonly isComplementary: boolean;
  }[];
  /** What courts and prosecutors did, as it was told; `grants`: a protection measure. */
  readonly acts: readonly {
    readonly kind: EventKind;
    readonly grants: boolean;
    /** Of a judgment; null while nobody said it. */
    readonly favours: Favours | null;
    readonly instance: JudgmentInstance | null;
  }[];
  /** Signed valuations of the same case. */
  readonly valuations: number;
};

export type RegisterFacts = {
  readonly centre: {
    readonly name: string;
    readonly code: string;
    readonly category: CentreCategory;
    /** INEI code of the district of the centre. */
    readonly districtCode: string;
  };
  readonly admission: {
    readonly fichaNumber: {
      readonly numeric: number;
      readonly alphabetic: string | null;
      readonly year: number;
    } | null;
    readonly admittedOn: CivilDate;
    readonly admittedTime: string;
    readonly shift: (typeof shifts)[number];
  };
  /** Confirmed condition; null while the case is a draft. */
  readonly condition: CaseCondition | null;
  readonly reportingMonth: string | null;
  /** Answers by id of the section (`A`, `B`, …); a section nobody opened has none. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** Who filled each section first, by its id: a later correction does not change whose it is. */
  readonly authors: Readonly<Record<string, string | null>>;
  readonly user: UserPerson;
  readonly aggressor: UserPerson;
  readonly informant: Informant | null;
  readonly account: string | null;
  /** Of each service, as its author left it. */
  readonly appraisals: Readonly<Record<AppraisalService, Appraisal>>;
  readonly occurredOn: PartialDate | null;
  readonly events: CaseEvents;
};

export const noEvents: CaseEvents = { actions: [], filings: [], referrals: [], acts: [], valuations: 0 };
