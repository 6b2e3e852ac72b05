export { findConsent } from './repository.ts';
export { careHandlers } from './service.ts';
export type { CareTables } from './tables.ts';
