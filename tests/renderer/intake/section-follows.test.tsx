/** A section that somebody else saved meanwhile: what nothing was typed over follows it; what is typed meets the conflict. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainSectionScreen } from '../../../src/renderer/intake/screens/section-screens.tsx';
import { typingOver } from '../../../src/renderer/platform/typing.ts';
import { blankSectionC, type SectionCAnswers } from '../../../src/shared/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, refusalOf, type Answering } from '../../support/told-window.tsx';

// What a file before this one typed is no longer being typed.
beforeEach(() => typingOver());

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const { Screen } = plainSectionScreen('c');

const option = (id: string) => document.getElementById(id) as HTMLInputElement;
const visit = (answer: 'yes' | 'no') => option(`section-c-answers.homeVisitMade${answer === 'no' ? '-0' : ''}`);

async function draw(answer: Answering = () => null) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ isValidated: true });
  const social = await centre.as('social');
  const told = drawTold(<Screen params={{ caseId }} />, {
    invoke: (call) => centre.application.invoke(call),
    session: await centre.sessionOf('social'),
    answer,
  });
  await screen.findByRole('button', { name: /^Guardar y continuar/ });
  /** At another computer. */
  const save = async (version: number, answers: Partial<SectionCAnswers>) => {
    const form = { section: 'c', answers: { ...blankSectionC(), ...answers } } as const;
    await social.saveFormSection({ caseId, version, form });
    told.tell({ kind: 'case', caseId, what: 'changed' });
  };
  const stored = async () => (await social.getFormSection({ caseId, section: 'c' })).form.answers;
  return { ...told, save, stored };
}

/** A save whose answer waits until it is let go. */
function slowSave() {
  const held: { letGo: () => void } = { letGo: () => undefined };
  const waits = new Promise<void>((done) => {
    held.letGo = done;
  });
  const answer = async ({ procedure }: Call) => {
    if (procedure === 'saveFormSection') await waits;
    return null;
  };
  return { answer, letGo: () => held.letGo() };
}

const send = () => userEvent.click(screen.getByRole('button', { name: /^Guardar y continuar/ }));

it('follows what was saved elsewhere as long as nothing is typed, and then saves over it', async () => {
  const { save, stored } = await draw();
  expect(visit('no').checked).toBe(false);
  visit('yes').focus();
  await save(0, { homeVisitMade: 0 });
  await eventually(() => expect(visit('no').checked).toBe(true));
  expect(document.activeElement).toBe(visit('yes'));
  await userEvent.click(option('section-c-answers.hasNetworks-0'));
  await send();
  await eventually(async () => expect(await stored()).toMatchObject({ homeVisitMade: 0, hasNetworks: 0 }));
});

it('leaves what is typed as it is, and asks at the save which of the two stays', async () => {
  const { save, stored, times } = await draw();
  await userEvent.click(visit('yes'));
  const before = times('getFormSection');
  await save(0, { homeVisitMade: 0 });
  await send();
  expect(await screen.findByText(/Otra persona/)).toBeTruthy();
  expect(visit('yes').checked).toBe(true);
  expect(await stored()).toMatchObject({ homeVisitMade: 0 });
  // Read by the save alone, to be compared.
  await waitFor(() => expect(times('getFormSection')).toBe(before + 1));
});

it('goes on following after a save that was refused, when nothing was typed', async () => {
  const refusal = { is: refusalOf('storage', 'disk-full') as Envelope | null };
  const { save } = await draw(({ procedure }) => (procedure === 'saveFormSection' ? refusal.is : null));
  await send();
  await screen.findAllByText(/disco/);
  refusal.is = null;
  await save(0, { homeVisitMade: 0 });
  await eventually(() => expect(visit('no').checked).toBe(true));
});

describe('what is typed while the section is being kept', () => {
  async function typedOn() {
    const { answer, letGo } = slowSave();
    const drawn = await draw(answer);
    await userEvent.click(visit('yes'));
    await send();
    await waitFor(() => expect(drawn.times('saveFormSection')).toBe(1));
    await userEvent.click(option('section-c-answers.hasNetworks'));
    letGo();
    await screen.findByRole('heading', { name: 'Sección guardada' });
    return drawn;
  }

  it('stays, under the hands of who types it, and is kept as a draft', async () => {
    const { stored, calls } = await typedOn();
    expect(option('section-c-answers.hasNetworks').checked).toBe(true);
    expect(document.activeElement?.closest('fieldset, [role="group"]')?.textContent).toContain('redes familiares');
    expect(await stored()).toMatchObject({ homeVisitMade: 1, hasNetworks: null });
    await eventually(() =>
      expect(calls.findLast(({ procedure }) => procedure === 'saveDraft')?.input).toMatchObject({
        body: expect.stringContaining('"hasNetworks":1') as string,
      }),
    );
  });

  it('has a draft of its own, though one was kept and erased with the section in between', async () => {
    const { answer, letGo } = slowSave();
    const { times } = await draw(answer);
    await userEvent.click(visit('yes'));
    await send();
    await waitFor(() => expect(times('saveFormSection')).toBe(1));
    const before = times('saveDraft');
    await userEvent.click(option('section-c-answers.hasNetworks'));
    await eventually(() => expect(times('saveDraft')).toBe(before + 1));
    const opened = times('openDraft');
    letGo();
    await eventually(() => expect([times('openDraft'), times('saveDraft')]).toEqual([opened + 1, before + 2]));
  });

  it.each([false, true])(
    'the page goes on to the next one, but not from under the hands (typed on: %s)',
    async (types) => {
      const { answer, letGo } = slowSave();
      const { save, path, times } = await draw(answer);
      const complete = { hasNetworks: 0, needsInsertion: 0, reintegrationPlan: 1, homeVisitMade: 0 } as const;
      await save(0, complete);
      await eventually(() => expect(visit('no').checked).toBe(true));
      const place = path();
      await send();
      await waitFor(() => expect(times('saveFormSection')).toBe(1));
      if (types) await userEvent.click(option('section-c-answers.needsInsertion'));
      letGo();
      await screen.findByRole('heading', { name: 'Sección guardada' });
      await waitFor(() => expect(path() === place).toBe(types));
    },
  );

  it('is not written over by what somebody else saves afterwards', async () => {
    const { save } = await typedOn();
    await save(1, { homeVisitMade: 1, hasNetworks: 0 });
    await send();
    expect(await screen.findByText(/Otra persona/)).toBeTruthy();
    expect(option('section-c-answers.hasNetworks').checked).toBe(true);
  });

  it('is not typed over when nothing was: the page says what is missing and takes the focus there', async () => {
    await draw();
    await userEvent.click(visit('yes'));
    await send();
    const panel = await screen.findByRole('group', { name: 'Sección guardada' });
    await waitFor(() => expect(document.activeElement).toBe(panel));
  });
});
