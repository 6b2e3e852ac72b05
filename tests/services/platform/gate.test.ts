import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blankAggressor } from '../../../src/shared/people/index.ts';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import { admission, aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  templateFolder,
  type TestCentre,
} from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const known = Object.getOwnPropertyNames(Object.prototype).sort();

async function send(centre: TestCentre, call: Record<string, unknown>): Promise<string> {
  const whole = { input: {}, session: null, key: null, password: null, ...call };
  const envelope: Envelope = await centre.application.invoke(whole);
  return envelope.ok ? 'ok' : `${envelope.failure.code}/${envelope.failure.reason ?? ''}`;
}

const opening = {
  arrivalId: null,
  admission,
  user: aUser(),
  userLink: { kind: 'new' as const },
  aggressor: blankAggressor(),
  aggressorLink: { kind: 'new' as const },
};

describe('a message', () => {
  it('is refused before any schema when it is too large, too deep or no plain JSON', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('coordina');
    let deep: unknown = 1;
    for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
    const hostile: readonly unknown[] = [
      'x'.repeat(1_000_001),
      deep,
      JSON.parse('{"__proto__":{"polluted":true}}'),
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
      { user: { prototype: 1 } },
      { when: new Date(0) },
      { count: 1n },
      { run: () => 1 },
      new Map(),
      undefined,
      NaN,
    ];
    for (const input of hostile) {
      expect(await send(centre, { procedure: 'openCase', input, session: token })).toBe('invalid/message-limits');
    }
    for (const raw of [null, undefined, 'getStatus', 7, [], {}, { procedure: 'getStatus' }, { extra: 1 }]) {
      const envelope = await centre.application.invoke(raw);
      expect(envelope).toMatchObject({ ok: false, failure: { code: 'invalid', reason: 'message-limits' } });
    }
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(known);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reaches no procedure that the contract does not name', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('coordina');
    for (const procedure of [
      '',
      'dropEverything',
      'toString',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'GETCASE',
    ]) {
      expect(await send(centre, { procedure, session: token })).toBe('not-found/unknown-procedure');
    }
  });

  it('with a field too many is refused, not read without it', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('admision');
    const call = { procedure: 'openCase', session: token, key: crypto.randomUUID() };
    expect(await send(centre, { ...call, input: { ...opening, role: 'coordinator' } })).toBe('invalid/');
    expect(await send(centre, { ...call, input: { ...opening, user: { ...opening.user, toString: 1 } } })).toBe(
      'invalid/',
    );
    expect(await send(centre, { ...call, input: opening, role: 'coordinator' })).toBe('invalid/message-limits');
    expect((await (await centre.as('admision')).listMyCases({})).cases).toEqual([]);
  });

  it('that changes the record needs its key', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('admision');
    const call = { procedure: 'openCase', input: opening, session: token };
    expect(await send(centre, call)).toBe('invalid/idempotency-key');
    expect(await send(centre, { ...call, key: '1 OR 1' })).toBe('invalid/message-limits');
  });
});

describe('a caller', () => {
  it('is nobody before signing in, after locking, and with the token of somebody gone', async () => {
    const centre = await startCentre();
    expect(await send(centre, { procedure: 'listMyCases' })).toBe('locked/');
    expect(await send(centre, { procedure: 'listMyCases', session: 'invented' })).toBe('locked/');
    const { token } = await centre.sessionOf('psico');
    expect(await send(centre, { procedure: 'listMyCases', session: token })).toBe('ok');
    expect(await send(centre, { procedure: 'lock', input: { why: 'asked' }, session: token })).toBe('ok');
    expect(await send(centre, { procedure: 'listMyCases', session: token })).toBe('locked/');
    await centre.sessionOf('legal');
    expect(await send(centre, { procedure: 'listMyCases', session: token })).toBe('locked/');
  });

  it('is held up after 200 calls in a second, alone, until the next second', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('psico');
    const other = await centre.sessionOf('legal');
    const call = { procedure: 'keepSession', session: token };
    for (let count = 0; count < 200; count += 1) expect(await send(centre, call)).toBe('ok');
    expect(await send(centre, call)).toBe('rule-broken/too-many-calls');
    expect(await send(centre, { ...call, session: other.token })).toBe('ok');
    centre.clock.advance(1000);
    expect(await send(centre, call)).toBe('ok');
  });

  it('gains no calls by inventing a token for each', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('psico');
    centre.clock.advance(1000);
    const answers = [];
    for (let count = 0; count < 201; count += 1)
      answers.push(await send(centre, { procedure: 'keepSession', session: `invented-${count}` }));
    expect(answers.slice(0, 200)).toEqual(Array.from({ length: 200 }, () => 'locked/'));
    expect(answers.at(-1)).toBe('rule-broken/too-many-calls');
    expect(await send(centre, { procedure: 'keepSession', session: token })).toBe('ok');
  });

  it('gets one answer for a case that is absent, foreign or no id, and the attempt stands in the audit', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { caseId } = await desk.openCase(opening);
    const { token } = await centre.sessionOf('social');
    const get = (id: unknown) =>
      centre.application.invoke({
        procedure: 'getSectionB',
        input: { caseId: id },
        session: token,
        key: null,
        password: null,
      });
    const foreign = await get(caseId);
    expect(foreign).toEqual({
      ok: false,
      failure: { code: 'not-found', reason: null, issues: [], incident: null },
    });
    expect(await get(crypto.randomUUID())).toEqual(foreign);
    for (const id of [-1, '1 OR 1', '1.5', `${caseId}'--`, null, [caseId]]) {
      expect(await get(id)).toMatchObject({ ok: false, failure: { code: 'invalid', issues: [{ path: 'caseId' }] } });
    }
    const { lines } = await (await centre.as('coordina')).listAudit({ before: null });
    expect(lines.filter((line) => line.outcome === 'denied')).toHaveLength(2);
  });
});

