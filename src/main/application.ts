/** The composition: ports, strong room, services and the gate. Hosts and tests start this and nothing else. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import districts from '../../resources/places/districts.json' with { type: 'json' };
import { decide, mayEver } from '../shared/access/index.ts';
import { contract, type Contract } from '../shared/contract.ts';
import { ruleTables } from '../shared/rule-tables.ts';
import type { Witness } from '../shared/audit/index.ts';
import { makePlaceIndex, type PlaceRow } from '../shared/people/index.ts';
import { instantIn, todayIn, type Clock } from '../shared/platform/clock.ts';
import type { Envelope, HostEvent } from '../shared/platform/contract.ts';
import { ExpectedFailure, fail, type Failure } from '../shared/platform/failures.ts';
import { boardContract, deskContract, receptionContract } from '../shared/reception/index.ts';
import { bundleLimits } from '../shared/filings/index.ts';
import type { Paper } from '../shared/papers/index.ts';
import {
  accessHandlers,
  checkApprover,
  getStaff,
  makeSignIn,
  mustChangePassword,
  Sessions,
  standingOn,
  type AccessParts,
} from './access/index.ts';
import { alertsHandlers } from './alerts/index.ts';
import { attachmentsHandlers, fileProblems, listStoredFiles, makeVault, tellLostFiles } from './attachments/index.ts';
import {
  auditHandlers,
  AuditLog,
  noteOnPaper,
  printedKey,
  recoveredSince,
  SegmentKeys,
  StartCheck,
  type WitnessReader,
} from './audit/index.ts';
import {
  backupHandlers,
  copiesIn,
  copyByItself,
  CopyQueue,
  CopyTimer,
  copyWitness,
  outsideCopyAt,
} from './backup/index.ts';
import { careHandlers, followUpHandlers, lastAttentionOn } from './care/index.ts';
import { centreHandlers, getCentre, recoveryHandlers } from './centre/index.ts';
import { conflictsHandlers } from './conflicts/index.ts';
import type { Database, Trx } from './database.ts';
import { directoryHandlers } from './directory/index.ts';
import { doorContext } from './door-context.ts';
import { Ending } from './ending.ts';
import { filingsHandlers, measuresAskedOn, presentingHandlers } from './filings/index.ts';
import { KeptAnswers } from './idempotency.ts';
import { importsHandlers } from './imports/index.ts';
import {
  accountHandlers,
  caseHeading,
  casePersons,
  closedCases,
  fichaHandlers,
  intakeHandlers,
  relationTo,
} from './intake/index.ts';
import { migrations } from './migrations/index.ts';
import { pairsHandlers } from './pairs/index.ts';
import { ensureKeys, mergeHandlers, peopleHandlers, SearchBudget } from './people/index.ts';
import { allowedFolders, copyWitnesses, deliverCopy, papersHandlers, saveFileHandler } from './papers/index.ts';
import { personContext } from './person-context.ts';
import { isProposalHidden } from './proposal-reach.ts';
import type { KdfPolicy } from './platform/crypto/kdf.ts';
import { Gate, type GateParts } from './platform/gate/gate.ts';
import { filesHandlers } from './platform/gate/files.ts';
import type { Handlers } from './platform/gate/handler.ts';
import type { Session } from './platform/gate/session.ts';
import { IncidentLog } from './platform/incident-log.ts';
import {
  joinPapers,
  makeBundle,
  printPaper,
  stampOffice,
  writeWord,
  type BundleMaker,
  type OfficeStamp,
} from './platform/paper/index.ts';
import type { ApplicationPorts, CopyPorts } from './platform/ports.ts';
import { judgedSaver } from './platform/saving.ts';
import type { StartedSegment } from './platform/storage/audit-chain.ts';
import { newestVersion } from './platform/storage/migrate.ts';
import type { PlatformTables } from './platform/storage/platform-tables.ts';
import { Strongroom } from './platform/storage/strongroom.ts';
import { translateSqliteError } from './platform/storage/translate-sqlite-error.ts';
import { privacyHandlers } from './privacy/index.ts';
import { deadlineListener, dutyEnds, proceedingsHandlers, recountTerms } from './proceedings/index.ts';
import { receptionHandlers } from './reception/index.ts';
import {
  custodyHandlers,
  kitAnsweredOn,
  referralReturnHandlers,
  referralsHandlers,
  refuseWithdrawn,
} from './referrals/index.ts';
import { registerHandlers } from './register/index.ts';
import { frozenProblems, isMonthClosed, monthWitness, monthWitnesses, reportsHandlers } from './reports/index.ts';
import { endInterrupted, OpenAccesses, reserveHandlers, settleEnded, type EndingParts } from './reserve/index.ts';
import { riskHandlers } from './risk/index.ts';
import { rulebookHandlers } from './rulebook/index.ts';
import { sealedKinds } from './sealed-kinds.ts';

export const version = '0.1.0';

export type ApplicationOptions = {
  readonly dataFolder: string;
  readonly host: 'electron' | 'loopback' | 'direct';
  readonly ports: ApplicationPorts;
  /** The product hands in exactly one; tests hand in a cheap one. */
  readonly kdfPolicy: KdfPolicy;
  /** Whether founding a centre measures this computer first; the demo and the tests do not wait for it. */
  readonly calibrates?: boolean;
  /** Milliseconds from a sign-in to the check of the whole chain; two seconds unless said. */
  readonly startCheckAfterMs?: number;
};

