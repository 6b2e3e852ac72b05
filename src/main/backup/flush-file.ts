import { closeSync, fsyncSync, openSync } from 'node:fs';

/** On the disk, not only handed to the system. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
