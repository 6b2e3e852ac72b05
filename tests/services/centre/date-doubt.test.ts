import { afterEach, describe, expect, it } from 'vitest';
import { dateDoubtOf } from '../../../src/shared/centre/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, openCentre, passphrase, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

/** The same record, opened again on a computer whose clock says something else. */
async function reopened(now: string) {
  const centre = await startCentre();
  await centre.aCase();
  await centre.close();
  return openCentre(centre.folder, fixedClock(now));
}

describe('a date that cannot be true', () => {
  it.each([
    ['back by years', '2019-03-01T14:00:00.000Z', 'back'],
    ['forward by years', '2035-03-01T14:00:00.000Z', 'forward'],
  ] as const)('%s: told at the start, no month until Coordinación confirms', async (_what, now, kind) => {
    const centre = await reopened(now);
    const coordinator = await centre.as('coordina');
    const lawyer = await centre.as('legal');
    expect(await lawyer.getDateState({})).toMatchObject({ now, doubt: { kind } });
    const month = now.startsWith('2019') ? '2019-02' : '2026-06';
    expect(await refusal(() => coordinator.previewMonth({ month }))).toBe('rule-broken/date-unconfirmed');
    expect(await refusal(() => coordinator.proposeMonthClosing({ month }, { password: passphrase }))).toBe(
      'rule-broken/date-unconfirmed',
    );
    expect(await refusal(() => lawyer.confirmDate({}))).toBe('forbidden/');
    await coordinator.confirmDate({});
    expect((await lawyer.getDateState({})).doubt).toBeNull();
    expect(await refusal(() => coordinator.proposeMonthClosing({ month }, { password: passphrase }))).toBe(
      kind === 'back' ? 'rule-broken/month-before-founding' : 'none',
    );
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
  });

  it('is kept in the audit as an entry of its own', async () => {
    const centre = await reopened('2019-03-01T14:00:00.000Z');
    await centre.as('coordina');
    const rows = await insideFile(centre.folder, (db) =>
      db.prepare("select detail from audit_entry where action = 'clock.stepped'").all(),
    );
    expect(rows).toEqual([{ detail: '{"kind":"back"}' }]);
  });

  it('is found too when the clock jumps while somebody works', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    centre.clock.set('2019-03-01T14:00:00.000Z');
    const propose = () => coordinator.proposeMonthClosing({ month: '2019-02' }, { password: passphrase });
    expect(await refusal(propose)).toBe('rule-broken/date-unconfirmed');
  });

  it('does not doubt a correction of minutes, a weekend or a month of holidays', () => {
    const last = '2026-06-10T14:00:00.000Z' as Instant;
    const doubts = [
      '2026-06-10T13:51:00.000Z',
      '2026-06-10T14:00:00.000Z',
      '2026-06-13T14:00:00.000Z',
      '2026-07-20T14:00:00.000Z',
    ];
    expect(doubts.map((now) => dateDoubtOf(last, now as Instant))).toEqual([null, null, null, null]);
    expect(dateDoubtOf(last, '2026-06-10T13:49:00.000Z' as Instant)).toBe('back');
    expect(dateDoubtOf(last, '2026-12-08T14:00:01.000Z' as Instant)).toBe('forward');
  });
});
