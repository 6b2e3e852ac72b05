/** What the rule of the day knows of a case, and what it finds in it. */
import type { Service } from '../access/index.ts';
import type { AlertKind } from '../alerts/index.ts';
import type { ClosingStanding } from '../closing/index.ts';
import type { CallResult } from '../contact/index.ts';
import type { PlanAction } from '../intake/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { BoardDeadline } from '../proceedings/index.ts';
import type { SafetyStanding } from '../safety/index.ts';
import type { NextKind, NextPage } from './codes.ts';

type Visit = {
  readonly at: Moment;
  readonly bookedOn: CivilDate;
  readonly service: Service | null;
  readonly to: string | null;
  readonly isOwn: boolean;
};

/** Visits and calls that ask for a call. */
export type ContactFacts = {
  /** Those to come in the next days. */
  readonly expected: readonly Visit[];
  /**
   * The last one she did not come to, unless she was seen, reached or booked since; `isTold`: somebody said so, otherwise
   * its day passed and nobody registered that she came.
   */
  readonly missed: (Visit & { readonly isTold: boolean }) | null;
  /** The last call that was made without her, unless she was seen or booked since; `next`: null where none was set. */
  readonly tried: {
    readonly result: CallResult;
    readonly on: CivilDate;
    /** Of whoever called. */
    readonly service: Service | null;
    readonly next: Moment | null;
    readonly tries: number;
  } | null;
  /** Day of the last contact with her; null for none. */
  readonly contactOn: CivilDate | null;
};

export type Moment = { readonly on: CivilDate; readonly time: string | null };

/** What is known of a case, each part gathered for many cases at once. */
export type CaseFacts = {
  readonly isDraft: boolean;
  /** Of a closed ficha only what the proceeding still asks for is next. */
  readonly isClosed: boolean;
  readonly closing: ClosingStanding | null;
  readonly team: readonly Service[];
  /** Valuation of the centre. */
  readonly level: 1 | 2 | 3 | null;
  /** Day of the newest signed risk form. */
  readonly valuedOn: CivilDate | null;
  /** Measures were asked for, or decided. */
  readonly hasMeasures: boolean;
  /** Steps of the plan that are open, with a day. */
  readonly steps: readonly {
    readonly action: PlanAction;
    readonly label: string;
    readonly service: Service;
    readonly to: string | null;
    readonly isOwn: boolean;
    readonly dueOn: CivilDate;
  }[];
  /** The safety plan made with her; null while none was made. */
  readonly safety: SafetyStanding | null;
  /** Reviews and goals of her plan of reintegration, without their words: the list is not of the team alone. */
  readonly reintegration: readonly {
    readonly isGoal: boolean;
    readonly service: Service | null;
    readonly dueOn: CivilDate;
  }[];
  readonly contact: ContactFacts;
  /** What cannot wait, in words, since when. */
  readonly sameDay: readonly {
    readonly words: string;
    readonly why: string | null;
    readonly on: CivilDate;
    readonly says: PlanAction;
  }[];
  readonly notices: readonly { readonly kind: AlertKind; readonly note: string | null; readonly on: CivilDate }[];
  readonly terms: readonly Pick<BoardDeadline, 'ruleId' | 'task' | 'actor' | 'consequence' | 'isOverdue' | 'warnsAt'>[];
  readonly hearings: readonly {
    readonly kind: string;
    readonly office: string;
    readonly attends: string | null;
    readonly isOwn: boolean;
    readonly at: Moment;
  }[];
  readonly referrals: readonly {
    readonly words: string;
    readonly dueOn: CivilDate;
    /** With an institution in the same building: it is asked for from the first day. */
    readonly isHere: boolean;
  }[];
  /** Days on which a counterpart noted something that differs from what stands, and nobody looked at it. */
  readonly differences: readonly CivilDate[];
  /** Days on which her consent could not be asked. */
  readonly consents: readonly CivilDate[];
  /** Days on which a correction was asked for. */
  readonly corrections: readonly CivilDate[];
  /** Hand-overs that nobody has taken up: to a service, or to one person. */
  readonly handOvers: readonly {
    readonly service: Service | null;
    readonly to: string | null;
    readonly isOwn: boolean;
    readonly on: CivilDate;
  }[];
  /** Somebody of the case may be a person the record knows. */
  readonly hasDoubt: boolean;
  /** Required answers that are missing; null where the section was never saved. */
  readonly missing: { readonly a: number | null; readonly b: number | null };
};

export type Found = {
  readonly kind: NextKind;
  readonly task: string;
  readonly why?: string | null;
  readonly due?: Moment | null;
  /** Whose work it is: the first of them who holds the case. */
  readonly owners: readonly Service[];
  /** All of them who hold the case. */
  readonly isOfAll?: boolean;
  /** By name, where it is one person's. */
  readonly person?: { readonly name: string; readonly isReader: boolean };
  readonly page: NextPage;
  /** Of a service that does its part on another page. */
  readonly pages?: Partial<Record<Service, NextPage>>;
  readonly isUrgent?: boolean;
  readonly isOverdue?: boolean;
  /** A person asked for it: it is told by its own words, however much else there is. */
  readonly isAsked?: true;
  readonly isSensitive?: boolean;
  readonly isCall?: boolean;
  /** The action of the plan that it is: a step of it says nothing more. */
  readonly says?: PlanAction;
};
