/** The reserve as the gate calls it. */
import type { reserveContract } from '../../shared/reserve/index.ts';
import { secondWithOwn, type OwnOf } from '../access/index.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { exceptionalHandlers, type ExceptionalParts } from './exceptional.ts';
import { reviewHandlers } from './reviews.ts';
import {
  approveMembers,
  approveSeal,
  giveKeyTo,
  listClosed,
  openSeal,
  proposeMembers,
  proposeSeal,
  readSeal,
  type Beside,
  type SealParts,
} from './seals.ts';
import type { Trx } from './tables.ts';

type Contract = typeof reserveContract;

export type ReserveParts = ExceptionalParts &
  SealParts & {
    readonly ownOf: OwnOf;
    /** @throws wrong-secret `recovery-key-other` */
    readonly proveRecoveryKey: (typed: string) => void;
  };

function forget({ own, paper }: Beside): void {
  own.secretKey.fill(0);
  paper?.fill(0);
}

export function reserveHandlers(parts: ReserveParts): Handlers<Contract, Trx> {
  return {
    ...exceptionalHandlers(parts),
    ...reviewHandlers,
    getCaseSeal: inside((unit, input) => readSeal(unit, input, parts)),
    proposeCaseSeal: inside(proposeSeal),
    approveCaseSeal: inside((unit, input) => approveSeal(unit, input, parts)),
    proposeSealMembers: inside(proposeMembers),
    approveSealMembers: inside((unit, input) => approveMembers(unit, input, parts)),
    giveSealKey: inside((unit, input) => giveKeyTo(unit, input, parts)),
    openCaseSeal: twoPhase<Contract['openCaseSeal'], Trx, Beside>({
      prepare: async (call, { caseId, second, recoveryKey }) => {
        const denied = { action: 'seal.opened', procedure: 'openCaseSeal', caseId };
        const wrong = () => parts.recordDenied(call.session, denied);
        const { person, own } = await secondWithOwn(call, second, { ...parts, wrong });
        try {
          if (recoveryKey !== null) parts.proveRecoveryKey(recoveryKey);
          const paper = recoveryKey === null ? null : decodeRecoveryKey(recoveryKey);
          return { secondId: person.id, paper, own };
        } catch (error) {
          own.secretKey.fill(0);
          throw error;
        }
      },
      commit: async (unit, input, beside) => {
        try {
          await openSeal(unit, input, beside, parts);
        } finally {
          forget(beside);
        }
      },
      abandon: (_input, beside) => forget(beside),
    }),
    listClosedSeals: inside(listClosed),
  };
}
