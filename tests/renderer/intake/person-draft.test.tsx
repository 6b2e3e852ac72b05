/** What is half typed on the page of a person, over a real centre. */
import { useQuery } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PersonForm } from '../../../src/renderer/intake/persons/person-form.tsx';
import { personDraft, type PersonRecord } from '../../../src/shared/people/index.ts';
import { LockButton } from '../../support/lock-button.tsx';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function start() {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase({ isValidated: false });
  const { main } = await (await centre.as('psico')).listCasePersons({ caseId });
  const place = (role: 'user' | 'aggressor') => {
    const personId = main.find((one) => one.role === role)?.personId;
    if (personId === undefined) throw new Error('no such person');
    return { caseId, personId };
  };
  return { centre, number, her: place('user'), him: place('aggressor') };
}

type Place = { readonly caseId: string; readonly personId: string };

async function draw(centre: TestCentre, place: Place) {
  const client = await centre.as('psico');
  const saved = await client.getCasePerson(place);
  const draft = await client.openDraft({ form: personDraft(place.personId), caseId: place.caseId });
  await drawInWindow(
    centre,
    'psico',
    <>
      <PersonForm place={place} start={saved} draft={draft} today="2026-06-10" />
      <LockButton />
    </>,
  );
  return screen.findByRole('textbox', { name: /^Nombres/ });
}

/** Another person saves the record with these fields changed. */
async function saveOver(centre: TestCentre, place: Place, change: Partial<PersonRecord>) {
  const other = await centre.as('coordina');
  const { version, record } = await other.getCasePerson(place);
  await other.saveCasePerson({ ...place, version, record: { ...record, ...change }, reason: null });
}

async function drafts(centre: TestCentre) {
  return (await (await centre.as('psico')).listMyDrafts({})).drafts;
}

/** Another part of the window that is read again after a save, and takes its time. */
function Beside({ read }: { readonly read: () => Promise<null> }) {
  useQuery({ queryKey: ['day', 'beside'], queryFn: read });
  return null;
}

describe('a change that needs its reason', () => {
  it('is asked for it once nothing is under way, so that the first press is heard', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const client = await centre.as('psico');
    const { main } = await client.listCasePersons({ caseId });
    const personId = main.find(({ role }) => role === 'user')?.personId ?? '';
    const place = { caseId, personId };
    const draft = await client.openDraft({ form: personDraft(personId), caseId });
    const late = Promise.withResolvers<null>();
    const read = vi.fn(() => (read.mock.calls.length === 1 ? Promise.resolve(null) : late.promise));
    await drawInWindow(
      centre,
      'psico',
      <>
        <Beside read={read} />
        <PersonForm place={place} start={await client.getCasePerson(place)} draft={draft} today="2026-06-10" />
      </>,
    );
    const user = userEvent.setup();
    await user.type(await screen.findByRole('textbox', { name: /^Nombres/ }), ' Sol');
    await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(screen.queryByRole('dialog')).toBeNull();
    late.resolve(null);
    await screen.findByRole('dialog');
    await user.click(screen.getByRole('radio', { name: /Se registró mal/ }));
    await user.click(screen.getByRole('button', { name: 'Guardar el cambio' }));
    await screen.findByText('Guardado.');
    expect((await client.getCasePerson(place)).record.givenNames).toBe('Rosa Inventada Sol');
  });
});

describe('data of a person that are half typed', () => {
  it.each(['the page is left', 'the window locks'])('are there again after %s, one draft a person', async (how) => {
    const { centre, number, her, him } = await start();
    const user = userEvent.setup();
    await user.type(await draw(centre, her), ' Sol');
    if (how === 'the window locks') await user.click(screen.getByRole('button', { name: 'Bloquear' }));
    else cleanup();
    await waitFor(async () => {
      expect(await drafts(centre)).toMatchObject([
        { form: personDraft(her.personId), title: `Ficha ${number} · Datos de una persona` },
      ]);
    });
    cleanup();
    expect(await draw(centre, him)).toHaveProperty('value', 'Pedro Imaginario');
    cleanup();
    expect(await draw(centre, her)).toHaveProperty('value', 'Rosa Inventada Sol');
    await screen.findByText(/^Recuperamos su borrador/);
    const { record } = await (await centre.as('psico')).getCasePerson(her);
    expect(record.givenNames).toBe('Rosa Inventada');
  });

  it('leave no draft once they are saved', async () => {
    const { centre, her } = await start();
    const user = userEvent.setup();
    await user.type(await draw(centre, her), ' Sol');
    await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
    await screen.findByText('Guardado.');
    expect((await (await centre.as('psico')).getCasePerson(her)).record.givenNames).toBe('Rosa Inventada Sol');
    cleanup();
    expect(await drafts(centre)).toEqual([]);
  });

  it('stay beside what another person saved meanwhile, until one of both is chosen', async () => {
    const { centre, her } = await start();
    const user = userEvent.setup();
    await user.type(await draw(centre, her), ' Sol');
    await saveOver(centre, her, { aliases: ['Rosita'] });
    await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
    await screen.findByRole('cell', { name: 'Rosa Inventada Sol' });
    expect(screen.queryByRole('cell', { name: 'Rosita' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Usar lo guardado' }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: /^Nombres/ })).toHaveProperty('value', 'Rosa Inventada');
    });
    expect(await screen.findByRole('textbox', { name: /^Alias/ })).toHaveProperty('value', 'Rosita');
    expect(await drafts(centre)).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each(['the page stays open', 'the draft is opened again'])(
    'put back nothing that another person changed, when %s',
    async (how) => {
      const { centre, her } = await start();
      const phone = { phone: '900000001', whose: null, hours: null, mayLeaveMessage: null, whatToSay: null };
      const contact = { ...phone, mayCall: 'yes' as const, checkedOn: null, isShared: false };
      await saveOver(centre, her, { contacts: [contact] });
      const user = userEvent.setup();
      await user.type(await draw(centre, her), ' Sol');
      if (how === 'the draft is opened again') {
        cleanup();
        await waitFor(async () => {
          expect(await drafts(centre)).toHaveLength(1);
        });
      }
      await saveOver(centre, her, { contacts: [{ ...contact, mayCall: 'no' }] });
      if (how === 'the draft is opened again') await draw(centre, her);
      else await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
      await user.click(await screen.findByRole('button', { name: 'Seguir con lo que escribí' }));
      expect(screen.queryByRole('alert')).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
      await screen.findByText('Guardado.');
      const { record } = await (await centre.as('psico')).getCasePerson(her);
      expect(record.givenNames).toBe('Rosa Inventada Sol');
      expect(record.contacts).toMatchObject([{ phone: '900000001', mayCall: 'no' }]);
    },
  );

  it('are let go also when their draft is gone already', async () => {
    const { centre, her } = await start();
    const user = userEvent.setup();
    await user.type(await draw(centre, her), ' Sol');
    await saveOver(centre, her, { aliases: ['Rosita'] });
    await user.click(screen.getByRole('button', { name: 'Guardar datos' }));
    await screen.findByRole('button', { name: 'Usar lo guardado' });
    const [draft] = await drafts(centre);
    await (await centre.as('psico')).discardDraft({ draftId: draft?.draftId ?? '' });
    await user.click(screen.getByRole('button', { name: 'Usar lo guardado' }));
    expect(await screen.findByRole('textbox', { name: /^Alias/ })).toHaveProperty('value', 'Rosita');
  });
});
