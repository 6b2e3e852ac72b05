/** What the reader of the print register may know and mark (security design §5.2). */
import { grantOf } from '../../shared/access/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isClosedTo, numberFor } from '../intake/index.ts';
import { findRow } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

/** Reading is whole for Coordinación and the auditor, marking for Coordinación; else one's own. */
export function isWholeFor(unit: Use, action: 'printRegister.read' | 'printRegister.markRemoved'): boolean {
  return unit.session.roles.some((role) => grantOf(role, action)?.scope === 'untied');
}

export async function isClosed(unit: Use, caseId: CaseId): Promise<boolean> {
  // An annulled ficha stays closed to whom it was closed.
  const row = await findRow(tablesIn(unit.trx), 'case_file', { id: caseId });
  return row !== undefined && isClosedTo(unit.trx, row, unit.session.staffId);
}

type OfCase = { readonly case_id: CaseId | null; readonly case_number: string | null };
type Known = {
  /** Null for who may not know of the ficha, and for what is of none. */
  readonly caseNumber: string | null;
  readonly caseId: CaseId | null;
  /** A line without its ficha would still name who receives what: nothing of one closed to the reader. */
  readonly isHidden: boolean;
};

const ofNone: Known = { caseNumber: null, caseId: null, isHidden: false };

/** The number of a ficha is told to who may know of it; each is asked once. */
export function fichaReach(unit: Use): (row: OfCase) => Promise<Known> {
  const known = new Map<string, Known>();
  return async ({ case_id: id, case_number: number }) => {
    if (id === null || number === null) return ofNone;
    const before = known.get(id);
    if (before !== undefined) return before;
    const caseNumber = await numberFor(unit, { id, number });
    const isHidden = caseNumber === null && (await isClosed(unit, id));
    const now = { caseNumber, caseId: caseNumber === null ? null : id, isHidden };
    known.set(id, now);
    return now;
  };
}
