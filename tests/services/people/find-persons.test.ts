import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

describe('findPersons', () => {
  it('shows the desk masked candidates only while an arrival is open', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const desk = await centre.as('admision');
    await expect(desk.findPersons({ query: 'Rosa Quispe', arrivalId: null, role: 'user' })).rejects.toMatchObject({
      failure: { reason: 'no-open-arrival' },
    });
    const { arrivalId } = await desk.openArrival({});
    const { candidates } = await desk.findPersons({ query: 'rosa kispe', arrivalId, role: 'user' });
    expect(candidates).toMatchObject([{ name: 'Rosa Quispe', birthYear: 1992, lastVisitYear: 2026, cases: [] }]);
    expect(JSON.stringify(candidates)).not.toContain('Ficticia');
    await desk.closeArrival({ arrivalId, outcome: 'left' });
    await expect(desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'user' })).rejects.toMatchObject({
      failure: { reason: 'no-open-arrival' },
    });
  });

  it('shows a professional only persons of cases she may open', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const coordinator = await centre.as('coordina');
    await coordinator.openCase({
      arrivalId: null,
      admission,
      user: aUser({
        firstSurname: 'Quispe',
        secondSurname: 'Reservada',
        document: { kind: null, state: 'notAsked', number: null },
      }),
      userLink: { kind: 'new' },
      aggressor: anAggressor(),
      aggressorLink: { kind: 'new' },
    });
    const lawyer = await centre.as('legal');
    const found = await lawyer.findPersons({ query: 'Quispe', arrivalId: null, role: 'user' });
    expect(found.candidates).toHaveLength(1);
    expect(found.candidates[0]?.cases).toHaveLength(1);
  });

  it('leaves «quizá sea la misma» to the first professional, who settles it', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'user' });
    const { caseId } = await desk.openCase({
      arrivalId,
      admission,
      user: aUser(),
      userLink: { kind: 'maybe', personId: candidates[0]?.personId ?? '' },
      aggressor: anAggressor(),
      aggressorLink: { kind: 'new' },
    });
    await desk.handOverCase({ caseId, service: 'psychology' });
    const psychologist = await centre.as('psico');
    const overview = await psychologist.getCase({ caseId });
    expect(overview.unsettled).toMatchObject([{ role: 'user' }]);
    await psychologist.settlePerson({ caseId, version: overview.version, role: 'user', isSame: true });
    expect((await psychologist.getCase({ caseId })).unsettled).toEqual([]);
  });

  it('finds a ficha by its number, for who may open it', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const coordinator = await centre.as('coordina');
    const find = (client: typeof coordinator, query: string) =>
      client.findPersons({ query, arrivalId: null, role: 'any', isTyping: true });
    const short = number.replace(/-0+/, '-');
    for (const query of [number, short])
      expect((await find(coordinator, query)).candidates).toMatchObject([{ cases: [{ caseId, number }] }]);
    const other = await coordinator.openCase({
      ...{ arrivalId: null, admission, user: aUser({ givenNames: 'Otra' }), userLink: { kind: 'new' } },
      ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
    });
    expect((await find(await centre.as('legal'), other.number)).candidates).toEqual([]);
    expect((await find(coordinator, '2026-9999')).candidates).toEqual([]);
  });

  it('treats hostile text as text and stops after sixty searches in an hour', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    for (const query of ['%_\\', '" OR 1=1', 'NEAR(', "Robert'); DROP TABLE person;--", '(a+)+$']) {
      expect((await coordinator.findPersons({ query, arrivalId: null, role: 'any' })).candidates).toEqual([]);
    }
    const search = () => coordinator.findPersons({ query: 'nadie', arrivalId: null, role: 'any' });
    for (let count = 5; count < 60; count += 1) await search();
    await expect(search()).rejects.toMatchObject({ failure: { reason: 'too-many-searches' } });
  });

  it('counts and writes down a line that is being typed as one search, other words as another', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const coordinator = await centre.as('coordina');
    const type = async (query: string) => {
      centre.clock.advance(300);
      return coordinator.findPersons({ query, arrivalId: null, role: 'any', isTyping: true });
    };
    const entries = async () => {
      const { lines } = await coordinator.listOwnAudit({ before: null });
      return lines.filter(({ action }) => action === 'person.searched').length;
    };
    for (const query of ['qu', 'qui', 'quispe', 'quisp', 'quispe rosa']) await type(query);
    expect((await type('quispe rosa')).candidates).toHaveLength(1);
    expect(await entries()).toBe(1);
    await type('mamani');
    expect(await entries()).toBe(2);
    // After a while the same words are another search, and so is whoever asks outright.
    centre.clock.advance(180_000);
    await type('mamani');
    await coordinator.findPersons({ query: 'mamani', arrivalId: null, role: 'any' });
    expect(await entries()).toBe(4);
  });

  it('a typed line spends the budget of the hour like any other', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const type = (query: string) => coordinator.findPersons({ query, arrivalId: null, role: 'any', isTyping: true });
    const words = (at: number) =>
      `${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`;
    for (let at = 0; at < 60; at += 1) {
      centre.clock.advance(200);
      await type(words(at));
    }
    await expect(type('otra')).rejects.toMatchObject({ failure: { reason: 'too-many-searches' } });
  });
});
