/** «Pausa» and its settings. What a paused session answers is decided by the gate, here only how it comes back. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { pinProblem, type pauseContract } from '../../shared/access/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { derive, saltBytes, withinPolicy, type KdfPolicy } from '../platform/crypto/kdf.ts';
import { inside, twoPhase, type Handlers, type Preparation, type Unit } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import {
  findLockRules,
  findLockSettings,
  findPin,
  keepIdleMinutes,
  keepLockRules,
  keepPin,
  type KeptPin,
} from './pause-repository.ts';
import type { Sessions } from './sessions.ts';
import type { Trx } from './tables.ts';

type Contract = typeof pauseContract;

export type PauseParts = {
  readonly sessions: Sessions;
  /** A PIN costs its floor: it opens nothing but a window whose keys are in memory already. */
  readonly pinPolicy: KdfPolicy;
  /** An entry of its own for each wrong PIN: the call itself leaves none. */
  recordWrongPin(session: Session, detail: { triesLeft: number }): Promise<void>;
};

async function makePin(pin: string, policy: KdfPolicy): Promise<KeptPin> {
  const salt = randomBytes(saltBytes);
  return { hash: await derive(pin, policy.floor, salt), salt, kdf: policy.floor };
}

async function isPin(pin: string, kept: KeptPin, policy: KdfPolicy): Promise<boolean> {
  // Parameters out of bounds were put there by somebody: no work is done for them.
  if (!withinPolicy(policy, kept.kdf)) return false;
  return timingSafeEqual(await derive(pin, kept.kdf, kept.salt), kept.hash);
}

const triesWords = ['', 'pin-one-try', 'pin-two-tries'] as const;

/** Looks at one PIN; a wrong one is written down, the third ends the session. */
async function checkPin(call: Preparation<Trx>, pin: string, parts: PauseParts): Promise<null> {
  const { sessions, pinPolicy } = parts;
  const { session } = call;
  sessions.takeTry(session);
  const kept = await call.read((trx) => findPin(trx, session.staffId));
  if (kept !== null && (await isPin(pin, kept, pinPolicy))) return null;
  const triesLeft = session.pause?.triesLeft ?? 0;
  // The third one ends the session whatever becomes of its entry.
  if (triesLeft === 0) sessions.end(session, 'pin');
  await parts.recordWrongPin(session, { triesLeft }).catch(() => undefined);
  if (triesLeft === 0) throw fail('locked', 'pin');
  throw fail('wrong-secret', triesWords[triesLeft] ?? null);
}

type Coming = Pick<Handlers<Contract, Trx>, 'pauseSession' | 'resumeSession' | 'resumeWithPassword'>;

function comingAndGoing(parts: PauseParts): Coming {
  const { sessions } = parts;
  return {
    pauseSession: inside(async (unit, { why }) => {
      const { hasPin, pauseAllowed } = await settingsOf(unit);
      if (!hasPin || !pauseAllowed) throw fail('rule-broken', 'pause-unavailable');
      unit.note({ why });
      const { endsAt } = sessions.pause(unit.session);
      return { endsAt: instantOf(endsAt) };
    }),

    resumeSession: twoPhase<Contract['resumeSession'], Trx, null>({
      prepare: (call, { pin }) => checkPin(call, pin, parts),
      commit: (unit) => {
        sessions.resume(unit.session);
        return Promise.resolve();
      },
    }),

    resumeWithPassword: inside((unit) => {
      if (unit.session.pause === null) throw fail('rule-broken', 'not-paused');
      unit.note({ by: 'password' });
      sessions.resume(unit.session);
      return Promise.resolve();
    }),
  };
}

const settingsOf = ({ trx, session }: Unit<Trx>) => findLockSettings(trx, session.staffId);

export function pauseHandlers(parts: PauseParts): Handlers<Contract, Trx> {
  return {
    ...comingAndGoing(parts),

    getLockSettings: inside(settingsOf),

    setPin: twoPhase<Contract['setPin'], Trx, KeptPin>({
      prepare: (_call, { pin }) => {
        const problem = pinProblem(pin);
        if (problem !== null) throw failAt('pin', problem, 'pin-refused');
        return makePin(pin, parts.pinPolicy);
      },
      commit: async (unit, _input, pin) => {
        await keepPin(unit.trx, unit.session.staffId, pin);
        return settingsOf(unit);
      },
    }),

    clearPin: inside(async (unit) => {
      await keepPin(unit.trx, unit.session.staffId, null);
      return settingsOf(unit);
    }),

    setIdleMinutes: inside(async (unit, { minutes }) => {
      const { idleMaximum } = await findLockRules(unit.trx);
      if (minutes > idleMaximum)
        throw failAt('minutes', `Coordinación permite hasta ${idleMaximum} minutos.`, 'idle-too-long');
      await keepIdleMinutes(unit.trx, unit.session.staffId, minutes);
      unit.note({ minutes });
      unit.session.idleMinutes = minutes;
      return settingsOf(unit);
    }),

    setLockRules: inside(async (unit, rules) => {
      await keepLockRules(unit.trx, rules);
      unit.note(rules);
      parts.sessions.limitIdle(rules.idleMaximum);
      if (!rules.pauseAllowed) parts.sessions.endPaused();
      return settingsOf(unit);
    }),
  };
}
