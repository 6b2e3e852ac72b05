/** The sealed envelope: the witness of kind 15, and the full names of children whom the writ names by initials. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingKind, FilingOptions } from '../../../src/shared/filings/index.ts';
import { blankRecord, type UserPerson } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { aUser } from '../../support/case-builder.ts';
import { textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const witness = 'Zoila Testigo Reservada';

async function papersOf(client: Client<Contract>, caseId: string, issuedAt: string) {
  const { documents } = await client.listDocuments({ caseId });
  const read = async (kind: 'filing' | 'reserved-sheet') => {
    const found = documents.find((one) => one.kind === kind && one.issuedAt === issuedAt);
    if (found === undefined) return null;
    const { file } = await client.viewDocument({ caseId, documentId: found.id }, { password: passphrase });
    return textOf(Buffer.from(await fetchFile(client, file)));
  };
  return { writ: (await read('filing')) ?? '', envelope: await read('reserved-sheet') };
}

async function begun(
  kind: FilingKind,
  answers: Record<string, string | number>,
  more: Partial<FilingOptions> = {},
  user: UserPerson = aUser(),
) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ user });
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind });
  const filled = {
    ...options,
    addressee: { treatment: 'Señor Fiscal', office: 'de la Fiscalía Penal inventada' },
    ...more,
    answers: { ...options.answers, ...answers },
  };
  const issue = (given: FilingOptions = filled) =>
    lawyer.issueFiling({ caseId, kind, options: given, missingReason: 'urgency' });
  return { centre, caseId, lawyer, options: filled, issue };
}

describe('kind 15', () => {
  const ofWitness = {
    proteccion_de: 2,
    proteccion_testigo: witness,
    proteccion_testigo_documento: 'DNI 00998877',
    proteccion_testigo_domicilio: 'pasaje Los Cerezos Inventados 9',
    proteccion_riesgo: 'Recibió amenazas por lo que vio.',
  };
  const secrets = ['Zoila', 'Testigo Reservada', '00998877', 'Cerezos'];

  it('names a witness in the envelope alone, and the user in the writ as other writs do', async () => {
    const { centre, caseId, lawyer, issue } = await begun(15, ofWitness);
    const { document } = await issue();
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(secrets.filter((one) => writ.includes(one))).toEqual([]);
    expect(writ).toContain('ROSA');
    expect(secrets.filter((one) => envelope?.includes(one) !== true)).toEqual([]);
    expect(envelope).toContain('Testigo');
    expect(envelope).not.toContain('Rosa');
    await centre.close();
    const kept = await insideFile(
      centre.folder,
      (db) => db.prepare('select options from filing').get() as { options: string },
    );
    expect(secrets.filter((one) => kept.options.includes(one))).toEqual([]);
  });

  it('names a protected victim in the envelope alone', async () => {
    const { caseId, lawyer, issue } = await begun(15, { proteccion_de: 1, proteccion_riesgo: 'La sigue.' });
    const { document } = await issue();
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ.toLowerCase()).not.toContain('rosa');
    expect(envelope).toContain('Rosa');
  });

  it.each([
    ['witness', { ...ofWitness, proteccion_riesgo: 'A zoila testigo la esperaron.' }],
    ['victim', { proteccion_de: 1, proteccion_riesgo: 'Esperan a Rosa Inventada en la puerta.' }],
  ])('is refused when the open text names the %s', async (_who, answers) => {
    const { issue } = await begun(15, answers);
    expect(await refusal(() => issue())).toBe('rule-broken/reserved-place-in-text');
  });

  it.each([
    ['a protected victim', 1, null],
    ['a witness', 2, 'Ana De La Cruz Pérez'],
    ['a witness who is her sister', 2, 'Zoila Inventada de la Cruz Pérez'],
  ])('is issued though particles and surnames of %s stand elsewhere', async (_who, of, names) => {
    const answers =
      names === null
        ? { proteccion_de: of, proteccion_riesgo: 'La sigue.' }
        : { ...ofWitness, proteccion_de: of, proteccion_testigo: names };
    const surnames = { givenNames: 'Rosa', firstSurname: 'de la Cruz', secondSurname: 'Pérez' };
    const { caseId, lawyer, issue } = await begun(15, answers, {}, aUser(surnames));
    const { document } = await issue();
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('FISCALÍA');
    expect(writ).not.toContain('dato en reserva');
    expect(writ.includes('ROSA DE LA CRUZ PÉREZ')).toBe(of === 2);
    expect(envelope).toContain(names ?? 'Rosa de la Cruz Pérez');
  });

  it('asks for the name of the witness, without which the envelope says nothing', async () => {
    const { caseId, lawyer, options } = await begun(15, { proteccion_de: 2, proteccion_riesgo: 'x' });
    const { missing } = await lawyer.previewFiling({ caseId, kind: 15, options });
    expect(missing[0]).toMatchObject({ fact: 'proteccion.testigo', weight: 'required' });
  });
});

describe('children', () => {
  const full = 'Nino Pequeño Inventado';

  it('whom a demand is for stand in full, everybody else under age by initials', async () => {
    const lists = { menores: [{ nombres: full, documento: 'con DNI N.º 90111222', edad: '8 años' }] };
    const { centre, caseId, lawyer, options, issue } = await begun(16, {}, { lists });
    const psychologist = await centre.as('psico');
    await psychologist.addParticipant(child(caseId));
    await psychologist.addParticipant(
      child(caseId, { givenNames: 'Luna', firstSurname: 'Vecina', secondSurname: 'Inventado' }),
    );
    const told = { ...options, otherRequests: [`Que se oiga a ${full} y a Luna Vecina Inventado.`] };
    const { reserved } = await lawyer.previewFiling({ caseId, kind: 16, options: told });
    expect(reserved).toContain('Niña, niño o adolescente: por iniciales, «L. V. I.» (1 vez)');
    expect(reserved.join()).not.toContain('N. P. I.');
    const { document } = await issue(told);
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain(`${full}, con DNI N.º 90111222, de 8 años.`);
    expect(writ).toContain(`Que se oiga a ${full} y a L. V. I.`);
    expect(writ).not.toContain('Vecina');
    expect(envelope).toContain('Luna Vecina Inventado (L. V. I.)');
  });

  it('whom a demand is for may share the surnames of the mother', async () => {
    const nombres = 'Luz De La Cruz Quispe';
    const lists = { menores: [{ nombres, documento: 'sin documento', edad: '8 años' }] };
    const mother = aUser({ givenNames: 'Rosa', firstSurname: 'De La Cruz', secondSurname: 'Quispe' });
    const { caseId, lawyer, issue } = await begun(16, {}, { lists }, mother);
    const { document } = await issue();
    const { writ } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('ROSA DE LA CRUZ QUISPE');
    expect(writ).toContain(nombres);
  });

  it('of the ficha come from it: offered by a demand, told by a request for measures', async () => {
    const { centre, caseId, lawyer } = await begun(16, {});
    await (await centre.as('psico')).addParticipant(child(caseId));
    const { options: demand } = await lawyer.startFiling({ caseId, kind: 16 });
    expect(demand.lists['menores']).toEqual([
      { nombres: full, documento: null, edad: '9 años, con nacimiento el 1 de febrero de 2017' },
    ]);
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }];
    const asked = { ...options, measures };
    const { document } = await lawyer.issueFiling({ caseId, kind: 3, options: asked, missingReason: 'urgency' });
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('N. P. I. (9 años)');
    expect(writ).not.toContain('Pequeño');
    expect(envelope).toContain(`${full} (N. P. I.)`);
  });

  it('of the ficha stand by initials in the quoted account, which nobody can correct once it was quoted', async () => {
    const centre = await startCentre();
    const account = 'Empujó a Nino Pequeño y gritó «pequeño inventado» delante de Rosa.';
    const { caseId } = await centre.aCase({ b: { account } });
    await (await centre.as('psico')).addParticipant(child(caseId));
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }];
    const request = { caseId, kind: 3 as const, options: { ...options, measures } };
    expect((await lawyer.composeDraft(request)).reserved).toContain(
      'Niña, niño o adolescente: por iniciales, «N. P.», «P. I.» (2 veces)',
    );
    const { document } = await lawyer.issueFiling({ ...request, missingReason: 'urgency' });
    const { writ } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('Empujó a N. P. y gritó “P. I.” delante de Rosa.');
  });

  it('called like the accused leave him his name, in the account and in what is asked', async () => {
    const centre = await startCentre();
    const father = { givenNames: 'Juan Carlos', firstSurname: 'Rojas', secondSurname: 'Ficticio' };
    const account = 'Juan Carlos Rojas me golpeó delante de Juan Carlos Rojas Inventado.';
    const { caseId } = await centre.aCase({ b: { account }, aggressor: father });
    await (await centre.as('psico')).addParticipant(child(caseId, { ...father, secondSurname: 'Inventado' }));
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'no-contact' as const, reason: 'Juan Carlos la llama.', detail: null }];
    const request = { caseId, kind: 3 as const, options: { ...options, measures } };
    const { document } = await lawyer.issueFiling({ ...request, missingReason: 'urgency' });
    const { writ } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('Juan Carlos Rojas me golpeó delante de J. C. R. I.');
    expect(writ).toContain('JUAN CARLOS ROJAS FICTICIO');
  });
});

describe('a user under age', () => {
  const girl = { givenNames: 'Qoyllur Illari', firstSurname: 'Huillca', secondSurname: 'Ccahuana' };
  const account =
    'La niña Qoyllur Illari Huillca Ccahuana, de la I.E. 50123, contó que Koyllur corrió. Le dicen Chaska. DNI 7012 3456. Estuvo Inés Ficticia de la Torre.';
  const inTheWrit = 'La niña Q. I. H. C., de la [centro de estudios en reserva], contó que K. corrió. Le dicen C.';

  async function ofAGirl(kind: FilingKind, more: { account?: string } = {}) {
    const centre = await startCentre();
    const document = { kind: 'dni', state: 'known', number: '70123456' } as const;
    const { caseId } = await centre.aCase({
      user: aUser({ ...girl, aliases: 'Chaska', birth: { year: 2014, month: 1, day: 1 }, document }),
      a: { answers: { userAge: 12 } },
      b: { account: more.account ?? account },
    });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind });
    const measures = [{ code: 'no-contact' as const, reason: 'Illari le teme.', detail: null }];
    const asked = { ...options, ...(kind === 3 ? { measures } : {}), annexes: ['Partida de Qoyllur Huillca'] };
    return { centre, caseId, lawyer, request: { caseId, kind, options: asked } };
  }

  it.each([1, 3] as const)(
    'stands by her initials in every text of kind %i, and in full in the envelope',
    async (kind) => {
      const { centre, caseId, lawyer, request } = await ofAGirl(kind, {
        account: account.replace(' DNI 7012 3456.', ''),
      });
      const { document } = await lawyer.issueFiling({ ...request, missingReason: 'urgency' });
      const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
      expect(writ).toContain(inTheWrit);
      expect(writ).toContain('Partida de Q. H.');
      for (const secret of ['Qoyllur', 'Koyllur', 'Chaska', 'Illari', 'Huillca', 'Ccahuana', '50123', '70123456'])
        expect(writ.toLowerCase()).not.toContain(secret.toLowerCase());
      expect(envelope).toContain('Qoyllur Illari Huillca Ccahuana');
      await centre.close();
      const kept = await insideFile(
        centre.folder,
        (db) => db.prepare('select options from filing').get() as { options: string },
      );
      expect(kept.options).not.toContain('Qoyllur');
    },
  );

  it('has her document stop a writ whose account can still be mended', async () => {
    const { lawyer, request } = await ofAGirl(3);
    expect(await refusal(() => lawyer.issueFiling({ ...request, missingReason: 'urgency' }))).toBe(
      'rule-broken/reserved-place-in-text',
    );
  });
});

describe('everybody else of the ficha', () => {
  it('stands by initials, and the envelope says who is meant', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ b: { account: 'Lo vio Inés Ficticia, que vive al lado.' } });
    const aunt = { givenNames: 'Inés', firstSurname: 'Ficticia', secondSurname: 'Torre' };
    const part = { role: 'witness' as const, bond: 'neighbour' as const, livesWithUser: false };
    await (await centre.as('psico')).addParticipant({ ...child(caseId, aunt), part });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }];
    const request = { caseId, kind: 3 as const, options: { ...options, measures } };
    const { document } = await lawyer.issueFiling({ ...request, missingReason: 'urgency' });
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('Lo vio I. F., que vive al lado.');
    expect(envelope).toContain('Inés Ficticia Torre (I. F. T.), ');
  });
});

const nino = { givenNames: 'Nino', firstSurname: 'Pequeño', secondSurname: 'Inventado' };

function child(caseId: string, called: { givenNames: string; firstSurname: string; secondSurname: string } = nino) {
  const { nameState, documents } = blankRecord();
  const names = { nameState, ...called };
  const document = { ...documents[0], kind: null, state: 'none' as const, number: null };
  return {
    caseId,
    who: {
      kind: 'new' as const,
      person: { ...names, birth: { year: 2017, month: 2, day: 1 }, toldAge: null, document },
    },
    part: { role: 'child' as const, bond: 'child' as const, livesWithUser: true },
  };
}
