/** Linking a person of a ficha with one of the record: the brake, the trace, the way back (D37, D6). */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConditionAnswers } from '../../../src/shared/intake/index.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import {
  alertsOf,
  herFirst,
  likely,
  link,
  open,
  propose,
  ruleOut,
  validate,
  visit,
  type Known,
} from '../../support/visits.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { wilber, yeni } from '../../support/visits.ts';
import { failureOf } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const nobody = { givenNames: 'Otro', firstSurname: 'Nadie', secondSurname: null };
const recognised = { reason: { code: 'recognised', text: null } } as const;

async function personIn({ client, caseId }: Pick<Known, 'client' | 'caseId'>, role: 'user' | 'aggressor' = 'user') {
  const { main } = await client.listCasePersons({ caseId });
  return main.find((one) => one.role === role)?.personId ?? ('' as never);
}

const aliasesOf = async (known: Known, personId: string) =>
  (await known.client.getCasePerson({ caseId: known.caseId, personId })).record.aliases;

async function identityOf({ client, caseId }: Known) {
  const { sets } = await client.listFormChanges({ caseId, section: null });
  return sets.flatMap(({ fields }) => fields).filter(({ field }) => field.startsWith('identity'));
}

/** Two women of earlier fichas, and the ficha of one who was written down under the name she goes by. */
async function wronglyLinked(centre: TestCentre) {
  const right = await open(centre, herFirst);
  const wrong = await open(
    centre,
    visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, nobody, { isValidated: true }),
  );
  const known = await open(
    centre,
    visit({ givenNames: 'Zunilda', firstSurname: 'Ccoyllo' }, wilber, { answers: { userAge: 52 } }),
  );
  const typed = await personIn(known);
  const [rightId, wrongId] = [await personIn(right), await personIn(wrong)];
  await link(known, wrongId, recognised);
  return { known, typed, right, wrong, rightId, wrongId };
}

describe('a document, an age, a sex that cannot be hers', () => {
  it('is told before she is linked, and the link needs somebody who is sure', async () => {
    const centre = await startCentre();
    const girl = { givenNames: 'Estrella', firstSurname: 'Ramos', birth: { year: 2017, month: null, day: null } };
    const hers = await open(centre, visit(girl, nobody, { isValidated: true }));
    const known = await open(centre, visit(yeni, wilber, { answers: { userAge: 35 } }));
    const personId = await personIn(hers);
    const { contradictions } = await known.client.compareForLink({ caseId: known.caseId, role: 'user', personId });
    expect(contradictions).toEqual([
      'No comparten ningún nombre: en esta ficha, Yenny Huamán; en el registro, Estrella Ramos.',
      'La edad no corresponde: en esta ficha, 35 años (2026); en el registro, nació en 2017.',
    ]);
    expect((await failureOf(() => link(known, personId, { ...recognised, isSure: false })))?.reason).toBe(
      'link-contradicts',
    );
    expect(await personIn(known)).not.toBe(personId);
    await link(known, personId, recognised);
    expect(await personIn(known)).toBe(personId);
  });

  it('is another role, and names that have nothing in common: told with the ficha, and only linked by who is sure', async () => {
    const centre = await startCentre();
    const rosa = { givenNames: 'Rosa', firstSurname: 'Palomino', secondSurname: null };
    const hers = await open(centre, visit(rosa, nobody, { isValidated: true }));
    const known = await open(centre, visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, wilber));
    const personId = await personIn(hers);
    const { number } = await hers.client.getCase({ caseId: hers.caseId });
    const { aggressorName } = await known.client.getCase({ caseId: known.caseId });
    const asked = { caseId: known.caseId, role: 'aggressor', personId } as const;
    expect((await known.client.compareForLink(asked)).contradictions).toEqual([
      `Es usuaria en la ficha ${number}.`,
      `No comparten ningún nombre: en esta ficha, ${aggressorName}; en el registro, Rosa Palomino.`,
    ]);
    const unsure = { ...recognised, isSure: false };
    expect((await failureOf(() => link(known, personId, unsure, 'aggressor')))?.reason).toBe('link-contradicts');
    await link(known, personId, recognised, 'aggressor');
    expect(await personIn(known, 'aggressor')).toBe(personId);
  });

  it('is a document of the same kind, and the sex of another ficha', async () => {
    const centre = await startCentre();
    const dni = (number: string) => ({ document: { kind: 'dni', state: 'known', number } }) as const;
    const man = { ...nobody, ...dni('00445566') };
    const said = { answers: { aggressorSex: 1 as const }, isValidated: true };
    const other = await open(centre, visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, man, said));
    const known = await open(centre, visit({ ...yeni, ...dni('00778899') }, wilber));
    const personId = await personIn(other, 'aggressor');
    const { contradictions } = await known.client.compareForLink({ caseId: known.caseId, role: 'user', personId });
    expect(contradictions).toEqual([
      expect.stringContaining('Es presunta persona agresora en la ficha '),
      expect.stringContaining('No comparten ningún nombre: '),
      'El número de documento es otro: en esta ficha, DNI 00778899; en el registro, DNI 00445566.',
      'El sexo registrado es otro: en esta ficha, mujer; en el registro, hombre.',
    ]);
  });
});

