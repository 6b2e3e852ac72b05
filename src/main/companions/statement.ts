/** Which computer keeps the record, as the record itself says it: in `meta`, signed by the centre. */
import type { Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import {
  centreKeyOf,
  isNewer,
  provenStatement,
  signStatement,
  statementSchema,
  type CentreKey,
  type Statement,
} from '../platform/lan/statement.ts';
import { metaOf, writeMeta } from '../platform/storage/meta.ts';
import { endAll } from './repository.ts';
import type { Trx } from './tables.ts';

const statementKey = 'keeper_statement';

/** Number of the keeper whose companions stand in the record; those of the first one need no word. */
const companionsOfKey = 'companions_of_keeper';

export type Naming = {
  readonly dbId: string;
  /** Of the centre, PKCS #8 DER; stays the caller's. */
  readonly signingKey: Buffer;
  /** Fingerprint of this computer. */
  readonly keeper: string;
  /** The newest statement that this computer has seen elsewhere; null for none. */
  readonly seen: Statement | null;
  readonly at: Instant;
};

export type Named = {
  readonly centre: CentreKey;
  readonly statement: Statement;
  /** Said now for the first time. */
  readonly isNew: boolean;
};

async function readStatement(trx: Trx, centre: CentreKey): Promise<Statement | null> {
  const text = await metaOf(trx, statementKey);
  return text === null ? null : provenStatement(JSON.parse(text), centre);
}

/**
 * This computer keeps the record: what says so already stays, and otherwise it becomes the next keeper, above every one
 * that is known.
 *
 * @param always also where this computer is the one that is named: a restore begins anew
 */
export async function nameKeeper(trx: Trx, naming: Naming, always = false): Promise<Named> {
  const { dbId, signingKey, keeper, seen, at } = naming;
  const centre = centreKeyOf(dbId, signingKey);
  const inside = await readStatement(trx, centre);
  const proven = seen === null ? null : provenStatement(seen, centre);
  const newest = proven !== null && isNewer(proven, inside) ? proven : inside;
  if (!always && newest?.keeper === keeper) {
    if (newest !== inside) await writeMeta(trx, statementKey, JSON.stringify(newest));
    return { centre, statement: newest, isNew: false };
  }
  const statement = signStatement({ dbId, generation: (newest?.generation ?? 0) + 1, keeper, at }, signingKey);
  await writeMeta(trx, statementKey, JSON.stringify(statement));
  return { centre, statement, isNew: true };
}

/**
 * Once after each change of keeper: who was paired with the one before may connect no more, for its key may have been taken
 * off there after the copy; each is paired anew. Answers whom that concerns.
 */
export async function endFormerCompanions(trx: Trx, at: Instant): Promise<Id<'CompanionId'>[]> {
  const said = await metaOf(trx, statementKey);
  const generation = said === null ? 1 : statementSchema.parse(JSON.parse(said)).generation;
  const known = Number((await metaOf(trx, companionsOfKey)) ?? 1);
  if (generation <= known) return [];
  await writeMeta(trx, companionsOfKey, String(generation));
  return endAll(trx, at);
}
