/** What tests begin with is made once, and none of them sees what another did to its copy. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { newFolder, removeCopies, removeFolders } from '../../support/temporary-folder.ts';

afterEach(removeFolders);

it('gives each who asks a copy of its own, of what was made but once', async () => {
  let times = 0;
  const begun = madeOnce((place) => {
    const from = newFolder();
    writeFileSync(join(from, 'a.txt'), `${(times += 1)}`);
    putInto(place, 'registro', from);
    return Promise.resolve({ facts: times });
  });
  const first = await begun();
  writeFileSync(join(first.place, 'registro', 'a.txt'), 'changed');
  // As between two tests.
  removeFolders();
  expect(existsSync(first.place)).toBe(false);
  const second = await begun();
  expect(readFileSync(join(second.place, 'registro', 'a.txt'), 'utf8')).toBe('1');
  expect([second.facts, times]).toEqual([1, 1]);
});

it('takes away folders of copies alone before the centres are closed', () => {
  const [copies, other] = [newFolder(), newFolder()];
  writeFileSync(join(copies, 'backup-20260610t140000z-57'), '');
  writeFileSync(join(other, 'registro.e1.db'), '');
  removeCopies();
  expect([existsSync(copies), existsSync(other)]).toEqual([false, true]);
});
