/** The window of the plan: two people on one step, the keyboard after an act, and who only reads. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { PlanPage } from '../../../src/renderer/plan/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };
const step = { words: 'Paso', action: 'other', service: 'social', staffId: null, dueOn: null } as const;

async function withStep() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const social = await centre.as('social');
  const { stepId } = await social.putPlanStep({ caseId, step });
  return { centre, caseId, social, stepId };
}

it('shows what somebody else saved meanwhile, and saves what was typed over it', async () => {
  const { centre, caseId, social, stepId } = await withStep();
  await drawInWindow(centre, 'psico', <PlanPage caseId={caseId} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Cambiar: Paso' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: /Nota/ }), 'La mía');
  const theirs = { staffId: null, dueOn: null, state: 'planned', doneOn: null, note: 'La otra' } as const;
  await social.changePlanStep({ ...theirs, caseId, stepId, version: 1 });
  await userEvent.click(dialog.getByRole('button', { name: 'Guardar' }));
  expect((await dialog.findByText(/Ahora está así/, undefined, slow)).textContent).toContain('La otra');
  await userEvent.click(dialog.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), slow);
  expect((await social.getPlan({ caseId })).steps[0]).toMatchObject({ note: 'La mía', version: 3 });
});

it('stays in the table after a proposal was put, and takes all of them', async () => {
  const { centre, caseId, social } = await withStep();
  const { proposals } = await social.getPlan({ caseId });
  await drawInWindow(centre, 'psico', <PlanPage caseId={caseId} />);
  const named = (at: number) => ({ name: `Poner: ${proposals[at]?.label ?? ''}` });
  await userEvent.click(await screen.findByRole('button', named(0)));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', named(1))), slow);
  await userEvent.click(screen.getByRole('button', { name: 'Poner todas' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Poner/ })).toBeNull(), slow);
  await waitFor(() => expect(document.activeElement?.closest('table')).not.toBeNull(), slow);
  expect((await social.getPlan({ caseId })).steps).toHaveLength(proposals.length + 1);
});

it('offers nothing to whoever only reads it', async () => {
  const { centre, caseId } = await withStep();
  await drawInWindow(centre, 'coordina', <PlanPage caseId={caseId} />);
  await screen.findByText('Paso', undefined, slow);
  expect(screen.queryByRole('button', { name: /^(Poner|No corresponde|Cambiar|Agregar|Acordar)/ })).toBeNull();
});
