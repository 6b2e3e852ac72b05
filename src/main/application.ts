/** The composition: ports, strong room, services and the gate. Hosts and tests start this and nothing else. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { contract } from '../shared/contract.ts';
import { instantIn, todayIn } from '../shared/platform/clock.ts';
import { fail } from '../shared/platform/failures.ts';
import { makeSignIn, NoteKeys, Sessions } from './access/index.ts';
import { listStoredFiles, makeVault, tellLostFiles } from './attachments/index.ts';
import { AuditLog, noteOnPaper, printedKey, recoveredSince, SegmentKeys, StartCheck } from './audit/index.ts';
import { asideMaker, copyByItself, CopyQueue, CopyTimer } from './backup/index.ts';
import { getCentre } from './centre/index.ts';
import './above.ts';
import { movedTo } from './care/index.ts';
import { checkCaseOpen } from './closing/index.ts';
import { goFrom } from './companions/index.ts';
import { handedOn, type Trx } from './platform/storage/rows.ts';
import { Chairs } from './computers/chairs.ts';
import { Connections, type Connected, type Reached } from './connections.ts';
import { Ending } from './ending.ts';
import { KeptAnswers } from './idempotency.ts';
import { migrations } from './migrations/index.ts';
import { KeyMaker, makeSomeKeys } from './people/index.ts';
import { allowedFolders } from './papers/index.ts';
import { Gate } from './platform/gate/gate.ts';
import type { Session } from './platform/gate/session.ts';
import { IncidentLog } from './platform/incident-log.ts';
import type { Connection, Peer } from './platform/connection.ts';
import { judgePlace, type SavingPolicy } from './platform/saving.ts';
import type { StartedSegment } from './platform/storage/audit-chain.ts';
import type { TypedOptions } from './platform/storage/typed.ts';
import type { PlatformTables } from './platform/storage/platform-tables.ts';
import { resealing } from './platform/storage/reseal.ts';
import { Strongroom } from './platform/storage/strongroom.ts';
import type { RecordRef } from './platform/storage/record-seals.ts';
import {
  CaseWords,
  endInterrupted,
  OpenAccesses,
  SealedWords,
  settleEnded,
  type EndingParts,
} from './reserve/index.ts';
import { kindsComparedFor, sealedKinds, sealedKindsAt } from './sealed-kinds.ts';
import { sharedKinds, wordColumns, wordsBeside } from './word-columns.ts';
import { chainSource, copiesNearby } from './chain-witnesses.ts';
import { domainHandlers } from './domain-handlers.ts';
import { accessOf, failureOf, refresh, refuseAway } from './gate-rules.ts';
import { hearKeeper, settleKeeper } from './computers/keeper-entries.ts';
import { refuseMoved } from './computers/keeper-term.ts';
import type { ApplicationOptions } from './application-options.ts';
import { takingOf } from './computers/own-folder.ts';
import { version } from './version.ts';
import { newId } from './platform/gate/handler.ts';

export { version };

/** With the connection of the program's own process: the window of this computer, the command line, a test. */
export type Application = Connected & {
  connect(peer: Peer): Connected;
  /** Writes a bug of the host into the log and answers its number. */
  recordIncident(error: unknown, operation: string): string;
  /** Ends every session, makes the copy of closing, closes the database and frees the folder. */
  close(): Promise<void>;
};

/** Files beside the database, as any state of the record names them. */
const filesOf = (db: Kysely<PlatformTables>) => listStoredFiles(handedOn(db));

/** The thread of the copies stands beside this file: as source, or in the bundle. */
const copyThread = new URL(import.meta.url.endsWith('.ts') ? './copy-worker.ts' : './copy-worker.js', import.meta.url);

/** With what the part needs that other computers reach. */
export type KeepingApplication = Application & { connect(peer: Peer): Reached };

