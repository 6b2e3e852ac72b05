/** A stick of false capacity takes every byte and gives others back: what was copied is read again from it. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { copyKeptFiles } from '../../../src/main/backup/kept-files.ts';
import { sha256Of, vaultFolderName, type StoredFile } from '../../../src/main/platform/storage/file-vault.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const medium = vi.hoisted(() => ({ isFalse: false }));
vi.mock('../../../src/main/platform/storage/durable-file.ts', async (original) => ({
  ...(await original<object>()),
  flushFile: (path: string) => {
    if (medium.isFalse) writeFileSync(path, Buffer.alloc(statSync(path).size));
  },
}));

afterEach(removeFolders);

it.each([
  [false, 'none'],
  [true, 'damaged/copy-damaged'],
])('what a medium gives back is proved, false: %s', async (isFalse, end) => {
  const [record, copy] = [newFolder(), newFolder()];
  const bytes = Buffer.from('Una nota inventada.');
  mkdirSync(join(record, vaultFolderName));
  const name = `${crypto.randomUUID()}.bin`;
  writeFileSync(join(record, vaultFolderName, name), bytes);
  const file = { name, storedSize: bytes.length, storedSha256: sha256Of(bytes) } as StoredFile;
  medium.isFalse = isFalse;
  expect(await refusal(() => copyKeptFiles({ folder: record, sharesOwn: false }, copy, [file], []))).toBe(end);
});
