/** The domains together: what each of them needs of the others and of this computer. */
import { join } from 'node:path';
import districts from '../../resources/places/districts.json' with { type: 'json' };
import { type Contract } from '../shared/contract.ts';
import { ruleTables } from '../shared/rule-tables.ts';
import { makePlaceIndex, type PlaceIndex, type PlaceRow } from '../shared/people/index.ts';
import { bundleLimits } from '../shared/filings/index.ts';
import type { Paper } from '../shared/papers/index.ts';
import { PaperKeys, proveRecoveryKey, type NoteKeys, type Sessions } from './access/index.ts';
import { accessHandlers, type SignIn } from './access/index.ts';
import { alertsHandlers } from './alerts/index.ts';
import { attachmentsHandlers, fileProblems, type makeVault } from './attachments/index.ts';
import { auditHandlers, passwordRenewedAt, type AuditLog, type SegmentKeys } from './audit/index.ts';
import { backupHandlers, type CopyParts, copyByItself, outsideCopyAt, rotationHandlers } from './backup/index.ts';
import { careHandlers, followUpHandlers, lastAttentionOn, noteHandlers } from './care/index.ts';
import { centreHandlers, getCentre, recoveryHandlers } from './centre/index.ts';
import { closingHandlers } from './closing/index.ts';
import { conflictsHandlers } from './conflicts/index.ts';
import { counterpartsHandlers } from './counterparts/index.ts';
import type { Trx } from './platform/storage/rows.ts';
import { agendaHandlers, dayHandlers } from './day/index.ts';
import { directoryHandlers } from './directory/index.ts';
import { doorContext } from './door-context.ts';
import type { Ending } from './ending.ts';
import { filingsHandlers, measuresAskedOn, presentingHandlers } from './filings/index.ts';
import { importsHandlers } from './imports/index.ts';
import { inspectionHandlers } from './inspection/index.ts';
import {
  accountHandlers,
  caseHeading,
  casePersons,
  closedCases,
  fichaHandlers,
  intakeHandlers,
} from './intake/index.ts';
import { evaluationCounts, monitoringHandlers } from './monitoring/index.ts';
import { pairsHandlers } from './pairs/index.ts';
import { mergeHandlers, nicknameListener, peopleHandlers, SearchBudget } from './people/index.ts';
import { keepUpdate } from './computers/keeper-update.ts';
import { nameThis } from './computers/keeper-entries.ts';
import { movedOf } from './computers/keeper-term.ts';
import { joiningOf } from './computers/moved-joins.ts';
import { ownFolder } from './computers/own-folder.ts';
import { companionsHandlers, type KeeperControl } from './companions/index.ts';
import { copyWitnesses, deliverCopy, papersHandlers, saveFileHandler } from './papers/index.ts';
import { personContext } from './person-context.ts';
import { isProposalHidden } from './proposal-reach.ts';
import type { Connection } from './platform/connection.ts';
import { filesHandlers } from './platform/gate/files.ts';
import type { Handlers } from './platform/gate/handler.ts';
import {
  joinPapers,
  makeBundle,
  printPaper,
  stampOffice,
  writeWord,
  type BundleMaker,
  type OfficeStamp,
} from './platform/paper/index.ts';
import type { RecordRef } from './platform/storage/record-seals.ts';
import type { Strongroom } from './platform/storage/strongroom.ts';
import { preventionHandlers } from './prevention/index.ts';
import { contactHandlers } from './contact/index.ts';
import { planHandlers } from './plan/index.ts';
import { dataRequestHandlers, privacyHandlers } from './privacy/index.ts';
import { deadlineListener, dutyEnds, hasBreach, proceedingsHandlers, recountTerms } from './proceedings/index.ts';
import { programHandlers } from './program/index.ts';
import { isPublished } from './release.ts';
import { receptionHandlers } from './reception/index.ts';
import {
  custodyHandlers,
  kitAnsweredOn,
  referralReturnHandlers,
  referralsHandlers,
  refuseWithdrawn,
} from './referrals/index.ts';
import { registerHandlers } from './register/index.ts';
import {
  findPublished,
  frozenProblems,
  internalHandlers,
  ministryKeyListener,
  monthWitnesses,
  reportsHandlers,
  reservedHandlers,
  takesNoMoreCases,
} from './reports/index.ts';
import { reserveHandlers, type OpenAccesses, type SealedWords } from './reserve/index.ts';
import { keepSameDay, openSameDay, riskHandlers } from './risk/index.ts';
import { rulebookHandlers } from './rulebook/index.ts';
import { safetyHandlers } from './safety/index.ts';
import { injuriesHandlers } from './injuries/index.ts';
import { reintegrationHandlers } from './reintegration/index.ts';
import { subjectHandlers } from './subject/index.ts';
import { timelineHandlers } from './timeline/index.ts';
import type { ApplicationOptions } from './application-options.ts';
import { chainSource, furthestCopy, witnessReaders } from './chain-witnesses.ts';
import { setUpFacts } from './set-up.ts';
import { accessChanged } from './gate-rules.ts';

