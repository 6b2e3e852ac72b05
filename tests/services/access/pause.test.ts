/** «Pausa» (D5): nothing is answered, three tries, thirty minutes, the same session afterwards. */
import { afterEach, describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { clientOf, closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

const pin = '482915';
const minute = 60_000;
const failure = (code: string, reason: string | null = null) => ({ failure: { code, reason } });

async function withPin(): Promise<{
  centre: TestCentre;
  lawyer: Awaited<ReturnType<TestCentre['as']>>;
  ends: HostEvent[];
}> {
  const centre = await startCentre();
  const ends: HostEvent[] = [];
  centre.application.subscribe((event) => event.kind === 'locked' && ends.push(event));
  const lawyer = await centre.as('legal');
  await lawyer.setPin({ pin }, { password: passphrase });
  return { centre, lawyer, ends };
}

describe('a paused session', () => {
  it('answers nothing but coming back, and goes on as the same session', async () => {
    const { centre, lawyer, ends } = await withPin();
    const { endsAt } = await lawyer.pauseSession({ why: 'asked' });
    expect(Date.parse(endsAt) - centre.clock.now()).toBe(30 * minute);
    for (const call of [
      lawyer.listMyCases({}),
      lawyer.keepSession({}),
      lawyer.setPin({ pin }, { password: passphrase }),
    ])
      await expect(call).rejects.toMatchObject(failure('locked', 'paused'));
    await lawyer.resumeSession({ pin });
    await expect(lawyer.listMyCases({})).resolves.toMatchObject({ cases: [] });
    expect(ends).toEqual([]);
  });

  it('ends at the third wrong PIN, and every try stands in the audit', async () => {
    const { centre, lawyer, ends } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    await expect(lawyer.resumeSession({ pin: '000001' })).rejects.toMatchObject(
      failure('wrong-secret', 'pin-two-tries'),
    );
    await expect(lawyer.resumeSession({ pin: '000002' })).rejects.toMatchObject(failure('wrong-secret', 'pin-one-try'));
    await expect(lawyer.resumeSession({ pin: '000003' })).rejects.toMatchObject(failure('locked', 'pin'));
    expect(ends).toMatchObject([{ why: 'pin' }]);
    await expect(lawyer.resumeSession({ pin })).rejects.toMatchObject(failure('locked'));
    await centre.close();
    const tries = await insideFile(centre.folder, (db) =>
      db.prepare("SELECT outcome, detail FROM audit_entry WHERE action = 'session.resume'").all(),
    );
    expect(tries).toMatchObject(
      ['2', '1', '0'].map((left) => ({ outcome: 'denied', detail: `{"triesLeft":${left}}` })),
    );
  });

  it('gives a burst no more than three tries', async () => {
    const { lawyer, ends } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    const tries = Array.from({ length: 20 }, (_, at) =>
      lawyer.resumeSession({ pin: at === 19 ? pin : `90000${at % 10}` }),
    );
    expect((await Promise.allSettled(tries)).map(({ status }) => status)).toEqual(tries.map(() => 'rejected'));
    expect(ends).toMatchObject([{ why: 'pin' }]);
  });

  it('counts the tries of one pause, not of the day', async () => {
    const { lawyer } = await withPin();
    for (let at = 0; at < 3; at += 1) {
      await lawyer.pauseSession({ why: 'idle' });
      await expect(lawyer.resumeSession({ pin: '000001' })).rejects.toMatchObject(
        failure('wrong-secret', 'pin-two-tries'),
      );
      await lawyer.resumeSession({ pin });
    }
  });

  it('ends after thirty minutes, a second press and a clock set back notwithstanding', async () => {
    const { centre, lawyer, ends } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    centre.clock.advance(20 * minute);
    await expect(lawyer.pauseSession({ why: 'asked' })).rejects.toMatchObject(failure('locked', 'paused'));
    centre.clock.set('2026-06-10T13:00:00.000Z');
    centre.clock.advance(10 * minute);
    await expect(lawyer.resumeSession({ pin })).rejects.toMatchObject(failure('locked'));
    expect(ends).toMatchObject([{ why: 'pause-over' }]);
  });

  it('does not idle away while it lasts, and counts anew afterwards', async () => {
    const { centre, lawyer } = await withPin();
    centre.clock.advance(4 * minute);
    await lawyer.pauseSession({ why: 'asked' });
    centre.clock.advance(29 * minute);
    await lawyer.resumeSession({ pin });
    centre.clock.advance(4 * minute);
    await lawyer.keepSession({});
  });

  it('comes back with the password, and not with a wrong one', async () => {
    const { lawyer } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    await expect(lawyer.resumeWithPassword({})).rejects.toMatchObject(failure('wrong-secret', 'password-again'));
    await lawyer.resumeWithPassword({}, { password: passphrase });
    await lawyer.listMyCases({});
    await expect(lawyer.resumeWithPassword({}, { password: passphrase })).rejects.toMatchObject(
      failure('rule-broken', 'not-paused'),
    );
    await expect(lawyer.resumeSession({ pin })).rejects.toMatchObject(failure('rule-broken', 'not-paused'));
    await lawyer.pauseSession({ why: 'asked' });
    await expect(lawyer.resumeWithPassword({}, { password: 'no es esta frase' })).rejects.toMatchObject(
      failure('wrong-secret', 'password-wrong'),
    );
  });

  it('ends with the lock, with the lock of Windows and with a disabled person', async () => {
    const { centre, lawyer, ends } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    await lawyer.lock({ why: 'asked' });
    expect(ends).toMatchObject([{ why: 'asked' }]);
    const again = await clientOf(centre.application, () => null).signIn({ login: 'legal', password: passphrase });
    const lawyerAgain = clientOf(centre.application, () => again.token);
    await lawyerAgain.pauseSession({ why: 'asked' });
    await centre.application.lock('system');
    await expect(lawyerAgain.resumeSession({ pin })).rejects.toMatchObject(failure('locked'));
    expect(ends[1]).toMatchObject({ why: 'system' });
  });

  it('works after the next sign-in, and the PIN stands nowhere in clear', async () => {
    const { centre, lawyer } = await withPin();
    await lawyer.lock({ why: 'asked' });
    const again = await centre.restart();
    expect(await again.sessionOf('legal')).toMatchObject({ canPause: true });
    const lawyerAgain = await again.as('legal');
    await lawyerAgain.pauseSession({ why: 'asked' });
    await lawyerAgain.resumeSession({ pin });
    await again.close();
    const rows = await insideFile(again.folder, (db) => db.prepare('SELECT * FROM staff_pause').all());
    expect(rows).toMatchObject([{ kdf_m: 64 }]);
    const everything = await insideFile(again.folder, (db) =>
      JSON.stringify(db.prepare('SELECT * FROM audit_entry').all()),
    );
    expect(JSON.stringify(rows) + everything).not.toContain(pin);
  });
});

describe('the PIN', () => {
  it('is asked for with the password, and refuses what is guessed first', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    await expect(lawyer.setPin({ pin })).rejects.toMatchObject(failure('wrong-secret', 'password-again'));
    await expect(lawyer.setPin({ pin: '123456' }, { password: passphrase })).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason: 'pin-refused', issues: [{ path: 'pin' }] },
    });
    await expect(lawyer.setPin({ pin: '12345' }, { password: passphrase })).rejects.toMatchObject(failure('invalid'));
  });

  it('must be there for a pause, also after it was taken away', async () => {
    const { centre, lawyer } = await withPin();
    const psychologist = await centre.as('psico');
    await expect(psychologist.pauseSession({ why: 'asked' })).rejects.toMatchObject(
      failure('rule-broken', 'pause-unavailable'),
    );
    expect(await lawyer.clearPin({})).toMatchObject({ hasPin: false });
    await expect(lawyer.pauseSession({ why: 'idle' })).rejects.toMatchObject(
      failure('rule-broken', 'pause-unavailable'),
    );
  });
});

