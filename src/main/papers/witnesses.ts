import type { Instant } from '../../shared/platform/dates.ts';
import { tablesIn, type Trx } from './tables.ts';
/** Seals of the office copies that left: each says what an entry of the audit was then. */

export type PaperWitness = {
  readonly source: 'paper';
  /** Number of the copy. */
  readonly name: string;
  readonly seq: number;
  /** First ten hexadecimal digits of that entry's hash, as the seal is printed. */
  readonly code: string;
  readonly at: Instant;
  readonly isProven: boolean;
};

export async function copyWitnesses(trx: Trx): Promise<PaperWitness[]> {
  const rows = await tablesIn(trx)
    .selectFrom('document_copy')
    .select(['number', 'seal', 'requested_at'])
    .where('seal', 'is not', null)
    .execute();
  return rows.flatMap(({ number, seal, requested_at: at }) => {
    const [seq = '', code = ''] = (seal ?? '').split('-');
    const isRead = /^\d+$/.test(seq) && code !== '';
    return isRead ? [{ source: 'paper', name: number, seq: Number(seq), code, at, isProven: true }] : [];
  });
}
