export { referralReturnHandlers } from './returns.ts';
export type { ReferralParts } from './act.ts';
export { answersOf, kitAnsweredOn, listOfCase as listReferralsOfCase, slipsOf } from './return-repository.ts';
export { custodyHandlers } from './custody.ts';
export { referralsHandlers } from './service.ts';
export type { ReferralsOpened } from './tables.ts';
export { refuseWithdrawn } from './standing-consent.ts';
export { awaitedSlips, referralsWithAnswers } from './waiting.ts';
export { custodyOfCase, isInReceipt } from './custody-repository.ts';
