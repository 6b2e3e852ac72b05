/** Lists of Coordinación over all fichas: what counts in them, and whom they tell what. */
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { allIn, type Database as Tables } from '../../support/tables.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { countedQuery } from '../../../src/main/pairs/repeats.ts';
import { nearQuery, sharingQuery } from '../../../src/main/people/shared-keys.ts';
import { migrate, queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { ruleOutAll } from '../../../src/main/commands/case-work.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { blankConditionAnswers, type CaseOverview } from '../../../src/shared/intake/index.ts';
import type { AggressorPerson, UserPerson } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

type CaseId = CaseOverview['caseId'];
const always = { from: null, to: null };

const noPapers = { birth: null, document: { kind: null, state: 'none', number: null } } as const;
const rosa: Partial<UserPerson> = { givenNames: 'Rosa Inventada', firstSurname: 'Quispe' };
const nelida: Partial<UserPerson> = {
  givenNames: 'Nélida Supuesta',
  firstSurname: 'Rojas',
  secondSurname: 'Ccoyllo',
  ...noPapers,
};
const luz: Partial<UserPerson> = {
  givenNames: 'Luz Fingida',
  firstSurname: 'Huarcaya',
  secondSurname: 'Poma',
  ...noPapers,
};
const wilber: Partial<AggressorPerson> = { givenNames: 'Wilber', firstSurname: 'Ccorahua', secondSurname: 'Ñaupari' };

const may = {
  admission: { ...admission, admittedOn: '2025-05-20' as CivilDate },
  incident: { occurredOn: { year: 2025, month: 5, day: 18 }, occurredTime: null, place: null },
};

/** A ficha of a woman of her own with a man of his own, validated; `in` 2025 or this year. */
async function ficha(
  centre: TestCentre,
  user: Partial<UserPerson>,
  aggressor: Partial<AggressorPerson>,
  more: { in?: 2025; isValidated?: boolean } = {},
): Promise<{ caseId: CaseId; number: string }> {
  const isEarlier = more.in === 2025;
  const { caseId, number } = await centre.aCase({
    ...{ user, aggressor, isValidated: more.isValidated ?? true },
    a: {
      ...{ user: aUser(user), aggressor: anAggressor(aggressor) },
      ...(isEarlier ? { admission: may.admission } : {}),
    },
    ...(isEarlier ? { b: { incident: may.incident } } : {}),
  });
  return { caseId: caseId, number };
}

async function personsOf(centre: TestCentre, caseId: CaseId) {
  const { main } = await (await centre.as('coordina')).listCasePersons({ caseId });
  const idOf = (role: 'user' | 'aggressor') => main.find((one) => one.role === role)?.personId ?? '';
  return { userId: idOf('user'), aggressorId: idOf('aggressor') };
}

async function join(centre: TestCentre, keptId: string, absorbedId: string): Promise<void> {
  const coordinator = await centre.as('coordina');
  const { choices } = await coordinator.comparePersons({ keptId, absorbedId });
  const { proposalId } = await coordinator.proposePersonMerge({ keptId, absorbedId, choices });
  await (await centre.as('psico')).approvePersonMerge({ proposalId }, { password: passphrase });
}

/** The men of two fichas, or the women, as one person. */
async function joinIn(centre: TestCentre, one: CaseId, other: CaseId, role: 'userId' | 'aggressorId'): Promise<void> {
  await join(centre, (await personsOf(centre, one))[role], (await personsOf(centre, other))[role]);
}

async function validate(client: Client<Contract>, caseId: CaseId, condition: number): Promise<void> {
  const a = await client.getSectionA({ caseId });
  await client.saveSectionA({ caseId, version: a.version, form: sectionAForm({ ...a.form, answers: { userAge: 9 } }) });
  const b = await client.getSectionB({ caseId });
  await client.saveSectionB({ caseId, version: b.version, form: sectionBForm() });
  await ruleOutAll(client, caseId, 'user');
  const { version } = await client.getCase({ caseId });
  const answers = { ...blankConditionAnswers, newEvent: true, servicesNeeded: 2 };
  await client.validateCase({ caseId, version, answers, condition, overrideReason: null });
}

/** By two people, as a validated ficha is. */
async function annul(centre: TestCentre, caseId: CaseId): Promise<void> {
  const psychologist = await centre.as('psico');
  const { version } = await psychologist.getCase({ caseId });
  const why = { caseId, version, reason: 'notForUs' as const, words: null };
  const { proposalId } = await psychologist.proposeCaseAnnulment(why);
  await (await centre.as('legal')).approveCaseAnnulment({ proposalId }, { password: passphrase });
}

const numbersOf = (groups: Awaited<ReturnType<Client<Contract>['listRepeatedPairs']>>['groups']) =>
  groups.map(({ fichas }) => fichas.map(({ number }) => number));

describe('persons accused by several women', () => {
  it('are listed by his name and the numbers of their fichas, once the records are one', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, rosa, wilber, { in: 2025 });
    const second = await ficha(centre, nelida, { ...wilber, secondSurname: null });
    const coordinator = await centre.as('coordina');
    const before = await coordinator.listAccusedByMany(always);
    expect(before.groups).toEqual([]);
    expect(before.perhaps).toMatchObject([
      {
        one: { aggressorName: 'Wilber Ccorahua' },
        other: { aggressorName: 'Wilber Ccorahua' },
        count: 2,
      },
    ]);
    // The two records stand ready to be compared.
    const [keptId = '', absorbedId = ''] = before.perhaps[0]?.persons ?? [];
    const compared = await coordinator.comparePersons({ keptId, absorbedId });
    expect([compared.kept.name, compared.absorbed.name]).toEqual(Array(2).fill('Wilber Ccorahua'));
    await joinIn(centre, first.caseId, second.caseId, 'aggressorId');
    const { groups, perhaps } = await coordinator.listAccusedByMany(always);
    expect(perhaps).toEqual([]);
    expect(groups).toMatchObject([
      {
        ...{ aggressorName: 'Wilber Ccorahua', userName: null, count: 2, year: 2026 },
        fichas: [{ number: first.number, caseId: first.caseId }, { number: second.number }],
      },
    ]);
    expect(JSON.stringify(groups)).not.toMatch(/Rosa|Nélida|Rojas/);
    expect((await coordinator.listRepeatedPairs(always)).groups).toEqual([]);
    expect((await coordinator.listAccusedByMany({ from: '2026-01-01', to: null })).groups).toEqual([]);
    expect((await coordinator.listAccusedByMany({ from: null, to: '2026-12-31' })).groups).toHaveLength(1);
  });

  it('count neither a draft, nor an annulled ficha, nor the other victim of one event', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, rosa, wilber);
    const psychologist = await centre.as('psico');
    const child = aUser({
      ...{ givenNames: 'Nina Inventada', firstSurname: 'Ccorahua', birth: { year: 2017, month: 2, day: 1 } },
      document: { kind: 'dni', state: 'notAsked', number: null },
    });
    const linked = await psychologist.openLinkedCase({
      caseId: first.caseId,
      admission,
      user: child,
      userLink: { kind: 'new' },
    });
    await validate(psychologist, linked.caseId, 1);
    const { groups } = await (await centre.as('coordina')).listAccusedByMany(always);
    expect(groups).toEqual([]);

    const draft = await ficha(centre, nelida, wilber, { isValidated: false });
    await joinIn(centre, first.caseId, draft.caseId, 'aggressorId');
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listAccusedByMany(always)).groups).toEqual([]);

    const third = await ficha(centre, luz, wilber);
    await joinIn(centre, first.caseId, third.caseId, 'aggressorId');
    expect(numbersOf((await coordinator.listAccusedByMany(always)).groups)).toEqual([
      [first.number, linked.number, third.number],
    ]);
    await annul(centre, third.caseId);
    expect((await coordinator.listAccusedByMany(always)).groups).toEqual([]);
  });

  it('leaves a reserved ficha out of list and count, and keeps it to its members', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, rosa, wilber);
    const second = await ficha(centre, nelida, wilber);
    await joinIn(centre, first.caseId, second.caseId, 'aggressorId');
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listAccusedByMany(always)).groups).toHaveLength(1);
    await seal(centre, second.caseId);
    expect(await coordinator.listAccusedByMany(always)).toEqual({ groups: [], perhaps: [] });
  });

  it('leaves out what a declared conflict closes to the reader', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, rosa, wilber);
    const second = await ficha(centre, nelida, wilber);
    await joinIn(centre, first.caseId, second.caseId, 'aggressorId');
    const coordinator = await centre.as('coordina');
    const person = {
      ...{ kinship: 'partner' as const, documentKind: null, documentNumber: null },
      ...{ givenNames: 'Nélida Supuesta', firstSurname: 'Rojas', secondSurname: 'Ccoyllo' },
    };
    await coordinator.declareConflict({ person });
    expect(await coordinator.listAccusedByMany(always)).toEqual({ groups: [], perhaps: [] });
  });

  it('is for Coordinación alone', async () => {
    const centre = await startCentre();
    for (const login of ['psico', 'social', 'legal', 'admision', 'visita'] as const) {
      const client = await centre.as(login);
      for (const list of [client.listAccusedByMany, client.listRepeatedPairs, client.listUsersOfMany])
        await expect(list(always)).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    }
  });
});

