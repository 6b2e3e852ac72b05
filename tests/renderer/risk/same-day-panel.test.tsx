/** A half typed answer to a fact of the day, over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionBar } from '../../../src/renderer/platform/ui/index.ts';
import { SameDayPanel } from '../../../src/renderer/risk/index.ts';
import { useRefreshRisk } from '../../../src/renderer/risk/queries.ts';
import type { SameDayFact } from '../../../src/shared/risk/index.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** What the form below the panel does once it is signed. */
function Refresh({ caseId }: { readonly caseId: string }) {
  const refresh = useRefreshRisk(caseId);
  return <button onClick={() => void refresh()}>Leer otra vez</button>;
}

async function halfTyped() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({
    b: { answers: { psychologicalActs: ['deathThreat'], userRiskFactors: ['suicidalIdeas'] } },
  });
  await drawInWindow(
    centre,
    'psico',
    <>
      <h1 tabIndex={-1}>Riesgo</h1>
      <SameDayPanel caseId={caseId} />
      <Refresh caseId={caseId} />
    </>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: 'No se pudo preguntar' }));
  await user.type(await screen.findByRole('textbox', { name: 'Motivo' }), 'Su hijo estaba');
  const psychologist = await centre.as('psico');
  const openFacts = async () =>
    (await psychologist.getSameDay({ caseId })).facts.flatMap(({ fact, closedAt }) =>
      closedAt === null ? [fact] : [],
    );
  const close = (fact: SameDayFact) =>
    psychologist.answerSameDay({
      ...{ caseId, facts: [fact] },
      answer: {
        ...{ kind: 'policeTold', words: 'Se llamó.', who: 'S2 PNP Inventado' },
        ...{ on: '2026-06-10', time: '08:30', documentId: null },
      },
    });
  const signWithWeapon = () => {
    const { items } = riskAnswers('no');
    const answers = riskAnswers('no', { items: { ...items, weaponAccess: 'yes' }, explained: [] });
    return psychologist.assessRisk({ ...{ caseId, ...signing }, answers });
  };
  return { user, openFacts, close, signWithWeapon };
}

const ticked = (name: string) => screen.queryByRole<HTMLInputElement>('checkbox', { name })?.checked;
const motive = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Motivo' }).value;

describe('the focus after an answer', () => {
  it.each([
    ['goes to the title', null, 'Riesgo'],
    ['stays where the person has moved to meanwhile', 'Leer otra vez', 'Leer otra vez'],
  ])('%s', async (_, to, at) => {
    const { user } = await halfTyped();
    await user.click(screen.getByRole('button', { name: 'Guardar respuesta' }));
    if (to !== null) screen.getByRole('button', { name: to }).focus();
    await waitFor(() => {
      expect(screen.queryByRole('textbox', { name: 'Motivo' })).toBeNull();
    });
    expect(document.activeElement?.textContent).toBe(at);
  });
});

describe('an answer that is half typed', () => {
  it('stays when the form below is signed, and is for no fact that came with it', async () => {
    const { signWithWeapon, user } = await halfTyped();
    await signWithWeapon();
    await user.click(screen.getByRole('button', { name: 'Leer otra vez' }));
    await waitFor(() => {
      expect(ticked('Arma o acceso a un arma')).toBe(false);
    });
    expect(ticked('Amenaza de muerte')).toBe(true);
    expect(motive()).toBe('Su hijo estaba');
  });

  it('and is not begun yet is for every fact that comes', async () => {
    const { signWithWeapon, user } = await halfTyped();
    await user.click(screen.getByRole('button', { name: 'Guardar respuesta' }));
    await waitFor(() => {
      expect(screen.queryByRole('textbox', { name: 'Motivo' })).toBeNull();
    });
    await signWithWeapon();
    await user.click(screen.getByRole('button', { name: 'Leer otra vez' }));
    await waitFor(() => {
      expect(ticked('Arma o acceso a un arma')).toBe(true);
    });
    expect(ticked('Amenaza de muerte')).toBe(true);
  });

  it('is kept for what is still open when a colleague closed one meanwhile', async () => {
    const { user, openFacts, close } = await halfTyped();
    await close('deathThreat');
    await user.click(screen.getByRole('button', { name: 'Leer otra vez' }));
    await waitFor(() => {
      expect(ticked('Amenaza de muerte')).toBeUndefined();
    });
    expect(motive()).toBe('Su hijo estaba');
    await user.click(screen.getByRole('button', { name: 'Guardar respuesta' }));
    await screen.findByText(/^No se pudo preguntar: Su hijo estaba/);
    expect(await openFacts()).toEqual(['suicidalIdeas']);
    // The next answer begins anew.
    expect(screen.queryByRole('textbox', { name: 'Motivo' })).toBeNull();
    expect(ticked('Ideas o intento de suicidio')).toBe(true);
  });
});

describe('the filled button', () => {
  it.each([
    ['of the answer, where no other act ends the page', null, 'Guardar respuesta'],
    ['of the bar at the foot, where there is one', 'Firmar ficha', 'Firmar ficha'],
  ])('is that %s', async (_, main, filled) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ b: { answers: { psychologicalActs: ['deathThreat'] } } });
    await drawInWindow(
      centre,
      'psico',
      <>
        <SameDayPanel caseId={caseId} />
        {main !== null && <ActionBar main={{ label: main, onClick: () => undefined }} />}
      </>,
    );
    await screen.findByRole('button', { name: 'Guardar respuesta' });
    const acts = screen.getAllByRole('button', { name: /^(Guardar respuesta|Firmar ficha)$/ });
    const all = acts.filter((one) => one.dataset['variant'] === undefined);
    expect(all.map((one) => one.textContent)).toEqual([filled]);
  });
});