export function createApplication(options: ApplicationOptions): Promise<KeepingApplication> {
  const { ports, host } = options;
  const device = options.device ?? host;
  const { clock } = ports;
  const chairs = new Chairs();
  const strongroom = makeStrongroom(options, chairs.typed);
  const vault = makeVault(() => strongroom.folder);
  const log = new IncidentLog(options.dataFolder, clock);
  const audit = new AuditLog({
    ...{ kinds: sealedKinds, comparedFor: kindsComparedFor },
    recordSealKey: () => strongroom.secrets.recordSealKey,
    ...{ device, clock },
  });
  const policy = savingPolicy(options, strongroom);
  const segments = new SegmentKeys();
  const connections = new Connections(policy);
  const startCheck = startCheckOf(strongroom, audit, {
    tellAll: () => connections.tellAll('troubles'),
    ended: options.startChecked,
  });
  const startKeys = { noteOnPaper, keep: (begun: StartedSegment) => segments.keep(begun), printed: printedKey };
  const copying = {
    ...{ strongroom, ports, kindsAt: sealedKindsAt, clock, migrations, filesOf, audit, tellLost: tellLostFiles },
    ...{ queue: new CopyQueue(), thread: copyThread, startKeys },
    ...{ takers: options.keeper?.copies, taking: takingOf(options) },
    isPracticePlace: options.place === undefined ? null : options.place.kind === 'practice',
  };
  const transaction = <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.transaction(work);

  const keyMaker = new KeyMaker(transaction);
  const accesses = new OpenAccesses(clock);
  const endings: EndingParts = {
    accesses,
    transaction,
    now: () => instantIn(clock),
    recordStop: (trx, { staffId, id, ending }) =>
      audit.appendForProgram(trx, {
        ...{ action: 'breakGlass.stop', staffId, detail: { ending } },
        touched: [{ kind: 'exceptional_access', id }],
      }),
  };

  const copyAtEnd = async () => {
    await settleEnded(endings).catch((error: unknown) => void log.record(error, 'close'));
    segments.dropHandedOut();
    await copyByItself(copying, 'closing');
  };
  const ending = new Ending({ strongroom, audit, log, clock, copy: copyAtEnd, stop: () => startCheck.stop() });
  const sessions = new Sessions(clock, {
    ended: (session, why) => {
      session.connection.tell({ kind: 'locked', session: session.token, why });
      goFrom(sessions, session);
      accesses.sessionEnded(session.token);
      ending.sessionEnded(session, why);
    },
    unused: () => ending.closeUnless(() => sessions.isUsed),
  });

  chairs.open(chairOf({ options, strongroom }), (connection, token) => sessions.personOf(connection, token));

  const noteKeys = new NoteKeys({ keys: strongroom, sessions });
  const { sealedWords, keepSealed } = sealedWordsOf({ strongroom, sessions, transaction, audit });

  const checkHost = (from: Connection, isPractice: boolean) => {
    refuseMoved(options.dataFolder);
    if (!from.isAccepted && !isPractice) throw fail('rule-broken', 'confirm-browser');
  };

  const entering = { strongroom, audit, clock, log, endSessions: () => sessions.endAll('system') };
  const enterKeeper = hearKeeper(options.keeper, entering, (topic) => connections.tellAll(topic));

  const signIn = makeSignIn({
    clock,
    box: strongroom,
    sessions,
    ends: ending.ends,
    recordLateEnd: (trx, end) => ending.recordLateEnd(trx, end),
    checkHost: (from) => checkHost(from, strongroom.isPractice() ?? false),
    recordStart: async (trx, session, detail) => {
      await audit.append(trx, { session, action: 'session.start', outcome: 'ok', object: null, touched: [], detail });
      startCheck.soon(options.startCheckAfterMs ?? 2000);
      await settleKeeper(trx, options.keeper, log);
      if (session.isReadOnly) return;
      await endInterrupted(trx, endings);
      // A small record is found whole from here on; a large one is made ready while people work.
      if (!(await makeSomeKeys(trx))) void keyMaker.run();
    },
    centreOf: (trx) => getCentre(trx),
    ownOpened: inOrder(givingKeys({ noteKeys, sealedWords, keepSealed, transaction, audit, log }), enterKeeper),
    recoveredSince,
  });

  const handlers = domainHandlers({
    ...{ options, version, strongroom, vault, audit, segments, copying, accesses, ending, sessions },
    ...{ signIn, noteKeys, sealedWords },
    judge: (path) => judgePlace(path, policy),
    checkHost,
    makeKeys: () => void keyMaker.run(),
  });

  const gate = new Gate<Trx>({
    contract,
    handlers,
    clock,
    newId,
    phase: () => strongroom.phase(),
    sessions: {
      find: (token, from) => sessions.find(token, from),
      refresh: (trx, session) => {
        const { isReadOnly } = strongroom;
        return refresh(trx, session, { sessions, isReadOnly, today: todayIn(clock) });
      },
      verifyPassword: (session, password) => signIn.verify(session.login, password),
    },
    access: accessOf(clock, accesses),
    transaction,
    read: (work) => strongroom.read(work),
    checkComputer: refuseAway,
    audit,
    answers: new KeptAnswers(() => instantIn(clock)),
    ...{ words: sealedWords, checkCaseOpen, checkCaseSeals: (...call) => audit.checkCaseSeals(...call) },
    failureOf: (error, procedure) => failureOf(error, procedure, log),
  });

  const copyTimer = new CopyTimer(copying);
  // An empty chair: keys must not outlive it because nobody calls any more.
  const timers = [
    repeating(() => sessions.endIdle(), 15_000),
    repeating(() => chairs.sweep(), 15_000),
    repeating(() => void copyTimer.look(), 60_000),
  ];

  const settle = async () => {
    if (strongroom.isOpen) await settleEnded(endings).catch((error: unknown) => void log.record(error, 'settle'));
  };
  const connect = (peer: Peer) => connections.connect(peer, { chairs, sessions, ending, gate, settle });

  return Promise.resolve({
    ...connect({ device, ports, isBrowser: host === 'loopback' }),
    connect,
    recordIncident: (error, operation) => log.record(error, operation),
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      sessions.endAll('asked');
      await ending.settled();
      await strongroom.release();
      connections.clear();
    },
  });
}

