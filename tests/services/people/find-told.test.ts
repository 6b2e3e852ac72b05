/** Somebody of an open ficha who was said to be the woman of a reserved one: found by what was told in the open one alone. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

async function joined() {
  const centre = await startCentre();
  const reserved = await centre.aCase({ isValidated: false });
  await seal(centre, reserved.caseId);
  const lawyer = await centre.as('legal');
  const opened = await lawyer.openCase({
    ...{ arrivalId: null, admission, userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } },
    user: aUser({
      ...{ givenNames: 'Carmen Imaginaria', firstSurname: 'Huarachi', secondSurname: null, birth: null },
      document: { kind: null, state: 'notAsked', number: null },
    }),
    aggressor: anAggressor({ givenNames: 'Otro' }),
  });
  const find = async (query: string) => (await lawyer.findPersons({ query, arrivalId: null, role: 'any' })).candidates;
  const [before] = await find('Carmen Huarachi');
  const inside = await centre.as('psico');
  const { version } = await inside.getCase({ caseId: reserved.caseId });
  await inside.settlePerson({
    ...{ caseId: reserved.caseId, version, role: 'user', isSame: true, isSure: true },
    ...{ personId: before?.personId, reason: { code: 'toldBefore', text: null } },
  });
  return { find, before, opened, inside };
}

describe('the woman of an open ficha who is that of a reserved one', () => {
  it('is found by the name told in the open one, with that ficha and nothing of the other', async () => {
    const { find, before, opened } = await joined();
    const after = await find('Carmen Huarachi');
    expect(before).toMatchObject({ needsReview: false, cases: [{ number: opened.number }] });
    expect(after).toEqual([before]);
  });

  it('is «Requiere revisión» to who asks by what only the reserved one was told', async () => {
    const { find, inside } = await joined();
    const query = '00112233';
    expect(await find(query)).toMatchObject([{ name: 'Requiere revisión', cases: [], birthYear: null }]);
    // Whoever reads both is told of both.
    const whole = (await inside.findPersons({ query, arrivalId: null, role: 'any' })).candidates;
    expect(whole).toMatchObject([{ needsReview: false }]);
  });
});
