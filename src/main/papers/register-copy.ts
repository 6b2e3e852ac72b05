/** A copy that leaves with more than the issued pages, registered before it does (security design §8). */
import type { copyWays } from '../../shared/papers/index.ts';
import type { Trx } from '../database.ts';
import type { Delivery, Unit } from '../platform/gate/handler.ts';
import { copyNumber, insertCopy, nextNumber, updateCopyState } from './repository.ts';

type Leaving = {
  readonly documentId: string;
  readonly way: (typeof copyWays)[number];
  readonly recipient: string;
  readonly purpose: string;
};

/** Takes the number of the copy; given once, also when it then fails. */
export async function registerCopy(unit: Unit<Trx>, leaving: Leaving): Promise<{ id: string; number: string }> {
  const year = Number(unit.today.slice(0, 4));
  const number = copyNumber(year, await nextNumber(unit.trx, 'copy', year));
  const id = unit.newId();
  await insertCopy(unit.trx, {
    id,
    number,
    document_id: leaving.documentId,
    way: leaving.way,
    recipient: leaving.recipient,
    purpose: leaving.purpose,
    state: 'requested',
    staff_id: unit.session.staffId,
    requested_at: unit.now,
    edition: 'court',
    format: 'pdf',
    batch_id: null,
    part: 1,
    parts: 1,
    printer: null,
    seal: null,
    content_hash: null,
    reprint_of: null,
    removed_at: null,
    removed_by: null,
    version: 1,
  });
  unit.touch('document_copy', id);
  return { id, number };
}

/** How the copy of that number ended. */
export async function settleCopy(call: Delivery<Trx>, number: string, end: 'sent' | 'failed'): Promise<void> {
  await call.settle(end === 'failed' ? 'failed' : 'ok', async (unit) => {
    const { id } = await unit.trx
      .selectFrom('document_copy')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await updateCopyState(unit.trx, id, end);
    unit.touch('document_copy', id);
  });
}