describe('pairs with two or more events', () => {
  it('are counted once she and he are one in both fichas', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, nelida, wilber, { in: 2025 });
    const second = await ficha(centre, nelida, wilber);
    const coordinator = await centre.as('coordina');
    await joinIn(centre, first.caseId, second.caseId, 'userId');
    const before = await coordinator.listRepeatedPairs(always);
    expect(before).toMatchObject({ groups: [], perhaps: [{ count: 2 }] });
    expect((await coordinator.listUsersOfMany(always)).groups).toMatchObject([{ aggressorName: null, count: 2 }]);
    await joinIn(centre, first.caseId, second.caseId, 'aggressorId');
    const { groups, perhaps } = await coordinator.listRepeatedPairs(always);
    expect(perhaps).toEqual([]);
    expect(groups).toMatchObject([
      { userName: 'Nélida Rojas', aggressorName: 'Wilber Ccorahua', count: 2, year: 2026 },
    ]);
    expect(numbersOf(groups)).toEqual([[first.number, second.number]]);
    expect((await coordinator.listUsersOfMany(always)).groups).toEqual([]);
  });

  it('leave out who was said to be somebody else', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, nelida, wilber, { in: 2025 });
    const second = await ficha(centre, nelida, wilber, { isValidated: false });
    await joinIn(centre, first.caseId, second.caseId, 'userId');
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId: second.caseId });
    const personIds = [(await personsOf(centre, first.caseId)).aggressorId];
    await psychologist.ruleOutPersons({ caseId: second.caseId, version, role: 'aggressor', personIds });
    await validate(psychologist, second.caseId, 2);
    const coordinator = await centre.as('coordina');
    expect(await coordinator.listRepeatedPairs(always)).toEqual({ groups: [], perhaps: [] });
  });
});

