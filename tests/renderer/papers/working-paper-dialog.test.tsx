/** The act of a paper that leaves stands at the foot of its dialog, and Ctrl Enter does it; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { WorkingPaperDialog } from '../../../src/renderer/papers/index.ts';
import { blankLines, usualLook } from '../../../src/shared/safety/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
  // A dialog that went listens for the second press a moment longer.
  await new Promise((resolve) => setTimeout(resolve, 600));
});

async function show(isReadOnly: boolean) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const client = await centre.as('psico');
  const plan = {
    ...{ lines: { ...blankLines(), bag: { words: 'Donde Elena', card: 'Encargo' } }, phones: [] },
    ...{ carriesCard: true, rereadOn: civilDateSchema.parse('2026-06-25'), present: 'alone' as const },
  };
  await client.keepSafetyPlan({ caseId, plan, over: null });
  const out: unknown[] = [];
  await drawInWindow(
    centre,
    'psico',
    <WorkingPaperDialog
      title="Tarjeta"
      paper={['card']}
      make={() => client.safetyCard({ caseId, look: usualLook })}
      release={(way) => Promise.resolve({ number: String(out.push(way)), file: null })}
      onClose={() => undefined}
    >
      <label>
        Papel <input />
      </label>
    </WorkingPaperDialog>,
    isReadOnly,
  );
  return { user: userEvent.setup(), out };
}

it('is beside «Cerrar», and the copy is told there', async () => {
  const { user, out } = await show(false);
  const act = await screen.findByRole('button', { name: /^Registrar e imprimir/ });
  const foot = screen.getByRole('button', { name: 'Cerrar' }).parentElement;
  expect(foot?.contains(act)).toBe(true);
  await user.click(screen.getByLabelText('Papel'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(foot?.contains(await screen.findByText('Copia 1 registrada y enviada a la impresora.'))).toBe(true);
  expect(out).toEqual([{ way: 'print', printer: 'HP LaserJet (Admisión)' }]);
});

it('is not there while the record may only be read', async () => {
  const { user, out } = await show(true);
  await screen.findByText('Solo lectura');
  expect(screen.queryByRole('button', { name: /^Registrar/ })).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(out).toEqual([]);
});
