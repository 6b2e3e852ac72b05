/** «Son dos personas», said of two records side by side: no ficha of either asks again, and nothing else changes. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { herFirst, likely, noPapers, open, propose, visit, wilber, yeni } from '../../support/visits.ts';
import { failureOf, refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

async function userOf(centre: TestCentre, caseId: string): Promise<string> {
  const { main } = await (await centre.as('coordina')).listCasePersons({ caseId });
  return main.find(({ role }) => role === 'user')?.personId ?? '';
}

/** A woman of names alone who may be the one of an earlier ficha. */
async function alike(centre: TestCentre) {
  const before = await centre.aCase(herFirst);
  const known = await open(centre, visit(yeni, wilber));
  const pair = { keptId: await userOf(centre, before.caseId), absorbedId: await userOf(centre, known.caseId) };
  return { known, pair, coordinator: await centre.as('coordina') };
}

describe('«Son dos personas»', () => {
  it('is kept in the fichas of both: nobody is asked again, «Nuevo» is free, and the comparison says so', async () => {
    const centre = await startCentre();
    const { known, pair, coordinator } = await alike(centre);
    expect((await likely(known))[0]).toMatchObject({ isAsked: true, answer: null });
    expect((await coordinator.comparePersons(pair)).isToldApart).toBe(false);
    expect(await coordinator.tellPersonsApart(pair)).toEqual({ fichas: 2 });
    expect((await likely(known))[0]).toMatchObject({ answer: 'different' });
    expect((await propose(known)).proposed).toBe(1);
    const turned = { keptId: pair.absorbedId, absorbedId: pair.keptId };
    for (const one of [pair, turned]) expect((await coordinator.comparePersons(one)).isToldApart).toBe(true);
    expect(await coordinator.tellPersonsApart(turned)).toEqual({ fichas: 0 });
    expect(await coordinator.verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
  });

  it('answers what the desk left open, with its trace', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const userId = await userOf(centre, before.caseId);
    const desk = await centre.as('admision');
    const opened = await desk.openCase({
      ...{ arrivalId: null, admission: { ...admission, fichaNumber: null } },
      ...{ user: aUser({ ...noPapers, ...yeni }), userLink: { kind: 'maybe', personId: userId } },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    await desk.handOverCase({ caseId: opened.caseId, service: 'psychology' });
    const psychologist = await centre.as('psico');
    expect((await psychologist.getCase({ caseId: opened.caseId })).unsettled).toHaveLength(1);
    const pair = { keptId: userId, absorbedId: await userOf(centre, opened.caseId) };
    await (await centre.as('coordina')).tellPersonsApart(pair);
    expect((await psychologist.getCase({ caseId: opened.caseId })).unsettled).toEqual([]);
    const { sets } = await psychologist.listFormChanges({ caseId: opened.caseId, section: 'a' });
    expect(sets.flatMap(({ fields }) => fields)).toContainEqual({
      ...{ field: 'identity', before: 'Por confirmar', after: 'Son distintas' },
    });
  });

  it('is for Coordinación alone, not beside a proposal that waits, nor of a ficha reservada', async () => {
    const centre = await startCentre();
    const { known, pair, coordinator } = await alike(centre);
    expect(await refusal(() => known.client.tellPersonsApart(pair))).toBe('forbidden/');
    expect(await refusal(() => coordinator.tellPersonsApart({ ...pair, absorbedId: pair.keptId }))).toBe('not-found/');
    const { choices, cases } = await coordinator.comparePersons(pair).then((one) => ({
      choices: one.choices,
      cases: [...one.kept.cases, ...one.absorbed.cases],
    }));
    expect(cases.map(({ standing }) => standing)).toEqual(['validated', 'toValidate']);
    const { proposalId } = await coordinator.proposePersonMerge({ ...pair, choices });
    expect((await failureOf(() => coordinator.tellPersonsApart(pair)))?.reason).toBe('merge-proposed');
    const shown = await known.client.getMergeProposal({ proposalId });
    // How many papers a ficha holds is no matter of who only decides.
    expect([shown.proposedBy !== '', shown.kept.holds]).toEqual([true, null]);
    await known.client.declineProposal({ proposalId, reason: 'Falta revisarla.' });
    await seal(centre, known.caseId);
    expect(await refusal(() => coordinator.tellPersonsApart(pair))).toBe('not-found/');
  });

  it('has nowhere to be kept between persons who are parties of no ficha', async () => {
    const centre = await startCentre();
    const { known, coordinator } = await alike(centre);
    const part = { role: 'witness', bond: 'sibling', livesWithUser: false } as const;
    const ids: string[] = [];
    for (const givenNames of ['Sol Inventada', 'Sola Inventada']) {
      const names = { nameState: 'known', givenNames, firstSurname: 'Imaginaria', secondSurname: null } as const;
      const document = { kind: null, state: 'none', number: null } as const;
      const person = { ...names, birth: null, toldAge: null, document };
      const added = await known.client.addParticipant({ caseId: known.caseId, who: { kind: 'new', person }, part });
      ids.push(added.personId);
    }
    const [keptId = '', absorbedId = ''] = ids;
    expect((await failureOf(() => coordinator.tellPersonsApart({ keptId, absorbedId })))?.reason).toBe(
      'told-apart-nowhere',
    );
  });
});
