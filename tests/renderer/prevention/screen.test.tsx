/** «Prevención» over a real centre: what two windows save, what is refused at its place, what a reader is not offered. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { PreventionScreen } from '../../../src/renderer/prevention/screens/prevention-screen.tsx';
import { onAnnouncement } from '../../../src/renderer/platform/announce.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { resultFields, type ActivityResult } from '../../../src/shared/prevention/index.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const blank = blankValues(resultFields) as Omit<ActivityResult, 'attendance'>;
const ten = { ...blank, attendance: [{ sex: 'women' as const, age: 'age-18', people: 10 }] };

async function withActivity(activityType: 'type-talk' | 'type-media' = 'type-talk') {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const client = await centre.as('promocion');
  const [lead] = (await client.readPrevention({ month: null })).staff;
  if (lead === undefined) throw new Error('nobody works here');
  const { id } = await client.keepPreventionActivity({
    ...{ id: null, version: null },
    form: {
      ...{ heldOn: '2026-06-09' as CivilDate, startsAt: '09:00', minutes: 60, activityType, topic: 'Buen trato' },
      ...{ activityGroup: 'group-other', audience: 'audience-general', mode: 'inPerson', place: 'Plaza' },
      ...{ districtCode: '150132', hostInstitution: null, leadStaff: lead.id, strategy: null, programmeId: null },
      ...{ sessionNumber: null, officialCode: null, notes: null },
    },
  });
  return { centre, client, target: { activityId: id, version: null } };
}

it('says that another window saved meanwhile, keeps what was typed, and shows what was saved when asked', async () => {
  const { centre, client, target } = await withActivity();
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  const cell = await screen.findByRole('textbox', { name: 'Mujeres, 12–17' });
  await userEvent.type(cell, '7');
  await client.recordPreventionResult({ ...target, result: ten });
  await userEvent.click(screen.getByRole('button', { name: /^Guardar como hecha/ }));
  expect(await screen.findByText(/Otra persona cambió estos datos/)).toBeTruthy();
  expect(cell.getAttribute('value')).toBe('7');
  await userEvent.click(screen.getByRole('button', { name: 'Ver lo que se guardó' }));
  expect(await screen.findByRole('button', { name: /^Guardar cambios/ })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Mujeres, 18–29' }).getAttribute('value')).toBe('10');
});

it('goes to the month of what was said to be done, and says that it counts there', async () => {
  const { centre, client } = await withActivity();
  const [view] = (await client.readPrevention({ month: null })).activities;
  if (view === undefined) throw new Error('no activity');
  const { id, version, isActive: _active, changedOn: _on, ...form } = view.activity;
  await client.keepPreventionActivity({ id, version, form: { ...form, heldOn: '2026-05-09' as CivilDate } });
  const said: string[] = [];
  const stop = onAnnouncement(({ text }) => said.push(text));
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Mujeres, 12–17' }), '7');
  await userEvent.click(screen.getByRole('button', { name: /^Guardar como hecha/ }));
  expect(await screen.findByText(/^mayo · 1 hecha/)).toBeTruthy();
  expect(said).toContain('Guardada; cuenta en mayo.');
  stop();
  expect(await screen.findByRole('button', { name: /^Guardar cambios/ })).toBeTruthy();
});

it('says at the matrix that nobody was counted, and of media asks for its reach alone', async () => {
  const { centre } = await withActivity();
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  await userEvent.click(await screen.findByRole('button', { name: /^Guardar como hecha/ }));
  expect((await screen.findAllByText(/Escriba cuántas personas asistieron/)).length).toBeGreaterThan(0);
  cleanup();
  const media = await withActivity('type-media');
  await drawInWindow(media.centre, 'promocion', <PreventionScreen />);
  expect(await screen.findByRole('textbox', { name: /^Alcance estimado/ })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Mujeres, 12–17' })).toBeNull();
});

it('offers nothing to whoever reads, nor while the record may only be read', async () => {
  const { centre, client, target } = await withActivity();
  await client.recordPreventionResult({ ...target, result: ten });
  await drawInWindow(centre, 'coordina', <PreventionScreen />);
  expect((await screen.findByRole('row', { name: /^Mujeres/ })).textContent).toBe('Mujeres1010');
  for (const name of [/^Actividad/, /^Guardar/, 'Cambiar', 'Agregar', /^Retirar/, 'Se canceló…'])
    expect(screen.queryByRole('button', { name }), String(name)).toBeNull();
  expect(screen.getByRole('button', { name: 'Ver historial' })).toBeTruthy();
  cleanup();
  await drawInWindow(centre, 'promocion', <PreventionScreen />, true);
  expect(await screen.findByRole('row', { name: /^Mujeres/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Guardar|^Actividad/ })).toBeNull();
});
