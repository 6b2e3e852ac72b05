export { isHiddenFrom, readAggressors } from './condition-history.ts';
export { casePersons, isClosedTo } from './case-persons.ts';
export { doorCaseOf } from './at-door.ts';
export { appraisalsOf } from './appraisals.ts';
export { accountForPaper, accountHandlers, isAccountLocked, quoteAccount } from './account.ts';
export { caseHeading, handOverTo } from './cases.ts';
export {
  findCase as findCaseRow,
  findCaseByNumber,
  getCaseRow,
  getIncident,
  getPair,
  isReachable,
  listCasesOfPerson,
  listGrants,
  occurredOn,
  relationTo,
  standsOnlyInAnnulled,
  updateCase,
  type CaseRow,
} from './case-repository.ts';
export { listParticipantRows } from './participant-repository.ts';
export { fichaNumberOf, holderOfFichaNumber, requireFreeFichaNumber } from './ficha-number.ts';
export { deleteDraftOf, draftsOfCase } from './draft-repository.ts';
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
export { completeSections, missingInA, missingInB } from './progress.ts';
export { allowed, numberFor } from './rights.ts';
export { getFormSection, getSectionA, getSectionB, type SavedSection } from './section-repository.ts';
export { fichaHandlers, intakeHandlers } from './service.ts';
export type { IntakeTables } from './tables.ts';
