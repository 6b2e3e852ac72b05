/** What is typed of prevention survives leaving; what somebody else saved is shown first; codes by keyboard. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { PreventionScreen } from '../../../src/renderer/prevention/screens/prevention-screen.tsx';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { resultFields, type ActivityResult } from '../../../src/shared/prevention/index.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';
import { close } from '../../services/reports/months.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const blank = blankValues(resultFields) as Omit<ActivityResult, 'attendance'>;
const ten = { ...blank, attendance: [{ sex: 'women' as const, age: 'age-18', people: 10 }] };
const slow = { timeout: 60_000 };

async function withActivity() {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const client = await centre.as('promocion');
  const [lead] = (await client.readPrevention({ month: null })).staff;
  if (lead === undefined) throw new Error('nobody works here');
  const plan = {
    ...{ heldOn: '2026-06-09' as CivilDate, startsAt: '09:00', minutes: 60, activityType: 'type-talk' },
    ...{ topic: 'Buen trato', activityGroup: 'group-other', audience: 'audience-general', mode: 'inPerson' as const },
    ...{ place: 'Plaza', districtCode: '150132', hostInstitution: null, leadStaff: lead.id, strategy: null },
    ...{ programmeId: null, sessionNumber: null, officialCode: null, notes: null },
  };
  const { id } = await client.keepPreventionActivity({ id: null, version: null, form: plan });
  return { centre, client, target: { activityId: id, version: null } };
}

const cell = (name: string) => screen.findByRole('textbox', { name });
const valueOf = async (name: string) => (await cell(name)).getAttribute('value');

it('keeps an attendance that was typed and left, offers to put it away, and forgets it once it is saved', async () => {
  const { centre, client, target } = await withActivity();
  const read = () => client.readPreventionDraft({ form: `prevention-result-${target.activityId}` });
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  await userEvent.type(await cell('Mujeres, 12–17'), '7');
  cleanup();
  await waitFor(async () => expect((await read()).body).toContain('age-12'), slow);
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  expect(await valueOf('Mujeres, 12–17')).toBe('7');
  expect(screen.getByText(/Aquí está lo que escribió y no guardó/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Descartarlo' }));
  await waitFor(async () => expect(await valueOf('Mujeres, 12–17')).toBe(''), slow);
  expect((await read()).body).toBeNull();
  await userEvent.type(await cell('Hombres, 18–29'), '4');
  await userEvent.click(screen.getByRole('button', { name: /^Guardar como hecha/ }));
  await screen.findByRole('button', { name: /^Guardar cambios/ });
  cleanup();
  expect((await read()).body).toBeNull();
});

it('shows what somebody else saved first, and brings what was typed when asked', async () => {
  const { centre, client, target } = await withActivity();
  const values = { ...blank, attendance: [{ sex: 'women', age: 'age-12', people: 7 }] };
  const form = `prevention-result-${target.activityId}` as const;
  await client.keepPreventionDraft({ form, body: JSON.stringify({ version: null, values }) });
  await client.recordPreventionResult({ ...target, result: ten });
  await client.keepPreventionDraft({ form, body: JSON.stringify({ version: null, values }) });
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  expect(await valueOf('Mujeres, 18–29')).toBe('10');
  await userEvent.click(await screen.findByRole('button', { name: 'Ponerlo aquí' }));
  await waitFor(async () => expect(await valueOf('Mujeres, 12–17')).toBe('7'), slow);
  expect(screen.getByText(/Otra persona guardó otra cosa mientras tanto/)).toBeTruthy();
});

it('says before anything is saved that the month of the activity was published', async () => {
  const { centre } = await withActivity();
  centre.clock.set('2026-07-03T15:00:00.000Z');
  const july = await centre.restart();
  await drawInWindow(july, 'promocion', <PreventionScreen />);
  expect(await cell('Mujeres, 12–17')).toBeTruthy();
  const said = /Junio ya se cerró: lo publicado, con su T18, queda como está/;
  expect(screen.queryByText(said)).toBeNull();
  cleanup();
  await close(july, '2026-06');
  await drawInWindow(july, 'promocion', <PreventionScreen />);
  expect(await screen.findByText(said)).toBeTruthy();
  // In the plan too, of the day that is typed.
  await userEvent.click(screen.getByRole('button', { name: /^Actividad/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByText(said)).toBeNull();
  const day = dialog.getByLabelText(/^Fecha/);
  await userEvent.clear(day);
  await userEvent.type(day, '08062026{Tab}');
  expect(await dialog.findByText(said, {}, slow)).toBeTruthy();
});

it('keeps a plan that was begun and closed', async () => {
  const { centre, client } = await withActivity();
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  const open = async () => userEvent.click(await screen.findByRole('button', { name: /^Actividad/ }));
  await open();
  await userEvent.type(await screen.findByLabelText(/^Tema/), 'Señales');
  await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
  const read = () => client.readPreventionDraft({ form: 'prevention-plan' });
  await waitFor(async () => expect((await read()).body).toContain('Señales'), slow);
  await open();
  expect(await screen.findByDisplayValue('Señales', {}, slow)).toBeTruthy();
});

it('takes the answers of each code by digits and arrows, and shows the counts they come to', async () => {
  const { centre, client } = await withActivity();
  const programme = { name: 'Varones', groupWords: 'Local', participants: 5, sessions: 4, notes: null };
  const { id: programmeId } = await client.keepPreventionProgramme({ id: null, version: null, form: programme });
  await drawInWindow(centre, 'promocion', <PreventionScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Participantes y factores de Varones' }));
  const first = await screen.findByRole('button', { name: /^P01, Sexo/ });
  first.focus();
  // Man, of the fifth age group, six factors; then the next code begins where something lacks.
  await userEvent.keyboard('h5100000');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('P02, Sexo: en blanco');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}0{ArrowLeft}{Delete}s');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await client.readPreventionGroup({ programmeId })).version).toBe(1), slow);
  const { group } = await client.readPreventionGroup({ programmeId });
  expect(group?.participants).toHaveLength(2);
  expect(group?.participants[0]).toMatchObject({ code: 1, sex: 'men', age: 'age-30' });
  expect(group?.participants[0]?.answers).toHaveLength(6);
  expect(group?.participants[1]?.answers).toEqual([{ factor: 'factor-money', before: true, later: null }]);
  // Two answered: that is all that is said of them.
  expect(await screen.findByText('Se halló 1 factor')).toBeTruthy();
  expect(screen.getByText('antes, respondieron 1 a 2')).toBeTruthy();
  expect(screen.queryByText('2 de 2')).toBeNull();
  expect(screen.queryByText(/%/)).toBeNull();
  cleanup();
  await drawInWindow(centre, 'coordina', <PreventionScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Participantes y factores de Varones' }));
  const readOnly = await screen.findByRole('button', { name: /^P01, Justifica controlar el dinero: Sí/ });
  await userEvent.click(readOnly);
  expect(readOnly.getAttribute('data-value')).toBe('yes');
  expect(screen.queryByRole('button', { name: /^Guardar/ })).toBeNull();
});
