/** Two who write the plan of one case, and who looks over the shoulder; over a real centre. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ClosedContext } from '../../../src/renderer/platform/session.tsx';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { SafetyPlanPage } from '../../../src/renderer/safety/plan-page.tsx';
import { blankLines, type SafetyPlanForm } from '../../../src/shared/safety/index.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const plan = (words: string): SafetyPlanForm => ({
  ...{ lines: { ...blankLines(), bag: { words, card: null } }, phones: [{ name: 'Rita', number: '986-111-222' }] },
  ...{ carriesCard: true, rereadOn: civilDateSchema.parse('2026-06-25'), present: 'alone' },
});

const draw = (centre: TestCentre, caseId: string) =>
  drawInWindow(
    centre,
    'psico',
    <DiscretionProvider>
      <SafetyPlanPage caseId={caseId} />
    </DiscretionProvider>,
  );

/** What is said with her at each version. */
async function say(user: UserEvent) {
  await user.click(within(screen.getByRole(...carries)).getByRole('radio', { name: 'Sí' }));
  await user.click(within(screen.getByRole(...present)).getByRole('radio', { name: 'Solo ella' }));
}
const carries = ['group', { name: /lleve la tarjeta/ }] as const;
const present = ['group', { name: /Estuvo presente/ }] as const;

const focused = () => document.activeElement;

/** Everything that can be read, what stands in fields as well. */
const inSight = () =>
  [
    document.body.textContent,
    ...[...document.querySelectorAll('input, textarea')].map(
      (field) => field.getAttribute('value') ?? (field as HTMLTextAreaElement).value,
    ),
  ].join('\n');

const wordsKept = async (centre: TestCentre, caseId: CaseId) =>
  (await (await centre.as('social')).getSafetyPlan({ caseId })).versions.map((version) => version.plan.lines.bag.words);

describe('a plan that somebody else kept meanwhile', () => {
  it('stands beside the older draft, and is gone over only once it was seen', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { draftId } = await psychologist.openDraft({ form: 'safety-plan', caseId });
    await psychologist.saveDraft({ draftId, body: JSON.stringify({ version: 0, values: plan('Lo de Psicología') }) });
    await (await centre.as('social')).keepSafetyPlan({ caseId, plan: plan('Lo de Social'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Cambiar el plan' }));
    expect(await screen.findByText(/se escribió antes de la versión 1/)).toBeTruthy();
    expect(screen.getByText('Lo de Social')).toBeTruthy();
    expect(screen.getByDisplayValue('Lo de Psicología')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Guardar la versión 2' }));
    await screen.findByText(/Alguien guardó otra versión del plan/);
    expect(await wordsKept(centre, caseId)).toEqual(['Lo de Social']);
    await user.click(screen.getByRole('button', { name: 'Ya la leí: seguir con lo mío' }));
    await user.click(screen.getByRole('button', { name: 'Guardar la versión 2' }));
    await waitFor(async () => {
      expect(await wordsKept(centre, caseId)).toEqual(['Lo de Psicología', 'Lo de Social']);
    });
  });

  it('comes into sight when what was typed is refused, which stays as it is', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { draftId } = await psychologist.openDraft({ form: 'safety-plan', caseId });
    await psychologist.saveDraft({ draftId, body: JSON.stringify({ version: 0, values: plan('Lo de Psicología') }) });
    const user = userEvent.setup();
    await draw(centre, caseId);
    const save = await screen.findByRole('button', { name: 'Guardar la versión 1' });
    await (await centre.as('social')).keepSafetyPlan({ caseId, plan: plan('Lo de Social'), over: null });
    await user.click(save);
    expect(await screen.findByText('Lo de Social')).toBeTruthy();
    expect(screen.getByDisplayValue('Lo de Psicología')).toBeTruthy();
    expect(await wordsKept(centre, caseId)).toEqual(['Lo de Social']);
  });
});

describe('what was done today', () => {
  it('is taken into its part with one press, once, and is in the version that is kept', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      b: { answers: { psychologicalActs: ['deathThreat'], physicalActs: ['weaponWounds'] } },
    });
    const done = {
      kind: 'safetyStep',
      words: 'Va con su vecina.',
      who: 'Ella',
      time: '08:30',
      documentId: null,
    } as const;
    await (
      await centre.as('psico')
    ).answerSameDay({
      ...{ caseId, facts: ['deathThreat'], answer: { ...done, on: civilDateSchema.parse('2026-06-10') } },
    });
    const user = userEvent.setup();
    await draw(centre, caseId);
    expect(await screen.findByText('Pide respuesta hoy: Arma o acceso a un arma.')).toBeTruthy();
    const places = screen.getByLabelText<HTMLTextAreaElement>(/^A dónde ir/);
    await user.type(places, 'Compra los martes.');
    await user.click(screen.getByRole('button', { name: 'Llevar al plan: Va con su vecina.' }));
    expect(places.value).toBe('Compra los martes.\nVa con su vecina.');
    expect(focused()).toBe(places);
    expect(screen.queryByRole('button', { name: /^Llevar al plan/ })).toBeNull();
    await user.keyboard('{Alt>}m{/Alt}');
    expect(document.body.textContent).not.toMatch(/Pide respuesta hoy|Ya se hizo/);
  });
});

