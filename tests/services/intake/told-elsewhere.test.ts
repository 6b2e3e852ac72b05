/** Age, district and the reasons of a comparison are facts, too: read where they were told, by whoever may read that ficha. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankUser, type AggressorPerson, type UserPerson } from '../../../src/shared/people/index.ts';
import type { SectionAAnswers } from '../../../src/shared/intake/index.ts';
import { admission, anAggressor, aUser, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { likely, noPapers, wilber, yeni } from '../../support/visits.ts';

afterEach(closeCentres);

type Visit = {
  readonly user?: Partial<UserPerson>;
  readonly aggressor?: Partial<AggressorPerson>;
  readonly answers?: Partial<SectionAAnswers>;
};

/** A ficha that whoever opened it may read, and Coordinación; nobody else. */
async function ficha(centre: TestCentre, login: Login, visit: Visit = {}) {
  const client = await centre.as(login);
  const user = aUser({ ...noPapers, ...yeni, address: blankUser().address, ...visit.user });
  const aggressor = anAggressor({ ...wilber, ...visit.aggressor });
  const { caseId, number } = await client.openCase({
    ...{ arrivalId: null, admission, user, userLink: { kind: 'new' }, aggressor, aggressorLink: { kind: 'new' } },
  });
  const { version } = await client.getSectionA({ caseId });
  const answers = { homeDistrict: user.address.districtCode, ...visit.answers };
  await client.saveSectionA({ caseId, version, form: sectionAForm({ user, aggressor, answers }) });
  const { main } = await client.listCasePersons({ caseId });
  const idOf = (role: 'user' | 'aggressor') => main.find((one) => one.role === role)?.personId ?? ('' as never);
  return { client, caseId, number, userId: idOf('user'), aggressorId: idOf('aggressor') };
}

const living = { ...blankUser().address, districtCode: '050401' };
const dni = (number: string) => ({ kind: 'dni', state: 'known', number }) as const;
const told: Visit = {
  user: { address: living, preferredName: 'Yenita', document: dni('00445566') },
  answers: { userAge: 52, minorSons: 4, minorDaughters: 0, adultSons: 0, adultDaughters: 0 },
};
/** What only the ficha of before was told: years, place, number, name, children. */
const values = ['52 años', '"years":52', '"age":52', 'Huanta', '00445566', 'Yenita', '4 hijos', 'dijo 4'];

function expectNoneOf(answer: unknown): void {
  const text = JSON.stringify(answer);
  for (const one of values) expect(text).not.toContain(one);
}

const now: Visit = {
  user: { document: dni('00778899') },
  answers: { userAge: 19, minorSons: 4, minorDaughters: 0, adultSons: 0, adultDaughters: 0 },
};

