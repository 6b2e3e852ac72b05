/** What a reader may do to a case, asked one permission at a time. */
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import type { Trx } from './tables.ts';

/** What the table allows (its view included); null when it does not. */
export async function allowed(unit: Unit<Trx>, action: string, caseId: CaseId): Promise<CallFrame['decision'] | null> {
  try {
    return await unit.require(action, caseId);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

type Ficha = { readonly id: CaseId | null; readonly number: string | null };

/** Our number of a ficha for who may know of it; null for others: a number says when she came. */
export async function numberFor(unit: Unit<Trx>, { id, number }: Ficha): Promise<string | null> {
  return id === null || (await allowed(unit, 'registerForm.readA', id)) === null ? null : number;
}

/** «la ficha 2026-0001», or «otra ficha» for who may not know of it. */
export async function fichaWords(unit: Unit<Trx>, ficha: Ficha): Promise<string> {
  const number = await numberFor(unit, ficha);
  return number === null ? 'otra ficha' : `la ficha ${number}`;
}
