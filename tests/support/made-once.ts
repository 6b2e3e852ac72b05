/** State that costs seconds and is the same for many tests: made by the first of them, each begins with a copy of its own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newFolder } from './temporary-folder.ts';

/**
 * @param make fills the folder, leaves nothing in it open, and answers what else a test must know, which no test changes
 * @returns what makes the copy, a folder of the test that asks; `removeFolders` takes it away
 */
export function madeOnce<Facts extends object>(
  make: (place: string) => Promise<Facts>,
): () => Promise<Facts & { readonly place: string }> {
  let made: Promise<Facts & { readonly place: string }> | null = null;
  const begin = async () => {
    // Not of `newFolder`: it outlives the test that makes it.
    const place = mkdtempSync(join(tmpdir(), 'registro-made-once-'));
    process.once('exit', () => rmSync(place, { recursive: true, force: true }));
    return { ...(await make(place)), place };
  };
  return async () => {
    made ??= begin();
    const facts = await made;
    const place = newFolder();
    cpSync(facts.place, place, { recursive: true });
    return { ...facts, place };
  };
}

/** What stands in a folder, put into the place under a name of its own; as strictly closed to others as a folder of a record. */
export function putInto(place: string, name: string, from: string): void {
  const to = join(place, name);
  mkdirSync(to, { mode: 0o700 });
  cpSync(from, to, { recursive: true });
}