describe('the rules of the centre', () => {
  it('switch the pause off for everybody, and end the paused ones', async () => {
    const { centre, lawyer, ends } = await withPin();
    await lawyer.pauseSession({ why: 'asked' });
    const coordinator = await centre.as('coordina');
    await coordinator.setLockRules({ pauseAllowed: false, idleMaximum: 15 });
    expect(ends).toMatchObject([{ why: 'pause-over' }]);
    const again = await clientOf(centre.application, () => null).signIn({ login: 'legal', password: passphrase });
    expect(again.canPause).toBe(false);
    await expect(clientOf(centre.application, () => again.token).pauseSession({ why: 'asked' })).rejects.toMatchObject(
      failure('rule-broken', 'pause-unavailable'),
    );
  });

  it('leave each person from two minutes up to the maximum, which acts at once', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const coordinator = await centre.as('coordina');
    expect(await lawyer.setIdleMinutes({ minutes: 15 })).toMatchObject({ idleMinutes: 15, idleMaximum: 15 });
    centre.clock.advance(4 * minute);
    await coordinator.keepSession({});
    centre.clock.advance(4 * minute);
    await lawyer.keepSession({});
    await coordinator.setLockRules({ pauseAllowed: true, idleMaximum: 3 });
    await expect(lawyer.setIdleMinutes({ minutes: 4 })).rejects.toMatchObject(failure('rule-broken', 'idle-too-long'));
    await expect(lawyer.setIdleMinutes({ minutes: 1 })).rejects.toMatchObject(failure('invalid'));
    centre.clock.advance(3 * minute);
    await expect(lawyer.keepSession({})).rejects.toMatchObject(failure('locked'));
  });

  it('are for Coordinación', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    await expect(lawyer.setLockRules({ pauseAllowed: false, idleMaximum: 2 })).rejects.toMatchObject(
      failure('forbidden'),
    );
  });
});

describe('«Seguir aquí»', () => {
  it('takes over the own session that is open elsewhere, whose window is told why', async () => {
    const { centre, lawyer, ends } = await withPin();
    const nobody = clientOf(centre.application, () => null);
    await expect(nobody.signIn({ login: 'legal', password: passphrase })).rejects.toMatchObject(
      failure('rule-broken', 'already-signed-in'),
    );
    await lawyer.keepSession({});
    const here = await nobody.signIn({ login: 'legal', password: passphrase, takeOver: true });
    await expect(lawyer.keepSession({})).rejects.toMatchObject(failure('locked'));
    const { token } = await centre.sessionOf('legal');
    expect(ends).toEqual([{ kind: 'locked', session: token, why: 'taken-over' }]);
    await clientOf(centre.application, () => here.token).keepSession({});
  });

  it('is for nobody else, and not without the password', async () => {
    const { centre, lawyer, ends } = await withPin();
    const nobody = clientOf(centre.application, () => null);
    await nobody.signIn({ login: 'psico', password: passphrase, takeOver: true });
    await expect(nobody.signIn({ login: 'legal', password: 'no es esta frase', takeOver: true })).rejects.toMatchObject(
      failure('wrong-secret'),
    );
    await lawyer.keepSession({});
    expect(ends).toEqual([]);
  });
});
