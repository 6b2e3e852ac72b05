/** Arrivals: the short time in which the desk may look for a person. */
import { fail } from '../../shared/platform/failures.ts';
import type { ArrivalId } from '../../shared/platform/ids.ts';
import type { receptionContract } from '../../shared/reception/index.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { closeArrival, findOpenArrival, insertArrival } from './repository.ts';

export const receptionHandlers: Handlers<typeof receptionContract, Trx> = {
  openArrival: inside(async (unit) => {
    const id = unit.newId();
    await insertArrival(unit.trx, {
      id,
      opened_by: unit.session.staffId,
      opened_at: unit.now,
      closed_at: null,
      outcome: null,
      case_id: null,
      version: 1,
    });
    unit.touch('arrival', id);
    return { arrivalId: id as ArrivalId };
  }),
  closeArrival: inside(async (unit, { arrivalId, outcome }) => {
    if ((await findOpenArrival(unit.trx, arrivalId)) === undefined) throw fail('not-found');
    await closeArrival(unit.trx, arrivalId, { closedAt: unit.now, outcome, caseId: null });
    unit.touch('arrival', arrivalId);
    return {};
  }),
};
