export { attentionHandlers } from './attentions.ts';
export { attentionsOf, lastAttentionOn, type GivenAttention } from './given.ts';
export { interviewHandlers } from './interviews.ts';
export { findConsent } from './repository.ts';
export { careHandlers } from './service.ts';
export type { CareTables } from './tables.ts';
