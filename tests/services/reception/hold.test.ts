import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { arrive, lineOf } from './at-the-door.ts';

afterEach(closeCentres);

async function held() {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: 1, mustCall: true });
  return { centre, arrivalId };
}

describe.each(databases)('somebody about whom Coordinación must be asked, on $name', ({ use }) => {
  beforeEach(use);

  it('calls nobody about whom Coordinación must be asked first, until the desk says that it asked', async () => {
    const { centre, arrivalId } = await held();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.callArrival({ arrivalId, version: 2 }))).toBe('rule-broken/arrival-on-hold');
    expect(await lineOf(centre, arrivalId)).toMatchObject({ state: 'waiting', version: 2 });
    await desk.callArrival({ arrivalId, version: 2, isAsked: true });
    // What was asked once asks for the call still: Coordinación alone lifts it.
    expect(await lineOf(centre, arrivalId)).toMatchObject({ state: 'called', mustCall: true });
  });

  it('attends nobody about whom Coordinación must be asked first, and anybody once it let her pass', async () => {
    const { centre, arrivalId } = await held();
    const psychologist = await centre.as('psico');
    const attend = (version: number, isAsked?: true) =>
      psychologist.attendArrival({ arrivalId, version, staffId: null, ...(isAsked && { isAsked }) });
    expect(await refusal(() => attend(2))).toBe('rule-broken/arrival-on-hold');
    await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: 2, mustCall: false });
    await attend(3);
    expect((await lineOf(centre, arrivalId)).state).toBe('attended');
  });

  it('attends her who is held when Coordinación was asked', async () => {
    const { centre, arrivalId } = await held();
    await (await centre.as('psico')).attendArrival({ arrivalId, version: 2, staffId: null, isAsked: true });
    expect((await lineOf(centre, arrivalId)).state).toBe('attended');
  });
});
