/** The door of the program domain in main. */
export { isRelease } from './publisher-keys.ts';
export { programHandlers } from './service.ts';
