/** The sealed envelope: the witness of kind 15, and the full names of children whom the writ names by initials. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingKind, FilingOptions } from '../../../src/shared/filings/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
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

async function begun(kind: FilingKind, answers: Record<string, string | number>, more: Partial<FilingOptions> = {}) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
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

  it('asks for the name of the witness, without which the envelope says nothing', async () => {
    const { caseId, lawyer, options } = await begun(15, { proteccion_de: 2, proteccion_riesgo: 'x' });
    const { missing } = await lawyer.previewFiling({ caseId, kind: 15, options });
    expect(missing[0]).toMatchObject({ fact: 'proteccion.testigo', weight: 'required' });
  });
});

describe('children', () => {
  const full = 'Nino Pequeño Inventado';

  it('of a demand stand by initials in the writ and in full in the envelope, with the sentence that says so', async () => {
    const lists = { menores: [{ iniciales: 'N. P. I.', edad: '8 años', nombres: full }] };
    const { caseId, lawyer, options, issue } = await begun(16, {}, { lists });
    const { document } = await issue();
    const { writ, envelope } = await papersOf(lawyer, caseId, document.issuedAt);
    expect(writ).toContain('N. P. I.');
    expect(writ).toContain('se presentan en sobre cerrado');
    expect(writ).not.toContain('Pequeño');
    expect(envelope).toContain(full);
    const told = { ...options, writNumber: 2, otherRequests: [`Que se oiga a ${full}.`] };
    expect(await refusal(() => issue(told))).toBe('rule-broken/reserved-place-in-text');
  });

  it('of the ficha come from it: offered by a demand, told by a request for measures', async () => {
    const { centre, caseId, lawyer } = await begun(16, {});
    await (await centre.as('psico')).addParticipant(child(caseId));
    const { options: demand } = await lawyer.startFiling({ caseId, kind: 16 });
    expect(demand.lists['menores']).toEqual([
      { iniciales: 'N. P. I.', edad: '9 años, con nacimiento el 1 de febrero de 2017', nombres: full },
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
});

function child(caseId: string) {
  const { nameState, documents } = blankRecord();
  const names = { nameState, givenNames: 'Nino', firstSurname: 'Pequeño', secondSurname: 'Inventado' };
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
