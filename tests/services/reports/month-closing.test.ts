import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { monthFileNames } from '../../../src/shared/reports/index.ts';
import { monthSchema } from '../../../src/shared/platform/dates.ts';
import { admission } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { again, centreWithCases, close, exported, july, june, makeCases, person, published } from './months.ts';

afterEach(closeCentres);

describe('closing a month', () => {
  it('is refused while the month is not over', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.proposeMonthClosing({ month: june }, again))).toBe(
      'rule-broken/month-not-over',
    );
    expect(await refusal(() => coordinator.proposeMonthClosing({ month: '2026-07' }, again))).toBe(
      'rule-broken/month-not-over',
    );
  });

  it('is not approved by its proposer nor by somebody who attends nobody', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    const coordinator = await centre.as('coordina');
    const { id } = await coordinator.proposeMonthClosing({ month: june }, again);
    expect(await refusal(() => coordinator.approveMonthClosing({ proposalId: id }, again))).toBe(
      'rule-broken/own-proposal',
    );
    const support = await centre.as('soporte');
    expect(await refusal(() => support.approveMonthClosing({ proposalId: id }, again))).toMatch(/^forbidden/);
    expect((await coordinator.getMonth({ month: june })).state).toBe('proposed');
  });

  it.each(['psico', 'social', 'legal'] as const)('is approved by any professional: %s', async (login) => {
    const centre = await startCentre({ clock: fixedClock(july) });
    await close(centre, june, login);
    expect((await (await centre.as('coordina')).getMonth({ month: june })).state).toBe('closed');
  });

  it('happens once: no second proposal while one waits, none after it', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    const coordinator = await centre.as('coordina');
    const { id } = await coordinator.proposeMonthClosing({ month: june }, again);
    expect(await refusal(() => coordinator.proposeMonthClosing({ month: june }, again))).toBe(
      'duplicate/month-proposed',
    );
    await (await centre.as('psico')).approveMonthClosing({ proposalId: id }, again);
    expect(await refusal(() => coordinator.proposeMonthClosing({ month: june }, again))).toBe(
      'rule-broken/month-closed',
    );
    const { months } = await coordinator.listMonths({});
    expect(months).toMatchObject([
      { month: '2026-07', isBand: null },
      { month: '2026-06', isBand: true },
    ]);
  });

  it('does not export an open month', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    expect(await refusal(async () => (await centre.as('coordina')).exportMonth({ month: june }))).toBe(
      'rule-broken/month-open',
    );
  });
});

