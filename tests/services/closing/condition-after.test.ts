/** What a closed ficha is for the condition of the next one (case condition, consequences 3 and 5). */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConditionAnswers, type ConditionAnswers } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type CaseOptions } from '../../support/start-application.ts';
import { close } from './closing.ts';

afterEach(closeCentres);

/** The same two, under another spelling. */
const user = { givenNames: 'Roza Imbentada', firstSurname: 'Kispe' };
const aggressor = { givenNames: 'Pedro Imaginario', firstSurname: 'Kondori' };

type After = { readonly on: string; readonly b?: CaseOptions['b']; readonly says?: Partial<ConditionAnswers> };

/** Closed on the day on which it was attended; she comes again on another day. */
async function afterClosing({ on, b = {}, says = {} }: After) {
  const first = await startCentre();
  const before = await first.aCase();
  await close(first, before.caseId);
  await first.application.close();
  first.clock.set(`${on}T14:00:00.000Z`);
  const centre = await first.restart();
  const day = on as CivilDate;
  const a = {
    ...{ admission: { ...admission, admittedOn: day }, user: aUser(user), aggressor: anAggressor(aggressor) },
    answers: { knownAsUser: 1 as const },
  };
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const incident = { occurredOn: { year, month, day: 1 }, occurredTime: null, place: null };
  const { caseId } = await centre.aCase({ user, aggressor, a, b: { incident, ...b }, isValidated: false });
  const client = await centre.as('psico');
  const answers = { ...blankConditionAnswers, ...says };
  for (let turn = 0; turn < 2; turn += 1) {
    const [one] = (await client.proposeCondition({ caseId, answers })).likely.filter(({ answer }) => answer === null);
    const { version } = await client.getCase({ caseId });
    const personId = one?.personId ?? undefined;
    await client.settlePerson({ caseId, version, role: one?.role ?? 'user', personId, isSame: true });
  }
  return { before, client, told: await client.proposeCondition({ caseId, answers }) };
}

const noSponsorship = { answers: { wantsLegalRepresentation: 0 as const } };

describe('after a ficha was closed', () => {
  it('a new event by the same man that asks for sponsorship is Reincidente, and names the closed one', async () => {
    const { before, client, told } = await afterClosing({ on: '2026-07-15' });
    expect(told.proposed).toBe(3);
    expect(told.reasons.join(' ')).toContain(`la ficha ${before.number}`);
    expect((await client.getCase({ caseId: before.caseId })).state).toBe('closed');
  });

  it('more than a year after the last attention, with two services, it is Continuador, warned of a new event', async () => {
    const event = await afterClosing({ on: '2027-07-15', b: noSponsorship, says: { servicesNeeded: 2 } });
    expect([event.told.proposed, event.told.warnings.length]).toEqual([5, 1]);
    const same = await afterClosing({ on: '2027-07-15', says: { newEvent: false, servicesNeeded: 2 } });
    expect([same.told.proposed, same.told.warnings.length]).toEqual([5, 0]);
  });

  it('exactly a year after, or with one service, the closed one is where she goes on', async () => {
    const year = await afterClosing({ on: '2027-06-10', says: { newEvent: false, servicesNeeded: 2 } });
    expect(year.told.proposed).toBe('no-new-ficha');
    const one = await afterClosing({ on: '2027-07-15', says: { newEvent: false, servicesNeeded: 1 } });
    expect(one.told.proposed).toBe('no-new-ficha');
  });
});
