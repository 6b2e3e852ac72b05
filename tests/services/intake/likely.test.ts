/** «Quizá ya la conocemos»: who is offered, asked about, ruled out, linked (D37). */
import { afterEach, describe, expect, it } from 'vitest';
import { ruleOutAll } from '../../../src/main/commands/case-work.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import {
  alertsOf,
  herFirst,
  likely,
  link,
  noPapers,
  open,
  propose,
  ruleOut,
  then,
  validate,
  visit,
  wilber,
  yeni,
} from '../../support/visits.ts';
import { blankUser } from '../../../src/shared/people/index.ts';
import { failureOf } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

describe('a woman without papers who comes back', () => {
  it('is asked about by her names and the man she names, and is not «Nuevo» before somebody answers', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const known = await open(
      centre,
      visit(
        { ...yeni, givenNames: 'Yeni', firstSurname: 'Guamán', secondSurname: null },
        { ...wilber, firstSurname: 'Corahua', secondSurname: null },
      ),
    );
    const [her, ...others] = await likely(known);
    expect(others).toEqual([]);
    expect(her).toMatchObject({ isAsked: true, answer: null, fichas: [{ number: before.number, role: 'user' }] });
    expect(her?.reasons).toContainEqual({
      text: 'Él se parece a la presunta persona agresora de esa ficha.',
      speaks: 'for',
    });
    expect((await propose(known)).proposed).toBe('undecidable');
    expect((await failureOf(() => validate(known, 1)))?.reason).toBe('condition-needs-reason');
  });

  it('is found by the age she told then and tells now, and an age that cannot be hers speaks against', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const another = { givenNames: 'Saturnino', firstSurname: 'Ñahui', secondSurname: null };
    const now = (userAge: number) => visit({ ...yeni, givenNames: 'Yeni' }, another, { answers: { userAge } });
    const [same] = await likely(await open(centre, now(52)));
    expect(same?.reasons).toContainEqual({ text: 'La edad corresponde.', speaks: 'for' });
    expect(same).toMatchObject({ isAsked: true, age: 52 });
    const [other] = await likely(await open(centre, now(19)));
    const ages = 'La edad no corresponde: en esta ficha, 19 años (2026); en el registro, 52 años (2026).';
    expect(other?.reasons).toContainEqual({ text: ages, speaks: 'against' });
  });

  it('is told apart from the next woman of the same man', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const next = { givenNames: 'Alicia', firstSurname: 'Soto', secondSurname: 'Inventada' };
    const known = await open(centre, visit(next, wilber));
    expect((await likely(known)).filter(({ isAsked }) => isAsked)).toEqual([]);
    expect((await likely(known, 'aggressor'))[0]).toMatchObject({ fichas: [{ role: 'aggressor' }] });
    expect((await propose(known)).proposed).toBe(1);
  });

  it('once linked is compared no more with women who only have something in common with her', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const namesake = { ...yeni, secondSurname: null };
    const another = { givenNames: 'Saturnino', firstSurname: 'Ñahui', secondSurname: null };
    await centre.aCase(visit(namesake, another, { admission: then, answers: { userAge: 19 }, isValidated: true }));
    const known = await open(centre, visit(yeni, wilber, { answers: { userAge: 52 } }));
    const women = await likely(known);
    expect(women.map(({ isAsked }) => isAsked)).toEqual([true, false]);
    await link(known, women[0]?.personId ?? '');
    expect(await likely(known)).toEqual([]);
  });

  it('left open at the desk is asked about once, by that question', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const client = await centre.as('psico');
    const { main } = await client.listCasePersons({ caseId: before.caseId });
    const personId = main.find(({ role }) => role === 'user')?.personId ?? ('' as never);
    const { caseId, number } = await client.openCase({
      ...{ arrivalId: null, admission, user: aUser({ ...noPapers, ...yeni }), userLink: { kind: 'maybe', personId } },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    expect((await client.getCase({ caseId })).unsettled).toMatchObject([{ role: 'user', personId }]);
    expect(await likely({ client, caseId, number })).toEqual([]);
  });

  it('is no other victim of the same event', async () => {
    const centre = await startCentre();
    const first = await open(centre, visit(yeni, wilber));
    const { user } = (await first.client.getSectionA({ caseId: first.caseId })).form;
    const daughter = { ...user, givenNames: 'Yenny Rosa' };
    await first.client.openLinkedCase({
      ...{ caseId: first.caseId, admission, user: daughter, userLink: { kind: 'new' } },
    });
    expect(await likely(first)).toEqual([]);
  });
});

