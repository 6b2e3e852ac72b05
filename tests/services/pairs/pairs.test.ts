/** The pair with all its events, and the aggressor across fichas: who may know what of whom. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { admission, anAggressor, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

async function personsOf(centre: TestCentre): Promise<{ userId: string; aggressorId: string }> {
  const client = await centre.as('coordina');
  const find = async (query: string, role: 'user' | 'aggressor') =>
    (await client.findPersons({ query, arrivalId: null, role })).candidates[0]?.personId ?? '';
  return { userId: await find('Quispe Ficticia Rosa', 'user'), aggressorId: await find('Condori Pedro', 'aggressor') };
}

const sameKnown = (personId: string) => ({ kind: 'known' as const, personId });

/** One more ficha with these persons, opened by somebody who is then its only team. */
async function open(centre: TestCentre, by: Login, persons: { userId: string | null; aggressorId: string }) {
  const client = await centre.as(by);
  const other = aUser({
    givenNames: 'Nélida Supuesta',
    firstSurname: 'Rojas',
    document: { kind: 'dni', state: 'known', number: '00998877' },
  });
  const user = persons.userId === null ? other : aUser();
  const { caseId, number } = await client.openCase({
    arrivalId: null,
    admission: { ...admission, admittedOn: '2026-06-09' },
    user,
    userLink: persons.userId === null ? { kind: 'new' } : sameKnown(persons.userId),
    aggressor: anAggressor(),
    aggressorLink: sameKnown(persons.aggressorId),
  });
  const a = await client.getSectionA({ caseId });
  await client.saveSectionA({ caseId, version: a.version, form: sectionAForm({ user }) });
  return { caseId, number, client };
}

describe('the pair with all its events', () => {
  it('shows the earlier ficha with its event, level, risk form and condition, the newest event first', async () => {
    const centre = await startCentre();
    const first = await centre.aCase({
      a: { admission: { ...admission, admittedOn: '2025-02-10' as CivilDate } },
      b: { incident: { occurredOn: { year: 2025, month: 2, day: 3 }, occurredTime: null, place: null } },
    });
    const psychologist = await centre.as('psico');
    await psychologist.assessRisk({ caseId: first.caseId, answers: riskAnswers('yes'), ...signing });
    const second = await open(centre, 'psico', await personsOf(centre));
    const b = await second.client.getSectionB({ caseId: second.caseId });
    await second.client.saveSectionB({ caseId: second.caseId, version: b.version, form: sectionBForm() });
    const { fichas, hidden } = await second.client.readPairHistory({ caseId: second.caseId });
    expect(hidden).toBe(0);
    expect(fichas).toMatchObject([
      { number: second.number, isThis: true, aggressor: 'same', condition: null, occurredOn: { day: 8 } },
      {
        number: first.number,
        caseId: first.caseId,
        aggressor: 'same',
        condition: 1,
        occurredOn: { year: 2025, month: 2, day: 3 },
        valuationLevel: 2,
        partnerRisk: 'severe2',
      },
    ]);
  });

  it('names an earlier ficha to another team, without opening it', async () => {
    const centre = await startCentre();
    const first = await open(centre, 'coordina', { userId: null, aggressorId: await aggressorAlone(centre) });
    const reader = await centre.as('coordina');
    const { candidates } = await reader.findPersons({ query: 'Rojas Nélida', arrivalId: null, role: 'user' });
    const userId = candidates[0]?.personId ?? '';
    const second = await open(centre, 'psico', { userId, aggressorId: (await personsOf(centre)).aggressorId });
    const { fichas } = await second.client.readPairHistory({ caseId: second.caseId });
    expect(fichas.find((one) => one.number === first.number)).toMatchObject({
      ...{ caseId: null, aggressor: 'same', aggressorName: null, valuationLevel: null, partnerRisk: null },
      ...{ condition: null, lastAttentionOn: null, pattern: null },
    });
    expect(fichas.find((one) => one.isThis)).toMatchObject({ caseId: second.caseId });
  });
});

