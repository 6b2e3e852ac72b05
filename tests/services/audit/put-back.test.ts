/** A file put back while the marks are gone, and the way out of the read-only state. */
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeCentres, passphrase } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { noMarks, oldAndNew, opened, removePutBack } from './put-back-centre.ts';

afterEach(closeCentres);
afterAll(removePutBack);

it.runIf(existsSync('/proc/self/fd'))(
  'lets go of the file when the record is closed in the middle of the check',
  async () => {
    const { folder } = await oldAndNew(false);
    const { application, as } = await opened(folder);
    const held = () => {
      const names = readdirSync('/proc/self/fd').map((fd) => {
        try {
          return readlinkSync(join('/proc/self/fd', fd));
        } catch {
          return '';
        }
      });
      return names.filter((name) => name.startsWith(folder));
    };
    await as('coordina');
    await setImmediate();
    await application.close();
    for (let look = 0; look < 60; look += 1) {
      expect(held()).toEqual([]);
      await setTimeout(25);
    }
  },
);

describe('an older file with the marks gone', () => {
  it('is read-only as soon as a copy knows more, told to everybody, and ended by two people', async () => {
    const { old } = await oldAndNew(true);
    noMarks(old);
    const { application, told, as } = await opened(old);
    try {
      const coordinator = await as('coordina');
      await told;
      const found = await coordinator.getTroubles({});
      expect(found.isReadOnly).toBe(true);
      expect(found.troubles.map(({ kind }) => kind)).toEqual(['marks-missing', 'rolled-back']);
      const trouble = found.troubles.find((one) => one.kind === 'rolled-back');
      expect(trouble?.missing).toBeGreaterThan(5);
      expect(trouble?.reachesTo).toMatch(/^2026-06-1/);
      expect(await refusal(() => coordinator.printWitnessSheet({ way: 'save' }))).toBe('rule-broken/read-only-session');

      const end = (second: string, password: string, own: string | null = passphrase) =>
        refusal(() =>
          coordinator.endReadOnly({ second: { login: second, password } }, own === null ? {} : { password: own }),
        );
      expect(await end('legal', passphrase, null)).toBe('wrong-secret/password-again');
      expect(await end('legal', 'otra-frase-cualquiera-larga')).toBe('wrong-secret/second-wrong');
      expect(await end('coordina', passphrase)).toBe('rule-broken/second-person');
      expect(await end('admision', passphrase)).toBe('rule-broken/second-person');
      expect(
        await refusal(async () =>
          (await as('psico')).endReadOnly(
            { second: { login: 'legal', password: passphrase } },
            { password: passphrase },
          ),
        ),
      ).toMatch(/^forbidden/);
      expect(await end('social', passphrase)).toBe('none');
      expect(await coordinator.getTroubles({})).toEqual({ isReadOnly: false, troubles: [] });
      expect(await end('social', passphrase)).toBe('rule-broken/not-read-only');
      // It writes again, in a segment of its own whose key waits for its paper.
      expect(await coordinator.getWitnessState({})).toMatchObject({ segment: { segment: 2, paper: 'waiting' } });
      await coordinator.printWitnessSheet({ way: 'save' });
      expect((await coordinator.verifyRecord({})).isSound).toBe(true);
    } finally {
      await application.close();
    }
    // The marks and the copies of before count no more as an alarm.
    const again = await opened(old);
    try {
      const coordinator = await again.as('coordina');
      await again.checked;
      expect(await coordinator.getTroubles({})).toEqual({ isReadOnly: false, troubles: [] });
    } finally {
      await again.application.close();
    }
  });

  it('is a warning at least where nothing can be compared', async () => {
    const { old } = await oldAndNew(false);
    noMarks(old);
    const { application, as } = await opened(old);
    const coordinator = await as('coordina');
    expect(await coordinator.getTroubles({})).toEqual({ isReadOnly: false, troubles: [{ kind: 'marks-missing' }] });
    await application.close();
  });
});

describe('the check of the start', () => {
  it('makes a record read-only whose chain was broken, and says from which entry on', async () => {
    const { folder } = await oldAndNew(false);
    await insideFile(folder, (db) => {
      db.exec('drop trigger audit_entry_no_update');
      db.prepare("update audit_entry set action = 'case.read' where seq = 12").run();
    });
    const { application, told, as } = await opened(folder);
    const psychologist = await as('psico');
    await told;
    expect(await psychologist.getTroubles({})).toEqual({
      isReadOnly: true,
      troubles: [{ kind: 'chain-broken', at: 12 }],
    });
    expect(await refusal(() => psychologist.openCase({} as never))).toBe('rule-broken/read-only-session');
    await application.close();
  });
});
