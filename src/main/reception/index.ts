export { bookedOn } from './desk-repository.ts';
export { isArrivalOpenTo } from './reach.ts';
export type { DoorCase, DoorContext } from './door-context.ts';
export { passOn } from './moves.ts';
export { arrivalsOf, visitsAmong, visitsBetween, visitsOf } from './of-case.ts';
export { closeArrival, findOpenArrival, firstAttentions } from './repository.ts';
export { watchCase } from './silent-match.ts';
export { receptionHandlers } from './service.ts';
export type { ReceptionOpened } from './tables.ts';
