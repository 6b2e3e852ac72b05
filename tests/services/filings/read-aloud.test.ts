/** From what a real record holds to what is read aloud: who represents a child, who else is named, the words of the form. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankInformant } from '../../../src/shared/people/index.ts';
import { aUser, admission, sectionAForm } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const user = aUser();
const child = aUser({
  ...{ givenNames: 'Nina Inventada', firstSurname: 'Condori', secondSurname: null },
  birth: { year: 2017, month: 2, day: 1 },
});

describe('a child who is the user', () => {
  it.each(['mamá', 'su mamá', 'la abuelita', 'Tía', 'madre'])('is represented by «%s», who informed', async (bond) => {
    const girl = aUser({ givenNames: 'Qoyllur', birth: { year: 2014, month: 1, day: 15 } });
    const informant = {
      ...blankInformant(),
      ...{ givenNames: 'Elena Inventada', firstSurname: 'Soriano' },
      document: { kind: 'dni' as const, state: 'known' as const, number: '42424242' },
    };
    const centre = await startCentre();
    const answers = { informantIsUser: 0 as const, informantAge: 36, informantBond: bond, userAge: 12 };
    const { caseId } = await centre.aCase({ user: girl, a: { ...sectionAForm({ answers }), user: girl, informant } });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    const { file, missing } = await lawyer.previewFiling({ caseId, kind: 4, options });
    const text = textOf(await bytesOf(lawyer, file));
    expect(missing.filter(({ fact }) => fact.startsWith('representante.'))).toEqual([]);
    const words = { mamá: 'madre', 'su mamá': 'madre', 'la abuelita': 'abuelita', Tía: 'tía', madre: 'madre' }[bond];
    expect(text).toContain(`ELENA INVENTADA SORIANO, con DNI N.º 42424242, ${words ?? ''}, en representación`);
  });
});

describe('another child of the event', () => {
  it('with a document of her own is named by initials, in full in the envelope, and keeps nothing from being issued', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const known = { ...child, document: { kind: 'dni', state: 'known', number: '90909090' } } as const;
    const linked = await lawyer.openLinkedCase({ caseId, admission, user: known, userLink: { kind: 'new' } });
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    const named = { ...options, linked: [linked.caseId] };
    const { document } = await lawyer.issueFiling({ caseId, kind: 4, options: named, missingReason: 'urgency' });
    const { documents } = await lawyer.listDocuments({ caseId });
    const read = async (kind: string) => {
      const one = documents.find((found) => found.kind === kind && found.issuedAt === document.issuedAt);
      const { file } = await lawyer.viewDocument({ caseId, documentId: one?.id ?? '' }, { password: passphrase });
      return textOf(await bytesOf(lawyer, file));
    };
    const writ = await read('filing');
    expect(writ).toContain('N. I. C., de 9 años');
    expect(writ).not.toContain('90909090');
    expect(await read('reserved-sheet')).toContain('Nina Inventada Condori (N. I. C.)');
  });
});

describe('what the form ticks', () => {
  it('is said in words of a writ', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      user,
      a: { answers: { aggressorSex: 1, aggressorWorks: 1, aggressorOccupation: 13, partnerBond: 5 } },
      b: {
        incident: { occurredOn: { year: 2026, month: 6, day: 8 }, occurredTime: null, place: null },
        answers: {
          incidentPlaceKind: 1,
          complaintOfficeName: 'Comisaría de Zárate',
          firstTime: 0,
          frequency: 2,
          violenceYears: 2,
          psychologicalActs: ['visitsForbidden', 'deathThreat'],
          physicalActs: ['kicks'],
          aggressorRiskFactors: ['criminalRecord'],
        },
      },
    });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const { file } = await lawyer.previewFiling({ caseId, kind: 3, options });
    const text = textOf(await bytesOf(lawyer, file));
    for (const words of [
      'Su ocupación es albañil u obrero de construcción.',
      'el denunciado es enamorado',
      'siguiente lugar: casa de la persona agraviada',
      'siguientes: impedimento de recibir visitas, amenazas de daño o de muerte y puntapiés o patadas.',
      'ante la Comisaría de Zárate',
      'agresiones de la misma persona durante 2 años, con frecuencia semanal',
      'el denunciado registra antecedentes policiales, judiciales o penales.',
      'según refiere la persona agraviada.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/persona usuaria|\p{L}\/a\b/u);
  });
});
