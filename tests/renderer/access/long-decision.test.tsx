/** An act that takes long: followed in the dialog that asked for the password, and stopped there. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PasswordAgainDialog } from '../../../src/renderer/access/index.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

describe('an act that takes long', () => {
  it('shows how far it is, is stopped by its own button, and says that nothing was kept', async () => {
    const onStop = vi.fn();
    const act = Promise.withResolvers<undefined>();
    render(
      <Alone>
        <PasswordAgainDialog
          title="¿Aprobar esta propuesta?"
          verb="Aprobar"
          work={{ progress: <p>Guardando fichas: 25 de 120</p>, onStop }}
          onConfirm={() => act.promise}
          onCancel={() => undefined}
        />
      </Alone>,
    );
    expect(screen.queryByText(/Guardando fichas/)).toBeNull();
    fireEvent.change(screen.getByLabelText(/contraseña/i, { selector: 'input' }), { target: { value: 'una frase' } });
    fireEvent.click(screen.getByRole('button', { name: 'Aprobar' }));
    await screen.findByText('Guardando fichas: 25 de 120');
    fireEvent.click(screen.getByRole('button', { name: 'Detener' }));
    expect(onStop).toHaveBeenCalledOnce();
    act.reject(fail('cancelled', 'list-stopped'));
    await waitFor(() => {
      expect(screen.getByText('Se detuvo. No se guardó nada de ese trabajo.')).toBeTruthy();
    });
    expect(screen.getByRole('button', { name: 'Volver sin cambios' })).toBeTruthy();
  });
});
