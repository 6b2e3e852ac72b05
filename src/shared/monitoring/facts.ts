/** What the figures are counted from: read once for all of them, without the name of anybody who came to the centre. */
import type { ViolenceKind, Counted } from '../pairs/index.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import type { CaseId } from '../platform/ids.ts';
import type { EventKind } from '../proceedings/index.ts';
import type { ReferralKind } from '../referrals/index.ts';

/** A ficha that stands, is not reserved and is not closed to the reader. */
export type Ficha = {
  readonly caseId: CaseId;
  readonly number: string;
  readonly admittedOn: CivilDate;
  readonly validatedOn: CivilDate | null;
  /** Month in which the report counts it; null for a draft and for one of an old list. */
  readonly countedIn: Month | null;
  readonly isClosed: boolean;
  readonly type: ViolenceKind | null;
  /** Section A: whether a complaint was filed. */
  readonly complaint: boolean | null;
  readonly isFemicideAttempt: boolean;
  readonly dependedOnFemicideVictim: boolean;
  /** Required answers of A and B that are missing. */
  readonly missing: number;
  /** Questions of A and B that are asked in it and have no answer, required or not, as «a.userAge». */
  readonly unanswered: readonly string[];
  readonly isIntegral: boolean;
  readonly isInterdisciplinary: boolean;
  /** Short name of whoever holds it now. */
  readonly who: string;
  /** Days of what was given to her, oldest first. */
  readonly contacts: readonly CivilDate[];
};

export type Valuation = {
  readonly caseId: CaseId;
  readonly on: CivilDate;
  readonly isSevere: boolean;
  /** By the table of terms on its day; null where no row fixes one. */
  readonly dueOn: CivilDate | null;
};

export const measureSteps = ['asked', 'granted', 'executed', 'breached'] as const;
export type MeasureStep = (typeof measureSteps)[number];

export type StepDay = { readonly caseId: CaseId; readonly step: MeasureStep; readonly on: CivilDate };

/** From the first wait of an arrival to whoever attended her first. */
export type Attended = {
  readonly id: string;
  /** Turn on the board, «A-05». */
  readonly turn: string;
  readonly on: CivilDate;
  readonly minutes: number;
  readonly caseId: CaseId | null;
};

export type Term = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly task: string;
  readonly dueOn: CivilDate;
  /** Null while nobody settled it. */
  readonly settledOn: CivilDate | null;
};

export type Referral = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: ReferralKind;
  readonly words: string;
  /** Whom it was sent to, as the letter names it. */
  readonly institution: string;
  readonly issuedOn: CivilDate;
  /** Until when an answer is waited for; null where none is. */
  readonly dueOn: CivilDate | null;
  readonly isAnswered: boolean;
  readonly isAttended: boolean;
  /** Nobody waits for it any more. */
  readonly isClosed: boolean;
};

/** Who held a ficha and from when to when. */
export type Holding = {
  readonly caseId: CaseId;
  readonly person: string;
  readonly from: CivilDate;
  /** The last day; null while it runs. */
  readonly until: CivilDate | null;
};

/** An act of a proceeding that nobody withdrew. */
export type Act = { readonly caseId: CaseId; readonly kind: EventKind; readonly on: CivilDate };

export type Facts = {
  readonly today: CivilDate;
  readonly fichas: ReadonlyMap<string, Ficha>;
  readonly valuations: readonly Valuation[];
  readonly steps: readonly StepDay[];
  readonly attended: readonly Attended[];
  readonly terms: readonly Term[];
  readonly referrals: readonly Referral[];
  readonly holdings: readonly Holding[];
  readonly acts: readonly Act[];
  /** Validated fichas as the lists of what comes back read them. */
  readonly events: readonly Counted[];
  /** Persons and services that hold fichas, by the code of `Holding`. */
  readonly people: readonly { readonly code: string; readonly label: string }[];
};