describe('the queries', () => {
  it('read the fichas once and all the rest by index', async () => {
    const db = new Database(':memory:');
    await migrate(db, migrations);
    const queries: Kysely<Tables> = queriesOf(db);
    const planOf = ({ sql: text, parameters }: { sql: string; parameters: readonly unknown[] }) =>
      (db.prepare(`explain query plan ${text}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail);
    const counted = planOf(countedQuery(allIn(queries), always).compile());
    expect(counted.filter((line) => line.startsWith('SCAN'))).toEqual(['SCAN case_file']);
    expect(counted.filter((line) => line.startsWith('SEARCH'))).toHaveLength(3);
    const near = planOf(nearQuery(['a', 'b']).compile(queries));
    expect(near.filter((line) => line.includes('person_key'))).toEqual([
      expect.stringMatching(/^SEARCH person_key USING .*INDEX person_key_person \(person_id=\?/),
    ]);
    const sharing = planOf(sharingQuery([['a', 'b']]).compile(queries));
    expect(sharing.filter((line) => /\b(own|their)\b/.test(line))).toEqual([
      expect.stringMatching(/^SEARCH own USING .*INDEX person_key_person \(person_id=\?\)/),
      expect.stringMatching(/^SEARCH their USING .*\(person_id=\? AND kind=\? AND key=\?\)/),
    ]);
    await queries.destroy();
  });
});