const stampFoot = (bytes: Uint8Array, stamp: OfficeStamp) => stampOffice(bytes, stamp, { fontFolder });
const bundle: BundleMaker = (pieces, limit) => makeBundle(pieces, { fontFolder, limit, mostPages: bundleLimits.pages });

const fontFolder = join(import.meta.dirname, '../../resources/fonts');
const noticeFolder = join(import.meta.dirname, '../../resources/notices');

export type HandlerParts = {
  readonly options: ApplicationOptions;
  readonly version: string;
  readonly strongroom: Strongroom;
  readonly vault: ReturnType<typeof makeVault>;
  readonly audit: AuditLog;
  readonly segments: SegmentKeys;
  readonly copying: CopyParts;
  /** What place a path is; throws where nothing may be saved. */
  readonly judge: (path: string) => Promise<unknown>;
  /** Goes on with the keys of persons in the background. */
  readonly makeKeys: () => void;
  readonly accesses: OpenAccesses;
  readonly ending: Ending;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly noteKeys: NoteKeys;
  readonly sealedWords: SealedWords;
  readonly checkHost: (from: Connection, isPractice: boolean) => void;
};

function companionsParts({ options, sessions, strongroom, audit, copying }: HandlerParts) {
  const { keeper = null, ports } = options;
  return {
    ...{ clock: ports.clock, sessions, keeper, join: joiningOf(strongroom.folder, strongroom, options.join) },
    own: ownFolder(options, copying),
    movedAt: () => movedOf(strongroom.folder)?.at ?? null,
    nameThis: (control: KeeperControl) => nameThis(control, { strongroom, audit, clock: ports.clock }),
    transaction: <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.transaction(work),
    recordPaired: (trx: Trx, staffId: string, touched: readonly RecordRef[]) =>
      audit.appendForProgram(trx, { action: 'companion.paired', staffId, touched }),
  };
}

let knownDistricts: PlaceIndex | null = null;

/** Made with the first application of a process: the table is the same for all of them, and costs some milliseconds. */
function districtIndex(): PlaceIndex {
  // JSON is typed as lists, not as the rows of texts that they are.
  knownDistricts ??= makePlaceIndex(districts as readonly (readonly string[])[] as readonly PlaceRow[]);
  return knownDistricts;
}

