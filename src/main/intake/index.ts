export { readAggressors } from './condition-history.ts';
export {
  casePersons,
  closedCases,
  closedTo,
  inConflict,
  isClosedTo,
  personsAround,
  personsOfReserved,
  type StandingRow,
} from './case-persons.ts';
export { isPhoneOfAccused, phonesOfAccused } from './accused-phones.ts';
export { doorCaseOf } from './at-door.ts';
export { openDoubt, womenOf } from './doubts.ts';
export { appraisalsOf, readAppraisal } from './appraisals.ts';
export { accountForPaper, accountHandlers, openAccount, quoteAccount } from './account.ts';
export { tellingsOf, type Telling } from './account-repository.ts';
export { caseHeading, caseHeadings, handOverTo, type CaseHeading } from './cases.ts';
export {
  findCase as findCaseRow,
  findCaseByNumber,
  getCaseRow,
  getIncident,
  getPair,
  listCasesOfPerson,
  listGrants,
  occurredOn,
  standsOnlyInAnnulled,
  updateCase,
  type CaseRow,
} from './case-repository.ts';
export { casesComplete } from './progress.ts';
export {
  caseHeads,
  casesInCharge,
  draftFacts,
  grantsAmong,
  pendingCorrections,
  runningGrants,
  sectionHands,
  type CaseHead,
  type RunningGrant,
} from './in-charge.ts';
export { isReachable, relationsTo, relationTo } from './case-reach.ts';
export { listParticipantRows } from './participant-repository.ts';
export { fichaNumberOf, holderOfFichaNumber, requireFreeFichaNumber } from './ficha-number.ts';
export { draftFormTitle } from './drafts.ts';
export {
  deleteDraftsOf,
  draftsOfCase,
  eraseDrafts,
  findDraft,
  forgetTyped,
  insertDraft,
  updateDraft,
} from './draft-repository.ts';
export { eraseOldCase, erasePair, insertOldCase, isOldCaseChanged, type OldCase } from './old-list.ts';
export {
  hasAnswers,
  moveSection,
  moveSupplement,
  refuseIssued,
  refuseMove,
  supplementsToldIn,
  type Between,
} from './moves.ts';
export { withdrawNumber } from './person-page.ts';
export { areToldApart } from './identity-answers.ts';
export { tellApart } from './settle.ts';
export { contextOfB, missingInA, missingInB } from './progress.ts';
export { reopenOfPersons, reopenRestingOn, reopenWhy } from './reopen.ts';
export { nameIn, namesIn, personSeen, recordFor, type Reader } from './person-sight.ts';
export { allowed, numberFor } from './rights.ts';
export {
  answersByCase,
  getFormSection,
  getSectionA,
  getSectionB,
  sectionsByCase,
  type SavedSection,
} from './section-repository.ts';
export { fichaHandlers, intakeHandlers } from './service.ts';
export { tickPlanAction, untickPlanAction } from './plan-ticks.ts';
export { casesDescribed, runningCases, termFactsOf, type Assault, type TermFacts } from './term-facts.ts';
export { aboveIntake } from './above.ts';
export {
  insertSeal,
  membersOf,
  replaceMembers,
  sealedCases,
  sealedFor,
  sealedWhen,
  standingSeal,
  unsealedAt,
  updateSeal,
  type SealRow,
} from './seals.ts';
export type { BlankPapers, IntakeOpened } from './tables.ts';
