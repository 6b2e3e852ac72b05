export { attentionsOf, lastAttentionOn, type GivenAttention } from './given.ts';
export { findConsent } from './repository.ts';
export { careHandlers, followUpHandlers } from './service.ts';
export type { CareTables } from './tables.ts';
