/** Persons who share part of a name with the accused person: theirs is printed, his is not. Invented persons. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Participation } from '../../../src/shared/intake/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { aUser, anAggressor } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { someAnswers } from '../../support/referral-facts.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(closeCentres);

type Names = readonly [given: string, first: string, second: string | null];

const father: Names = ['Pedro Pablo', 'Imaginario', 'Condori'];
const son: Participation = { role: 'child', bond: 'child', livesWithUser: true };
const persona = ([givenNames, firstSurname, secondSurname]: Names) => ({ givenNames, firstSurname, secondSurname });

async function aLetter(child: Names, accused: Names, riskFacts = 'Hechos inventados.') {
  centre.clock.advance(1000);
  const { caseId } = await centre.aCase({ aggressor: anAggressor(persona(accused)) });
  const psychologist = await centre.as('psico');
  const { documents } = blankRecord();
  const who = {
    kind: 'new' as const,
    person: {
      ...{ nameState: 'known' as const, ...persona(child) },
      ...{ birth: { year: 2015, month: null, day: null }, toldAge: null },
      document: { ...documents[0], kind: null, state: 'none' as const, number: null },
    },
  };
  await psychologist.addParticipant({ caseId, who, part: son });
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: ['demuna'] } });
  const { options } = await psychologist.startReferral({ caseId, kind: 'demuna' });
  const request = {
    caseId,
    kind: 'demuna' as const,
    options: {
      ...options,
      receiver: { post: 'Defensoría', establishment: 'Institución Inventada' },
      services: ['evaluation' as const],
      answers: { ...someAnswers('demuna'), riskFacts },
    },
  };
  return { psychologist, caseId, request };
}

async function printed(child: Names, accused: Names, riskFacts?: string): Promise<string> {
  const { psychologist, caseId, request } = await aLetter(child, accused, riskFacts);
  const { document } = await psychologist.issueReferral(request);
  const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
  return textOf(await bytesOf(psychologist, file));
}

describe('the letter about a child', () => {
  it.each<[string, Names, Names]>([
    ['the same given name', ['Pedro', 'Quispe', 'Ficticia'], father],
    ['the same surname', ['Luis', 'Imaginario', 'Quispe'], father],
    ['the first given name and the first surname', ['Pedro', 'Imaginario', 'Quispe'], father],
    ['the whole of his names, and one surname more', ['Pedro', 'Imaginario', 'Quispe'], ['Pedro', 'Imaginario', null]],
    ['the whole name of him', father, father],
  ])('prints the child who has %s', async (_, child, accused) => {
    expect(await printed(child, accused)).toContain(child.filter((part) => part !== null).join(' '));
  });

  it('prints the whole name of a child within a sentence, where it is longer than his', async () => {
    const child: Names = ['Pedro', 'Imaginario', 'Quispe'];
    const text = await printed(child, father, 'El colegio dice que Pedro Imaginario Quispe falta mucho.');
    expect(text).toContain('Pedro Imaginario Quispe falta mucho');
  });

  it.each<[string, Names, string]>([
    ['his whole name', ['Pedro', 'Quispe', 'Ficticia'], 'La golpeó Pedro Pablo Imaginario Condori.'],
    ['his short name', ['Luis', 'Imaginario', 'Quispe'], 'La golpeó Pedro Imaginario.'],
    ['a short name that both have', ['Pedro', 'Imaginario', 'Quispe'], 'Pedro Imaginario la golpeó.'],
    ['a longer name that begins as that of the child', ['Pedro', 'Imaginario', null], 'Pedro Imaginario Condori.'],
    ['a whole name that both have', father, 'Pedro Pablo Imaginario Condori la golpeó.'],
    ['a whole name that both have, alone in its field', father, 'Pedro Pablo Imaginario Condori'],
  ])('is stopped by %s in another field', async (_, child, words) => {
    const accused: Names = child[2] === null ? ['Pedro', 'Imaginario', 'Condori'] : father;
    const { psychologist, request } = await aLetter(child, accused, words);
    const preview = await psychologist.previewReferral(request);
    const text = textOf(await bytesOf(psychologist, preview.file));
    expect(text).toContain('[dato en reserva]');
    expect(text).toContain(child.filter((part) => part !== null).join(' '));
    await expect(psychologist.issueReferral(request)).rejects.toMatchObject({
      failure: { reason: 'reserved-place-in-text' },
    });
  });
});

describe('the letter about the user', () => {
  it('prints her although the accused person, her mother, has the same first name and surname', async () => {
    centre.clock.advance(1000);
    const aggressor = anAggressor(persona(['Rosa', 'Quispe', 'Mamani']));
    const { caseId } = await centre.aCase({
      user: aUser(persona(['Rosa Inventada', 'Quispe', 'Ficticia'])),
      aggressor,
    });
    const psychologist = await centre.as('psico');
    const { options } = await psychologist.startReferral({ caseId, kind: 'health' });
    const preview = await psychologist.previewReferral({ caseId, kind: 'health', options });
    const text = textOf(await bytesOf(psychologist, preview.file));
    expect(text).toContain('Rosa Inventada Quispe Ficticia');
    expect(text).not.toContain('[dato en reserva]');
  });
});
