import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFreeFolder } from '../../src/main/platform/storage/create-database.ts';
import { writeProbeName } from '../../src/main/platform/storage/paths.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registro-free-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a folder stays free when a cut of the power brings back the probe that was removed', () => {
  for (const name of ['owner.lock', writeProbeName]) writeFileSync(join(folder, name), '');
  expect(isFreeFolder(folder)).toBe(true);
});

it('a folder is free with what a restore put aside, and not with what only looks like it', () => {
  mkdirSync(join(folder, 'anterior-20260610t140000z'));
  expect(isFreeFolder(folder)).toBe(true);
  mkdirSync(join(folder, 'anterior-junio'));
  expect(isFreeFolder(folder)).toBe(false);
});

it('a folder is not free with anything unknown in it', () => {
  writeFileSync(join(folder, 'notas.txt'), '');
  expect(isFreeFolder(folder)).toBe(false);
});
