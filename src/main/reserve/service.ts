/** The reserve as the gate calls it. */
import type { reserveContract } from '../../shared/reserve/index.ts';
import { secondPerson, type VerifySecond } from '../access/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { exceptionalHandlers, type ExceptionalParts } from './exceptional.ts';
import { reviewHandlers } from './reviews.ts';
import { approveMembers, approveSeal, listClosed, openSeal, proposeMembers, proposeSeal, readSeal } from './seals.ts';
import type { Trx } from './tables.ts';

type Contract = typeof reserveContract;

export type ReserveParts = ExceptionalParts & {
  readonly verifySecond: VerifySecond;
};

export function reserveHandlers(parts: ReserveParts): Handlers<Contract, Trx> {
  return {
    ...exceptionalHandlers(parts),
    ...reviewHandlers,
    getCaseSeal: inside(readSeal),
    proposeCaseSeal: inside(proposeSeal),
    approveCaseSeal: inside(approveSeal),
    proposeSealMembers: inside(proposeMembers),
    approveSealMembers: inside(approveMembers),
    openCaseSeal: twoPhase<Contract['openCaseSeal'], Trx, string>({
      prepare: async (call, { caseId, second }) => {
        const denied = { action: 'seal.opened', procedure: 'openCaseSeal', caseId };
        const wrong = () => parts.recordDenied(call.session, denied);
        return (await secondPerson(call, second, { ...parts, wrong })).id;
      },
      commit: openSeal,
    }),
    listClosedSeals: inside(listClosed),
  };
}
