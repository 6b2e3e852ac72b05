/** Insertion, reintegration, Acompañamiento and visits by keyboard and under discretion, over a real centre. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { ReintegrationPage } from '../../../src/renderer/reintegration/index.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { planFields, placementFields } from '../../../src/shared/reintegration/index.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function drawn({ by = 'social', full = true }: { by?: Login; full?: boolean } = {}) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const social = await centre.as('social');
  if (full) {
    const way = { way: 'shelter', house: 'Casa Inventada', since: '2026-06-10' } as const;
    const values = { ...blankValues(placementFields), ...way } as never;
    await social.noteReintegration({ caseId, ownerId: null, record: { kind: 'placement', values } });
    const made = { implementer: 1, madeOn: '2026-06-10', reviewOn: '2026-06-20' } as const;
    const plan = { ...blankValues(planFields), ...made } as never;
    await social.noteReintegration({ caseId, ownerId: null, record: { kind: 'reintegration_plan', values: plan } });
    const visit = { action: 'social-home-visit', on: '2026-06-10', time: null, withWhom: 'user' } as const;
    await social.recordAttention({ caseId, attention: { ...visit, outcome: 'done', note: null } });
  }
  await drawInWindow(
    centre,
    by,
    <DiscretionProvider>
      <ReintegrationPage caseId={caseId} />
    </DiscretionProvider>,
  );
  const kept = async () => (await social.listReintegration({ caseId })).records;
  return { user: userEvent.setup(), kept };
}

const table = (name: string) => screen.findByRole('table', { name });

describe('insertion and reintegration', () => {
  it('says of each part that nothing was noted yet', async () => {
    await drawn({ full: false });
    for (const words of ['ninguna inserción', 'si el CEM lo implementa', 'nadie la acompaña', 'de ninguna visita'])
      expect(await screen.findByText(new RegExp(`Todavía .*${words}`))).toBeTruthy();
  });

  it('keeps a placement by keyboard, and asks only what goes with it', async () => {
    const { user, kept } = await drawn({ full: false });
    await screen.findByRole('button', { name: /Anotar la inserción/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByLabelText(/Nombre del HRT/)).toBeNull();
    await user.click(dialog.getByRole('radio', { name: /familiares/ }));
    await user.click(dialog.getByRole('button', { name: /Guardar/ }));
    expect(await dialog.findAllByText('Escriba quién es de ella, sin su nombre.')).not.toEqual([]);
    await user.type(dialog.getByLabelText(/Parentesco/), 'Hermana');
    await user.click(dialog.getByRole('button', { name: /Guardar/ }));
    expect(await screen.findByText('Con familiares o amistades: Hermana')).toBeTruthy();
    expect((await kept()).placement).toMatchObject([{ way: 'kin', kinship: 'Hermana', since: '2026-06-10' }]);
  });

  it('ends one with its reason, and holds what was annulled apart', async () => {
    const { user, kept } = await drawn();
    await user.click(await screen.findByRole('button', { name: /Terminó: Inserción/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: /Pasó a otro lugar/ }));
    await user.click(dialog.getByRole('button', { name: /Guardar/ }));
    expect(await screen.findByText('Pasó a otro lugar, 10/06/2026')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Anular: Inserción/ }));
    await user.click(await screen.findByRole('radio', { name: /Se anotó dos veces/ }));
    await user.click(screen.getByRole('button', { name: 'Anular' }));
    expect(await screen.findByText('Anulado (1)')).toBeTruthy();
    expect((await kept()).placement).toMatchObject([{ annulled: { reason: 'twice' }, ended: { reason: 'moved' } }]);
  });

  it('takes the day of a visit from where it stands, and asks for its result alone', async () => {
    const { user, kept } = await drawn();
    await user.click(await screen.findByRole('button', { name: 'Resultado de la visita: 10/06/2026' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByLabelText(/Fecha/)).toBeNull();
    expect(dialog.queryByText(/¿Se realizó/)).toBeNull();
    await user.click(dialog.getByRole('radio', { name: /Con incidente/ }));
    await user.type(dialog.getByLabelText(/Acciones a realizar/), 'Se avisó a la comisaría');
    await user.click(dialog.getByRole('button', { name: /Guardar/ }));
    expect(within(await table('Resultados de las visitas')).getByText('Con incidente')).toBeTruthy();
    expect((await kept()).home_visit).toMatchObject([{ made: 1, visitedOn: '2026-06-10', result: 2 }]);
  });

  it('adds a goal to the plan that the centre leads', async () => {
    const { user, kept } = await drawn();
    expect(await screen.findByText(/Se revisa el 20\/06\/2026/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Agregar un objetivo' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Objetivo/), 'Terminar la secundaria');
    await user.click(dialog.getByRole('radio', { name: /Ella misma/ }));
    await user.type(dialog.getByLabelText(/Hasta el/), '30/06/2026');
    await user.click(dialog.getByRole('button', { name: /Guardar/ }));
    expect(await screen.findByText('Terminar la secundaria (Ella misma)')).toBeTruthy();
    expect((await kept()).reintegration_goal).toMatchObject([{ who: 'herself', dueOn: '2026-06-30' }]);
  });

  it('is not in the document under discretion', async () => {
    const { user } = await drawn();
    await screen.findByText('Casa Inventada');
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => {
      expect(screen.queryByText('Casa Inventada')).toBeNull();
    });
    expect(document.body.textContent).not.toMatch(/Refugio|Reintegración de|Acompaña/);
    expect(screen.getByText('No se muestra.')).toBeTruthy();
  });
});
