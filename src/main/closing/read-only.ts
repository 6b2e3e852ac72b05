/** A closed ficha is only read: asked at the gate for every change that names its case. */
import type { ProcedureSpec } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { findCaseRow } from '../intake/index.ts';
import { measuresInForce } from './facts.ts';
import type { Trx } from './tables.ts';

/** @throws rule-broken `case-closed` */
export async function checkCaseOpen(
  trx: Trx,
  caseId: CaseId,
  whileClosed: ProcedureSpec['whileClosed'],
): Promise<void> {
  if (whileClosed === 'always') return;
  if ((await findCaseRow(trx, caseId))?.state !== 'closed') return;
  // What the court says of measures that go on is still written down.
  if (whileClosed === 'measures' && (await measuresInForce(trx, caseId)).length > 0) return;
  throw fail('rule-broken', 'case-closed');
}