describe('what was told over time', () => {
  it('is read from Section B, the risk form and the proceeding of what the reader may open', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      b: {
        answers: {
          physicalActs: ['kicks', 'strangulation'],
          psychologicalActs: ['deathThreat'],
          aggressorRiskFactors: ['threatWithDangerousObject'],
        },
      },
    });
    const psychologist = await centre.as('psico');
    const ofThis = async (client: typeof psychologist) =>
      (await client.readPairHistory({ caseId: caseId })).fichas.find((one) => one.isThis)?.pattern;
    const before = { kinds: ['physical', 'psychological'], signs: ['strangulation', 'weapon', 'deathThreat'] };
    expect(await ofThis(psychologist)).toEqual(before);
    const at = { on: '2026-06-09' as CivilDate, time: null };
    const words = 'Volvió a la vivienda (invención).';
    await psychologist.reportNovelty({
      caseId: caseId,
      novelty: { kind: 'breach', at, words, source: null },
    });
    expect((await ofThis(psychologist))?.signs).toEqual([...before.signs, 'breach']);
    // Coordinación is on no team of this one: the proceeding is not hers to read.
    expect(await ofThis(await centre.as('coordina'))).toEqual(before);
  });

  it('numbers events and users, so that two victims of one event are one event', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const child = aUser({ givenNames: 'Nina Inventada', document: { kind: 'dni', state: 'notAsked', number: null } });
    await psychologist.openLinkedCase({
      ...{ caseId: caseId, admission, user: child, userLink: { kind: 'new' } },
    });
    const { aggressorId } = await personsOf(centre);
    await open(centre, 'legal', { userId: null, aggressorId });
    const { asAggressor } = await (await centre.as('coordina')).readAggressorCases({ caseId: caseId });
    const [of, other] = [new Set(asAggressor.map(({ user }) => user)), new Set(asAggressor.map(({ event }) => event))];
    expect([asAggressor.length, of.size, other.size]).toEqual([3, 3, 2]);
    expect(asAggressor.filter(({ isSameUser }) => isSameUser)).toHaveLength(1);
    expect(JSON.stringify(asAggressor)).not.toMatch(/Nina|Rosa|Quispe|Rojas/);
  });

  it('of the same man with another woman is told to who may open her ficha, and to nobody else', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const { aggressorId } = await personsOf(centre);
    const other = await open(centre, 'psico', { userId: null, aggressorId });
    const caseId = first.caseId;
    const seen = await (await centre.as('psico')).readPairHistory({ caseId });
    expect(seen.ofOthers).toMatchObject([{ number: other.number, caseId: other.caseId, isSameUser: false }]);
    expect(JSON.stringify(seen.ofOthers)).not.toMatch(/Nélida|Rojas/);
    expect(seen.known.aggressorHasOthers).toBe(true);
    expect((await (await centre.as('social')).readPairHistory({ caseId })).ofOthers).toEqual([]);
    expect((await (await centre.as('coordina')).readPairHistory({ caseId })).ofOthers).toEqual([]);
  });
});

async function aggressorAlone(centre: TestCentre): Promise<string> {
  await centre.aCase();
  return (await personsOf(centre)).aggressorId;
}

describe('the aggressor in other fichas', () => {
  it('is listed to Coordinación by number, with the name of no user', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const { aggressorId } = await personsOf(centre);
    const other = await open(centre, 'legal', { userId: null, aggressorId });
    const coordinator = await centre.as('coordina');
    const caseId = first.caseId;
    const found = await coordinator.readAggressorCases({ caseId });
    expect(found.asAggressor.map(({ number, isSameUser }) => [number, isSameUser])).toEqual(
      [
        [other.number, false],
        [first.number, true],
      ].toSorted((one, two) => Number(one[1]) - Number(two[1])),
    );
    expect(JSON.stringify(found)).not.toMatch(/Nélida|Rojas|Rosa|Quispe/);
    expect((await coordinator.readPairHistory({ caseId })).known.aggressorHasOthers).toBe(true);
  });

  it('is neither listed nor hinted to a professional of one of the fichas', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const { aggressorId } = await personsOf(centre);
    const other = await open(centre, 'coordina', { userId: null, aggressorId });
    const psychologist = await centre.as('psico');
    const caseId = first.caseId;
    await expect(psychologist.readAggressorCases({ caseId })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    const seen = await psychologist.readPairHistory({ caseId });
    expect(seen.known).toEqual({ userIsAggressor: false, aggressorIsUser: false, aggressorHasOthers: false });
    expect(JSON.stringify(seen)).not.toContain(other.number);
  });

  it('who is also a user is told to Coordinación alone', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const { aggressorId, userId } = await personsOf(centre);
    const coordinator = await centre.as('coordina');
    const reverse = await coordinator.openCase({
      arrivalId: null,
      admission,
      user: aUser(),
      userLink: sameKnown(aggressorId),
      aggressor: anAggressor(),
      aggressorLink: sameKnown(userId),
    });
    const caseId = first.caseId;
    expect((await coordinator.readPairHistory({ caseId })).known).toMatchObject({
      userIsAggressor: true,
      aggressorIsUser: true,
    });
    expect((await coordinator.readAggressorCases({ caseId })).asUser).toMatchObject([{ number: reverse.number }]);
    const psychologist = await centre.as('psico');
    expect((await psychologist.readPairHistory({ caseId })).known).toMatchObject({
      userIsAggressor: false,
      aggressorIsUser: false,
    });
  });
});
