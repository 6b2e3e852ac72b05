import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  chunkSize,
  readVaultFile,
  sweepVault,
  writeVaultFile,
  type VaultStep,
} from '../../src/main/platform/storage/file-vault.ts';
import { addFile } from '../support/send-file.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';
import { insideFile } from '../services/inside-file.ts';
import { refusal } from '../services/refusal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registro-vault-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeCentres();
});

const names = () => readdirSync(join(folder, 'files'));

describe('order of a new file', () => {
  it('is write, flush, flush of the folder, before anybody hears of it', async () => {
    const steps: (VaultStep | 'answered')[] = [];
    await writeVaultFile(folder, Buffer.alloc(chunkSize + 1, 1), (step) => void steps.push(step));
    steps.push('answered');
    expect(steps).toEqual(['open', 'write', 'write', 'flush', 'flush-folder', 'answered']);
  });

  it.each(['open', 'write', 'flush', 'flush-folder'] as const)('leaves nothing when the step %s fails', async (bad) => {
    const work = writeVaultFile(folder, Buffer.alloc(chunkSize * 2, 1), (step) => {
      if (step === bad) throw Object.assign(new Error('injected'), { code: 'EIO' });
    });
    expect(await refusal(() => work)).toBe('storage/cannot-keep-file');
    expect(names()).toEqual([]);
  });

  it('says that the disk is full', async () => {
    const work = writeVaultFile(folder, Buffer.alloc(9, 1), (step) => {
      if (step === 'write') throw Object.assign(new Error('injected'), { code: 'ENOSPC' });
    });
    expect(await refusal(() => work)).toBe('storage/disk-full');
  });

  it('comes before the commit: a file whose row never came is swept, a row without its file does not exist', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await addFile(lawyer, caseId, { name: 'a.txt', bytes: Buffer.from('Primera') });
    // The commit is refused by the disk of the test: the trigger stands for a power cut between flush and commit.
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec("create trigger cut before insert on attachment begin select raise(abort, 'cut'); end");
    });
    const again = await centre.restart();
    const add = async () => addFile(await again.as('legal'), caseId, { name: 'b.txt', bytes: Buffer.from('Segunda') });
    expect(await refusal(add)).toMatch(/^unexpected/);
    expect(readdirSync(join(centre.folder, 'files'))).toHaveLength(2);
    await again.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger cut');
    });
    const last = await again.restart();
    await last.as('legal');
    const rows = await (await last.as('legal')).listAttachments({ caseId });
    expect(rows.attachments).toHaveLength(1);
    expect(readdirSync(join(centre.folder, 'files'))).toHaveLength(1);
    expect((await (await last.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });
});

describe('a stored file', () => {
  it.each([1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize])('of %i bytes reads as it was', async (size) => {
    const bytes = Buffer.alloc(size, 7);
    const file = await writeVaultFile(folder, bytes);
    expect((await readVaultFile(folder, file))?.equals(bytes)).toBe(true);
  });

  it('does not read under the name of another', async () => {
    const [one, other] = [
      await writeVaultFile(folder, Buffer.from('uno')),
      await writeVaultFile(folder, Buffer.from('dos')),
    ];
    expect(await readVaultFile(folder, { ...one, name: other.name })).toBeNull();
  });

  it('is swept only when nobody names it', async () => {
    const [one, other] = [
      await writeVaultFile(folder, Buffer.from('uno')),
      await writeVaultFile(folder, Buffer.from('dos')),
    ];
    expect(await sweepVault(folder, [one])).toBe(1);
    expect(names()).toEqual([one.name]);
    expect(await readVaultFile(folder, other)).toBeNull();
  });
});