describe('a ficha whose person was linked', () => {
  const dni = (number: string) => ({ document: { kind: 'dni', state: 'known', number } }) as const;
  const named = (givenNames: string, number: string) => ({ ...yeni, givenNames, ...dni(number) });

  async function linkedHere() {
    const centre = await startCentre();
    const hers = visit(named('Yenny', '00100005'), nobody, { answers: { userAge: 66 }, isValidated: true });
    const before = await open(centre, hers);
    const girl = await open(centre, visit(named('Yenny', '00445566'), wilber, { answers: { userAge: 15 } }));
    const known = await open(centre, visit(yeni, wilber, { answers: { userAge: 66 } }));
    return { before, girl, known };
  }

  it('proposes nobody else of another document, while she may have a second record', async () => {
    const { before, girl, known } = await linkedHere();
    expect((await likely(known)).map(({ personId }) => personId)).toContain(await personIn(girl));
    await link(known, await personIn(before));
    expect(await likely(known)).toEqual([]);
  });

  it('proposes them no more of a woman whom the desk knew', async () => {
    const { before, girl } = await linkedHere();
    const { client } = before;
    const userLink = { kind: 'known', personId: await personIn(before) } as const;
    const { caseId, number } = await client.openCase({
      ...{ arrivalId: null, admission, user: aUser(yeni), userLink },
      ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
    });
    const offered = await likely({ client, caseId, number });
    expect(offered.map(({ personId }) => personId)).not.toContain(await personIn(girl));
  });

  it('compares what it wrote itself', async () => {
    const { before, girl, known } = await linkedHere();
    await link(known, await personIn(before));
    const asked = { caseId: known.caseId, role: 'user', personId: await personIn(girl) } as const;
    const { contradictions } = await known.client.compareForLink(asked);
    const year = admission.admittedOn.slice(0, 4);
    expect(contradictions).toEqual([
      `La edad no corresponde: en esta ficha, 66 años (${year}); en el registro, 15 años (${year}).`,
    ]);
  });
});

it('a card does not say for and against the age at once', async () => {
  const centre = await startCentre();
  const born = { ...yeni, birth: { year: 1960, month: 5, day: 4 } };
  const before = await open(centre, visit(born, wilber, { isValidated: true }));
  await open(centre, visit(born, wilber));
  const { client } = before;
  const userLink = { kind: 'known', personId: await personIn(before) } as const;
  const { caseId, number } = await client.openCase({
    ...{ arrivalId: null, admission, user: aUser(yeni), userLink },
    ...{ aggressor: anAggressor(wilber), aggressorLink: { kind: 'new' } },
  });
  const known = { client, caseId, number };
  const ofAge = async () => (await likely(known))[0]?.reasons.filter(({ text }) => /edad|nac/i.test(text)) ?? [];
  expect(await ofAge()).toMatchObject([{ speaks: 'for' }]);
  await ruleOut(known);
  const { version, form } = await client.getSectionA({ caseId });
  const answers = { ...form.answers, userAge: 15 };
  await client.saveSectionA({ caseId, version, form: { ...form, answers } });
  expect(await ofAge()).toMatchObject([{ speaks: 'against' }]);
});

describe('the history of the ficha', () => {
  it('says who was linked with whom, and of whom it was said that she is not', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(herFirst);
    const known = await open(centre, visit({ ...yeni, givenNames: 'Yeni' }, wilber, { answers: { userAge: 52 } }));
    await ruleOut(known);
    const named = `Yenny Huamán (ficha ${before.number})`;
    expect(await identityOf(known)).toContainEqual({ field: 'identityNot', before: null, after: named });
    const [her] = await likely(known);
    await link(known, her?.personId ?? '');
    const after = `${named}; en la ficha se escribió Yeni Huamán`;
    expect(await identityOf(known)).toContainEqual({ field: 'identityWith', before: null, after });
  });
});