describe('a document that differs', () => {
  it('speaks against, and namesakes of near birth dates are never «probable» with two of them', async () => {
    const centre = await startCentre();
    const dni = (number: string) => ({ kind: 'dni', state: 'known', number }) as const;
    const birth = { year: 1990, month: 5, day: 2 };
    await centre.aCase(visit({ ...yeni, birth, document: dni('00445566') }, wilber, { isValidated: true }));
    const coordinator = await centre.as('coordina');
    const { candidates } = await coordinator.suggestPersons({
      facts: {
        ...{
          givenNames: 'Yenny',
          firstSurname: 'Huamán',
          secondSurname: 'Ficticia',
          aliases: null,
          phone: null,
          age: null,
        },
        ...{ documentKind: 'dni', documentNumber: '00778899', birth: { ...birth, day: 3 } },
      },
      arrivalId: null,
      role: 'user',
    });
    expect(candidates.map(({ level }) => level)).toEqual(['possible']);
    expect(candidates[0]?.reasons).toContain('El número de documento es otro.');
  });

  it('stands after the woman of the same pair who has none, also where two digits differ', async () => {
    const centre = await startCentre();
    const dni = (number: string) => ({ kind: 'dni', state: 'known', number }) as const;
    const other = await centre.aCase(visit({ ...yeni, document: dni('00445588') }, wilber, { isValidated: true }));
    const herself = await centre.aCase(visit(yeni, wilber, { isValidated: true }));
    const women = await likely(await open(centre, visit({ ...yeni, document: dni('00445566') }, wilber)));
    expect(women.map(({ fichas }) => fichas[0]?.number)).toEqual([herself.number, other.number]);
    expect(women[1]?.contradictions.join(' ')).toContain('El número de documento es otro');
  });
});