/** Every procedure of the contract, answered by its domain. */
export function domainHandlers(parts: HandlerParts): Handlers<Contract, Trx> {
  const { options, version, strongroom, vault, audit, segments, copying, accesses, ending, sessions } = parts;
  const { signIn, checkHost, noteKeys, sealedWords } = parts;
  const paperKeys = new PaperKeys(noteKeys, sealedWords);
  const { host } = options;
  const { clock } = options.ports;
  const places = districtIndex();
  const print = (paper: Paper, input?: unknown) => printPaper(paper, { fontFolder, input });
  const verifySecond = (login: string, password: string) => signIn.verify(login, password);
  const searches = new SearchBudget();
  return {
    ...centreHandlers({
      clock,
      host,
      version,
      strongroom,
      place: options.place ?? null,
      blockedBy: () => (movedOf(strongroom.folder) === null ? strongroom.blockedBy() : 'keeper-moved'),
      isInUse: () => sessions.isUsed,
      checkHost,
      lastCopyAt: () => outsideCopyAt(strongroom),
      setUpFacts: (unit) => setUpFacts(unit, outsideCopyAt(strongroom)),
      begin: (staffId, from) => signIn.begin(staffId, 0, { from }),
      recordFounding: (trx, touched, staffId) =>
        audit.appendForProgram(trx, { action: 'centre.founded', touched, staffId }),
      firstEntry: (staffId) => audit.firstEntry('audit.segmentStarted', staffId),
      printPaper: print,
    }),
    ...recoveryHandlers({
      ...{ clock, strongroom, sessions, paperKeys, checkHost, printPaper: print },
      begin: (staffId, from) => signIn.begin(staffId, 0, { from }),
      firstEntry: (action, staffId) => audit.firstEntry(action, staffId),
    }),
    ...accessHandlers({
      signIn,
      ...{ noteKeys, sealedKeys: sealedWords, sessions },
      pinPolicy: options.kdfPolicy,
      recordWrongPin: (session, detail) => ending.recordWrongPin(session, detail),
      keys: strongroom,
      forbiddenWords: async (trx) => [(await getCentre(trx)).name],
      isProposalHidden,
      printPaper: print,
      centreHead: (trx) => getCentre(trx),
      accessChanged: accessChanged(sessions, strongroom),
    }),
    ...alertsHandlers({ headingOf: (unit, caseId) => caseHeading(unit.trx, unit, caseId) }),
    ...receptionHandlers(doorContext(searches)),
    ...peopleHandlers(personContext(places), searches),
    ...mergeHandlers(personContext(places)),
    ...conflictsHandlers(casePersons),
    ...reserveHandlers({
      ...{ accesses, sealedWords },
      ownOf: (login, password) => signIn.ownOf(login, password),
      proveRecoveryKey: (typed) => proveRecoveryKey(strongroom.keyring, typed),
      recordDenied: (session, refused) => strongroom.transaction((trx) => audit.appendDenied(trx, session, refused)),
    }),
    ...privacyHandlers({ dutyEnds }),
    ...dataRequestHandlers({ dutyEnds }),
    ...subjectHandlers({ printPaper: print, places }),
    ...intakeHandlers({
      takesNoMoreCases,
      lastAttentionOn,
      places,
      sameDay: { keepSameDay, openSameDay },
    }),
    ...accountHandlers,
    ...fichaHandlers,
    ...riskHandlers({ printPaper: print }),
    ...{ ...careHandlers, ...followUpHandlers, ...noteHandlers({ noteKeys, verifySecond }) },
    ...timelineHandlers,
    ...pairsHandlers({ ...personContext(places), hasBreach }),
    ...agendaHandlers,
    ...dayHandlers({ kitAnsweredOn, measuresAskedOn }),
    ...proceedingsHandlers({ printPaper: print, kitAnsweredOn, measuresAskedOn }),
    ...planHandlers,
    ...closingHandlers,
    ...contactHandlers,
    ...safetyHandlers({ printPaper: print }),
    ...injuriesHandlers,
    ...reintegrationHandlers,
    ...papersHandlers({
      joinPapers,
      writeWord,
      stampOffice: stampFoot,
      mayLeave: refuseWithdrawn,
      findPublished,
    }),
    ...filingsHandlers({ printPaper: print, writeWord, places }),
    ...referralsHandlers({ printPaper: print, places }),
    ...referralReturnHandlers,
    ...counterpartsHandlers({ printPaper: print, places }),
    ...custodyHandlers({ printPaper: print, places }),
    ...registerHandlers({ printPaper: print, joinPapers, places }),
    ...reportsHandlers({
      printPaper: print,
      secrets: () => strongroom.secrets,
      places,
      evaluationOf: evaluationCounts,
    }),
    ...reservedHandlers({ places }),
    ...monitoringHandlers({ printPaper: print }),
    ...internalHandlers({ printPaper: print, places }),
    ...auditHandlers({
      ...{
        audit,
        closedCases,
        segments,
        printPaper: print,
        lastCopyAt: () => outsideCopyAt(strongroom),
      },
      ...{ extraProblems: frozenProblems, problemsOutside: fileProblems(vault) },
      source: () => chainSource(strongroom),
      readers: (trx) => witnessReaders(trx, strongroom),
      keptWitnesses: async (trx) => [...(await copyWitnesses(trx)), ...(await monthWitnesses(trx))],
      sendPaper: deliverCopy,
      strongroom,
      verifySecond,
      furthestCopy: (trx) => furthestCopy(trx, strongroom),
    }),
    ...inspectionHandlers({
      ...{ printPaper: print, verifySecond, verifySeals: (trx) => audit.verifySeals(trx) },
    }),
    ...importsHandlers({ places, copyFirst: () => copyByItself(copying, 'risk') }),
    ...backupHandlers(copying),
    ...rotationHandlers({
      ...{ clock, copying, paperKeys, verifySecond, passwordRenewedAt, printPaper: print },
      rotate: (entry, change) => strongroom.rotate(entry, change),
      firstEntry: (action, staffId) => audit.firstEntry(action, staffId),
      sendPaper: deliverCopy,
    }),
    ...filesHandlers({ saveFile: saveFileHandler() }),
    ...preventionHandlers({ vault }),
    ...directoryHandlers({ daysChanged: recountTerms }),
    ...rulebookHandlers({
      tables: ruleTables,
      listeners: [deadlineListener, nicknameListener(parts.makeKeys), ministryKeyListener],
    }),
    ...attachmentsHandlers({ vault }),
    ...programHandlers({
      ...{ version, noticeFolder, isRelease: isPublished },
      copyFirst: () => copyByItself(copying, 'risk'),
      judge: parts.judge,
      keepForOthers: (file) => keepUpdate(strongroom.folder, file),
    }),
    ...companionsHandlers(companionsParts(parts)),
    ...presentingHandlers({ vault, makeBundle: bundle, places }),
  };
}
