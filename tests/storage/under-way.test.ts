import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { replaceFile } from '../../src/main/platform/storage/durable-file.ts';
import { sweepHalfWritten } from '../../src/main/platform/storage/opening.ts';
import { newFolder, removeFolders } from '../support/temporary-folder.ts';

afterEach(removeFolders);

// Several people sign in at one moment: while one opens the record, the attempt of another is being counted.
it('what is written just now is swept by nobody, what another process left is', async () => {
  const folder = newFolder();
  const left = join(folder, 'login-state.json.0123abcd.tmp');
  writeFileSync(left, 'half');
  const path = join(folder, 'login-state.json');
  const now = { isOver: false };
  let seen = 0;
  const written = replaceFile(path, 'a'.repeat(5_000_000)).finally(() => (now.isOver = true));
  while (!now.isOver) {
    seen += readdirSync(folder).filter((name) => name.endsWith('.tmp') && !left.endsWith(name)).length;
    sweepHalfWritten(folder);
    await turn();
  }
  await written;
  expect(seen).toBeGreaterThan(0);
  expect(readFileSync(path)).toHaveLength(5_000_000);
  expect(existsSync(left)).toBe(false);
});
