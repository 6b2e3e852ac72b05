/** First run and names of the centre. */
import { randomUUID } from 'node:crypto';
import { passwordProblem, passwordProblemWords, type SessionView } from '../../shared/access/index.ts';
import {
  recoverySheet,
  recoverySheetName,
  type centreContract,
  type CentreDetails,
  type SetUpFacts,
} from '../../shared/centre/index.ts';
import { instantIn, todayIn, type Clock } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { PlaceKind, PlaceNotice } from '../../shared/platform/places.ts';
import { insertStaff } from '../access/index.ts';
import { signingFingerprint } from '../platform/crypto/fingerprint.ts';
import { encodeRecoveryKey, recoveryGroups } from '../platform/crypto/recovery-key.ts';
import { inside, outside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { Connection } from '../platform/connection.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import type { Founding, NewCentre } from '../platform/storage/strongroom.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import type { AuditInput } from '../platform/storage/audit-chain.ts';
import { clearDateDoubt, findDateDoubt } from './date-doubt.ts';
import { getCentre, insertCentre } from './repository.ts';
import { askedGroups, askForGroups, confirmGroups } from './recovery-check.ts';
import type { Trx } from './tables.ts';

type Contract = typeof centreContract;

/** The place that is open, and the way to the other one. */
export type CentrePlace = {
  readonly kind: PlaceKind;
  readonly notices: readonly PlaceNotice[];
  choose(kind: PlaceKind): Promise<void>;
};

export type CentreParts = {
  readonly clock: Clock;
  readonly host: 'electron' | 'loopback' | 'direct';
  readonly version: string;
  readonly strongroom: {
    phase(): 'empty' | 'founding' | 'ready';
    isPractice(): boolean | null;
    /** Less than 500 MB are left on its disk. */
    readonly isDiskLow: boolean;
    /** Zeroed and read anew with every lock. */
    readonly secrets: Pick<CentreSecrets, 'centreSigningKey'>;
    found(centre: NewCentre, first: AuditInput): Promise<Founding>;
    transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  };
  /** Reason of what keeps the files closed, or whoever signs in out; null when none is known before that. */
  blockedBy(): string | null;
  /** Null for a folder that somebody named. */
  readonly place: CentrePlace | null;
  /** Whether somebody has a session, or is at the door. */
  isInUse(): boolean;
  checkHost(from: Connection, isPractice: boolean): void;
  lastCopyAt(): Instant | null;
  /** Counted over the domains that keep it. */
  setUpFacts(unit: Unit<Trx>): Promise<SetUpFacts>;
  /** Opens the founder's session. */
  begin(staffId: string, from: Connection): Promise<SessionView>;
  /** Seals records outside a call of the gate and appends their entry. */
  recordFounding(trx: Trx, touched: readonly { kind: string; id: string }[], staffId: string): Promise<void>;
  firstEntry(staffId: string): AuditInput;
  readonly printPaper: PaperPrinter;
};

/** The key between founding and typing back: in memory of this process only, for the sheet. */
type Held = { groups: string[]; auditStartKey: string };

const fingerprintOf = ({ strongroom }: CentreParts) => signingFingerprint(strongroom.secrets.centreSigningKey);

export function centreHandlers(parts: CentreParts): Handlers<Contract, Trx> {
  let held: Held | null = null;

  return {
    getStatus: outside<Contract['getStatus']>(() =>
      Promise.resolve({
        phase: parts.strongroom.phase(),
        isPractice: parts.strongroom.isPractice(),
        place: parts.place === null ? null : { kind: parts.place.kind, notices: [...parts.place.notices] },
        host: parts.host,
        blocked: parts.blockedBy(),
        version: parts.version,
        today: todayIn(parts.clock),
        now: instantIn(parts.clock),
        lastCopyAt: parts.lastCopyAt(),
        isDiskLow: parts.strongroom.isDiskLow,
      }),
    ),

    acceptBrowser: outside<Contract['acceptBrowser']>((_input, from) => {
      from.isAccepted = true;
      return Promise.resolve({});
    }),

    choosePlace: outside<Contract['choosePlace']>(async ({ place }) => {
      if (parts.place === null) throw fail('rule-broken', 'place-fixed');
      if (parts.isInUse()) throw fail('rule-broken', 'place-in-use');
      await parts.place.choose(place);
      return {};
    }),

    foundCentre: outside<Contract['foundCentre']>(async (input, from) => {
      const founded = await found(parts, input, from);
      held = { groups: founded.recoveryKey, auditStartKey: founded.auditStartKey };
      return founded;
    }),

    printRecoverySheet: twoPhase<Contract['printRecoverySheet'], Trx, Uint8Array>({
      prepare: async (call) => {
        if (held === null) throw fail('rule-broken', 'recovery-gone');
        const on = { ...held, fingerprint: fingerprintOf(parts) };
        const centre = await call.read((trx) => getCentre(trx));
        return (await parts.printPaper(recoverySheet(centre, on, call.today))).bytes;
      },
      commit: (unit, _input, bytes) => {
        const file = unit.session.files.add(recoverySheetName, 'application/pdf', bytes, { kind: 'recovery-sheet' });
        return Promise.resolve({ file });
      },
    }),

    getFounding: inside(async (unit) => ({ asked: await askedGroups(unit.trx) })),

    confirmRecoveryKey: inside(async (unit, { groups }) => {
      if (!(await confirmGroups(unit.trx, groups))) throw fail('rule-broken', 'recovery-mismatch');
      held = null;
      return {};
    }),

    getCentre: inside(async (unit) => ({ ...(await getCentre(unit.trx)), fingerprint: fingerprintOf(parts) })),

    readSetUp: inside((unit) => parts.setUpFacts(unit)),
    getDateState: inside(async (unit) => {
      const doubt = await findDateDoubt(unit.trx);
      return { now: unit.now, doubt: doubt === null ? null : { kind: doubt.kind, lastAt: doubt.lastAt } };
    }),

    confirmDate: inside(async (unit) => {
      await clearDateDoubt(unit.trx);
      return {};
    }),

    changeCentre: inside(async (unit, { version, centre }) => {
      const current = await getCentre(unit.trx);
      if (current.version !== version) throw fail('conflict');
      const id = unit.newId();
      const by = { by: unit.session.staffId, at: unit.now, validFrom: unit.today };
      await insertCentre(unit.trx, { id, version: version + 1, details: centre, ...by });
      unit.touch('centre', id);
      unit.note({ fields: changedFields(current, centre).join(',') });
      return getCentre(unit.trx);
    }),
  };
}

function changedFields(before: CentreDetails, after: CentreDetails): string[] {
  return (Object.keys(after) as (keyof CentreDetails)[]).filter((name) => before[name] !== after[name]);
}

async function found(parts: CentreParts, input: InputOf<Contract['foundCentre']>, from: Connection) {
  parts.checkHost(from, input.isPractice);
  const { centre, coordinator, passphrase } = input;
  if (!coordinator.roles.includes('coordinator'))
    throw failAt('coordinator.roles', 'La primera persona debe tener la función de Coordinación.', 'needs-coordinator');
  const problem = passwordProblem(passphrase, [centre.name, coordinator.login]);
  if (problem !== null) throw failAt('passphrase', passwordProblemWords[problem], 'password-refused');
  const staffId = randomUUID();
  const founding = await parts.strongroom.found(
    { isPractice: input.isPractice, login: coordinator.login, staffId, passphrase },
    parts.firstEntry(staffId),
  );
  const groups = recoveryGroups(encodeRecoveryKey(founding.recoveryKey));
  const auditStartKey = founding.auditStartKey.toString('hex').toUpperCase();
  founding.recoveryKey.fill(0);
  founding.auditStartKey.fill(0);
  const asked = await parts.strongroom.transaction(async (trx) => {
    const at = instantIn(parts.clock);
    await insertStaff(trx, { id: staffId, details: coordinator, mustChangePassword: false, createdAt: at });
    const centreId = randomUUID();
    const validFrom = todayIn(parts.clock);
    await insertCentre(trx, { id: centreId, version: 1, details: centre, by: staffId, at, validFrom });
    const touched = [
      { kind: 'staff_member', id: staffId },
      { kind: 'centre', id: centreId },
    ];
    await parts.recordFounding(trx, touched, staffId);
    return askForGroups(trx, groups);
  });
  return { recoveryKey: groups, asked, session: await parts.begin(staffId, from), auditStartKey };
}
