/** The door of the program domain in main. */
export { isRelease } from './publisher-keys.ts';
export { installerIn, programHandlers } from './service.ts';
export { checkSigned, checkUpdateFile, writeInstaller } from './update-file.ts';