describe('a bug in a handler', () => {
  it('leaves as a number without its words, and the log line has that number', async () => {
    const secret = "Rosa Quispe 00112233: select * from person where path = '/home/x'";
    let isBroken = false;
    const drives = {
      isNetwork: () => {
        if (isBroken) throw new Error(secret, { cause: new Error(secret) });
        return false;
      },
      syncFolders: () => [],
    };
    const centre = await startCentre({ ports: { drives } });
    const { token } = await centre.sessionOf('coordina');
    const target = mkdtempSync(join(tmpdir(), 'registro-target-'));
    isBroken = true;
    const envelope = await centre.application.invoke({
      procedure: 'chooseCopyFolder',
      input: { folder: target },
      session: token,
      key: crypto.randomUUID(),
      password: null,
    });
    isBroken = false;
    rmSync(target, { recursive: true });
    expect(envelope).toEqual({
      ok: false,
      failure: { code: 'unexpected', reason: null, issues: [], incident: expect.any(String) as string },
    });
    const incident = envelope.ok ? '' : (envelope.failure.incident ?? '');
    const logs = readdirSync(join(centre.folder, 'logs')).map((name) =>
      readFileSync(join(centre.folder, 'logs', name), 'utf8'),
    );
    expect(logs).toHaveLength(1);
    const lines = (logs[0] ?? '').trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ incident, operation: 'chooseCopyFolder', class: 'Error' });
    for (const part of ['Rosa', 'Quispe', '00112233', 'select', '/home']) {
      expect(logs[0]).not.toContain(part);
      expect(JSON.stringify(envelope)).not.toContain(part);
    }
  });
});

describe('a record that was put back', () => {
  /** Works on a copy of the template, then puts the database file of before back. */
  async function putBack(): Promise<TestCentre> {
    const folder = mkdtempSync(join(tmpdir(), 'registro-back-'));
    cpSync(await templateFolder(), folder, { recursive: true });
    const older = mkdtempSync(join(tmpdir(), 'registro-older-'));
    cpSync(folder, older, { recursive: true });
    const working = await openCentre(folder, fixedClock());
    await working.aCase();
    await working.application.close();
    const isDatabase = (name: string) => /^registro\.e\d+\.db/.test(name);
    for (const name of readdirSync(folder).filter(isDatabase)) rmSync(join(folder, name));
    for (const name of readdirSync(older).filter(isDatabase)) cpSync(join(older, name), join(folder, name));
    rmSync(older, { recursive: true });
    return openCentre(folder, fixedClock());
  }

  it('opens to be read, says so, refuses every change, and keeps the alarm at the next start', async () => {
    const centre = await putBack();
    expect(await centre.sessionOf('coordina')).toMatchObject({ isReadOnly: true });
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.openCase(opening))).toBe('rule-broken/read-only-session');
    expect(
      await refusal(() =>
        coordinator.changeOwnPassphrase({ newPassphrase: 'lumera-tocino-bavelo-rugita' }, { password: passphrase }),
      ),
    ).toBe('rule-broken/read-only-session');
    const { lines } = await (await centre.as('visita')).listAudit({ before: null });
    expect(lines.length).toBeGreaterThan(5);
    expect((await coordinator.listStaff({})).staff.length).toBeGreaterThan(5);
    // Long enough for the audit to reach beyond the mark: the alarm must not be worked away.
    for (let count = 0; count < 80; count += 1) {
      centre.clock.advance(20);
      await coordinator.listStaff({});
    }
    const again = await centre.restart();
    const nobody = clientOf(again.application, () => null);
    expect(await nobody.signIn({ login: 'legal', password: passphrase })).toMatchObject({ isReadOnly: true });
    await again.application.close();
    expect(await insideFile(centre.folder, (db) => db.prepare('select count(*) as n from case_file').get())).toEqual({
      n: 0,
    });
  });

  it('is not read-only when nothing was put back', async () => {
    const centre = await startCentre();
    expect(await centre.sessionOf('coordina')).toMatchObject({ isReadOnly: false });
  });
});
