/** What the door needs of the cases, joined here so that `reception` depends on none of them. */
import { ExpectedFailure } from '../shared/platform/failures.ts';
import type { CaseId } from '../shared/platform/ids.ts';
import type { Trx } from './database.ts';
import { findCaseRow, getPair, handOverTo, listCasesOfPerson } from './intake/index.ts';
import type { Unit } from './platform/gate/handler.ts';
import type { DoorCase, DoorContext } from './reception/index.ts';

async function findCase(trx: Trx, caseId: string): Promise<DoorCase | null> {
  const row = await findCaseRow(trx, caseId);
  if (row === undefined) return null;
  const pair = await getPair(trx, row.pair_id);
  return {
    caseId: row.id as CaseId,
    userId: pair.user_id,
    aggressorId: pair.aggressor_id,
    isClosed: row.state === 'closed',
    isSealed: row.is_sealed === 1,
  };
}

function casesAs(role: 'user' | 'aggressor') {
  return async (trx: Trx, personId: string): Promise<DoorCase[]> => {
    const cases: DoorCase[] = [];
    for (const one of await listCasesOfPerson(trx, personId)) {
      const found = one.role === role ? await findCase(trx, one.id) : null;
      if (found !== null) cases.push(found);
    }
    return cases;
  };
}

async function mayHandOver(unit: Unit<Trx>, caseId: string): Promise<boolean> {
  try {
    await unit.require('case.handOver', caseId as CaseId);
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

export const doorContext: DoorContext = {
  findCase,
  casesOfUser: casesAs('user'),
  casesOfAggressor: casesAs('aggressor'),
  grantHandOver: async (unit, caseId, to) => {
    if (!(await mayHandOver(unit, caseId))) return false;
    await handOverTo(unit, caseId, to);
    return true;
  },
};
