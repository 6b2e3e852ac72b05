/** What keeps the form from being signed: told at once, each where it is mended, and letters typed there are words. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { RiskForm } from '../../../src/renderer/risk/forms/risk-form.tsx';
import type { RiskValues } from '../../../src/renderer/risk/forms/risk-values.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { riskAnswers } from '../../support/risk-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

it('is all told at once, and the reason of a contradiction is typed where its line leads', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const client = await centre.as('psico');
  const { draftId } = await client.openDraft({ form: 'risk', caseId });
  const said = riskAnswers('no', { locationOffer: null });
  const values: RiskValues = {
    hasConsent: true,
    answers: { ...said, items: { ...said.items, drugs: 'pending' } },
    confirmedLevel: null,
    overrideReason: null,
  };
  const fact = { about: 'items.strangulation', says: 'yes', source: 'earlierForm', words: 'Sí', asks: true } as const;
  const known = [{ ...fact, on: '2026-01-02' as CivilDate }];
  const opened = { draftId, body: JSON.stringify({ version: 1, values }), savedAt: '2026-06-10T14:00:00.000Z' };
  const onSigned = vi.fn();
  await drawInWindow(
    centre,
    'psico',
    <RiskForm
      caseId={caseId}
      opened={opened as never}
      here={{ isPregnant: 0, known, before: null }}
      onSigned={onSigned}
    />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Firmar ficha' }));
  const lines = within(await screen.findByRole('group', { name: /Revise/ })).getAllByRole('link');
  expect(lines.map((line) => line.textContent)).toEqual([
    'Pregunta 9: No coincide con lo que ya consta: escriba por qué.',
    'Pregunta 10: Falta marcar la respuesta.',
    'Ofrézcale el anexo B y marque qué respondió.',
  ]);
  await user.click(screen.getByRole('link', { name: /^Pregunta 9/ }));
  const why = screen.getByRole('textbox', { name: /^No coincide con lo que ya consta/ });
  expect(document.activeElement).toBe(why);
  await user.keyboard('Sin que nadie preguntara, no.');
  expect((why as HTMLTextAreaElement).value).toBe('Sin que nadie preguntara, no.');
  expect(screen.getAllByRole<HTMLInputElement>('radio', { name: 'Sí' }).filter(({ checked }) => checked)).toHaveLength(
    2,
  );
  expect(onSigned).not.toHaveBeenCalled();
});
