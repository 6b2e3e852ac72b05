/** What a team must know at once: whom it reaches, with which arrival, and until when. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { at } from '../proceedings/a-proceeding.ts';
import { refusal } from '../refusal.ts';
import { anOpening, arrive } from '../reception/at-the-door.ts';

afterEach(closeCentres);

const he = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori', secondSurname: 'Fingido' };
const words = 'La esperó en la puerta de su trabajo.';

const dangersOf = async (centre: TestCentre, login: Login) => (await (await centre.as(login)).listDangers({})).dangers;

/** She waits, and he comes to the door. */
async function bothAreHere() {
  const centre = await startCentre();
  const made = await centre.aCase({ aggressor: he });
  await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
  await arrive(centre, { saidName: 'Pedro Condori Fingido' });
  return { centre, ...made };
}

async function breached(centre: TestCentre, caseId: CaseId) {
  const novelty = { kind: 'breach', at: at('2026-06-10 07:40'), words, source: null } as const;
  await (await centre.as('psico')).reportNovelty({ caseId, novelty });
}

it('reaches the team and Coordinación with the arrival and no name; not the desk', async () => {
  const { centre, caseId, number } = await bothAreHere();
  for (const login of ['psico', 'coordina'] as const) {
    const dangers = await dangersOf(centre, login);
    const arrival = { label: 'A-02', time: '09:00' };
    expect(dangers).toMatchObject([{ kind: 'aggressorAtDoor', caseId, number, arrival, seenAt: null, others: [] }]);
    expect(JSON.stringify(dangers)).not.toMatch(/Rosa|Pedro|Quispe|Condori/);
  }
  for (const login of ['admision', 'visita'] as const)
    expect(await refusal(() => dangersOf(centre, login))).toBe('forbidden/');
});

it('of a ficha that another service has reaches that service alone', async () => {
  const centre = await startCentre();
  const desk = await centre.as('admision');
  const { caseId } = await desk.openCase(anOpening(null, he));
  await desk.handOverCase({ caseId, service: 'legal' });
  await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
  await arrive(centre, { saidName: 'Pedro Condori Fingido' });
  expect(await dangersOf(centre, 'legal')).toMatchObject([{ kind: 'aggressorAtDoor' }]);
  expect(await dangersOf(centre, 'psico')).toEqual([]);
});

it('is received by each for herself, and says who else received it', async () => {
  const { centre, caseId } = await bothAreHere();
  const [{ alertId } = { alertId: '' }] = await dangersOf(centre, 'psico');
  await (await centre.as('psico')).acknowledgeAlert({ caseId, alertId, act: 'seen' });
  expect(await dangersOf(centre, 'psico')).toMatchObject([{ seenAt: '2026-06-10T14:00:00.000Z', others: [] }]);
  const others = [{ name: 'Paula Inventada Psicóloga', at: '2026-06-10T14:00:00.000Z' }];
  expect(await dangersOf(centre, 'coordina')).toMatchObject([{ seenAt: null, others }]);
  centre.clock.advance(60_000);
  await (await centre.as('coordina')).acknowledgeAlert({ caseId, alertId, act: 'seen' });
  expect(await dangersOf(centre, 'coordina')).toMatchObject([{ seenAt: '2026-06-10T14:01:00.000Z', others }]);
  await (await centre.as('coordina')).acknowledgeAlert({ caseId, alertId, act: 'closed' });
  expect(await dangersOf(centre, 'psico')).toEqual([]);
});

it('of the door is over with the day, and that of a breach stands a week for whoever did not receive it', async () => {
  const { centre, caseId } = await bothAreHere();
  await breached(centre, caseId);
  const kinds = async (login: Login, at = centre) => (await dangersOf(at, login)).map(({ kind }) => kind);
  // Received goes below what was not.
  const [door] = await dangersOf(centre, 'psico');
  await (await centre.as('psico')).acknowledgeAlert({ caseId, alertId: door?.alertId ?? '', act: 'seen' });
  expect(await kinds('psico')).toEqual(['measureBreached', 'aggressorAtDoor']);
  const breach = (await dangersOf(centre, 'psico'))[0];
  expect(breach).toMatchObject({ arrival: null, seenAt: null });
  await (await centre.as('psico')).acknowledgeAlert({ caseId, alertId: breach?.alertId ?? '', act: 'seen' });
  centre.clock.set('2026-06-11T14:00:00.000Z');
  const next = await centre.restart();
  expect(await kinds('psico', next)).toEqual([]);
  expect(await kinds('coordina', next)).toEqual(['measureBreached']);
  next.clock.set('2026-06-18T14:00:00.000Z');
  expect(await kinds('coordina', await next.restart())).toEqual([]);
});
