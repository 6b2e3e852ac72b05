import type { companionsContract, Computers } from '../../shared/companions/index.ts';
import { computerNameSchema, usualPort } from '../../shared/companions/index.ts';
import { instantIn, instantOf, type Clock } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import {
  fromMemory,
  inside,
  newId,
  outside,
  twoPhase,
  type CallFrame,
  type Handlers,
} from '../platform/gate/handler.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import type { KeeperControl, NewCompanion } from './keeper.ts';
import { comeTo, goFrom, othersAt, type OpenSessions } from './presence.ts';
import { insertCompanion, isSameName, listCompanions, listPins, revoke } from './repository.ts';
import type { Trx } from './tables.ts';

type Contract = typeof companionsContract;

export type CompanionsParts = {
  readonly clock: Clock;
  /** Null where this program keeps the record for one computer alone: the command line, a test. */
  readonly keeper: KeeperControl | null;
  /** Null where the program cannot become a companion. Refuses a record that this computer keeps. */
  readonly join: ((asked: JoinAsked) => Promise<string>) | null;
  readonly sessions: OpenSessions;
  /** What a companion does for itself; null elsewhere. */
  readonly own: OwnFolder | null;
  /** Since when another computer keeps the record of this folder; null where this one does. */
  readonly movedAt: () => Instant | null;
  /** Says in the record that this computer keeps it. */
  nameThis(keeper: KeeperControl): Promise<void>;
  transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  /** Writes down, for whoever made the offer, that a computer was paired. */
  recordPaired(trx: Trx, staffId: StaffId, touched: readonly RecordRef[]): Promise<void>;
};

export type OwnFolder = {
  list(): OutputOf<Contract['listKeptCopies']>['copies'];
  preview(asked: InputOf<Contract['previewKeptCopy']>): Promise<OutputOf<Contract['previewKeptCopy']>>;
  becomeKeeper(asked: InputOf<Contract['becomeKeeper']>): Promise<OutputOf<Contract['becomeKeeper']>>;
  takeUpdate(asked: InputOf<Contract['takeUpdate']>): Promise<OutputOf<Contract['takeUpdate']>>;
};

/** @throws rule-broken `not-connected` */
function ownOf({ own }: CompanionsParts): OwnFolder {
  if (own === null) throw fail('rule-broken', 'not-connected');
  return own;
}

export type JoinAsked = {
  readonly address: string;
  readonly port: number;
  readonly code: string;
  readonly name: string;
};

/** @throws rule-broken `only-at-keeper` away from the computer that keeps the record */
function keeperAt({ session }: CallFrame, { keeper }: CompanionsParts): KeeperControl {
  if (keeper === null || session.connection.isRemote) throw fail('rule-broken', 'only-at-keeper');
  return keeper;
}

/** What is so where nothing talks to other computers. */
const nothingServed = {
  isOn: false,
  address: null,
  port: usualPort,
  addresses: [],
  connected: new Set<string>(),
  revoked: new Set<string>(),
  refused: [],
};

type Known = Pick<ReturnType<KeeperControl['state']>, 'connected' | 'revoked'>;

async function companionsOf(trx: Trx, { connected, revoked }: Known, { sessions }: CompanionsParts) {
  const names = await staffNames(trx);
  const nameOf = (id: StaffId | null) => (id === null ? null : (names.get(id) ?? ''));
  const peopleAt = (fingerprint: string) => {
    const there = sessions.open().filter(({ connection }) => connection.companion === fingerprint);
    return [...new Set(there.map(({ staffId }) => nameOf(staffId) ?? ''))];
  };
  return (await listCompanions(trx)).map((row) => ({
    companionId: row.id,
    ...cellsOf(row, 'version', 'name', 'paired_at', 'revoked_at', 'copy_at'),
    pairedBy: nameOf(row.paired_by) ?? '',
    mayConnect: row.revoked_at === null && !revoked.has(row.fingerprint),
    revokedBy: nameOf(row.revoked_by),
    isConnected: connected.has(row.fingerprint),
    people: peopleAt(row.fingerprint),
  }));
}

/** How many companions a centre needs with a copy of the last day, where it has as many (decision 0099). */
const enough = 2;
const dayMs = 86_400_000;

function copiesAt(companions: Computers['companions'], now: Instant): Computers['copies'] {
  const open = companions.filter(({ mayConnect }) => mayConnect);
  const isFresh = (at: Instant | null) => at !== null && Date.parse(now) - Date.parse(at) <= dayMs;
  const fresh = open.filter(({ copyAt }) => isFresh(copyAt)).length;
  return { fresh, isFew: fresh < Math.min(enough, open.length) };
}

async function computersOf(trx: Trx, { session, now }: CallFrame, parts: CompanionsParts): Promise<Computers> {
  const { keeper } = parts;
  const { device, isRemote } = session.connection;
  const { isOn, address, port, addresses, refused, ...known } = keeper?.state() ?? nothingServed;
  const companions = await companionsOf(trx, known, parts);
  return {
    here: device,
    isKeeper: !isRemote,
    keeper: { name: keeper?.device ?? device, isOn, address, port, addresses: [...addresses] },
    companions,
    copies: copiesAt(companions, now),
    refused: refused.map(({ lastAt, ...same }) => ({ ...same, lastAt: instantOf(lastAt) })),
  };
}

