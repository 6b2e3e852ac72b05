/** Choosing an authority by keyboard, and adding a missing one without leaving the form; over a real centre. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DirectoryField } from '../../../src/renderer/directory/index.ts';
import type { Office, OfficeKind } from '../../../src/shared/directory/index.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';
import { anOffice } from '../../support/an-office.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const court = anOffice({ distanceDays: 2 });

async function draw(login: Login, kinds?: readonly OfficeKind[]) {
  const centre = await startCentre();
  const writer = await centre.as('legal');
  await writer.keepOffice({ id: null, version: null, form: court });
  const police = { ...court, kind: 'policeStation' as const, name: 'Comisaría Inventada' };
  await writer.keepOffice({ id: null, version: null, form: police });
  const chosen: (Office | null)[] = [];
  function Form() {
    const [value, setValue] = useState<Office['id'] | null>(null);
    return (
      <DirectoryField
        {...(kinds === undefined ? {} : { kinds })}
        words={{ label: 'Dirigido a' }}
        value={value}
        onChange={(id, authority) => {
          setValue(id);
          chosen.push(authority);
        }}
      />
    );
  }
  await drawInWindow(centre, login, <Form />);
  const field = await screen.findByRole('textbox', { name: 'Dirigido a' });
  return { centre, chosen, field, user: userEvent.setup() };
}

describe('DirectoryField', () => {
  it('finds by name, kind or district, shows all three, and hands the entry on', async () => {
    const { chosen, field, user } = await draw('legal');
    await user.click(field);
    await user.clear(field);
    await user.type(field, 'familia lurigancho');
    const option = await screen.findByRole('option', { hidden: true });
    expect(option.textContent).toBe('Juzgado Inventado · Juzgado de familia · San Juan de Lurigancho, Lima, Lima');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => {
      expect(chosen.at(-1)).toMatchObject({ name: 'Juzgado Inventado', distanceDays: 2 });
    });
  });

  it('offers the kinds of the form alone, and adds nothing for who may not write', async () => {
    const { field, user } = await draw('psico', ['policeStation']);
    await user.click(field);
    expect((await screen.findAllByRole('option', { hidden: true })).map(({ textContent }) => textContent)).toEqual([
      'Comisaría Inventada · Comisaría · San Juan de Lurigancho, Lima, Lima',
    ]);
    expect(screen.queryByRole('button', { name: 'Agregar al directorio' })).toBeNull();
  });

  it('adds a missing one beside the form and chooses it', async () => {
    const { centre, chosen, user } = await draw('social', ['demuna']);
    await user.click(screen.getByRole('button', { name: 'Agregar al directorio' }));
    const kind = await screen.findByRole('textbox', { name: 'Tipo' });
    await waitFor(() => {
      expect(document.activeElement).toBe(kind);
    });
    await user.type(screen.getByRole('textbox', { name: 'Nombre de la oficina' }), 'DEMUNA Inventada');
    // Where its portal stands depends on the tests before: it outlives them.
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    await user.click(dialog.getByRole('button', { name: 'Agregar al directorio', hidden: true }));
    await waitFor(() => {
      expect(chosen.at(-1)).toMatchObject({ name: 'DEMUNA Inventada', kind: 'demuna' });
    });
    const { records } = await (await centre.as('legal')).listOffices({});
    expect(records.filter(({ kind: own }) => own === 'demuna')).toHaveLength(1);
  });
});
