import type { Kysely } from 'kysely';
import { widenKinds } from '../platform/storage/widen-kinds.ts';

/** The sheet of annex B is a paper of its own kind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenKinds(db, { table: 'issued_document', column: 'kind' }, ['location-sheet']);
}
