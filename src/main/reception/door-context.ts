import type { CaseId } from '../../shared/platform/ids.ts';
import type { Service } from '../../shared/access/index.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';

/** One case as the door needs it: whose, against whom, and whether it is reserved. */
export type DoorCase = {
  readonly caseId: CaseId;
  readonly userId: string;
  readonly aggressorId: string;
  readonly isClosed: boolean;
  readonly isSealed: boolean;
};

/** What the door needs of the cases, handed in by the root: reception stands below intake. */
export type DoorContext = {
  findCase(trx: Trx, caseId: string): Promise<DoorCase | null>;
  /** Cases in which the person is the one attended, newest first. */
  casesOfUser(trx: Trx, personId: string): Promise<DoorCase[]>;
  /** Cases in which the person is the alleged aggressor, newest first. */
  casesOfAggressor(trx: Trx, personId: string): Promise<DoorCase[]>;
  /** The grant of a hand-over (D3); false when this session may not hand this case over: then only she moves on. */
  grantHandOver(
    unit: Unit<Trx>,
    caseId: string,
    to: { service: Service | null; staffId: string | null },
  ): Promise<boolean>;
};