describe('«ninguna es ella»', () => {
  it('is kept with whom it was said of, and «Nuevo» says that it was asked', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber));
    await ruleOut(known);
    const proposal = await propose(known);
    expect(proposal.proposed).toBe(1);
    expect(proposal.reasons).toContain('Se preguntó por una persona parecida del registro: ninguna es ella.');
    expect(proposal.likely[0]).toMatchObject({ answer: 'different' });
    expect((await failureOf(() => ruleOut(known)))?.reason).toBe('nobody-to-rule-out');
  });

  it('said of the man makes another man of him: Reingreso, and no more question', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const alike = { ...wilber, firstSurname: 'Corahua', secondSurname: null };
    const known = await open(centre, visit(yeni, alike, { answers: { knownAsUser: 1 } }));
    const [her] = await likely(known);
    await link(known, her?.personId ?? '');
    expect((await propose(known)).proposed).toBe('undecidable');
    await ruleOut(known, 'aggressor');
    expect((await propose(known)).proposed).toBe(2);
  });

  it('is not said of somebody who came after it', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber));
    await ruleOut(known);
    await centre.aCase(
      visit(
        { ...yeni, givenNames: 'Yeni' },
        { givenNames: 'Otro', firstSurname: 'Nadie' },
        { admission: then, isValidated: true },
      ),
    );
    expect((await propose(known)).proposed).toBe('undecidable');
    await ruleOut(known);
    expect((await propose(known)).proposed).toBe(1);
  });

  it('is refused for a list that is not the one of now, and for a version that is not', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber));
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const act = { caseId: known.caseId, version, role: 'user' } as const;
    expect((await failureOf(() => known.client.ruleOutPersons({ ...act, personIds: [] })))?.reason).toBe('not-alike');
    const [her] = await likely(known);
    const stale = { ...act, version: version + 1, personIds: [her?.personId ?? ''] };
    expect((await failureOf(() => known.client.ruleOutPersons(stale)))?.code).toBe('conflict');
  });

  it('is not asked again of whom the door answered for, until something new of her is told', async () => {
    const centre = await startCentre();
    const before = await open(centre, herFirst);
    const { main } = await before.client.listCasePersons({ caseId: before.caseId });
    const different = main.map(({ personId }) => personId);
    const { client } = before;
    const { caseId, number } = await client.openCase({
      ...{ arrivalId: null, admission, user: aUser({ ...noPapers, ...yeni }), userLink: { kind: 'new', different } },
      // Of him the desk only heard a name: it stays to be asked.
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new', different } },
    });
    const known = { client, caseId, number };
    expect(await likely(known)).toMatchObject([{ answer: 'different' }]);
    expect(await likely(known, 'aggressor')).toMatchObject([{ answer: null }]);
    const save = async (told: object) => {
      const { version, form } = await client.getSectionA({ caseId });
      await client.saveSectionA({ caseId, version, form: { ...form, user: { ...form.user, ...told } } });
    };
    await save({ contact: { ...blankUser().contact, phone: '955000111', mayCall: 'yes' } });
    expect(await likely(known)).toMatchObject([{ answer: 'different' }]);
    await save({ birth: { year: 1974, month: null, day: null } });
    expect(await likely(known)).toMatchObject([{ answer: null }]);
  });

  it('takes no answer of the door about somebody whom it may not see', async () => {
    const centre = await startCentre();
    const before = await open(centre, herFirst);
    const { main } = await before.client.listCasePersons({ caseId: before.caseId });
    await seal(centre, before.caseId, { members: ['psico'] });
    const client = await centre.as('social');
    const different = main.map(({ personId }) => personId);
    const { caseId, number } = await client.openCase({
      ...{ arrivalId: null, admission, user: aUser({ ...noPapers, ...yeni }), userLink: { kind: 'new', different } },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    expect((await likely({ client, caseId, number }))[0]).toMatchObject({ personId: null, answer: null });
  });

  it('leaves whom the reader may not see to who may, who is told; the condition warns meanwhile', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    await seal(centre, before.caseId, { members: ['psico', 'coordina'] });
    const known = await open(centre, visit(yeni, wilber), 'social');
    await ruleOut(known);
    const proposal = await propose(known);
    expect(proposal.likely[0]).toMatchObject({ personId: null, answer: 'reviewAsked' });
    expect(proposal.warnings.join(' ')).toContain('Quien puede abrir la otra ficha debe revisar');
    expect(await alertsOf(known, known.caseId, 'identityToReview')).toEqual([null]);
    const coordinator = { ...known, client: await centre.as('coordina') };
    expect(await alertsOf(coordinator, before.caseId, 'identityToReview')).toEqual([
      expect.stringContaining('Ficha 20'),
    ]);
    // Coordinación, inside the reserve, says that it is she: what was confirmed meanwhile is opened again.
    await validate(known, 1);
    const [her] = await likely(coordinator);
    expect(her).toMatchObject({ answer: 'reviewAsked', fichas: [{ number: before.number }] });
    await link(coordinator, her?.personId ?? '');
    const { reopened } = await known.client.getCase({ caseId: known.caseId });
    expect(reopened).toEqual(['Se confirmó quién es una persona de la ficha. Este caso cuenta en el mes 06/2026.']);
  });

  it('is said by whoever is inside the reserve of whom another reader could not see', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    await seal(centre, before.caseId, { members: ['psico', 'coordina'] });
    const known = await open(centre, visit(yeni, wilber), 'social');
    await ruleOut(known);
    const coordinator = { ...known, client: await centre.as('coordina') };
    await ruleOutAll(coordinator.client, known.caseId, 'user');
    expect((await likely(coordinator)).map(({ answer }) => answer)).toEqual(['different']);
  });
});

