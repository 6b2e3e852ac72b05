/** Another program holds the file while it is opened: SQLite then opens it to read only, and says nothing. */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestRegister } from './fixture.ts';
import { newRegister, open, refusal, removeTempFolders } from './fixture.ts';

const { held } = vi.hoisted(() => ({ held: { now: false } }));

vi.mock('better-sqlite3', async (original) => {
  const { default: Driver } = await original<{ default: new (file: string, options?: object) => object }>();
  return {
    default: new Proxy(Driver, {
      construct: (target, [file, options]: [string, object | undefined]) =>
        new target(file, held.now && file.endsWith('.e1.db') ? { ...options, readonly: true } : options),
    }),
  };
});

let register: TestRegister;
beforeEach(async () => {
  held.now = false;
  register = await newRegister();
});
afterAll(removeTempFolders);

describe('a file that takes no writes', () => {
  it.each(['main', 'copy'] as const)('is refused in words in mode %s, and opens once it is let go', async (mode) => {
    held.now = true;
    expect(await refusal(() => open(register, { mode }))).toBe('storage/file-held');
    held.now = false;
    const db = open(register, { mode });
    expect(() => db.exec("update meta set value = value where key = 'db_id'")).not.toThrow();
    db.close();
  });

  it('may be read by those who only read', () => {
    held.now = true;
    for (const mode of ['reader', 'verify'] as const) open(register, { mode }).close();
  });
});
