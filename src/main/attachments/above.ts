/** What a file of a case is asked of the writs, receipts and registers above it. */
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { Above } from '../platform/above.ts';
import type { Trx, Use } from './tables.ts';

export const aboveAttachments = new Above<{
  /** It was left somewhere with a writ and that stands, stands in a receipt, or says what was answered. */
  isProof(trx: Trx, id: Id<'AttachmentId'>): Promise<boolean>;
  /** Joined into a bundle that went out; one that did not is made anew without the file. */
  isInBundle(trx: Trx, id: string): Promise<boolean>;
  /** What the register of papers says of its original outside goes to another ficha with it. */
  moveSaved(unit: Use, id: string, caseId: CaseId): Promise<void>;
}>();
