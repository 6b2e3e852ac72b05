import type { CaseId } from '../../shared/platform/ids.ts';
import type { Service } from '../../shared/access/index.ts';
import type { ArrivalLine } from '../../shared/reception/index.ts';
import type { Trx, Use } from './tables.ts';

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
  findCase(trx: Trx, caseId: CaseId): Promise<DoorCase | null>;
  /** Cases in which the person is the one attended, newest first. */
  casesOfUser(trx: Trx, personId: string): Promise<DoorCase[]>;
  /** Cases in which the person is the alleged aggressor, newest first. */
  casesOfAggressor(trx: Trx, personId: string): Promise<DoorCase[]>;
  /** Whether the case is closed to this session, whatever its roles: a conflict of interest, or reserved. */
  isClosedTo(unit: Use, caseId: CaseId): Promise<boolean>;
  /**
   * Everybody who stands in a case that is closed to this session; nobody while none is reserved. Null when it declared
   * somebody: what was declared is kept as marks, and comparing all cases with them takes longer than asking one by one.
   */
  closedPersons(unit: Use): Promise<readonly string[] | null>;
  /** How somebody is called, as this reader may know; in her ficha where it is one. */
  nameOf(unit: Use, of: { readonly caseId: CaseId | null; readonly personId: string }): Promise<string>;
  /** Whether the person stands in any such case. */
  isPersonClosedTo(unit: Use, personId: string): Promise<boolean>;
  /** Whether she has an open ficha but this one, and whether the reader may open it. */
  openFichaOf(unit: Use, personId: string, exceptId: string | null): Promise<ArrivalLine['openFicha']>;
  /** Whether somebody of the staff declared to be close to this person. */
  isDeclared(
    trx: Trx,
    told: { personId: string | null; name: string | null; document: string | null },
  ): Promise<boolean>;
  /** Counts one more search of this hour for the session; false when none is left. */
  spendSearch(unit: Use): boolean;
  /**
   * The grant of a hand-over (D3). Nothing is granted of a case closed to the session, nor by a professional outside it.
   *
   * @returns whether the session may know that a ficha went along
   */
  grantHandOver(unit: Use, caseId: CaseId, to: { service: Service | null; staffId: string | null }): Promise<boolean>;
};
