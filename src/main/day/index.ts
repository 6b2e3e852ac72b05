/** The door of the day. */
export { dayHandlers } from './service.ts';
