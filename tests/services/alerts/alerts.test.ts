import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { raiseAlert } from '../../../src/main/alerts/index.ts';
import { allIn, type Database, type Trx } from '../../support/tables.ts';
import { newId, type Unit } from '../../../src/main/platform/gate/handler.ts';
import type { AlertKind } from '../../../src/shared/alerts/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

/** A new case that the desk handed to the lawyers alone. */
async function handedToLegal(centre: TestCentre) {
  const desk = await centre.as('admision');
  const link = { kind: 'new' } as const;
  const persons = { user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link };
  const made = await desk.openCase({ arrivalId: null, admission, ...persons });
  await desk.handOverCase({ caseId: made.caseId, service: 'legal' });
  return made;
}

describe('an alert', () => {
  it('reaches the team of the case and coordination, and nobody else', async () => {
    const centre = await startCentre();
    const { caseId, number } = await handedToLegal(centre);
    const listed = async (login: 'legal' | 'coordina' | 'social') =>
      (await (await centre.as(login)).listMyAlerts({})).alerts;
    for (const login of ['legal', 'coordina'] as const) {
      expect(await listed(login)).toMatchObject([{ caseId, number, kind: 'handedOver', seenAt: null }]);
    }
    expect(await listed('social')).toEqual([]);
    await expect((await centre.as('social')).listCaseAlerts({ caseId })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    await expect((await centre.as('admision')).listMyAlerts({})).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
  });

  it('is new for each until that person saw it, listed until somebody closed it, and keeps both names', async () => {
    const centre = await startCentre();
    const { caseId } = await handedToLegal(centre);
    const lawyer = await centre.as('legal');
    const coordinator = await centre.as('coordina');
    const { alerts } = await lawyer.listMyAlerts({});
    const { alertId } = alerts.find((one) => one.note === 'Servicio: Legal') ?? { alertId: '' };
    expect(await lawyer.acknowledgeAlert({ caseId, alertId, act: 'seen' })).toMatchObject({ isSeen: true });
    // What a colleague has seen is still news.
    const mine = (await coordinator.listMyAlerts({})).alerts.find((one) => one.alertId === alertId);
    expect(mine).toMatchObject({ isSeen: false, seenBy: 'Luz Inventada Legal' });
    // Seen by another person later, and again: the first name stays.
    for (let time = 0; time < 2; time += 1) await coordinator.acknowledgeAlert({ caseId, alertId, act: 'seen' });
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
    await coordinator.acknowledgeAlert({ caseId, alertId, act: 'closed' });
    expect((await lawyer.listMyAlerts({})).alerts.some((one) => one.alertId === alertId)).toBe(false);
    expect((await lawyer.listCaseAlerts({ caseId })).alerts.at(-1)).toMatchObject({
      alertId,
      seenBy: 'Luz Inventada Legal',
      closedBy: 'Carmen Inventada Coordina',
    });
  });

  it('of another case is refused as absent', async () => {
    const centre = await startCentre();
    const { caseId } = await handedToLegal(centre);
    const other = await centre.aCase();
    const lawyer = await centre.as('legal');
    const [alert] = (await lawyer.listCaseAlerts({ caseId })).alerts;
    await expect(
      (await centre.as('coordina')).acknowledgeAlert({
        caseId: other.caseId,
        alertId: alert?.alertId ?? '',
        act: 'seen',
      }),
    ).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  it('stands in its case and in the seals: the record is sound after raising and closing', async () => {
    const centre = await startCentre();
    const { caseId } = await handedToLegal(centre);
    const lawyer = await centre.as('legal');
    const [alert] = (await lawyer.listCaseAlerts({ caseId })).alerts;
    await lawyer.acknowledgeAlert({ caseId, alertId: alert?.alertId ?? '', act: 'closed' });
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });
});

describe('raising', () => {
  /** Raises inside the file of a closed centre, each alert with the instant it happens at. */
  async function raised(
    given: readonly { kind: AlertKind; note: string | null; now: string; seesFirst?: boolean }[],
  ): Promise<{ rows: Database['alert'][]; touched: string[] }> {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const staffId = (await centre.sessionOf('admision')).staff.id;
    await centre.application.close();
    return insideFile(centre.folder, async (file) => {
      const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: file }) });
      const touched: string[] = [];
      await db.deleteFrom('alert').execute();
      for (const { now, seesFirst = false, ...alert } of given) {
        if (seesFirst)
          await db
            .updateTable('alert')
            .set({ seen_at: now as Instant, seen_by: staffId })
            .execute();
        const unit: Partial<Unit<Trx>> = {
          trx: allIn(db),
          now: now as never,
          today: now.slice(0, 10) as never,
          session: { staffId } as never,
          newId,
          touch: (kind) => void touched.push(`object ${kind}`),
          touchAside: (kind) => void touched.push(`aside ${kind}`),
        };
        await raiseAlert(unit as Unit<Trx>, { ...alert, caseId });
      }
      return { rows: await db.selectFrom('alert').selectAll().orderBy('raised_at').execute(), touched };
    });
  }

  it('repeats once a day while nobody saw it, and again afterwards or with other words', async () => {
    const asked = (now: string, note: string | null, seesFirst = false) =>
      ({ kind: 'askedAbout', now, note, seesFirst }) as const;
    const { rows } = await raised([
      asked('2026-06-10T14:00:00.000Z', null),
      asked('2026-06-10T14:10:00.000Z', null),
      asked('2026-06-10T14:20:00.000Z', 'Dijo ser su primo.'),
      asked('2026-06-10T15:00:00.000Z', null, true),
      asked('2026-06-11T14:00:00.000Z', null),
    ]);
    expect(rows.map((row) => row.raised_at.slice(5, 16))).toEqual([
      '06-10T14:00',
      '06-10T14:20',
      '06-10T15:00',
      '06-11T14:00',
    ]);
  });

  it('names nobody for a silent kind and is never what the call is about', async () => {
    const at = '2026-06-10T14:00:00.000Z';
    const { rows, touched } = await raised([
      { kind: 'aggressorAtDoor', note: null, now: at },
      { kind: 'newEvent', note: null, now: '2026-06-10T14:01:00.000Z' },
    ]);
    expect(rows.map((row) => row.raised_by === null)).toEqual([true, false]);
    expect(touched).toEqual(['aside alert', 'aside alert']);
  });

  it('leaves the desk an entry about the case, not about the alert', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const { lines } = await (await centre.as('admision')).listOwnAudit({ before: null });
    const entry = lines.find((line) => line.action === 'case.handedOver');
    expect(entry?.objectKind).toBe('case_file');
    expect(lines.some((line) => line.objectKind === 'alert')).toBe(false);
  });
});
