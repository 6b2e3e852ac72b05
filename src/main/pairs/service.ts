/** A pair with all its events; the alleged aggressor across the fichas of the centre. Both read what is there. */
import { decide } from '../../shared/access/index.ts';
import type { AggressorFicha, PairFicha, pairsContract } from '../../shared/pairs/index.ts';
import { displayName } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { lastAttentionOn } from '../care/index.ts';
import type { Trx } from '../database.ts';
import {
  allowed,
  getCaseRow,
  getIncident,
  getPair,
  getSectionB,
  isHiddenFrom,
  listCasesOfPerson,
  occurredOn,
  readAggressors,
  type CaseRow,
} from '../intake/index.ts';
import { getPerson } from '../people/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { latestRiskForm } from '../risk/index.ts';
import { findOpenFichas, readOpenFichas, type OpenFichasContext } from './open-fichas.ts';

type Use = Unit<Trx>;
type Contract = typeof pairsContract;

async function openable(unit: Use, caseId: string): Promise<CaseId | null> {
  const decision = await allowed(unit, 'person.readIdentity', caseId as CaseId);
  return decision !== null && decision.view === null ? (caseId as CaseId) : null;
}

/** What every list of fichas shows of one. */
async function fichaOf(unit: Use, row: CaseRow, thisId: string) {
  const incident = await getIncident(unit.trx, row.incident_id);
  return {
    caseId: await openable(unit, row.id),
    number: row.number,
    isThis: row.id === thisId,
    admittedOn: row.admitted_on as CivilDate,
    state: row.state,
    occurredOn: occurredOn(incident),
    valuationLevel: (await getSectionB(unit.trx, row.id)).answers.valuationLevel,
  };
}

/** By the day of the event, or of the admission where no event is dated; the newest first. */
function newestFirst<Ficha extends Pick<PairFicha, 'occurredOn' | 'admittedOn' | 'number'>>(fichas: Ficha[]): Ficha[] {
  const order = ({ occurredOn: on, admittedOn, number }: Ficha) =>
    `${on === null ? admittedOn : spanOf(on).last} ${admittedOn} ${number}`;
  return fichas.toSorted((one, other) => order(other).localeCompare(order(one)));
}

/** Fichas of a person in one role that the reader may know of, and how many stay hidden. */
async function visible(unit: Use, personId: string, role: 'user' | 'aggressor') {
  const rows: CaseRow[] = [];
  let hidden = 0;
  for (const one of await listCasesOfPerson(unit.trx, personId)) {
    if (one.role !== role) continue;
    const row = await getCaseRow(unit.trx, one.id);
    if (await isHiddenFrom(unit, row)) hidden += 1;
    else rows.push(row);
  }
  return { rows, hidden };
}

async function mayKnow(unit: Use, rows: readonly CaseRow[]): Promise<boolean> {
  if (rows.length > 0 && decide(unit.session.roles, 'person.readAggressorCases', null).allowed) return true;
  for (const row of rows) if ((await openable(unit, row.id)) !== null) return true;
  return false;
}

/** Other roles of the two persons; told to whoever may read the cases of an aggressor, or open such a ficha anyway. */
async function knownOf(unit: Use, pair: { user_id: string; aggressor_id: string }) {
  const asAggressor = (await visible(unit, pair.aggressor_id, 'aggressor')).rows;
  const ofOthers: CaseRow[] = [];
  for (const row of asAggressor) {
    if ((await getPair(unit.trx, row.pair_id)).user_id !== pair.user_id) ofOthers.push(row);
  }
  return {
    userIsAggressor: await mayKnow(unit, (await visible(unit, pair.user_id, 'aggressor')).rows),
    aggressorIsUser: await mayKnow(unit, (await visible(unit, pair.aggressor_id, 'user')).rows),
    aggressorHasOthers: await mayKnow(unit, ofOthers),
  };
}

async function readPairHistory(
  unit: Use,
  { caseId }: InputOf<Contract['readPairHistory']>,
): Promise<OutputOf<Contract['readPairHistory']>> {
  const { trx } = unit;
  const own = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, own.pair_id);
  const { rows, hidden } = await visible(unit, pair.user_id, 'user');
  const pairs = new Map<string, string>();
  for (const row of rows) pairs.set(row.id, (await getPair(trx, row.pair_id)).aggressor_id);
  const aggressors = await readAggressors(trx, { caseId: own.id, aggressorId: pair.aggressor_id }, [...pairs.values()]);
  const fichas: PairFicha[] = [];
  for (const row of rows) {
    const aggressorId = pairs.get(row.id) ?? pair.aggressor_id;
    fichas.push({
      ...(await fichaOf(unit, row, own.id)),
      condition: row.condition_confirmed,
      partnerRisk: (await latestRiskForm(trx, row.id))?.confirmedLevel ?? null,
      lastAttentionOn: await lastAttentionOn(trx, [row.id]),
      aggressor: aggressors.standing(aggressorId),
      aggressorName: displayName(await getPerson(trx, aggressorId)),
      isSameEvent: row.id !== own.id && row.incident_id === own.incident_id,
    });
  }
  unit.note({ fichas: fichas.length, hidden });
  return { fichas: newestFirst(fichas), hidden, known: await knownOf(unit, pair) };
}

async function readAggressorCases(
  unit: Use,
  { caseId }: InputOf<Contract['readAggressorCases']>,
): Promise<OutputOf<Contract['readAggressorCases']>> {
  const own = await getCaseRow(unit.trx, caseId);
  const pair = await getPair(unit.trx, own.pair_id);
  const asAggressor = await visible(unit, pair.aggressor_id, 'aggressor');
  const asUser = await visible(unit, pair.aggressor_id, 'user');
  const fichas: AggressorFicha[] = [];
  for (const row of asAggressor.rows) {
    const { user_id } = await getPair(unit.trx, row.pair_id);
    fichas.push({ ...(await fichaOf(unit, row, own.id)), isSameUser: user_id === pair.user_id });
  }
  const users = [];
  for (const row of asUser.rows) users.push({ caseId: await openable(unit, row.id), number: row.number });
  unit.note({ fichas: fichas.length });
  return { asAggressor: newestFirst(fichas), asUser: users, hidden: asAggressor.hidden + asUser.hidden };
}

export function pairsHandlers(context: OpenFichasContext): Handlers<Contract, Trx> {
  return {
    readPairHistory: inside(readPairHistory),
    readAggressorCases: inside(readAggressorCases),
    findOpenFichas: inside(findOpenFichas(context)),
    readOpenFichas: inside(readOpenFichas),
  };
}
