/** The desk finds the accused as it finds a user, so that a second visit does not make a second man (D1d). */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const other = aUser({
  givenNames: 'Yeni Inventada',
  firstSurname: 'Ccente',
  document: { kind: null, state: 'notAsked', number: null },
});

async function atDoor() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  return { centre, caseId, desk, arrivalId };
}

describe('finding the accused', () => {
  it('shows the desk the man of another ficha, masked, when it looks for the accused', async () => {
    const { desk, arrivalId } = await atDoor();
    const { candidates } = await desk.findPersons({ query: 'pedro kondori', arrivalId, role: 'aggressor' });
    expect(candidates).toMatchObject([{ name: 'Pedro Condori', lastVisitYear: null, knownAs: [], cases: [] }]);
    expect(JSON.stringify(candidates)).not.toContain('Imaginario');
    // A woman at the door does not teach the desk that somebody is accused.
    expect((await desk.findPersons({ query: 'pedro kondori', arrivalId, role: 'any' })).candidates).toEqual([]);
  });

  it('finds as accused whoever stands in the record in another role, so that «nobody» is true', async () => {
    const { desk, arrivalId } = await atDoor();
    const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'aggressor' });
    expect(candidates).toMatchObject([{ name: 'Rosa Quispe', knownAs: [] }]);
  });

  it('links him when he is chosen: one man in two fichas', async () => {
    const { centre, caseId, desk, arrivalId } = await atDoor();
    const { candidates } = await desk.findPersons({ query: 'Pedro Condori', arrivalId, role: 'aggressor' });
    const personId = candidates[0]?.personId ?? '';
    const second = await desk.openCase({
      ...{ arrivalId, admission, user: other, userLink: { kind: 'new' }, aggressor: anAggressor() },
      aggressorLink: { kind: 'known', personId },
    });
    const coordinator = await centre.as('coordina');
    const { asAggressor } = await coordinator.readAggressorCases({ caseId });
    expect(asAggressor.map(({ number }) => number)).toContain(second.number);
  });

  it('leaves «quizá sea la misma» of the accused to the professional', async () => {
    const { centre, desk, arrivalId } = await atDoor();
    const { candidates } = await desk.findPersons({ query: 'Pedro Condori', arrivalId, role: 'aggressor' });
    const { caseId } = await desk.openCase({
      ...{ arrivalId, admission, user: other, userLink: { kind: 'new' }, aggressor: anAggressor() },
      aggressorLink: { kind: 'maybe', personId: candidates[0]?.personId ?? '' },
    });
    await desk.handOverCase({ caseId, service: 'psychology' });
    const psychologist = await centre.as('psico');
    expect((await psychologist.getCase({ caseId })).unsettled).toMatchObject([{ role: 'aggressor' }]);
  });

  it('shows «requiere revisión» instead of a man of a sealed ficha', async () => {
    const { centre, caseId, desk, arrivalId } = await atDoor();
    await seal(centre, caseId);
    const { candidates } = await desk.findPersons({ query: 'Pedro Condori', arrivalId, role: 'aggressor' });
    expect(candidates).toMatchObject([{ needsReview: true, reasons: [], birthYear: null, district: null }]);
  });
});
