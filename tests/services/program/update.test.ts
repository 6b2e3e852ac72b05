/** Signed update files: real bytes on a real disk, over a real centre with a folder for its copies. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../../src/main/application.ts';
import { isRelease } from '../../../src/main/program/index.ts';
import { checkUpdateFile, writeInstaller } from '../../../src/main/program/update-file.ts';
import { largestInstaller } from '../../../src/shared/program/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import {
  installerBytes as program,
  nextVersion as next,
  updateIn,
  type UpdateChange,
} from '../../support/update-file.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const root = join(import.meta.dirname, '../../..');

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
const reader = { current: version, isRelease: false };

/** One byte of it is another one. */
const flipped = (at: (file: Buffer) => number) => (file: Buffer) => {
  const place = at(file);
  file[place] = (file[place] ?? 0) ^ 1;
  return file;
};
const marked = (mark: Buffer) => (file: Buffer) => Buffer.concat([file.subarray(0, 14), mark, file.subarray(22)]);

const refused: readonly (readonly [what: string, change: UpdateChange, code: string])[] = [
  ['an installer alone', { bytes: () => program }, 'rule-broken/update-unsigned'],
  ['an empty file', { bytes: () => Buffer.alloc(0) }, 'rule-broken/update-unsigned'],
  ['one that nobody signed', { bytes: marked(Buffer.alloc(8)) }, 'rule-broken/update-unsigned'],
  ['another key', { key: generateKeyPairSync('ed25519').privateKey }, 'rule-broken/update-other-key'],
  ['a changed signature', { bytes: flipped(() => 30) }, 'damaged/update-damaged'],
  ['changed words', { bytes: flipped(() => 110) }, 'damaged/update-damaged'],
  [
    'a changed first byte of the installer',
    { bytes: flipped((file) => file.length - program.length) },
    'damaged/update-damaged',
  ],
  ['a changed last byte', { bytes: flipped((file) => file.length - 1) }, 'damaged/update-damaged'],
  ['a byte too many', { bytes: (file) => Buffer.concat([file, Buffer.from([0])]) }, 'damaged/update-damaged'],
  [
    'a length of the words beyond all',
    { bytes: (file) => (file.writeUInt32BE(0xffff_ffff, 86), file) },
    'damaged/update-damaged',
  ],
  ['a byte too few', { bytes: (file) => file.subarray(0, -1) }, 'damaged/update-truncated'],
  ['its words cut off', { bytes: (file) => file.subarray(0, 120) }, 'damaged/update-truncated'],
  ['its head cut off', { bytes: (file) => file.subarray(0, 50) }, 'damaged/update-truncated'],
  ['this very version', { manifest: { version } }, 'rule-broken/update-same'],
  ['an older version', { manifest: { version: '0.0.9' } }, 'rule-broken/update-older'],
  ['one that needs another first', { manifest: { minimumVersion: next } }, 'rule-broken/update-step-missing'],
  ['one too large', { size: largestInstaller + 1 }, 'rule-broken/update-too-large'],
];

describe('an update file', () => {
  it.each(refused)('with %s is refused in its own words', async (_what, change, code) => {
    expect(await refusal(() => checkUpdateFile(updateIn(newFolder(), change), reader))).toBe(code);
  });

  it('that is not there, or a folder, is refused', async () => {
    const folder = newFolder();
    expect(await refusal(() => checkUpdateFile(join(folder, 'no'), reader))).toBe('storage/update-missing');
    expect(await refusal(() => checkUpdateFile(folder, reader))).toBe('storage/update-missing');
  });

  it('signed with the key of tests is taken while developing, never by a release', async () => {
    const path = updateIn(newFolder());
    expect(await checkUpdateFile(path, reader)).toMatchObject({ version: next, installer: { size: program.length } });
    expect(await refusal(() => checkUpdateFile(path, { ...reader, isRelease: true }))).toBe(
      'rule-broken/update-test-key',
    );
    const installed = newFolder();
    for (const one of ['app.asar', 'cli']) expect(isRelease(join(installed, 'resources', one, 'out/main'))).toBe(true);
    for (const one of ['src/main', 'out/main']) expect(isRelease(join(root, one))).toBe(false);
  });

  it('follows the version before it, also across a number with more digits', async () => {
    const manifest = { version: `${major}.${minor}.${patch + 10}`, minimumVersion: '0.0.0' };
    expect((await checkUpdateFile(updateIn(newFolder(), { manifest }), reader)).version).toBe(manifest.version);
    const current = `${major}.${minor}.${patch + 9}`;
    expect(await checkUpdateFile(updateIn(newFolder(), { manifest }), { ...reader, current })).toMatchObject(manifest);
  });
});

