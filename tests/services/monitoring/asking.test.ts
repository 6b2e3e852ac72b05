/** «Pedir a …»: who leads the centre asks for what a list shows to be missing, and whoever holds the ficha sees it. */
import { afterEach, expect, it } from 'vitest';
import { askIds, askNote, askOf } from '../../../src/shared/alerts/index.ts';
import { monthSchema } from '../../../src/shared/platform/dates.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { declare } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const start = () => startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });

/** What stands in her day, and whether it is her turn. */
async function asked(centre: TestCentre, login: Login, caseId: CaseId) {
  const { lines } = await (await centre.as(login)).readMyDay({});
  return (lines.find((line) => line.caseId === caseId)?.items ?? [])
    .filter(({ group }) => group === 'asked')
    .map(({ task, why, page, isMine }) => [task, why, page, isMine]);
}

it('stands once in the day of who holds the ficha, until she marks it as done', async () => {
  const first = await start();
  const { caseId } = await first.aCase();
  const coordinator = await first.as('coordina');
  expect(await asked(first, 'psico', caseId)).toEqual([]);
  expect(await coordinator.askInCase({ caseId, ask: 'valuation' })).toEqual({ isNew: true });
  expect(await coordinator.askInCase({ caseId, ask: 'valuation' }), 'pressed again').toEqual({ isNew: false });
  first.clock.set('2026-06-11T15:00:00.000Z');
  const centre = await first.restart();
  expect(await (await centre.as('coordina')).askInCase({ caseId, ask: 'valuation' }), 'and the next day').toEqual({
    isNew: false,
  });
  const hers = ['Lo pide Coordinación: volver a valorar el riesgo', 'Pedido el 10/06', 'risk', true];
  expect(await asked(centre, 'psico', caseId)).toEqual([hers]);
  expect(await asked(centre, 'legal', caseId), 'it is one person’s turn').toEqual([]);
  await (await centre.as('coordina')).askInCase({ caseId, ask: 'data' });
  expect(await asked(centre, 'psico', caseId)).toContainEqual([
    ...['Lo pide Coordinación: completar los datos que faltan', 'Pedido el 11/06', 'sectionA', true],
  ]);

  const psychologist = await centre.as('psico');
  const { alerts } = await psychologist.listCaseAlerts({ caseId });
  const [one] = alerts.filter(({ note }) => note === 'Coordinación lo pide: volver a valorar el riesgo.');
  expect(one?.raisedBy).toMatch(/\S/);
  await psychologist.acknowledgeAlert({ caseId, alertId: one?.alertId ?? '', act: 'closed' });
  expect(await asked(centre, 'psico', caseId)).not.toContainEqual(hers);
  expect(await (await centre.as('coordina')).askInCase({ caseId, ask: 'valuation' })).toEqual({ isNew: true });
  const { lines } = await (await centre.as('visita')).listAudit({ before: null });
  expect(lines.filter(({ action }) => action === 'monitoring.asked')).toHaveLength(5);
});

it('stays marked in the list with its day, what was asked for and nothing else, until it is done', async () => {
  const centre = await start();
  const { caseId } = await centre.aCase();
  const coordinator = await centre.as('coordina');
  const { indicators } = await coordinator.readMonitoring({ until: null });
  const part = indicators.find(({ id }) => id === 'workload')?.parts[0]?.code ?? '';
  const marks = async () => {
    const months = [monthSchema.parse('2026-06')];
    const { rows } = await coordinator.listMonitoring({ indicator: 'workload', months, kind: null, part });
    return rows.map((row) => [row.caseId, row.askedOn]);
  };
  expect(await marks()).toEqual([[caseId, null]]);
  await coordinator.askInCase({ caseId, ask: 'contact' });
  expect(await marks(), 'of something else').toEqual([[caseId, null]]);
  await coordinator.askInCase({ caseId, ask: 'data' });
  expect(await marks()).toEqual([[caseId, '2026-06-10']]);
  const psychologist = await centre.as('psico');
  const { alerts } = await psychologist.listCaseAlerts({ caseId });
  const one = alerts.find(({ note }) => note === 'Coordinación lo pide: completar los datos que faltan.');
  await psychologist.acknowledgeAlert({ caseId, alertId: one?.alertId ?? '', act: 'closed' });
  expect(await marks()).toEqual([[caseId, null]]);
});

it('a reminder of the clock of the same kind is not taken for it, nor a correction that somebody asked for', () => {
  expect(askOf({ kind: 'deadlineOverdue', note: 'Volver a valorar el riesgo (D36b): 24/05/2026, 23:59' })).toBeNull();
  expect(askOf({ kind: 'correctionAsked', note: null })).toBeNull();
  for (const ask of askIds) expect(askOf(askNote(ask))).toBe(ask);
});

it('is refused to who does not lead the centre, and in a ficha that may not be written', async () => {
  const centre = await start();
  const { caseId } = await centre.aCase();
  const ask = { caseId, ask: 'contact' } as const;
  for (const login of ['admision', 'psico', 'social', 'legal', 'visita', 'soporte'] as const) {
    const client = await centre.as(login);
    expect(await refusal(() => client.askInCase(ask)), login).toBe('forbidden/');
  }
  const sealed = await centre.aCase({
    user: { givenNames: 'Otra Inventada', firstSurname: 'Ccoyllo', document: none },
  });
  await seal(centre, sealed.caseId);
  const coordinator = await centre.as('coordina');
  expect(await refusal(() => coordinator.askInCase({ ...ask, caseId: sealed.caseId }))).toBe('not-found/');
  const near = await centre.aCase({ user: { givenNames: 'Tercera Inventada', firstSurname: 'Apaza', document: none } });
  await declare(centre, 'coordina', { givenNames: 'Tercera Inventada', firstSurname: 'Apaza' });
  expect(await refusal(() => coordinator.askInCase({ ...ask, caseId: near.caseId }))).toMatch(
    /^(not-found|forbidden)\//,
  );
  await insideFile(centre.folder, (db) =>
    changeSealed(db, { kind: 'case_file', id: caseId }, () =>
      db.prepare("update case_file set state = 'closed' where id = ?").run(caseId),
    ),
  );
  expect(await refusal(() => coordinator.askInCase(ask))).toBe('rule-broken/case-closed');
});

const none = { kind: null, state: 'none', number: null } as const;
