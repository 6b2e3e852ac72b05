export { counterpartsHandlers } from './service.ts';
export { handedReferrals, unsettledNotes } from './repository.ts';