describe('a wrong link', () => {
  it('is undone by who made it: the ficha goes on as it was written, and is asked about again', async () => {
    const centre = await startCentre();
    const { known, typed, wrong, wrongId } = await wronglyLinked(centre);
    expect((await propose(known)).links).toMatchObject([
      { role: 'user', known: `Alicia Soto (ficha ${wrong.number})`, typed: 'Zunilda Ccoyllo', canUndo: true },
    ]);
    const { version } = await known.client.getCase({ caseId: known.caseId });
    await known.client.unlinkPerson({ caseId: known.caseId, version, role: 'user' });
    expect(await personIn(known)).toBe(typed);
    expect(await aliasesOf(wrong, wrongId)).toEqual([]);
    expect((await propose(known)).links).toEqual([]);
    expect(await identityOf(known)).toContainEqual({
      field: 'identity',
      before: 'Es la misma',
      after: 'Por confirmar',
    });
    const again = await known.client.getCase({ caseId: known.caseId });
    const undo = { caseId: known.caseId, version: again.version, role: 'user' } as const;
    expect((await failureOf(() => known.client.unlinkPerson(undo)))?.reason).toBe('nothing-to-unlink');
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true });
  });

  it('is not undone on a ficha that somebody changed meanwhile, nor under a later union', async () => {
    const centre = await startCentre();
    const { known, wrongId, rightId } = await wronglyLinked(centre);
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const undo = { caseId: known.caseId, role: 'user' } as const;
    expect((await failureOf(() => known.client.unlinkPerson({ ...undo, version: version - 1 })))?.code).toBe(
      'conflict',
    );
    const pair = { keptId: wrongId, absorbedId: rightId };
    const coordinator = await centre.as('coordina');
    const { choices } = await coordinator.comparePersons(pair);
    const joining = await coordinator.proposePersonMerge({ ...pair, choices });
    await known.client.approvePersonMerge(joining, { password: passphrase });
    const now = (await known.client.getCase({ caseId: known.caseId })).version;
    expect((await failureOf(() => known.client.unlinkPerson({ ...undo, version: now })))?.reason).toBe(
      'merge-later-first',
    );
  });

  it('is left to Coordinación once the case counts', async () => {
    const centre = await startCentre();
    const { known, rightId, wrongId } = await wronglyLinked(centre);
    await ruleOut(known, 'aggressor').catch(() => undefined);
    const { version } = await known.client.getCase({ caseId: known.caseId });
    await known.client.validateCase({
      ...{ caseId: known.caseId, version, condition: 1 },
      answers: blankConditionAnswers,
      overrideReason: { code: 'samePerson', text: null },
    });
    expect((await propose(known)).links).toMatchObject([{ canUndo: false }]);
    const undo = { caseId: known.caseId, version: version + 1, role: 'user' } as const;
    expect((await failureOf(() => known.client.unlinkPerson(undo)))?.reason).toBe('unlink-validated');
    // Nor is it moved alone, by whoever, however sure.
    for (const login of ['psico', 'coordina'] as const) {
      const client = await centre.as(login);
      expect((await failureOf(() => link({ ...known, client }, rightId, recognised)))?.reason).toBe('relink-validated');
    }
    expect(await personIn(known)).toBe(wrongId);
  });

  it('is not made of a validated case whose woman the desk knew already, while one written for it alone is still joined', async () => {
    const centre = await startCentre();
    const first = await open(centre, herFirst);
    const other = await open(centre, visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, nobody));
    const known = await open(
      centre,
      visit({ givenNames: 'Zunilda', firstSurname: 'Ccoyllo' }, nobody, { isValidated: true }),
    );
    const [firstId, typed] = [await personIn(first), await personIn(known)];
    await link(known, firstId, recognised);
    expect(await personIn(known)).toBe(firstId);
    expect(firstId).not.toBe(typed);
    const aliciaId = await personIn(other);
    expect((await failureOf(() => link(first, aliciaId, recognised)))?.reason).toBe('relink-validated');
    expect(await personIn(first)).toBe(firstId);
  });

  it('goes over to the right person with what was written, and can be separated like the first', async () => {
    const centre = await startCentre();
    const { known, typed, right, wrong, rightId, wrongId } = await wronglyLinked(centre);
    expect(await aliasesOf(wrong, wrongId)).toEqual(['Zunilda Ccoyllo']);
    await link(known, rightId, recognised);
    expect(await aliasesOf(wrong, wrongId)).toEqual([]);
    expect(await aliasesOf(right, rightId)).toEqual(['Zunilda Ccoyllo']);
    const coordinator = await centre.as('coordina');
    const [newest] = (await coordinator.listMerges({})).merges;
    expect(newest).toMatchObject({ keptName: 'Yenny Huamán', undo: 'possible' });
    const separating = await coordinator.proposePersonUnmerge({ mergeId: newest?.mergeId ?? '' });
    await known.client.approvePersonUnmerge(separating, { password: passphrase });
    expect(await personIn(known)).toBe(typed);
    expect(await aliasesOf(right, rightId)).toEqual([]);
    const asked = { query: 'Zunilda Ccoyllo', arrivalId: null, role: 'any' } as const;
    expect((await known.client.findPersons(asked)).candidates.map(({ personId }) => personId)).toEqual([typed]);
  });

  it('leaves nobody behind who is found and stands in no ficha', async () => {
    const centre = await startCentre();
    const { known, rightId, wrong, wrongId } = await wronglyLinked(centre);
    // The wrong woman is joined with a third one: the link can no longer be taken back first.
    const third = await open(centre, visit({ givenNames: 'Alicia', firstSurname: 'Sotto' }, wilber));
    const coordinator = await centre.as('coordina');
    const pair = { keptId: await personIn(third), absorbedId: wrongId };
    const { choices } = await coordinator.comparePersons(pair);
    const joining = await coordinator.proposePersonMerge({ ...pair, choices });
    const { mergeId } = await known.client.approvePersonMerge(joining, { password: passphrase });
    await link(known, rightId, recognised);
    const separate = async (id: string) =>
      known.client.approvePersonUnmerge(await coordinator.proposePersonUnmerge({ mergeId: id }), {
        password: passphrase,
      });
    await separate(mergeId);
    const settled = (await coordinator.listMerges({})).merges.find((one) => one.undo === 'possible');
    await separate(settled?.mergeId ?? '');
    // As the panel of another ficha searches: beyond own cases.
    const asked = { query: 'Zunilda Ccoyllo', arrivalId: null, caseId: third.caseId, role: 'any' } as const;
    expect((await third.client.findPersons(asked)).candidates).toEqual([]);
    expect(await aliasesOf(wrong, wrongId)).toEqual([]);
  });
});

