/** Folders of a test beside its centre. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registro-beside-'));
  folders.push(folder);
  return folder;
}

const isCopy = /^backup-/;

function holdsCopies(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => isCopy.test(name));
  } catch {
    return false;
  }
}

/** When a test has ended, before its centres are closed: the copy of closing would be made and proven for nobody. */
export function removeCopies(): void {
  for (const folder of folders.filter(holdsCopies)) rmSync(folder, { recursive: true, force: true });
}

/** For `afterEach`, after the centres are closed. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