/**
 * The name by which the audit will call it, as the other computer says it: what its own screen would have refused is
 * refused here as well, and so is passing for the computer that keeps the record.
 *
 * @throws invalid, duplicate `companion-name`
 */
function nameIn(said: string, keeper: string): string {
  const name = computerNameSchema.safeParse(said);
  if (!name.success || name.data !== said) throw fail('invalid');
  if (isSameName(said, keeper)) throw fail('duplicate', 'companion-name');
  return said;
}

/** In a transaction of its own: the other computer waits at its line, nobody calls. */
function storeNew(parts: CompanionsParts, staffId: StaffId, keeper: KeeperControl) {
  return async ({ name: said, fingerprint }: NewCompanion): Promise<string> => {
    // Whoever asked for the code has left: it pairs nobody any more.
    if (!parts.sessions.open().some((session) => session.staffId === staffId))
      throw fail('wrong-secret', 'pair-code-refused');
    const name = nameIn(said, keeper.device);
    const { centreName, pins } = await parts.transaction(async (trx) => {
      const id = newId<'CompanionId'>();
      const at = instantIn(parts.clock);
      await insertCompanion(trx, { id, name, fingerprint, paired_at: at, paired_by: staffId });
      await parts.recordPaired(trx, staffId, [{ kind: 'companion', id }]);
      return { centreName: (await getCentre(trx)).name, pins: await listPins(trx) };
    });
    await keeper.keepPins(pins);
    return centreName;
  };
}

export function companionsHandlers(parts: CompanionsParts): Handlers<Contract, Trx> {
  return {
    getComputers: inside((unit) => computersOf(unit.trx, unit, parts)),

    turnKeeperOn: twoPhase<Contract['turnKeeperOn'], Trx, null>({
      prepare: (call) => Promise.resolve(void keeperAt(call, parts)).then(() => null),
      commit: async (unit, { address, port }) => {
        unit.note({ address, port });
        await keeperAt(unit, parts).keepPins(await listPins(unit.trx));
      },
      // After it stands in the audit: nobody may connect before.
      deliver: async (call, at) => {
        const keeper = keeperAt(call, parts);
        await keeper.turnOn(at);
        await parts.nameThis(keeper);
      },
    }),

    turnKeeperOff: twoPhase<Contract['turnKeeperOff'], Trx, null>({
      prepare: (call) => Promise.resolve(void keeperAt(call, parts)).then(() => null),
      commit: () => Promise.resolve(),
      deliver: (call) => keeperAt(call, parts).turnOff(),
    }),

    offerPairing: inside((unit) => {
      const keeper = keeperAt(unit, parts);
      if (!keeper.state().isOn) throw fail('rule-broken', 'keeper-off');
      const until = keeper.offer(storeNew(parts, unit.session.staffId, keeper));
      return Promise.resolve({ until: instantOf(until) });
    }),

    readPairingCode: fromMemory<Contract['readPairingCode']>((session) => {
      const offer = session.connection.isRemote ? null : (parts.keeper?.offered() ?? null);
      return { offer: offer === null ? null : { groups: [...offer.groups], until: instantOf(offer.until) } };
    }),

    withdrawPairing: inside((unit) => {
      keeperAt(unit, parts).withdrawOffer();
      return Promise.resolve({});
    }),

    revokeCompanion: twoPhase<Contract['revokeCompanion'], Trx, null>({
      prepare: (call) => Promise.resolve(void keeperAt(call, parts)).then(() => null),
      commit: async (unit, { companionId: id, version, reason }) => {
        const { staffId: by } = unit.session;
        await revoke(unit.trx, { id, version }, { at: unit.now, by, reason });
        unit.touch('companion', id);
        unit.note({ reason });
      },
      deliver: (call) => parts.transaction(async (trx) => keeperAt(call, parts).keepPins(await listPins(trx))),
    }),

    lookAtCase: inside(async (unit, { caseId }) => {
      const { session } = unit;
      comeTo(parts.sessions, session, caseId, unit.now);
      return { others: await othersAt(unit.trx, parts.sessions, { token: session.token, caseId }) };
    }),

    leaveCase: fromMemory<Contract['leaveCase']>((session) => {
      goFrom(parts.sessions, session);
      return {};
    }),

    // A companion answers it itself: whoever asks here keeps a record, or has nothing to leave.
    leaveKeeper: outside<Contract['leaveKeeper']>(() => Promise.reject(fail('rule-broken', 'no-companion-here'))),

    getKeeperMove: outside<Contract['getKeeperMove']>(() => Promise.resolve({ movedAt: parts.movedAt() })),

    listKeptCopies: outside<Contract['listKeptCopies']>(() => Promise.resolve({ copies: [...ownOf(parts).list()] })),

    previewKeptCopy: outside<Contract['previewKeptCopy']>(async (asked) => ownOf(parts).preview(asked)),

    becomeKeeper: outside<Contract['becomeKeeper']>(async (asked) => ownOf(parts).becomeKeeper(asked)),

    takeUpdate: outside<Contract['takeUpdate']>(async (asked) => ownOf(parts).takeUpdate(asked)),

    joinKeeper: outside<Contract['joinKeeper']>(async (asked) => {
      if (parts.join === null) throw fail('rule-broken', 'no-companion-here');
      return { centreName: await parts.join(asked) };
    }),
  };
}
