/** The door of the closing domain. */
export { checkCaseOpen } from './read-only.ts';
export { closingsAmong } from './for-day.ts';
export { listClosings, listReopenings, listSupervisions } from './repository.ts';
export { closingHandlers } from './service.ts';
