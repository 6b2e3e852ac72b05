import { statSync } from 'node:fs';

export const isWindows = process.platform === 'win32';

/** The rights of everybody but the owner; 0 on Windows, where `mode` says nothing: rights stand in the folder's list there. */
export const rightsOfOthers = (file: string): number => (isWindows ? 0 : statSync(file).mode & 0o077);