/** Keeps no program alive. */
const repeating = (work: () => void, everyMs: number) => setInterval(work, everyMs).unref();

type SealedParts = {
  readonly strongroom: Strongroom;
  readonly sessions: Sessions;
  readonly transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  readonly audit: AuditLog;
};

/** Words of fichas reservadas, and how the program keeps what it settles of their keys by itself. */
function sealedWordsOf({ strongroom, sessions, transaction, audit }: SealedParts) {
  const keepSealed = (work: (trx: Trx) => Promise<RecordRef[]>, staffId: string | null = null) =>
    transaction(async (trx) => {
      const touched = await work(trx);
      if (touched.length > 0) await audit.appendForProgram(trx, { action: 'seal.keySettled', staffId, touched });
    });
  const words = new CaseWords({
    ...{ kinds: sealedKinds, columns: wordColumns, beside: wordsBeside, shared: sharedKinds },
    movedTo,
  });
  return { sealedWords: new SealedWords({ keys: strongroom, sessions, keep: keepSealed, words }), keepSealed };
}

type GivingParts = {
  readonly noteKeys: NoteKeys;
  readonly sealedWords: SealedWords;
  readonly keepSealed: (work: (trx: Trx) => Promise<RecordRef[]>, staffId: string) => Promise<void>;
  readonly transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  readonly audit: AuditLog;
  readonly log: IncidentLog;
};

/** With the key of whoever came in what is due is renewed or taken away, never given; what goes wrong keeps nobody out. */
function givingKeys({ noteKeys, sealedWords, keepSealed, transaction, audit, log }: GivingParts) {
  return async (session: Session): Promise<void> => {
    const { own, isReadOnly, staffId } = session;
    if (own === null || isReadOnly) return;
    await keepSealed((trx) => sealedWords.arrived(trx, session), staffId).catch((error: unknown) => {
      log.record(error, 'sealed words');
    });
    if (!noteKeys.isMade) return;
    try {
      await transaction(async (trx) => {
        if (await noteKeys.arrived(trx)) await audit.appendForProgram(trx, { action: 'notes.keyGiven', staffId });
      });
    } catch (error) {
      log.record(error, 'notes');
    }
  };
}

function inOrder(first: (session: Session) => Promise<void>, next: () => Promise<void>): typeof first {
  return (session) => first(session).then(next);
}

/** The check of the whole chain after a start; what it finds makes the record read-only and reaches every window. */
function startCheckOf(
  strongroom: Strongroom,
  audit: AuditLog,
  { tellAll, ended = () => undefined }: { readonly tellAll: () => void; readonly ended: (() => void) | undefined },
): StartCheck {
  return new StartCheck({
    opened: () => (strongroom.isOpen ? strongroom.database : null),
    source: () => chainSource(strongroom),
    headAtOpening: () => strongroom.headAtOpening,
    ended,
    read: (work) => strongroom.read(work),
    copies: (trx) => copiesNearby(trx, strongroom),
    doubt: (trouble) => {
      strongroom.putInDoubt(trouble);
      tellAll();
    },
    record: (action, detail) =>
      strongroom.transaction((trx) => audit.appendForProgram(trx, { action, outcome: 'failed', detail })),
  });
}

/** The keeper's end of passwords typed elsewhere. */
function chairOf({ options, strongroom }: { readonly options: ApplicationOptions; readonly strongroom: Strongroom }) {
  return {
    ...{ loginState: strongroom.loginState, archives: () => strongroom.archives(), policy: options.kdfPolicy },
    fakeKey: () => options.keeper?.fakeKey ?? randomBytes(32),
    now: () => options.ports.clock.monotonic(),
    forbiddenWords: () => strongroom.read(async (trx) => [(await getCentre(trx)).name]),
  };
}

function makeStrongroom(options: ApplicationOptions, typed: TypedOptions): Strongroom {
  const { dataFolder, kdfPolicy, calibrates = false, ports, host, device = host, place } = options;
  const { clock, drives } = ports;
  const within = resealing({ kinds: sealedKinds, migrations, clock, device });
  const putCopyAside = asideMaker({ thread: copyThread, clock, migrations, policy: kdfPolicy });
  const found = { ...typed, policy: kdfPolicy, calibrates, drives, clock, migrations, within, putCopyAside };
  return new Strongroom({ ...found, folder: dataFolder, filesNamed: filesOf, rules: place?.rules });
}

/** Where files may be saved, with what Coordinación decided of folders outside this computer. */
function savingPolicy({ ports, dataFolder }: ApplicationOptions, strongroom: Strongroom): SavingPolicy {
  const allowed = () => strongroom.transaction((trx) => allowedFolders(trx));
  return { drives: ports.drives, dataFolder, allowed };
}
