/** A pair with all its events; the alleged aggressor across the fichas of the centre. Both read what is there. */
import { decide } from '../../shared/access/index.ts';
import { newestFirst, type pairsContract, type PairFicha } from '../../shared/pairs/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { lastAttentionOn } from '../care/index.ts';
import { getCaseRow, getPair, nameIn, readAggressors, type CaseRow } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { aggressorFichas, fichaOf, Numbering, openable, visible, type PairParts } from './fichas.ts';
import { findOpenFichas, readOpenFichas, type OpenFichasContext } from './open-fichas.ts';
import { listRepeats } from './repeats.ts';
import type { Trx, Use } from '../platform/unit.ts';

type Contract = typeof pairsContract;
type Pair = { readonly user_id: string; readonly aggressor_id: string };

function readsAllOfAggressors(unit: Use): boolean {
  return decide(unit.session.roles, 'person.readAggressorCases', null).allowed;
}

async function openOf(unit: Use, rows: readonly CaseRow[]): Promise<CaseRow[]> {
  const found: CaseRow[] = [];
  for (const row of rows) if ((await openable(unit, row.id)) !== null) found.push(row);
  return found;
}

async function mayKnow(unit: Use, rows: readonly CaseRow[]): Promise<boolean> {
  return (rows.length > 0 && readsAllOfAggressors(unit)) || (await openOf(unit, rows)).length > 0;
}

/** Fichas of other users in which he stands as aggressor, as far as the reader may know of them. */
async function ofOtherUsers(unit: Use, pair: Pair): Promise<CaseRow[]> {
  const found: CaseRow[] = [];
  for (const row of (await visible(unit, pair.aggressor_id, 'aggressor')).rows) {
    if ((await getPair(unit.trx, row.pair_id)).user_id !== pair.user_id) found.push(row);
  }
  return found;
}

/** Other roles of the two persons; told to whoever may read the cases of an aggressor, or open such a ficha anyway. */
async function knownOf(unit: Use, pair: Pair, others: readonly CaseRow[]) {
  return {
    userIsAggressor: await mayKnow(unit, (await visible(unit, pair.user_id, 'aggressor')).rows),
    aggressorIsUser: await mayKnow(unit, (await visible(unit, pair.aggressor_id, 'user')).rows),
    aggressorHasOthers: await mayKnow(unit, others),
  };
}

async function readPairHistory(unit: Use, { caseId }: InputOf<Contract['readPairHistory']>, parts: PairParts) {
  const { trx } = unit;
  const own = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, own.pair_id);
  const { rows, hidden } = await visible(unit, pair.user_id, 'user');
  const pairs = new Map<string, string>();
  for (const row of rows) pairs.set(row.id, (await getPair(trx, row.pair_id)).aggressor_id);
  const standingOf = await readAggressors(trx, { row: own, aggressorId: pair.aggressor_id }, [...pairs.values()]);
  const numberings = { events: new Numbering(), users: new Numbering() };
  const fichas: PairFicha[] = [];
  for (const row of rows) {
    const aggressorId = pairs.get(row.id) ?? pair.aggressor_id;
    const ficha = await fichaOf(unit, row, { thisId: own.id, userId: pair.user_id, numberings, parts });
    const isOpen = ficha.caseId !== null;
    const isSameEvent = row.id !== own.id && row.incident_id === own.incident_id;
    const standing = standingOf(aggressorId);
    fichas.push({
      ...ficha,
      condition: isOpen ? row.condition_confirmed : null,
      lastAttentionOn: isOpen ? await lastAttentionOn(trx, [row.id]) : null,
      // Two fichas of one event name two persons.
      aggressor: isSameEvent && standing === 'undecided' ? 'other' : standing,
      aggressorName: isOpen ? await nameIn(trx, unit, { caseId: row.id, personId: aggressorId }) : null,
      isSameEvent,
    });
  }
  const others = await ofOtherUsers(unit, pair);
  // Who may read all of them reads them on the page of the aggressor, which has an audit action of its own.
  const told = readsAllOfAggressors(unit) ? [] : await openOf(unit, others);
  unit.note({ fichas: fichas.length, hidden });
  return {
    fichas: newestFirst(fichas),
    ofOthers: await aggressorFichas(unit, told, { thisId: own.id, userId: pair.user_id, parts }),
    hidden,
    known: await knownOf(unit, pair, others),
  };
}

async function readAggressorCases(unit: Use, { caseId }: InputOf<Contract['readAggressorCases']>, parts: PairParts) {
  const own = await getCaseRow(unit.trx, caseId);
  const pair = await getPair(unit.trx, own.pair_id);
  const asAggressor = await visible(unit, pair.aggressor_id, 'aggressor');
  const asUser = await visible(unit, pair.aggressor_id, 'user');
  const users = [];
  for (const row of asUser.rows) users.push({ caseId: await openable(unit, row.id), number: row.number });
  unit.note({ fichas: asAggressor.rows.length });
  return {
    asAggressor: await aggressorFichas(unit, asAggressor.rows, { thisId: own.id, userId: pair.user_id, parts }),
    asUser: users,
    hidden: asAggressor.hidden + asUser.hidden,
  };
}

export function pairsHandlers(parts: PairParts & OpenFichasContext): Handlers<Contract, Trx> {
  return {
    readPairHistory: inside((unit, input) => readPairHistory(unit, input, parts)),
    readAggressorCases: inside((unit, input) => readAggressorCases(unit, input, parts)),
    listRepeatedPairs: inside((unit, span) => listRepeats(unit, 'pairs', span)),
    listAccusedByMany: inside((unit, span) => listRepeats(unit, 'accused', span)),
    listUsersOfMany: inside((unit, span) => listRepeats(unit, 'users', span)),
    findOpenFichas: inside(findOpenFichas(parts)),
    readOpenFichas: inside(readOpenFichas),
  };
}