describe('«no es la misma» said by mistake', () => {
  it('is taken back in its place: she is asked about again', async () => {
    const centre = await startCentre();
    await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber));
    await ruleOut(known);
    const [her] = await likely(known);
    const back = async (reason: { code: 'typing'; text: null } | null) => {
      const { version } = await known.client.getCase({ caseId: known.caseId });
      const personId = her?.personId ?? ('' as never);
      return known.client.takeBackAnswer({ caseId: known.caseId, version, role: 'user', personId, reason });
    };
    await back(null);
    expect(await likely(known)).toMatchObject([{ answer: null }]);
    expect((await propose(known)).proposed).toBe('undecidable');
    const changes = (await identityOf(known)).filter(({ field }) => field === 'identity').map(({ after }) => after);
    expect(changes).toEqual(['Por confirmar', 'Son distintas']);
    expect((await failureOf(() => back(null)))?.code).toBe('not-found');
    await ruleOut(known);
    await validate(known, 1);
    expect((await failureOf(() => back(null)))?.reason).toBe('change-needs-reason');
    await back({ code: 'typing', text: null });
    const words = 'Se retiró la respuesta «No es la misma» de una persona de la ficha.';
    expect(await alertsOf(known, known.caseId, 'conditionReopened')).toEqual([
      `${words} Este caso cuenta en el mes 06/2026.`,
    ]);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true });
  });
});

it('«no es la misma» is taken back only by whoever may open the ficha of that person', async () => {
  const centre = await startCentre();
  const before = await centre.aCase(herFirst);
  const known = await open(centre, visit(yeni, wilber));
  await ruleOut(known);
  const personId = (await likely(known))[0]?.personId ?? ('' as never);
  await seal(centre, before.caseId, { members: ['social'] });
  const { version } = await known.client.getCase({ caseId: known.caseId });
  const asked = { caseId: known.caseId, version, role: 'user', personId, reason: null } as const;
  expect((await failureOf(() => known.client.takeBackAnswer(asked)))?.reason).toBe('settle-needs-coordination');
  const compared = { caseId: known.caseId, role: 'user', personId } as const;
  expect((await failureOf(() => known.client.compareForLink(compared)))?.reason).toBe('settle-needs-coordination');
});

describe('the search of the panel', () => {
  it('leaves out the persons of this very ficha', async () => {
    const centre = await startCentre();
    const before = await open(centre, herFirst);
    const known = await open(centre, visit(yeni, wilber));
    const seek = async (query: string) =>
      (await known.client.findPersons({ query, arrivalId: null, caseId: known.caseId, role: 'any' })).candidates.map(
        ({ personId }) => personId,
      );
    expect(await seek('Yenny Huamán')).toEqual([await personIn(before)]);
    expect(await seek('Wilber Ccorahua')).toEqual([await personIn(before, 'aggressor')]);
  });
});
