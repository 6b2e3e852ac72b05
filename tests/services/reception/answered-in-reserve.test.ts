/** Somebody inside a reserve says that its woman is the one of another ficha: who reads only the other reads no answer. */
import { afterEach, expect, it } from 'vitest';
import { aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { seal } from '../reserve/sealing.ts';
import { anOpening, arrive, lineOf } from './at-the-door.ts';

afterEach(closeCentres);

const told = {
  ...{ givenNames: 'Carmen Imaginaria', firstSurname: 'Huarachi', secondSurname: null, birth: null },
  document: { kind: null, state: 'notAsked' as const, number: null },
};

/** Two arrivals of hers, one ficha each: as she said her name, and as the person whom the desk found. */
async function twoArrivals() {
  const centre = await startCentre();
  const reserved = await centre.aCase({ isValidated: false });
  await seal(centre, reserved.caseId);
  const desk = await centre.as('admision');
  const said = await arrive(centre, { saidName: 'Carmen Huarachi' }, 'coordina');
  const { caseId } = await desk.openCase({ ...anOpening(said.arrivalId, { givenNames: 'Otro' }), user: aUser(told) });
  await desk.handOverCase({ caseId, service: 'psychology' });
  const door = await desk.openArrival({});
  const found = await desk.findPersons({ query: 'Carmen Huarachi', arrivalId: door.arrivalId, role: 'any' });
  const personId = found.candidates[0]?.personId ?? ('' as never);
  const known = await arrive(centre, { personId });
  await desk.openCase({
    ...anOpening(known.arrivalId, { givenNames: 'Tercero' }),
    ...{ user: aUser(told), userLink: { kind: 'known' as const, personId } },
  });
  return { centre, reserved, personId, arrivals: [said.arrivalId, known.arrivalId] };
}

it.each<Login>(['admision', 'coordina'])(
  'the board of %s reads the same before and after the answer',
  async (login) => {
    const { centre, reserved, personId, arrivals } = await twoArrivals();
    const read = async () => {
      const client = await centre.as(login);
      return {
        lines: await Promise.all(arrivals.map((one) => lineOf(centre, one, login))),
        arrivals: await Promise.all(arrivals.map((arrivalId) => client.getArrival({ arrivalId }))),
        cases: (await client.listMyCases({})).cases.filter((one) => one.caseId !== reserved.caseId),
      };
    };
    const before = await read();
    expect(before.lines.map(({ name }) => name)).toEqual(Array(2).fill('Carmen Huarachi'));
    const inside = await centre.as('psico');
    const { version } = await inside.getCase({ caseId: reserved.caseId });
    await inside.settlePerson({
      ...{ caseId: reserved.caseId, version, role: 'user', isSame: true, isSure: true, personId },
      reason: { code: 'toldBefore', text: null },
    });
    expect(await read()).toEqual(before);
    // As her list names her, so does the board.
    expect(before.cases.map(({ userName }) => userName)).toEqual(before.lines.map(({ name }) => name));
  },
);
