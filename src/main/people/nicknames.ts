/** The nicknames that count in a record: those of «Tablas y reglas», with what its centre changed. */
import { sql } from 'kysely';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { lastDay, type Instant } from '../../shared/platform/dates.ts';
import { nicknamesOn, nicknameTable, type Nicknames } from '../../shared/people/index.ts';
import { readRules, newestRule } from '../rulebook/index.ts';
import { lastEntryAt } from '../platform/storage/audit-chain.ts';
import type { Trx } from './tables.ts';

/**
 * By the last version that a centre added, and the day: rows are only ever added, so the id of the last stands for all
 * before it, and two centres never have the same one.
 */
const prepared = new Map<string, Nicknames>();
const mostPrepared = 20;

/**
 * Read from the table when it is another one, or another day. The day is that of the last entry of the audit: every
 * sign-in writes one, and keys are made where nobody calls.
 */
export async function nicknamesOf(trx: Trx): Promise<Nicknames> {
  const { rows } = await sql<{ last: string | null; at: Instant | null }>`select
    ${newestRule(nicknameTable.id)} as last, ${lastEntryAt} as at`.execute(trx);
  const { last = null, at = null } = rows[0] ?? {};
  // No entry of the audit yet: nothing of the table has ended.
  const day = at === null ? lastDay : civilDateOf(Date.parse(at));
  const state = `${last ?? ''} ${day}`;
  const known = prepared.get(state) ?? nicknamesOn(await readRules(trx, nicknameTable), day);
  if (!prepared.has(state) && prepared.size >= mostPrepared) prepared.clear();
  prepared.set(state, known);
  return known;
}