export type Application = {
  invoke(call: unknown): Promise<Envelope>;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Full lock of every session: system lock, sleep. */
  lockAll(why: 'system' | 'idle'): Promise<void>;
  /** Ends every session, makes the copy of closing, closes the database and frees the folder. */
  close(): Promise<void>;
};

/** Files beside the database, as any state of the record names them. */
const filesOf = (db: Kysely<PlatformTables>) => listStoredFiles(db);

/** The thread of the copies stands beside this file: as source, or in the bundle. */
const copyThread = new URL(import.meta.url.endsWith('.ts') ? './copy-worker.ts' : './copy-worker.js', import.meta.url);

const stampFoot = (bytes: Uint8Array, stamp: OfficeStamp) => stampOffice(bytes, stamp, { fontFolder });
const bundle: BundleMaker = (pieces, limit) => makeBundle(pieces, { fontFolder, limit, mostPages: bundleLimits.pages });

const fontFolder = join(import.meta.dirname, '../../resources/fonts');

export function createApplication(options: ApplicationOptions): Promise<Application> {
  const { ports, host } = options;
  const { clock } = ports;
  const strongroom = makeStrongroom(options);
  const vault = makeVault(() => strongroom.folder);
  const log = new IncidentLog(options.dataFolder, clock);
  const listeners = new Set<(event: HostEvent) => void>();
  const audit = new AuditLog({
    kinds: sealedKinds,
    recordSealKey: () => strongroom.secrets.recordSealKey,
    device: host,
    clock,
  });
  const outside = waysOut(options, strongroom);
  const segments = new SegmentKeys();
  const startCheck = new StartCheck({
    opened: () => (strongroom.isOpen ? strongroom.database : null),
    source: () => chainSource(strongroom),
    read: (work) => strongroom.read(work),
    copies: (trx) => copiesNearby(trx, strongroom),
    doubt: (trouble) => {
      strongroom.putInDoubt(trouble);
      for (const listener of listeners) listener({ kind: 'changed', topic: 'troubles' });
    },
    record: (action, found) =>
      strongroom.transaction((trx) => {
        const detail = JSON.stringify(found);
        return audit.appendForProgram(trx, { action, touched: [], staffId: null, outcome: 'failed', detail });
      }),
  });
  const startKeys = { noteOnPaper, keep: (begun: StartedSegment) => segments.keep(begun), printed: printedKey };
  const byThread = { queue: new CopyQueue(), thread: copyThread };
  const copying = {
    ...{ strongroom, ports, kinds: sealedKinds, clock, migrations, filesOf, audit, tellLost: tellLostFiles },
    ...byThread,
    startKeys,
  };
  const places = makePlaceIndex(districts as unknown as readonly PlaceRow[]);
  const print = (paper: Paper, input?: unknown) => printPaper(paper, { fontFolder, input });
  const transaction = <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.transaction(work);

  const accesses = new OpenAccesses(clock);
  const endings: EndingParts = {
    accesses,
    transaction,
    now: () => instantIn(clock),
    recordStop: (trx, { staffId, id, ending }) =>
      audit.appendForProgram(trx, {
        ...{ action: 'breakGlass.stop', staffId, detail: JSON.stringify({ ending }) },
        touched: [{ kind: 'exceptional_access', id }],
      }),
  };

  const copyAtEnd = async () => {
    await settleEnded(endings).catch((error: unknown) => void log.record(error, 'close'));
    segments.dropHandedOut();
    await copyByItself(copying, 'closing');
  };
  const ending = new Ending({ strongroom, audit, log, clock, copy: copyAtEnd });
  const sessions = new Sessions(clock, {
    ended: (session, why) => {
      for (const listener of listeners) listener({ kind: 'locked', session: session.token, why });
      accesses.sessionEnded(session.token);
      ending.sessionEnded(session, why);
    },
    unused: () => ending.closeUnless(() => sessions.isUsed),
  });

  let isBrowserAccepted = host !== 'loopback';
  const checkHost = (isPractice: boolean) => {
    if (!isBrowserAccepted && !isPractice) throw fail('rule-broken', 'confirm-browser');
  };

  const signIn = makeSignIn({
    clock,
    box: strongroom,
    sessions,
    ends: ending.ends,
    recordLateEnd: (trx, end) => ending.recordLateEnd(trx, end),
    checkHost: () => checkHost(strongroom.isPractice() ?? false),
    recordStart: async (trx, session, detail) => {
      await audit.append(trx, { session, action: 'session.start', outcome: 'ok', object: null, touched: [], detail });
      startCheck.soon(options.startCheckAfterMs ?? 2000);
      if (session.isReadOnly) return;
      await endInterrupted(trx, endings);
      // Searches while something is prepared only read: their keys are made before anybody asks.
      await ensureKeys(trx);
    },
    centreOf: (trx) => getCentre(trx),
    recoveredSince,
  });

  const searches = new SearchBudget();
  const handlers: Handlers<Contract, Trx> = {
    ...centreHandlers({
      clock,
      host,
      version,
      strongroom,
      acceptBrowser: () => void (isBrowserAccepted = true),
      checkHost,
      lastCopyAt: () => outsideCopyAt(strongroom),
      begin: (staffId) => signIn.begin(staffId, 0),
      recordFounding: (trx, touched, staffId) =>
        audit.appendForProgram(trx, { action: 'centre.founded', touched, staffId }),
      firstEntry: (staffId) => audit.firstEntry('audit.segmentStarted', staffId),
      printPaper: print,
    }),
    ...recoveryHandlers({
      ...{ clock, strongroom, sessions, checkHost, printPaper: print, saver: ports.saver },
      begin: (staffId) => signIn.begin(staffId, 0),
      firstEntry: (action, staffId) => audit.firstEntry(action, staffId),
    }),
    ...accessHandlers({
      signIn,
      sessions,
      pinPolicy: options.kdfPolicy,
      recordWrongPin: (session, detail) => ending.recordWrongPin(session, detail),
      keys: strongroom,
      forbiddenWords: async (trx) => [(await getCentre(trx)).name],
      isProposalHidden,
      printPaper: print,
      centreHead: (trx) => getCentre(trx),
      accessChanged: accessChanged(sessions, strongroom),
    }),
    ...alertsHandlers({ headingOf: caseHeading }),
    ...receptionHandlers(doorContext(searches)),
    ...peopleHandlers(personContext(places), searches),
    ...mergeHandlers(personContext(places)),
    ...conflictsHandlers(casePersons),
    ...reserveHandlers({
      accesses,
      verifySecond: (login, password) => signIn.verify(login, password),
      recordDenied: (session, refused) => transaction((trx) => audit.appendDenied(trx, session, refused)),
    }),
    ...privacyHandlers({ dutyEnds }),
    ...intakeHandlers({ isMonthClosed, lastAttentionOn, places }),
    ...accountHandlers,
    ...fichaHandlers,
    ...riskHandlers,
    ...{ ...careHandlers, ...followUpHandlers },
    ...pairsHandlers,
    ...proceedingsHandlers({ printPaper: print, kitAnsweredOn, measuresAskedOn, ports: outside }),
    ...papersHandlers({ ports: outside, joinPapers, writeWord, stampOffice: stampFoot, mayLeave: refuseWithdrawn }),
    ...filingsHandlers({ printPaper: print, writeWord, places }),
    ...referralsHandlers({ printPaper: print, places }),
    ...referralReturnHandlers,
    ...custodyHandlers({ printPaper: print, places }),
    ...registerHandlers({ printPaper: print, joinPapers, places, ports: outside }),
    ...reportsHandlers({ printPaper: print, secrets: () => strongroom.secrets }),
    ...auditHandlers({
      ...{
        audit,
        closedCases,
        segments,
        dialogs: ports.dialogs,
        printPaper: print,
        lastCopyAt: () => outsideCopyAt(strongroom),
      },
      ...{ extraProblems: frozenProblems, problemsOutside: fileProblems(vault) },
      source: () => chainSource(strongroom),
      readers: (trx) => witnessReaders(trx, strongroom),
      keptWitnesses: async (trx) => [...(await copyWitnesses(trx)), ...(await monthWitnesses(trx))] as Witness[],
      sendPaper: (way, file) => deliverCopy(outside, way, file),
      strongroom,
      verifySecond: (login, password) => signIn.verify(login, password),
    }),
    ...importsHandlers({ places, copyFirst: () => copyByItself(copying, 'risk') }),
    ...backupHandlers(copying),
    ...filesHandlers({ saveFile: saveFileHandler(outside), clipboard: ports.clipboard }),
    ...directoryHandlers({ daysChanged: recountTerms }),
    ...rulebookHandlers({ tables: ruleTables, listeners: [deadlineListener] }),
    ...attachmentsHandlers({ vault }),
    ...presentingHandlers({ vault, makeBundle: bundle, ports: outside, places }),
  };

  const gate = new Gate<Trx>({
    contract,
    handlers,
    clock,
    newId: () => randomUUID(),
    phase: () => strongroom.phase(),
    sessions: {
      find: (token) => sessions.find(token),
      refresh: (trx, session) => {
        const { isReadOnly } = strongroom;
        return refresh(trx, session, { sessions, isReadOnly, today: todayIn(clock) });
      },
      verifyPassword: (session, password) => signIn.verify(session.login, password),
    },
    access: accessOf(clock, accesses),
    transaction,
    read: (work) => strongroom.read(work),
    audit,
    answers: new KeptAnswers(() => instantIn(clock)),
    checkCaseSeals: (trx, caseId) => audit.checkCaseSeals(trx, caseId),
    failureOf: (error, procedure) => failureOf(error, procedure, log),
  });

  // An empty chair: keys must not outlive it because nobody calls any more.
  const idleTimer = setInterval(() => sessions.endIdle(), 15_000);
  idleTimer.unref();
  const copyTimer = new CopyTimer(copying);
  const copyLook = setInterval(() => void copyTimer.look(), 60_000);
  copyLook.unref();

  return Promise.resolve({
    invoke: async (call) => {
      if (strongroom.isOpen) await settleEnded(endings).catch((error: unknown) => void log.record(error, 'settle'));
      const envelope = await gate.invoke(call);
      if (envelope.ok && changesBoard(call)) {
        for (const listener of listeners) listener({ kind: 'changed', topic: 'reception' });
      }
      return envelope;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lockAll: async (why) => {
      sessions.endAll(why);
      await ending.settled();
    },
    close: async () => {
      clearInterval(idleTimer);
      clearInterval(copyLook);
      sessions.endAll('asked');
      await ending.settled();
      await strongroom.release();
      listeners.clear();
    },
  });
}

/** The open file as the thread that walks its chain opens it. */
function chainSource({ folder, keyring, dek }: Strongroom<Database>) {
  const { dbFile, dbId, epoch, practice } = keyring;
  return {
    file: join(folder, dbFile),
    dek,
    expected: { dbId, epoch, practice, newestVersion: newestVersion(migrations) },
  };
}

/** Heads of the copies in the folder of copies, when it is there. */
async function copiesNearby(trx: Trx, { keyring, dek }: Strongroom<Database>): Promise<Witness[]> {
  const row = await trx.selectFrom('meta').select('value').where('key', '=', 'copy_folder').executeTakeFirst();
  return (row === undefined ? [] : copiesIn(row.value, { keyring, dek })) as Witness[];
}

/** Files outside that say where the chain stood: manifests of copies, and published months of this centre. */
async function witnessReaders(trx: Trx, { keyring, dek }: Strongroom<Database>): Promise<WitnessReader[]> {
  const { code } = await getCentre(trx);
  const readers = [
    (path: string, text: string) => copyWitness(path, text, { keyring, dek }),
    (path: string, text: string) => monthWitness(path, text, code),
  ];
  return readers as WitnessReader[];
}

function makeStrongroom({
  dataFolder,
  kdfPolicy,
  calibrates = false,
  ports,
}: ApplicationOptions): Strongroom<Database> {
  const { clock, drives } = ports;
  const found = { policy: kdfPolicy, calibrates, drives, clock, migrations };
  return new Strongroom<Database>({ ...found, folder: dataFolder, filesNamed: filesOf });
}

/** Printer and folder, with what Coordinación decided of folders outside this computer. */
function waysOut({ ports, dataFolder }: ApplicationOptions, strongroom: Strongroom<Database>): CopyPorts {
  const allowed = () => strongroom.transaction((trx) => allowedFolders(trx));
  return { printer: ports.printer, saver: judgedSaver(ports.saver, { drives: ports.drives, dataFolder, allowed }) };
}

/** Who may do what, by the clock of this computer. */
function accessOf(clock: Clock, accesses: OpenAccesses): GateParts<Trx>['access'] {
  return {
    mayEver,
    decide,
    relationTo: async (trx, session, caseId) => {
      const relation = await relationTo(trx, session, caseId, { instant: instantIn(clock), today: todayIn(clock) });
      return relation === null ? null : { ...relation, isExceptional: accesses.isOpen(session, caseId) };
    },
    checkApprover: (trx, session, kind, proposalId) =>
      checkApprover({ trx, session, now: instantIn(clock) }, kind, proposalId),
  };
}

/** Calls after which every «Orden de llegada» is read again; the event itself carries nothing. */
const boardChanges = new Set<unknown>([
  ...Object.entries({ ...receptionContract, ...boardContract, ...deskContract })
    .filter(([, spec]) => spec.changes)
    .map(([name]) => name),
  ...['openCase', 'handOverCase', 'saveSectionA', 'settlePerson', 'saveCasePerson'],
]);

function changesBoard(call: unknown): boolean {
  return typeof call === 'object' && call !== null && 'procedure' in call && boardChanges.has(call.procedure);
}

/** Somebody lost the access or gets a code: nothing stays open, and no wrong password of before counts. */
function accessChanged(sessions: Sessions, { loginState }: Strongroom<Database>): AccessParts['accessChanged'] {
  return async ({ id, login }) => {
    sessions.endOf(id, 'disabled');
    await loginState.succeeded(login);
  };
}

/**
 * Roles and state as the record has them today, so that a change acts on the next call and what ends by its day has
 * ended.
 */
async function refresh(
  trx: Trx,
  session: Session,
  {
    sessions,
    isReadOnly,
    today,
  }: { readonly sessions: Sessions; readonly isReadOnly: boolean; readonly today: string },
): Promise<void> {
  const staff = await getStaff(trx, session.staffId);
  if (staff.state !== 'active') {
    sessions.end(session, 'disabled');
    throw fail('locked');
  }
  Object.assign(session, await standingOn(trx, staff, today));
  session.isReadOnly = isReadOnly;
  session.mustChangePassword = await mustChangePassword(trx, session.staffId);
}

/** What leaves the application for an error: expected failures as they are, bugs as a number. */
function failureOf(error: unknown, procedure: string, log: IncidentLog): Failure {
  const translated = error instanceof ExpectedFailure ? error : translateSqliteError(error);
  if (translated instanceof ExpectedFailure) return translated.failure;
  return { code: 'unexpected', reason: null, issues: [], incident: log.record(error, procedure) };
}
