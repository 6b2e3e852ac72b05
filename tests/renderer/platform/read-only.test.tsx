/** What is not offered while the record may only be read: told in one place, for every screen. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionBar, EmptyState, ReadOnlyContext, Stores } from '../../../src/renderer/platform/ui/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);
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
});
