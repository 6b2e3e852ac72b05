/** A second visit: whoever may is told of her open fichas, their risk and their day (D1c). */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

/** Her first ficha, of today and with a severe risk; she stands at the door again. */
async function again() {
  const centre = await startCentre();
  const first = await centre.aCase({ b: { answers: { valuationLevel: 3 } } });
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' });
  return { centre, first, arrivalId, personId: candidates[0]?.personId ?? ('' as never) };
}

async function secondFicha(
  centre: TestCentre,
  by: Login,
  of: { arrivalId: string; personId: string; kind?: 'known' | 'maybe' },
) {
  const { caseId } = await (
    await centre.as(by)
  ).openCase({
    ...{
      arrivalId: of.arrivalId,
      admission,
      user: aUser(),
      userLink: { kind: of.kind ?? 'known', personId: of.personId },
    },
    ...{ aggressor: anAggressor({ givenNames: 'Otro Imaginario' }), aggressorLink: { kind: 'new' } },
  });
  return caseId;
}

describe('open fichas of hers', () => {
  it('are told at the door to who may see them, with risk and day', async () => {
    const { centre, first, arrivalId, personId } = await again();
    const found = await (await centre.as('psico')).findOpenFichas({ arrivalId, personId });
    expect(found).toEqual({
      fichas: [
        { ...first, admittedOn: '2026-06-10', isToday: true, risk: 'Riesgo Severo', isSevere: true, isPossible: false },
      ],
      needsReview: false,
    });
  });

  it('are to the desk only that somebody must look', async () => {
    const { centre, arrivalId, personId } = await again();
    const desk = await centre.as('admision');
    expect(await desk.findOpenFichas({ arrivalId, personId })).toEqual({ fichas: [], needsReview: true });
    await desk.closeArrival({ arrivalId, outcome: 'left' });
    expect(await refusal(() => desk.findOpenFichas({ arrivalId, personId }))).toBe('rule-broken/no-open-arrival');
  });

  it('are told on the page of the new case, without itself', async () => {
    const { centre, first, arrivalId, personId } = await again();
    const caseId = await secondFicha(centre, 'psico', { arrivalId, personId });
    const seen = await (await centre.as('psico')).readOpenFichas({ caseId });
    expect(seen.fichas.map(({ number }) => number)).toEqual([first.number]);
    expect(await (await centre.as('admision')).readOpenFichas({ caseId })).toEqual({ fichas: [], needsReview: true });
  });

  it('are told as possible while nobody has said whether she is the same', async () => {
    const { centre, first, arrivalId, personId } = await again();
    const caseId = await secondFicha(centre, 'psico', { arrivalId, personId, kind: 'maybe' });
    const client = await centre.as('psico');
    expect((await client.readOpenFichas({ caseId })).fichas).toMatchObject([
      { number: first.number, isPossible: true },
    ]);
    const { version } = await client.getCase({ caseId });
    await client.settlePerson({ caseId, version, role: 'user', isSame: true });
    expect((await client.readOpenFichas({ caseId })).fichas).toMatchObject([
      { number: first.number, isPossible: false },
    ]);
  });

  it('stay behind «requiere revisión» when the other ficha is reserved', async () => {
    const { centre, first, arrivalId, personId } = await again();
    const caseId = await secondFicha(centre, 'legal', { arrivalId, personId });
    await seal(centre, first.caseId);
    expect(await (await centre.as('legal')).readOpenFichas({ caseId })).toEqual({ fichas: [], needsReview: true });
  });

  it('say nothing of a woman who has no other', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    expect(await (await centre.as('psico')).readOpenFichas({ caseId })).toEqual({ fichas: [], needsReview: false });
  });
});
