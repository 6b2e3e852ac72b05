export type { KeeperControl, NewCompanion, Pin, Refused, Unwritten } from './keeper.ts';
export { endFormerCompanions, nameKeeper, type Named } from './statement.ts';
export { goFrom, tellCase } from './presence.ts';
export { listPins, noteCopyKept } from './repository.ts';
export { companionsHandlers, type JoinAsked, type OwnFolder } from './service.ts';
export type { CompanionsTables } from './tables.ts';
