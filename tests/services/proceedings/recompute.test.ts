import { afterEach, describe, expect, it } from 'vitest';
import { deadlineTable } from '../../../src/shared/proceedings/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { anEvent, at, measure } from './a-proceeding.ts';
import { anOffice } from '../../support/an-office.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

const granted = [measure('no-contact', 'granted')];
const notification = { form: 'paper' as const, entry: at('2026-06-09'), effectOn: null };

const change = {
  validTo: null,
  source: 'Norma inventada',
  confirmation: 'toConfirm' as const,
  note: null,
  replaces: null,
};

describe('a changed table', () => {
  it('moves open terms from its date on, keeps the old date, tells the difference and leaves closed ones', async () => {
    const centre = await startCentre();
    const open = await centre.aCase();
    const closed = await centre.aCase();
    const lawyer = await centre.as('legal');
    for (const { caseId } of [open, closed]) {
      await lawyer.recordEvent({
        caseId,
        event: anEvent('measuresDecided', '2026-06-08', { measures: granted, notification }),
      });
    }
    const [term] = (await lawyer.getProceedings({ caseId: closed.caseId })).deadlines;
    if (term === undefined) throw new Error('no term');
    const settle = { state: 'done' as const, on: '2026-06-10', documentId: null, proof: 'Cargo inventado' };
    await lawyer.settleDeadline({ caseId: closed.caseId, deadlineId: term.id, version: 1, settle });

    const rule = deadlineTable.shipped.find(({ id }) => id === 'D05');
    await lawyer.changeRule({
      tableId: deadlineTable.id,
      rowId: 'D05',
      seenVersions: 1,
      change: { ...change, validFrom: '2026-06-01', value: { ...rule?.value, amount: 5 } },
    });
    const [moved] = (await lawyer.getProceedings({ caseId: open.caseId })).deadlines;
    expect(moved).toMatchObject({
      amount: 5,
      source: 'Norma inventada',
      warnsAt: { on: '2026-06-16' },
      due: { why: 'rulesChanged', ruleVersion: 2 },
      earlier: [{ why: 'recorded', ruleVersion: 1, byEntry: { due: { on: '2026-06-12' } } }],
    });
    const [kept] = (await lawyer.getProceedings({ caseId: closed.caseId })).deadlines;
    expect(kept).toMatchObject({ amount: 3, warnsAt: { on: '2026-06-12' }, state: 'done', earlier: [] });
    const told = async (caseId: string) =>
      (await lawyer.listCaseAlerts({ caseId })).alerts.filter(({ kind }) => kind === 'deadlineMoved');
    expect(await told(open.caseId)).toMatchObject([
      {
        note: 'Apelar la decisión sobre medidas (D05): antes 12/06/2026 23:59, ahora 16/06/2026 23:59',
        raisedBy: null,
      },
    ]);
    expect(await told(closed.caseId)).toEqual([]);
  });

  it('brings back a term that an earlier change had closed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({
      caseId,
      event: anEvent('measuresDecided', '2026-06-08', { measures: granted, notification }),
    });
    const rule = deadlineTable.shipped.find(({ id }) => id === 'D05');
    const write = (seenVersions: number, value: object) =>
      lawyer.changeRule({
        tableId: deadlineTable.id,
        rowId: 'D05',
        seenVersions,
        change: { ...change, validFrom: '2026-06-01', value: { ...rule?.value, ...value } },
      });
    const state = async () => (await lawyer.getProceedings({ caseId })).deadlines.map((term) => term.state);
    await write(1, { trigger: 'archived' });
    expect(await state()).toEqual(['notApplicable']);
    await write(2, {});
    expect(await state()).toEqual(['open']);
  });

  it('leaves terms alone that began before the change', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({
      caseId,
      event: anEvent('measuresDecided', '2026-06-08', { measures: granted, notification }),
    });
    const rule = deadlineTable.shipped.find(({ id }) => id === 'D05');
    await lawyer.changeRule({
      tableId: deadlineTable.id,
      rowId: 'D05',
      seenVersions: 1,
      change: { ...change, validFrom: '2026-06-10', value: { ...rule?.value, amount: 5 } },
    });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toMatchObject([
      { amount: 3, warnsAt: { on: '2026-06-12' }, earlier: [] },
    ]);
  });

  it('of holidays names the new one, and moves what is open where it is known to bind the court', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({
      caseId,
      event: anEvent('measuresDecided', '2026-06-08', { measures: granted, notification }),
    });
    const day = { form: 'span', day: null, easterOffset: null, place: null, from: '2026-06-11', to: '2026-06-11' };
    const coordinator = await centre.as('coordina');
    const keep = async (rowId: string | null, seenVersions: number, scope: 'declared' | 'judicial') =>
      coordinator.changeRule({
        tableId: 'holiday',
        ...{ rowId, seenVersions },
        change: { ...change, validFrom: '2026-06-11', value: { ...day, name: 'Día no laborable inventado', scope } },
      });
    const { rowId } = await keep(null, 0, 'declared');
    const [open] = (await lawyer.getProceedings({ caseId })).deadlines;
    // Whether a declared day stops the term of a court is not settled (D40): both dates, the earlier one warns.
    expect(open).toMatchObject({
      warnsAt: { on: '2026-06-12' },
      due: {
        ifOff: {
          byEntry: { due: { on: '2026-06-15' } },
          days: [{ on: '2026-06-11', name: 'Día no laborable inventado' }],
        },
      },
    });
    await keep(rowId, 1, 'judicial');
    const [term] = (await lawyer.getProceedings({ caseId })).deadlines;
    // 10, 12 and, over the weekend, 15 June.
    expect(term).toMatchObject({ warnsAt: { on: '2026-06-15' }, due: { ifOff: null }, earlier: [{}, {}] });
    expect(term?.due.byEntry?.skipped).toContainEqual({ on: '2026-06-11', name: 'Día no laborable inventado' });
  });
});

