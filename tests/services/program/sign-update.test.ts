/** The publisher's script as it is run: a key of its own, a signed file, and what it refuses. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { version } from '../../../src/main/application.ts';
import { checkUpdateFile, writeInstaller } from '../../../src/main/program/update-file.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { installerBytes, nextVersion, testKeyFile } from '../../support/update-file.ts';
import { refusal } from '../refusal.ts';
import { rightsOfOthers } from '../../support/rights.ts';

afterEach(removeFolders);

const script = join(import.meta.dirname, '../../../scripts/sign-update.ts');
const reader = { current: version, isRelease: false };

function prepared() {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('i.exe'), installerBytes);
  const told = { version: nextVersion, minimumVersion: version, date: '2026-06-01', notes: 'Mejoras inventadas.' };
  writeFileSync(at('m.json'), JSON.stringify(told));
  copyFileSync(testKeyFile, at('k.pem'));
  chmodSync(at('k.pem'), 0o600);
  const args = (key: string) => [
    '--key',
    key,
    '--installer',
    at('i.exe'),
    '--manifest',
    at('m.json'),
    '--out',
    at('u'),
  ];
  const sign = (key: string) => spawnSync(process.execPath, [script, ...args(key)], { encoding: 'utf8' });
  return { at, sign };
}

it('signs an installer that the program takes, byte by byte', async () => {
  const { at, sign } = prepared();
  const ended = sign(at('k.pem'));
  expect([ended.status, ended.stdout]).toEqual([0, expect.stringContaining(`signed: ${nextVersion}, 2500001 bytes`)]);
  await writeInstaller(at('u'), at('o.exe'), reader);
  expect(readFileSync(at('o.exe')).equals(installerBytes)).toBe(true);
  // Nothing is signed over a file that stands there.
  expect(sign(at('k.pem')).status).not.toBe(0);
});

it('makes a key that only its owner reads, whose files no program takes before it is pinned', async () => {
  const { at, sign } = prepared();
  const made = execFileSync(process.execPath, [script, '--new-key', at('n.pem')], { encoding: 'utf8' });
  expect(made).toMatch(/^public key, .*: [A-Za-z0-9+/]{43}=$/m);
  expect(made).not.toContain('PRIVATE');
  expect(rightsOfOthers(at('n.pem'))).toBe(0);
  expect(sign(at('n.pem')).status).toBe(0);
  expect(await refusal(() => checkUpdateFile(at('u'), reader))).toBe('rule-broken/update-other-key');
});

it('takes no key that others may read', () => {
  const { at, sign } = prepared();
  chmodSync(at('k.pem'), 0o644);
  const ended = sign(at('k.pem'));
  expect(ended.status).not.toBe(0);
  expect(ended.stderr).toContain('only its owner');
});