describe('the installer', () => {
  it('is written whole or not at all, and never over what stands there', async () => {
    const folder = newFolder();
    const target = join(folder, 'i.exe');
    const bad = updateIn(folder, { bytes: flipped((file) => file.length - 1) });
    expect(await refusal(() => writeInstaller(bad, target, reader))).toBe('damaged/update-damaged');
    expect(readdirSync(folder)).toEqual(['nueva.actualizacion']);
    const good = updateIn(folder);
    await writeInstaller(good, target, reader);
    expect(readFileSync(target).equals(program)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['i.exe', 'nueva.actualizacion']);
    expect(await refusal(() => writeInstaller(good, target, reader))).toBe('storage/save-exists');
    expect(readFileSync(target).equals(program)).toBe(true);
    truncateSync(target, 3);
    writeFileSync(`${join(folder, 'otro.exe')}.incompleto`, 'ajeno');
    expect(await refusal(() => writeInstaller(good, join(folder, 'otro.exe'), reader))).toBe('storage/save-exists');
    expect(existsSync(join(folder, 'otro.exe'))).toBe(false);
    expect(readFileSync(`${join(folder, 'otro.exe')}.incompleto`, 'utf8')).toBe('ajeno');
  });
});

describe('making an update ready', () => {
  it('makes a verified copy first, then writes the installer, and stands in the audit', async () => {
    const centre = await startCentre();
    const [copies, folder] = [newFolder(), newFolder()];
    const support = await centre.as('soporte');
    const file = updateIn(newFolder());
    expect(await support.checkUpdate({ file })).toEqual({
      ...{ version: next, date: '2026-06-01', notes: 'Mejoras inventadas.', size: program.length },
    });
    // Without a copy nothing is written.
    expect(await refusal(() => support.prepareUpdate({ file, folder }))).toBe('rule-broken/update-no-copy');
    expect(readdirSync(folder)).toEqual([]);
    await support.chooseCopyFolder({ folder: copies });
    const { installer } = await support.prepareUpdate({ file, folder });
    expect(installer).toBe(join(folder, `registro-cem-${next.replaceAll('.', '-')}-instalador.exe`));
    expect(readFileSync(installer).equals(program)).toBe(true);
    expect(readdirSync(copies).filter((name) => name.startsWith('backup-'))).toHaveLength(1);
    const auditor = await centre.as('visita');
    const { lines } = await auditor.listAudit({ before: null });
    const actions = lines.map(({ action }) => action);
    expect(actions).toContain('update.checked');
    expect(actions).toContain('update.prepared');
  });

  it('writes nothing among the files of the record, and refuses a file that was changed', async () => {
    const centre = await startCentre();
    const support = await centre.as('soporte');
    await support.chooseCopyFolder({ folder: newFolder() });
    const file = updateIn(newFolder());
    expect(await refusal(() => support.prepareUpdate({ file, folder: centre.folder }))).toBe(
      'storage/save-inside-data',
    );
    const bad = updateIn(newFolder(), { bytes: flipped((bytes) => bytes.length - 9) });
    const folder = newFolder();
    expect(await refusal(() => support.prepareUpdate({ file: bad, folder }))).toBe('damaged/update-damaged');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is for Coordinación and support alone', async () => {
    const centre = await startCentre();
    const file = updateIn(newFolder());
    for (const login of ['admision', 'psico', 'legal', 'visita'] as const) {
      const member = await centre.as(login);
      expect(await refusal(() => member.checkUpdate({ file }))).toBe('forbidden/');
    }
    expect((await (await centre.as('coordina')).checkUpdate({ file })).version).toBe(next);
  });
});
