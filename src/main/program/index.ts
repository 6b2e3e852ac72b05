/** The door of the program domain in main. */
export { programHandlers } from './service.ts';
