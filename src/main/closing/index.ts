/** The door of the closing domain. */
export { checkCaseOpen } from './read-only.ts';
export { closingHandlers } from './service.ts';
