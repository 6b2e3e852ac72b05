/** The part that opens the file is missing (taken by an antivirus): told at the start, not at the first sign-in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { startCauses } from '../../src/shared/platform/start-words.ts';
import { appState, boxes } from '../shell/fake-electron.ts';

vi.mock('better-sqlite3', () => ({
  default: function Missing() {
    throw Object.assign(new Error('cannot load'), { code: 'ERR_DLOPEN_FAILED' });
  },
}));

const home = mkdtempSync(join(tmpdir(), 'no-driver-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

it('is a box with words, and the program ends', async () => {
  vi.stubEnv('HOME', home);
  await import('../../src/main/index.ts');
  await vi.waitFor(() => expect(appState.exits).toEqual([1]), { timeout: 100_000 });
  expect(boxes.map(({ content }) => content)).toEqual([expect.stringContaining(startCauses['part-missing'].what)]);
});
