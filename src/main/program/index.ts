/** The door of the program domain in main. */
export { isPackaged } from './publisher-keys.ts';
export { programHandlers } from './service.ts';
