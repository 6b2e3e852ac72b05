/** The door of the access domain: staff, roles, permissions, sessions, approvals. */
export * from './codes.ts';
export * from './contract.ts';
export { passwordProblem, passwordProblemWords } from './password.ts';
export { actions, grantOf, type Action, type Grant } from './permissions.ts';
export { pauseContract, type LockSettings } from './pause-contract.ts';
export { defaultIdleMinutes, idleRange, pauseMinutes, pauseTries, pinProblem, pinSchema } from './pin.ts';
export {
  decide,
  exceptionalReads,
  isClosedBy,
  mayEver,
  maySecond,
  mostCasesInAnHour,
  type CaseRelation,
  type Decision,
} from './rules.ts';
export * from './schema.ts';
export * from './stand-in.ts';
export { standInContract } from './stand-in-contract.ts';
export { accessSheet } from './access-sheet.ts';
