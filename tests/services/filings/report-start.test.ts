/** A report starts from what its own service wrote and did, and from nothing of another one. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';

afterEach(closeCentres);

const kind = 20 as const;

async function written() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const { version, form } = await psychologist.getSectionB({ caseId });
  const appraisal = { text: 'Ansiedad y miedo, inventados.', isHandedOver: true };
  await psychologist.saveSectionB({ caseId, version, form: { ...form, appraisal }, reason: null });
  for (const on of ['2026-06-09', '2026-06-10'] as const) {
    const attention = {
      action: 'action-32',
      on,
      time: '08:30',
      withWhom: 'user',
      outcome: 'done',
      note: null,
    } as const;
    await psychologist.recordAttention({ caseId, attention });
  }
  const answersOf = async (login: Login) => {
    const { options } = await (await centre.as(login)).startFiling({ caseId, kind });
    const { informe_clase, informe_metodos, informe_hallazgos } = options.answers;
    return [informe_clase, informe_metodos, informe_hallazgos];
  };
  return { answersOf };
}

it('has the days of its interviews and attentions, and its appraisal', async () => {
  const { answersOf } = await written();
  expect(await answersOf('psico')).toEqual([
    1,
    'Acompañamiento psicojurídico (09/06/2026, 10/06/2026).\nEntrevista (10/06/2026).',
    'Ansiedad y miedo, inventados.',
  ]);
});

it('has nothing that another service wrote, handed over or not', async () => {
  const { answersOf } = await written();
  expect(await answersOf('social')).toEqual([2, null, null]);
});