describe('published month', () => {
  it.each([0, 20, 21])('of %i cases shows nothing up to 20 and figures from 21 on', async (count) => {
    const centre = await centreWithCases(count);
    centre.clock.set(july);
    const closing = await centre.restart();
    const draft = (await (await closing.as('coordina')).previewMonth({ month: june })).published;
    await close(closing, june);
    const { imprint, ...month } = await published(closing, june);
    expect(month).toEqual(draft);
    expect(imprint).toMatchObject({ publication: 1, cutOff: '2026-07-03' });
    expect(imprint.seal).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(month.view).toBe(count <= 20 ? 'band' : 'coarse');
    if (count > 20) expect([21, 24]).toContain(month.total);
    else expect([month.total, month.cells]).toEqual([null, []]);
    expect((await (await closing.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('is exported byte by byte the same after a late case, which counts in the month of its validation', async () => {
    const centre = await startCentre();
    await centre.aCase();
    centre.clock.set(july);
    const later = await centre.restart();
    await close(later, june);
    const before = await exported(later, june);
    expect(Object.keys(before).sort()).toEqual([
      'lista-firmada-2026-06.json',
      'reporte-c-0001-2026-06-v2.csv',
      'reporte-c-0001-2026-06-v2.json',
      'reporte-c-0001-2026-06-v2.pdf',
      'reporte-c-0001-2026-06-v2.xlsx',
    ]);
    await later.aCase({ user: person(7) });
    expect(await exported(later, june)).toEqual(before);
    const coordinator = await later.as('coordina');
    expect((await coordinator.getMonth({ month: june })).validated).toBe(1);
    expect((await coordinator.getMonth({ month: '2026-07' })).validated).toBe(1);
  });

  it('names the unvalidated cases of the month and does not count them', async () => {
    const centre = await startCentre();
    const { number } = await centre.aCase({ isValidated: false, a: { admission } });
    const month = await (await centre.as('coordina')).getMonth({ month: june });
    expect(month.validated).toBe(0);
    expect(month.quality).toEqual([expect.objectContaining({ number, page: 'validate' })]);
  });

  it('names what its tables miss of a validated case once per page, with the numbers of the paper', async () => {
    const centre = await startCentre();
    await centre.aCase({ a: { admission } });
    const { validated, quality } = await (await centre.as('coordina')).getMonth({ month: june });
    expect(validated).toBe(1);
    expect(quality.map(({ page }) => page)).toEqual(['a', 'b']);
    expect(quality[0]?.facts).toContainEqual(
      expect.objectContaining({ label: 'Edad (presunta persona agresora)', item: 'A.5' }),
    );
    expect(quality[1]?.facts[0]).toMatchObject({ label: 'Frecuencia', item: 'B.3' });
  });

  it('says who leads the centre which month waits to be closed, and how many count so far', async () => {
    const centre = await startCentre();
    await centre.aCase({ a: { admission } });
    const draft = await centre.aCase({ isValidated: false, a: { admission } });
    const inJune = await (await centre.as('coordina')).readMonthsNow({});
    expect(inJune).toMatchObject({ open: null, now: { month: june, cases: 1 }, before: { cases: 0 } });
    expect(inJune.now.types.reduce((sum, one) => sum + one, 0)).toBe(1);
    const { complete, quality } = await (await centre.as('coordina')).getMonth({ month: june });
    expect(complete).toEqual([]);
    expect(quality[0]).toMatchObject({ number: draft.number, isDraft: true, who: 'Psicología' });
    expect(await refusal(async () => (await centre.as('psico')).readMonthsNow({}))).toBe('forbidden/');
  });

  it('is refused as damaged when a stored file was edited', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    await close(centre, june);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger frozen_file_is_final');
      db.prepare("update frozen_file set bytes = cast('otro' as blob) where name like '%.csv'").run();
    });
    const reopened = await centre.restart();
    expect(await refusal(async () => (await reopened.as('coordina')).exportMonth({ month: june }))).toBe(
      'damaged/frozen-damaged',
    );
    const verdict = await (await reopened.as('coordina')).verifyRecord({});
    expect(verdict.isSound).toBe(false);
    expect(verdict.problems).toContain('El reporte de junio de 2026 no coincide con el código con que se cerró.');
  });

  it('opens the next month from the figures of those before alone, and not when these were edited', async () => {
    let centre = await startCentre({ clock: fixedClock('2026-08-03T14:00:00.000Z') });
    await close(centre, june);
    const edit = async (ending: string) => {
      await centre.application.close();
      await insideFile(centre.folder, (db) => {
        db.exec('drop trigger if exists frozen_file_is_final');
        // Still a file of its kind: another figure, another letter.
        const other = `cast(replace(cast(bytes as text), '"revision": 1', '"revision": 2') || ' ' as blob)`;
        db.prepare(`update frozen_file set bytes = ${other} where name like ?`).run(`%.${ending}`);
      });
      centre = await centre.restart();
      return refusal(async () => (await centre.as('coordina')).previewMonth({ month: '2026-07' }));
    };
    expect(await edit('pdf')).toBe('none');
    expect(await edit('json')).toBe('damaged/frozen-damaged');
  });

  it('is refused as damaged when file and stored code were edited together', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    await close(centre, june);
    await centre.application.close();
    const sha256 = createHash('sha256').update('otro').digest('hex');
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger frozen_file_is_final');
      db.prepare("update frozen_file set bytes = cast('otro' as blob), sha256 = ? where name like '%.csv'").run(sha256);
    });
    const reopened = await centre.restart();
    expect(await refusal(async () => (await reopened.as('coordina')).exportMonth({ month: june }))).toBe(
      'damaged/frozen-damaged',
    );
  });

  it('publishes the banded months of a quarter together with its last month', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-20T14:00:00.000Z') });
    await close(centre, june);
    // Admitted in a closed month: the first twelve count in July, the next in August.
    await makeCases(centre, 0, 12);
    centre.clock.set('2026-08-20T14:00:00.000Z');
    const august = await centre.restart();
    await makeCases(august, 12, 12);
    august.clock.set('2026-10-02T14:00:00.000Z');
    const october = await august.restart();
    for (const month of ['2026-07', '2026-08', '2026-09']) await close(october, month);
    const ofAugust = Object.keys(await exported(october, '2026-08'));
    expect(ofAugust).toHaveLength(5);
    const files = Object.keys(await exported(october, '2026-09'));
    expect(files).toHaveLength(10);
    // The names known before a closing, by which the command line looks whether a file of that name stands there.
    const known = (month: string) => monthFileNames('C-0001', monthSchema.parse(month));
    expect(known('2026-08').toSorted()).toEqual(ofAugust.toSorted());
    expect(known('2026-09').toSorted()).toEqual(files.toSorted());
    expect(files).toContain('lista-firmada-2026-q3-residual.json');
    expect(files).toContain('reporte-c-0001-2026-q3-residual-v2.json');
  });
});
