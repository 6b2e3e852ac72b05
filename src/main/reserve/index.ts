export { endInterrupted, settleEnded, type EndingParts } from './ending.ts';
export { OpenAccesses } from './open-accesses.ts';
export { reserveHandlers, type ReserveParts } from './service.ts';
