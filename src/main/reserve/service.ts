/** The reserve as the gate calls it. */
import { fail } from '../../shared/platform/failures.ts';
import type { reserveContract } from '../../shared/reserve/index.ts';
import type { Trx } from '../database.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { exceptionalHandlers, type ExceptionalParts } from './exceptional.ts';
import { reviewHandlers } from './reviews.ts';
import { approveMembers, approveSeal, listClosed, openSeal, proposeMembers, proposeSeal, readSeal } from './seals.ts';

type Contract = typeof reserveContract;

export type ReserveParts = ExceptionalParts & {
  /** Opens the slot of whoever is at this computer as the second person; wrong ones slow the next try down. */
  verifySecond(login: string, password: string): Promise<boolean>;
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
        // Who sits at the computer cannot be both.
        if (second.login === call.session.login) throw fail('rule-broken', 'second-person');
        if (await parts.verifySecond(second.login, second.password)) return second.login;
        await parts.recordDenied(call.session, { action: 'seal.opened', procedure: 'openCaseSeal', caseId });
        throw fail('wrong-secret', 'second-wrong');
      },
      commit: openSeal,
    }),
    listClosedSeals: inside(listClosed),
  };
}
