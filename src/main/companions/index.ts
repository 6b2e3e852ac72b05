export type { KeeperControl, NewCompanion, Pin, Refused } from './keeper.ts';
export { goFrom, tellCase } from './presence.ts';
export { listPins, noteCopyKept } from './repository.ts';
export { companionsHandlers, type JoinAsked } from './service.ts';
export type { CompanionsTables } from './tables.ts';
