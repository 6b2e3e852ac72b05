/** What is not offered while the record may only be read: told in one place, for every screen. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionBar, EmptyState, ReadOnlyContext, Stores } from '../../../src/renderer/platform/ui/index.ts';
import { useHolds, useMay, useMayStore } from '../../../src/renderer/platform/session.tsx';
import { offices } from '../../../src/renderer/directory/index.ts';
import { KeptScreen } from '../../../src/renderer/record/index.ts';
import { anOffice } from '../../support/an-office.ts';
import { Alone } from '../../support/alone.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});
const nothing = () => undefined;

function draw(isReadOnly: boolean, reads?: true) {
  const more = reads === undefined ? {} : { reads };
  render(
    <Alone>
      <ReadOnlyContext value={isReadOnly ? <p>Solo lectura</p> : null}>
        <ActionBar main={{ label: 'Guardar', onClick: nothing, ...more }}>
          <button>Otro</button>
        </ActionBar>
        <Stores>
          <button>Sacar</button>
        </Stores>
        <EmptyState action={{ label: 'Agregar', onClick: nothing, ...more }}>Nada aún</EmptyState>
      </ReadOnlyContext>
    </Alone>,
  );
  return ['Guardar', 'Otro', 'Sacar', 'Agregar'].filter((name) => screen.queryByRole('button', { name }) !== null);
}

describe('while the record may only be read', () => {
  it('no screen offers its main act nor what a panel stores, and says why in its place', () => {
    expect(draw(true)).toEqual([]);
    expect(screen.getAllByText('Solo lectura')).toHaveLength(2);
  });

  it('what goes somewhere, or ends that state, stays', () => {
    expect(draw(true, true)).toEqual(['Guardar', 'Otro', 'Agregar']);
  });

  it('and everything is offered when it may be written', () => {
    expect(draw(false)).toEqual(['Guardar', 'Otro', 'Sacar', 'Agregar']);
  });

  it.each([
    [false, ['holds', 'propose', 'settings', 'change']],
    [true, ['holds', 'settings']],
  ])('(%s) what a permission offers is what would not be refused', async (isReadOnly, offered) => {
    function Offers() {
      const rights = { holds: useHolds('staff.create'), propose: useMay('staff.create') };
      const all = { ...rights, settings: useMay('settings.centre') };
      const shown = Object.entries({ ...all, change: useMayStore('settings.centre') }).filter(([, may]) => may);
      return <output>{shown.map(([name]) => name).join(' ')}</output>;
    }
    await drawInWindow(await startCentre(), 'coordina', <Offers />, isReadOnly);
    expect((await screen.findByRole('status')).textContent.split(' ')).toEqual(offered);
  });
});

describe('a list of kept things', () => {
  it('offers nothing that stores while the record may only be read', async () => {
    const centre = await startCentre();
    await (await centre.as('legal')).keepOffice({ id: null, version: null, form: anOffice() });
    await drawInWindow(centre, 'legal', <KeptScreen of={offices} />, true);
    await userEvent.click(await screen.findByRole('button', { name: 'Juzgado Inventado' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ver historial' }));
    expect(await screen.findByText(/agregó la entrada/)).toBeDefined();
    for (const name of ['Agregar al directorio', 'Corregir', 'Dejar de usar'])
      expect(screen.queryByRole('button', { name }), name).toBeNull();
  });
});