describe('a table that came with a newer version', () => {
  it('is followed when the centre is opened: what was kept of an older one is counted again', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const event = (kind: 'measuresDecided' | 'measuresLifted') =>
      anEvent(kind, '2026-06-08', {
        measures: [measure('no-contact', kind === 'measuresDecided' ? 'granted' : null)],
        notification,
      });
    await lawyer.recordEvent({ caseId, event: event('measuresDecided') });
    await lawyer.recordEvent({ caseId, event: event('measuresLifted') });
    // As an older version left them: a later day, and no term at all.
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.prepare("UPDATE deadline SET warn_on = '2026-06-19' WHERE rule_id = 'D05'").run();
      db.prepare("UPDATE deadline_due SET computed = replace(computed, '2026-06-12', '2026-06-19')").run();
      db.prepare(
        "DELETE FROM deadline_due WHERE deadline_id IN (SELECT id FROM deadline WHERE rule_id = 'D05c')",
      ).run();
      db.prepare("DELETE FROM deadline WHERE rule_id = 'D05c'").run();
    });
    const later = await (await centre.restart()).as('legal');
    await later.remindDeadlines({});
    const { deadlines } = await later.getProceedings({ caseId });
    expect(deadlines.map(({ ruleId, warnsAt }) => `${ruleId} ${warnsAt?.on ?? ''}`).toSorted()).toEqual([
      'D05 2026-06-12',
      'D05c 2026-06-12',
    ]);
  });
});

describe('an office of unknown district', () => {
  it.each([
    [null, null],
    ['150132', { byEntry: { due: { on: '2026-06-15' } } }],
  ])('in district %j: the local days of the centre are not those of every court', async (district, ifOff) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const local = { name: 'Aniversario inventado', form: 'span', scope: 'local', place: '150132' };
    const value = { ...local, day: null, easterOffset: null, from: '2026-06-11', to: '2026-06-11' };
    const added = { ...change, validFrom: '2026-06-11', value };
    const coordinator = await centre.as('coordina');
    await coordinator.changeRule({ tableId: 'holiday', rowId: null, seenVersions: 0, change: added });
    const event = anEvent('measuresDecided', '2026-06-08', { district, measures: granted, notification });
    await lawyer.recordEvent({ caseId, event });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toMatchObject([
      { ruleId: 'D05', warnsAt: { on: '2026-06-12' }, due: { ifOff } },
    ]);
  });
});

describe('an office of the directory', () => {
  it('gives its days of distance to the term of the party', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { id: authorityId } = await lawyer.keepOffice({
      id: null,
      version: null,
      form: anOffice({ treatment: 'SEÑORA JUEZA', name: 'Juzgado Lejano Inventado', distanceDays: 2 }),
    });
    const event = anEvent('measuresDecided', '2026-06-08', { authorityId, measures: granted, notification });
    await lawyer.recordEvent({ caseId, event });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toMatchObject([
      // Friday 12 and two days more are a Sunday: Monday 15.
      { warnsAt: { on: '2026-06-15' }, due: { lacksDistance: false, byEntry: { distanceDays: 2 } } },
    ]);
    // A correction of the directory moves what is open, keeps the old date and tells the team.
    const [court] = (await lawyer.listOffices({})).records;
    if (court === undefined) throw new Error('not kept');
    const { id, version, isActive: _is, changedOn: _on, ...form } = court;
    await lawyer.keepOffice({ id, version, form: { ...form, distanceDays: 0 } });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toMatchObject([
      { warnsAt: { on: '2026-06-12' }, earlier: [{}] },
    ]);
    const { alerts } = await openAlertsOf(await centre.as('coordina'));
    expect(alerts.filter(({ kind }) => kind === 'deadlineMoved')).toHaveLength(1);
  });
});
