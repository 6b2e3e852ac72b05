/** Comparing the persons of a case with what staff declared. */
import { createHmac } from 'node:crypto';
import { conflictKeys, type Comparable } from '../../shared/conflicts/index.ts';
import type { Trx } from '../database.ts';
import { isDismissed, listDeclarations, readPepper, type DeclarationRow } from './repository.ts';

export type Marks = { readonly document: string | null; readonly names: string | null };

export function marksOf(pepper: Uint8Array, person: Comparable): Marks {
  const mark = (text: string | null) =>
    text === null ? null : createHmac('sha256', pepper).update(text, 'utf8').digest('hex');
  const keys = conflictKeys(person);
  return { document: mark(keys.document), names: mark(keys.names) };
}

/** By what a person is a declared one; null when by nothing. A document that differs rules out a namesake. */
export function matchOf(marks: Marks, declared: DeclarationRow): 'document' | 'names' | null {
  if (marks.document !== null && declared.document_mark !== null) {
    return marks.document === declared.document_mark ? 'document' : null;
  }
  return marks.names !== null && marks.names === declared.names_mark ? 'names' : null;
}

/** Whether this case is closed to that person. `persons` is asked for only when there is something to compare. */
export async function hasConflict(
  trx: Trx,
  place: { readonly staffId: string; readonly caseId: string },
  persons: () => Promise<readonly Comparable[]>,
): Promise<boolean> {
  const declared = await listDeclarations(trx, place.staffId);
  if (declared.length === 0) return false;
  const pepper = await readPepper(trx);
  const marks = (await persons()).map((person) => marksOf(pepper, person));
  const isFound = marks.some((mark) => declared.some((one) => matchOf(mark, one) !== null));
  return isFound && !(await isDismissed(trx, place.caseId, place.staffId));
}

/** Whether a person being written down is close to anybody of the staff. */
export async function isDeclared(trx: Trx, person: Comparable): Promise<boolean> {
  const declared = await listDeclarations(trx, null);
  if (declared.length === 0) return false;
  const marks = marksOf(await readPepper(trx), person);
  return declared.some((one) => matchOf(marks, one) !== null);
}