describe('«Quizá ya la conocemos»', () => {
  it('tells neither age nor district nor a value in its reasons to who may not read the ficha of before', async () => {
    const centre = await startCentre();
    await ficha(centre, 'psico', told);
    const known = await ficha(centre, 'social', now);
    const [her] = await likely(known);
    expect(her).toMatchObject({ name: 'Yenny Huamán', age: null, district: null });
    expectNoneOf(her);
    expect(her?.contradictions).toEqual(['El número de documento es otro.', 'La edad no corresponde.']);
    expect(her?.reasons.map(({ text }) => text)).toContain('El mismo número de hijos e hijas.');
    const compared = await known.client.compareForLink({
      ...{ caseId: known.caseId, role: 'user', personId: her?.personId ?? '' },
    });
    expect(compared.contradictions).toEqual(her?.contradictions);
  });

  it('tells all of it to who may', async () => {
    const centre = await startCentre();
    await ficha(centre, 'psico', told);
    const known = await ficha(centre, 'social', now);
    const [her] = await likely({ ...known, client: await centre.as('coordina') });
    expect(her).toMatchObject({ name: 'Yenita Huamán', age: 52 });
    expect(her?.district).toContain('Huanta');
    expect(her?.contradictions.join(' ')).toContain('00445566');
    expect(her?.contradictions.join(' ')).toContain('52 años (2026)');
    expect(her?.reasons.map(({ text }) => text)).toContain('También 4 hijos o hijas.');
  });

  it('tells what she told in the ficha that may be read, and of the other one nothing', async () => {
    const centre = await startCentre();
    const before = await ficha(centre, 'social', { answers: { userAge: 50 } });
    const client = await centre.as('psico');
    const { arrivalId } = await client.openArrival({});
    const user = aUser({ ...noPapers, ...yeni, address: living });
    const { caseId } = await client.openCase({
      ...{ arrivalId, admission, user, userLink: { kind: 'known', personId: before.userId } },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    const { version, form } = await client.getSectionA({ caseId });
    await client.saveSectionA({
      ...{
        caseId,
        version,
        form: sectionAForm({
          ...form,
          user: { ...form.user, address: living },
          answers: { homeDistrict: '050401', userAge: 50 },
        }),
      },
      reason: { code: 'typing', text: null },
    });
    const [her] = await likely(await ficha(centre, 'social'));
    expect(her).toMatchObject({ age: 50, district: null });
  });
});

describe('what is said of a ficha before somebody is linked', () => {
  it('names no value that another ficha told of its own person either', async () => {
    const centre = await startCentre();
    const before = await ficha(centre, 'psico', told);
    const coordinator = await centre.as('coordina');
    const { caseId } = await coordinator.openCase({
      ...{ arrivalId: null, admission, user: aUser({ ...noPapers, ...yeni }) },
      ...{ userLink: { kind: 'known', personId: before.userId } },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    await coordinator.handOverCase({ caseId, service: 'social' });
    const other = await ficha(centre, 'social', now);
    const asked = { caseId, role: 'user', personId: other.userId } as const;
    const { contradictions } = await other.client.compareForLink(asked);
    expect(contradictions).toEqual(['El número de documento es otro.', 'La edad no corresponde.']);
    expect((await coordinator.compareForLink(asked)).contradictions).toContain(
      'El número de documento es otro: en otra ficha de esta persona, DNI 00445566; en el registro, DNI 00778899.',
    );
  });
});

describe('two records side by side', () => {
  async function compared(login: Login) {
    const centre = await startCentre();
    const kept = await ficha(centre, 'psico', told);
    const absorbed = await ficha(centre, 'social', now);
    const coordinator = await centre.as('coordina');
    const pair = { keptId: kept.userId, absorbedId: absorbed.userId };
    const { choices } = await coordinator.comparePersons(pair);
    const { proposalId } = await coordinator.proposePersonMerge({ ...pair, choices });
    return (await centre.as(login)).getMergeProposal({ proposalId });
  }

  it('show who decides the proposal what was told where that reader may read, and say of the rest that it is there', async () => {
    const seen = await compared('social');
    expectNoneOf(seen);
    expect(seen.kept).toMatchObject({ name: 'Yenny Huamán', address: null });
    expect(seen.kept.hidden).toEqual(['preferredName', 'birth', 'documents', 'address']);
    expect(seen.absorbed).toMatchObject({ record: { toldAge: { years: 19 } }, hidden: [] });
    expect(seen.differs).toContain('birth');
  });

  it('show Coordinación all of it', async () => {
    const seen = await compared('coordina');
    expect(seen.kept).toMatchObject({ record: { toldAge: { years: 52 }, preferredName: 'Yenita' }, hidden: [] });
    expect(seen.kept.address).toContain('Huanta');
  });
});

describe('the participants of a ficha', () => {
  const child = { role: 'child', bond: 'child', livesWithUser: true } as const;

  it('have the age that was told in it, or where the reader may read', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, 'psico', told);
    const second = await ficha(centre, 'social', now);
    const coordinator = await centre.as('coordina');
    const who = { kind: 'known', personId: first.userId } as const;
    await coordinator.addParticipant({
      caseId: second.caseId,
      who,
      part: { role: 'relative', bond: 'sibling', livesWithUser: null },
    });
    const { participants } = await second.client.listCasePersons({ caseId: second.caseId });
    expect(participants).toMatchObject([{ name: 'Yenny Huamán', age: null }]);
    expect((await coordinator.listCasePersons({ caseId: second.caseId })).participants).toMatchObject([{ age: 52 }]);
  });

  it('are shown where they were added what was told there, also once they stand in a ficha that is read by others', async () => {
    const centre = await startCentre();
    const first = await ficha(centre, 'psico');
    const second = await ficha(centre, 'social');
    const names = { nameState: 'known', givenNames: 'Luz', firstSurname: 'Inventada', secondSurname: null } as const;
    const toldAge = { years: 9, on: admission.admittedOn };
    const { personId } = await first.client.addParticipant({
      ...{ caseId: first.caseId, part: child },
      who: { kind: 'new', person: { ...names, birth: null, toldAge, document: dni('00889977') } },
    });
    const coordinator = await centre.as('coordina');
    await coordinator.addParticipant({ caseId: second.caseId, who: { kind: 'known', personId }, part: child });
    const seenIn = async (of: typeof first) => ({
      ...(await of.client.listCasePersons({ caseId: of.caseId })).participants[0],
      documents: (await of.client.getCasePerson({ caseId: of.caseId, personId })).record.documents.map(
        ({ number }) => number,
      ),
    });
    expect(await seenIn(first)).toMatchObject({ age: 9, documents: ['00889977'] });
    expect(await seenIn(second)).toMatchObject({ age: null, documents: [null] });
    const letterOf = async (of: typeof first) =>
      JSON.stringify(await of.client.startReferral({ caseId: of.caseId, kind: 'demuna' }));
    expect(await letterOf(first)).toContain('Luz Inventada, 9 años');
    expect(await letterOf(second)).toContain('Luz Inventada"');
  });
});
