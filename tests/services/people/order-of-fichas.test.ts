/** Fichas of one day stand in the order they were admitted in: what he did before is numbered by it. */
import { afterEach, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const times = ['09:30', '08:15', '11:00', '10:45', '08:50', '09:10'];

it('the newest of one day first, whichever was typed first', async () => {
  const centre = await startCentre();
  const psychologist = await centre.as('psico');
  const find = async () =>
    (await psychologist.findPersons({ query: 'Quispe Ficticia Rosa', arrivalId: null, role: 'user' })).candidates[0];
  const numbers: Record<string, string> = {};
  for (const [at, admittedTime] of times.entries()) {
    const known = await find();
    const { number } = await psychologist.openCase({
      arrivalId: null,
      admission: { ...admission, admittedTime },
      user: aUser(),
      userLink: known === undefined ? { kind: 'new' } : { kind: 'known', personId: known.personId },
      aggressor: anAggressor({ givenNames: 'Pedro Inventado', firstSurname: `Supuesto ${'abcdef'[at] ?? ''}` }),
      aggressorLink: { kind: 'new' },
    });
    numbers[admittedTime] = number;
  }
  const newestFirst = times.toSorted().toReversed();
  expect((await find())?.cases.map(({ number }) => number)).toEqual(newestFirst.map((time) => numbers[time]));
});
