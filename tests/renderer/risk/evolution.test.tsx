/** The evolution of the risk on its page: in words, in columns, and until when it is valued again. */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Evolution } from '../../../src/renderer/risk/evolution.tsx';
import { allExplained, riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };

it('says which way it goes once it was valued twice', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.assessRisk({ caseId, answers: riskAnswers('yes'), ...signing });
  const once = (await psychologist.getRisk({ caseId })).records;
  await drawInWindow(centre, 'psico', <Evolution caseId={caseId} records={once} />);
  await screen.findByText(/Se valoró una vez/, undefined, slow);
  expect(document.querySelector('figure')).toBeNull();
  cleanup();
  centre.clock.advance(1000);
  await psychologist.assessRisk({ caseId, answers: riskAnswers('no', { explained: allExplained }), ...signing });
  const { records } = await psychologist.getRisk({ caseId });
  await drawInWindow(centre, 'psico', <Evolution caseId={caseId} records={records} />);
  await screen.findByText(/^Baja desde el 10.06.2026: de Severo 2, \d+ puntos, a /, undefined, slow);
  expect(await screen.findByText(/días|hoy|mañana|el \d/, undefined, slow)).toBeTruthy();
  expect(document.querySelectorAll('figure')).toHaveLength(1);
});