describe('somebody found by search', () => {
  it('is linked with a reason and not without, by whoever says who the persons of the ficha are', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const married = { givenNames: 'Juana', firstSurname: 'Rojas', secondSurname: null };
    const known = await open(centre, visit(married, { givenNames: 'Otro', firstSurname: 'Nadie' }));
    const search = { query: 'Yenny Huamán', arrivalId: null, role: 'any' } as const;
    expect((await known.client.findPersons(search)).candidates.map(({ name }) => name)).toHaveLength(1);
    const { candidates } = await known.client.findPersons({ ...search, caseId: known.caseId });
    const found = candidates[0]?.personId ?? '';
    expect((await failureOf(() => link(known, found)))?.reason).toBe('link-needs-reason');
    await link(known, found, { reason: { code: 'recognised', text: null } });
    const { fichas } = await known.client.readPairHistory({ caseId: known.caseId });
    expect(fichas.map(({ number }) => number).toSorted()).toEqual([before.number, known.number].toSorted());
    const { sets } = await known.client.listFormChanges({ caseId: known.caseId, section: null });
    expect(JSON.stringify(sets)).toContain('La reconoce quien la atendió');
  });

  it('is nobody who stands in annulled fichas alone', async () => {
    const centre = await startCentre();
    const wrong = await open(centre, visit({ givenNames: 'Juana', firstSurname: 'Rojas' }, wilber));
    const { main } = await wrong.client.listCasePersons({ caseId: wrong.caseId });
    const known = await open(centre, visit(yeni, { givenNames: 'Otro', firstSurname: 'Nadie' }));
    const { version } = await wrong.client.getCase({ caseId: wrong.caseId });
    await wrong.client.annulCase({ caseId: wrong.caseId, version, reason: 'openedByMistake', words: null });
    const reason = { code: 'recognised', text: null };
    const her = main.find(({ role }) => role === 'user')?.personId ?? '';
    expect((await failureOf(() => link(known, her, { reason })))?.code).toBe('not-found');
  });

  it('is not the other person of the ficha', async () => {
    const centre = await startCentre();
    const known = await open(centre, visit(yeni, wilber));
    const { main } = await known.client.listCasePersons({ caseId: known.caseId });
    const him = main.find(({ role }) => role === 'aggressor')?.personId ?? '';
    const reason = { code: 'recognised', text: null };
    expect((await failureOf(() => link(known, him, { reason })))?.reason).toBe('link-other-role');
  });

  it('is sought beyond own cases only from a ficha that the reader writes', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase(visit(yeni, wilber));
    const prevention = await centre.as('promocion');
    const asked = { query: 'Yenny Huamán', arrivalId: null, caseId: caseId, role: 'any' } as const;
    expect((await failureOf(() => prevention.findPersons(asked)))?.code).toBe('forbidden');
    await seal(centre, caseId, { members: ['psico'] });
    const outsider = await centre.as('social');
    expect((await failureOf(() => outsider.findPersons(asked)))?.code).toBe('not-found');
  });
});

describe('somebody known as accused elsewhere', () => {
  const dni = { kind: 'dni', state: 'known', number: '00445566' } as const;

  it('stands among those alike, and once linked gives the warning of the condition', async () => {
    const centre = await startCentre();
    const accused = { givenNames: 'Yenny', firstSurname: 'Huamán', secondSurname: null, document: dni };
    await centre.aCase(visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, accused, { isValidated: true }));
    const known = await open(centre, visit({ ...accused, nameState: 'known' }, wilber));
    const [her] = await likely(known);
    expect(her).toMatchObject({ isAsked: true, fichas: [{ role: 'aggressor' }] });
    await link(known, her?.personId ?? '');
    const { proposed, warnings } = await propose(known);
    expect(proposed).toBe(1);
    expect(warnings.join(' ')).toMatch(/figura en otra ficha como presunta persona agresora/);
  });
});

describe('a ficha in which she is only the accused', () => {
  it('is told to whoever may know it; to others she stands as «Requiere revisión»', async () => {
    const centre = await startCentre();
    const dni = { kind: 'dni', state: 'known', number: '00445566' } as const;
    const accused = { givenNames: 'Yenny', firstSurname: 'Huamán', secondSurname: null, document: dni };
    // Opened at the desk and handed to nobody.
    const desk = await centre.as('admision');
    const { number } = await desk.openCase({
      ...{ arrivalId: null, admission, user: aUser({ givenNames: 'Alicia' }), userLink: { kind: 'new' } },
      ...{ aggressor: anAggressor(accused), aggressorLink: { kind: 'new' } },
    });
    const known = await open(centre, visit(accused, wilber));
    expect((await likely(known))[0]).toMatchObject({ personId: null, fichas: [], reasons: [] });
    const coordinator = { ...known, client: await centre.as('coordina') };
    expect((await likely(coordinator))[0]).toMatchObject({ fichas: [{ number, role: 'aggressor' }] });
  });
});

describe('two fichas of one document on one day', () => {
  it('are told to both teams, and not when one is reserved', async () => {
    const centre = await startCentre();
    const dni = { kind: 'dni', state: 'known', number: '00445566' } as const;
    const one = await open(centre, visit({ ...yeni, document: dni }, wilber));
    const other = await open(centre, visit({ ...yeni, document: dni }, { givenNames: 'Otro', firstSurname: 'Nadie' }));
    expect(await alertsOf(one, one.caseId, 'sameDocumentToday')).toEqual([`Ficha ${other.number}`]);
    expect(await alertsOf(one, other.caseId, 'sameDocumentToday')).toEqual([`Ficha ${one.number}`]);
    await seal(centre, one.caseId, { members: ['psico'] });
    const third = await open(centre, visit({ ...yeni, document: dni }, wilber));
    expect(await alertsOf(third, third.caseId, 'sameDocumentToday')).toEqual([`Ficha ${other.number}`]);
  });
});
