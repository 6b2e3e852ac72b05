import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialogSaver, judgedSaver } from '../../../src/main/platform/saving.ts';
import { leavingName } from '../../../src/shared/platform/file-names.ts';
import { isWindows } from '../../support/rights.ts';
import { refusal } from '../refusal.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'registro-saving-'));
  for (const name of ['datos', 'documentos', 'usb', 'raro', 'red', 'OneDrive']) mkdirSync(join(root, name));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const bytes = Buffer.from('%PDF inventado');

/** Saves where the dialog of the system says, with a network and a stick beside the disk. */
function saving(path: string | null, allowed: readonly string[] = [], content: Uint8Array = bytes) {
  const dialogs = { saveFile: () => Promise.resolve(path), chooseFolder: () => Promise.resolve(null) };
  const drives = {
    isNetwork: (one: string) => one.startsWith(join(root, 'red')),
    isRemovable: (one: string) => Promise.resolve(one.includes('raro') ? null : one.startsWith(join(root, 'usb'))),
    syncFolders: () => [],
  };
  const policy = { drives, dataFolder: join(root, 'datos'), allowed: () => Promise.resolve(new Set(allowed)) };
  return judgedSaver(dialogSaver(dialogs), policy).save(leavingName(['escrito'], 'pdf'), content);
}

const at = (...parts: string[]) => join(root, ...parts);

describe('saving outside the record (bad input 97)', () => {
  it('writes a new file, and says what place it is', async () => {
    expect(await saving(at('documentos', 'a.pdf'))).toEqual({ path: at('documentos', 'a.pdf'), place: 'computer' });
    expect(await saving(at('usb', 'a.pdf'))).toEqual({ path: at('usb', 'a.pdf'), place: 'removable' });
    // Nobody knows what that drive is: taken for one that leaves the room.
    expect(await saving(at('raro', 'a.pdf'))).toEqual({ path: at('raro', 'a.pdf'), place: 'removable' });
    expect(readFileSync(at('usb', 'a.pdf')).equals(bytes)).toBe(true);
    expect(await refusal(() => saving(null))).toBe('cancelled/');
  });

  it('never replaces what stands there', async () => {
    writeFileSync(at('documentos', 'a.pdf'), 'de antes');
    expect(await refusal(() => saving(at('documentos', 'a.pdf')))).toBe('storage/save-exists');
    expect(await refusal(() => saving(at('documentos')))).toBe('storage/save-exists');
    symlinkSync(at('fuera.pdf'), at('documentos', 'b.pdf'));
    expect(await refusal(() => saving(at('documentos', 'b.pdf')))).toBe('storage/save-exists');
    expect(readFileSync(at('documentos', 'a.pdf'), 'utf8')).toBe('de antes');
    expect(existsSync(at('fuera.pdf'))).toBe(false);
  });

  it('refuses the network, what is copied to the internet and the folder of the record, unless it is listed', async () => {
    const refused = {
      [at('red', 'a.pdf')]: 'save-network',
      '\\\\servidor\\compartido\\a.pdf': 'save-network',
      '//servidor/compartido/a.pdf': 'save-network',
      [at('OneDrive', 'a.pdf')]: 'save-sync-folder',
      [at('datos', 'a.pdf')]: 'save-inside-data',
      [at('no-hay', 'a.pdf')]: 'save-folder-missing',
      [at('documentos', `${'a'.repeat(260)}.pdf`)]: 'save-path-long',
    };
    for (const [path, reason] of Object.entries(refused)) {
      expect([path, await refusal(() => saving(path))]).toEqual([path, `storage/${reason}`]);
    }
    symlinkSync(at('red'), at('documentos', 'enlace'));
    expect(await refusal(() => saving(at('documentos', 'enlace', 'a.pdf')))).toBe('storage/save-network');
    expect(readdirSync(root).flatMap((name) => readdirSync(at(name)))).toEqual(['enlace']);
    expect(await saving(at('red', 'a.pdf'), [at('red')])).toMatchObject({ place: 'allowed' });
    expect(await refusal(() => saving(at('OneDrive', 'a.pdf'), [at('red')]))).toBe('storage/save-sync-folder');
    // Leave for a folder is no leave to write among the files of the record.
    expect(await refusal(() => saving(at('datos', 'a.pdf'), [root]))).toBe('storage/save-inside-data');
  });

  it('takes a link to a folder of this computer for what it is', async () => {
    symlinkSync(at('documentos'), at('enlace'));
    expect(await saving(at('enlace', 'a.pdf'))).toEqual({ path: at('enlace', 'a.pdf'), place: 'computer' });
    symlinkSync(at('OneDrive'), at('nube'));
    expect(await refusal(() => saving(at('nube', 'a.pdf')))).toBe('storage/save-sync-folder');
    symlinkSync(at('documentos'), at('OneDrive', 'enlace'));
    expect(await refusal(() => saving(at('OneDrive', 'enlace', 'b.pdf')))).toBe('storage/save-sync-folder');
  });

  it('takes a link inside an allowed folder for where it leads', async () => {
    for (const name of ['compartida', 'ajena']) mkdirSync(at('red', name));
    symlinkSync(at('red', 'ajena'), at('red', 'compartida', 'enlace'));
    const allowed = [at('red', 'compartida')];
    expect(await saving(at('red', 'compartida', 'a.pdf'), allowed)).toMatchObject({ place: 'allowed' });
    const refused = () => saving(at('red', 'compartida', 'enlace', 'a.pdf'), allowed);
    expect(await refusal(refused)).toBe('storage/save-network');
    expect(readdirSync(at('red', 'ajena'))).toEqual([]);
  });

  it.each([
    ['EPERM', 'save-no-rights'],
    ['EACCES', 'save-no-rights'],
    ['EEXIST', 'save-exists'],
    ['ENOSPC', 'save-disk-full'],
    ['EIO', 'cannot-write'],
  ])('leaves no half of a file when writing stops with %s', async (code, reason) => {
    // A disk that stops in the middle: what was written before is in the file.
    const stopping = (async function* () {
      yield await Promise.resolve(bytes);
      throw Object.assign(new Error('stopped'), { code });
    })() as unknown as Uint8Array;
    expect(await refusal(() => saving(at('documentos', 'a.pdf'), [], stopping))).toBe(`storage/${reason}`);
    expect(readdirSync(at('documentos'))).toEqual([]);
  });

  it.skipIf(isWindows)('says when there is no right to write there', async () => {
    chmodSync(at('documentos'), 0o500);
    // Root may write into a folder without rights; the kernel's own it may not.
    const folder = process.getuid?.() === 0 ? '/sys/kernel' : at('documentos');
    expect(await refusal(() => saving(join(folder, 'a.pdf')))).toBe('storage/save-no-rights');
  });
});
