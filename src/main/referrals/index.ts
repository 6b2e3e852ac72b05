export { referralReturnHandlers, refuseWithdrawn } from './returns.ts';
export { commitAct, prepareAct, type PreparedAct, type ReferralParts } from './act.ts';
export { consentOption } from './start.ts';
export {
  handOverReferral,
  keepSlip,
  levelAsked,
  optionsOfReferral,
  recheckReferral,
  referralOfDocument,
  sheetOf,
} from './sheet.ts';
export {
  answersOf,
  getReferral,
  kitAnsweredOn,
  listOfCase as listReferralsOfCase,
  listRefusals,
  slipsOf,
} from './return-repository.ts';
export { custodyHandlers } from './custody.ts';
export { referralsHandlers } from './service.ts';
export type { ReferralRow } from './return-repository.ts';
export type { ReferralsOpened } from './tables.ts';
export { awaitedSlips, referralsWithAnswers } from './waiting.ts';
export { custodyOfCase, isInReceipt } from './custody-repository.ts';
