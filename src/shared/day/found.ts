/** An item as the fact behind it tells it, before anybody asks whose turn it is. */
import type { Service } from '../access/index.ts';
import type { PlanAction } from '../intake/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { NextKind, NextPage } from './codes.ts';

export type Moment = { readonly on: CivilDate; readonly time: string | null };

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
  readonly isUrgent?: boolean;
  readonly isOverdue?: boolean;
  /** A person asked for it: it is told by its own words, however much else there is. */
  readonly isAsked?: true;
  readonly isSensitive?: boolean;
  /** The action of the plan that it is: a step of it says nothing more. */
  readonly says?: PlanAction;
};