describe('under discretion', () => {
  it('shows neither her words nor whom she calls', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).keepSafetyPlan({ caseId, plan: plan('Lo de Psicología'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await screen.findByText('Lo de Psicología');
    expect(document.body.textContent).toContain('986-111-222');
    await user.keyboard('{Alt>}m{/Alt}');
    expect(document.body.textContent).toContain('Versión 1');
    expect(document.body.textContent).not.toMatch(/Lo de Psicología|986-111-222|Rita/);
  });

  it('closes what is being typed, which is there again and is kept', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).keepSafetyPlan({ caseId, plan: plan('Lo de antes'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Cambiar el plan' }));
    const bag = await screen.findByLabelText(/^Bolsa lista/);
    await user.clear(bag);
    await user.type(bag, 'Donde Martha');
    expect(inSight()).toMatch(/986-111-222[^]*Rita|Rita[^]*986-111-222/);
    await user.keyboard('{Alt>}m{/Alt}');
    expect(inSight()).not.toMatch(/Lo de antes|Martha|986-111-222|Rita/);
    expect(focused()).toBe(screen.getByText('Discreción: siga con Alt M.'));
    await user.keyboard('{Alt>}m{/Alt}');
    expect(focused()).toBe(screen.getByDisplayValue('Donde Martha'));
    await say(user);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'Versión 2' });
    const [kept] = (await (await centre.as('social')).getSafetyPlan({ caseId })).versions;
    expect(kept?.plan).toMatchObject({ lines: { bag: { words: 'Donde Martha' } }, phones: plan('').phones });
  });
});

describe('a version compared with an earlier one', () => {
  it('tells what was removed and what was added in words, and nothing of it under discretion', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan('Donde Elena'), over: null });
    const [first] = (await psychologist.getSafetyPlan({ caseId })).versions;
    await psychologist.keepSafetyPlan({ caseId, plan: plan('Donde Martha'), over: first?.id ?? null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Comparar con la versión 1' }));
    expect(document.querySelector('del')?.textContent).toBe('Se quitó: Elena ');
    expect(document.querySelector('ins')?.textContent).toBe('Se agregó: Martha ');
    await user.keyboard('{Alt>}m{/Alt}');
    expect(document.body.textContent).not.toMatch(/Elena|Martha/);
  });
});

describe('a plan that was kept', () => {
  it('leaves no draft behind, however soon after typing it was kept', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan('Lo de antes'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Cambiar el plan' }));
    await user.type(await screen.findByLabelText(/^Si llega a la casa/), 'Por el patio');
    // The field keeps the focus: nothing was saved by leaving it.
    await say(user);
    await user.click(screen.getByLabelText(/^Si llega a la casa/));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'Versión 2' });
    expect((await psychologist.listMyDrafts({})).drafts).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Cambiar el plan' }));
    await screen.findByRole('button', { name: /^Guardar la versión 3/ });
    expect(screen.queryByText(/Recuperamos su borrador/)).toBeNull();
  });
});

describe('what is said with her', () => {
  it('is asked anew at each version, and is not told as taken out meanwhile', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).keepSafetyPlan({ caseId, plan: plan('Lo de antes'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Cambiar el plan' }));
    await screen.findByRole(...carries);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Comparar con la versión 1' }));
    expect(document.querySelectorAll('del, ins')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Guardar la versión 2' }));
    expect((await screen.findAllByText('Responda si es seguro que la lleve.')).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Diga quién estuvo presente.').length).toBeGreaterThan(0);
    expect(await wordsKept(centre, caseId)).toEqual(['Lo de antes']);
  });
});

describe('the focus', () => {
  it('goes to the first part as the plan is changed, and to the title once it is kept', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).keepSafetyPlan({ caseId, plan: plan('Lo de antes'), over: null });
    const user = userEvent.setup();
    await draw(centre, caseId);
    await user.click(await screen.findByRole('button', { name: 'Cambiar el plan' }));
    expect(focused()).toBe(await screen.findByLabelText(/^Si llega a la casa/));
    await say(user);
    await user.click(screen.getByRole('button', { name: 'Guardar la versión 2' }));
    await screen.findByRole('heading', { name: 'Versión 2' });
    expect(focused()).toBe(screen.getByRole('heading', { level: 1 }));
  });
});

describe('a card of which nothing is written', () => {
  it('is told to be empty, and is not printed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const empty = { ...plan('Donde Elena'), phones: [] };
    await (await centre.as('psico')).keepSafetyPlan({ caseId, plan: empty, over: null });
    await draw(centre, caseId);
    expect(await screen.findByText('La tarjeta no lleva nada todavía.')).toBeTruthy();
    expect(screen.queryByText('Pendientes')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Ver la tarjeta' })).toBeNull();
  });
});

describe('a ficha that closed without a plan', () => {
  it('says so, and opens no draft', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const page = (
      <ClosedContext value={true}>
        <SafetyPlanPage caseId={caseId} />
      </ClosedContext>
    );
    await drawInWindow(centre, 'psico', page);
    expect(await screen.findByText('No se hizo un plan de seguridad.')).toBeTruthy();
    expect((await (await centre.as('psico')).listMyDrafts({})).drafts).toEqual([]);
  });
});
