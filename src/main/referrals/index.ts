export { referralReturnHandlers } from './returns.ts';
export { referralsHandlers, type ReferralParts } from './service.ts';
export type { ReferralsTables } from './tables.ts';
export { refuseWithdrawn } from './standing-consent.ts';
