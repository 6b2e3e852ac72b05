/** What a reader may do to a case, asked one permission at a time. */
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';

/** What the table allows (its view included); null when it does not. */
export async function allowed(unit: Unit<Trx>, action: string, caseId: CaseId): Promise<CallFrame['decision'] | null> {
  try {
    return await unit.require(action, caseId);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
