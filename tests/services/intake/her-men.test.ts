/** The men of a known woman's own fichas stand beside the one she names now; «es otro» needs an answer or a proof (D37). */
import { afterEach, describe, expect, it } from 'vitest';
import { admission } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { herFirst, likely, link, open, propose, ruleOut, then, visit, wilber, yeni } from '../../support/visits.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const unlike = { givenNames: 'Janio', firstSurname: 'Reigal', secondSurname: null };

/** She is linked to herself of before; the man she names now is written down as nobody of the record. */
async function knownNaming(
  centre: TestCentre,
  man: Parameters<typeof visit>[1] = unlike,
  login: 'psico' | 'social' = 'psico',
) {
  const known = await open(centre, visit(yeni, man, { answers: { knownAsUser: 1, userAge: 52 } }), login);
  const [her] = await likely(known);
  await link(known, her?.personId ?? '');
  return known;
}

describe('the man of an earlier ficha of hers', () => {
  it('is offered whatever name she gives now, and nobody is asserted to be another before somebody says so', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const known = await knownNaming(centre);
    const men = await likely(known, 'aggressor');
    expect(men).toMatchObject([{ name: 'Wilber Ccorahua', isAsked: true, fichas: [{ number: before.number }] }]);
    expect(men[0]?.reasons[0]).toEqual({ text: 'Es de un caso anterior de ella.', speaks: 'for' });
    const { proposed, asked, reasons } = await propose(known);
    expect(proposed).toBe('undecidable');
    expect(reasons.join(' ')).not.toContain('es otra');
    expect(asked.find(({ question }) => question === 'sameAggressor')).toMatchObject({
      isNeeded: true,
      recorded: null,
    });
    await ruleOut(known, 'aggressor');
    expect((await propose(known)).proposed).toBe(2);
  });

  it('is another one without a question where their documents differ', async () => {
    const centre = await startCentre();
    const dni = (number: string) => ({ document: { kind: 'dni', state: 'known', number } }) as const;
    const earlier = { admission: then, isValidated: true };
    await centre.aCase(visit(yeni, { ...wilber, ...dni('00445566') }, earlier));
    const known = await knownNaming(centre, { ...unlike, ...dni('00778899') });
    expect(await likely(known, 'aggressor')).toMatchObject([{ name: 'Wilber Ccorahua', isAsked: false }]);
    expect((await propose(known)).proposed).toBe(2);
  });

  it('is asked about no more once another of her men is he', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const second = await knownNaming(centre);
    await ruleOut(second, 'aggressor');
    const known = await open(centre, visit(yeni, unlike, { answers: { userAge: 52 } }));
    const [her] = await likely(known);
    await link(known, her?.personId ?? '');
    const men = await likely(known, 'aggressor');
    expect(men.map(({ name }) => name).toSorted()).toEqual(['Janio Reigal', 'Wilber Ccorahua']);
    const him = men.find(({ name }) => name.startsWith('Janio'));
    await link(known, him?.personId ?? '', {}, 'aggressor');
    expect(await likely(known, 'aggressor')).toEqual([]);
  });

  it('is no man of an annulled ficha', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const wrong = await centre.aCase(visit(yeni, { givenNames: 'Otro', firstSurname: 'Nadie' }));
    const first = { client: await centre.as('psico'), caseId: wrong.caseId as never, number: wrong.number };
    const [her] = await likely(first);
    await link(first, her?.personId ?? '');
    const { version } = await first.client.getCase({ caseId: first.caseId });
    await first.client.annulCase({ caseId: first.caseId, version, reason: 'openedByMistake', words: null });
    const known = await knownNaming(centre);
    expect((await likely(known, 'aggressor')).map(({ name }) => name)).toEqual(['Wilber Ccorahua']);
  });

  it('is left to Coordinación where the reader may not see him', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const known = await knownNaming(centre, unlike, 'social');
    await seal(centre, before.caseId, { members: ['psico'] });
    expect(await likely(known, 'aggressor')).toMatchObject([{ personId: null, reasons: [], fichas: [] }]);
    expect((await propose(known)).proposed).toBe('undecidable');
  });
});

describe('an age that cannot be hers', () => {
  it('is told with both ages, once', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const known = await open(centre, visit({ ...yeni, givenNames: 'Yeni' }, unlike, { answers: { userAge: 19 } }));
    const [her] = await likely(known);
    const against = her?.reasons.filter(({ speaks }) => speaks === 'against').map(({ text }) => text);
    const now = admission.admittedOn.slice(0, 4);
    expect(against).toEqual([
      `La edad no corresponde: en esta ficha, 19 años (${now}); en el registro, 50 años (2024).`,
    ]);
  });
});
