/** What is written freely in a sheet names the accused person by no spelling: refused at issue, masked when read later. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReferralOptions } from '../../../src/shared/referrals/index.ts';
import { anAggressor } from '../../support/case-builder.ts';
import { counterpart, handOver } from '../../support/counterparts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { failureOf } from '../refusal.ts';

let centre: TestCentre;
let account: Awaited<ReturnType<typeof counterpart>>;
let caseId: string;
beforeAll(async () => {
  centre = await startCentre();
  account = await counterpart(centre, 'police');
  const his = { givenNames: 'Pedro Pablo', firstSurname: 'Imaginario', secondSurname: 'Flores', aliases: 'Puma' };
  ({ caseId } = await centre.aCase({ aggressor: anAggressor(his) }));
});
afterAll(closeCentres);

describe('the words of a sheet', () => {
  it.each([
    'PEDRITO Ymaginario la espera.',
    'La espera Pedrito.',
    'teme a pedro',
    'Dice que YMAJINARIO volvió.',
    'Imaginarioo la sigue, el tal Imajinario',
    'El Puma vive cerca.',
    'El pumita vive cerca.',
    'Teme a P e d r o.',
    'Teme a Pedro Flores.',
  ])('stop at «%s», in the reason and in an answer', async (text) => {
    const places: readonly (readonly [string, Partial<ReferralOptions>])[] = [
      ['options.reason', { reason: text }],
      ['options.answers.companion', { answers: { companion: text } }],
      ['options.otherService', { otherService: text, services: ['other'] }],
    ];
    for (const [path, options] of places)
      expect(await failureOf(() => handOver(centre, caseId, 'police', { options }))).toMatchObject({
        ...{ code: 'rule-broken', reason: 'reserved-place-in-text' },
        issues: [{ path }],
      });
  });

  it.each([
    'Quiere denunciar hoy: hubo golpes con una piedra.',
    'Él le manda flores y la espera en el mercado.',
    'Rosa pide que la acompañen.',
    'Comisaría Inventada: pide garantías.',
  ])('take «%s»', async (reason) => {
    const { handOverId } = await handOver(centre, caseId, 'police', { options: { reason } });
    expect(JSON.stringify((await account.readSheet({ caseId, handOverId })).blocks)).toContain(reason);
  });

  it('are masked where he is known by that name since', async () => {
    const { handOverId } = await handOver(centre, caseId, 'police', {
      options: { reason: 'El Chato la busca de día.' },
    });
    const read = async () => JSON.stringify((await account.readSheet({ caseId, handOverId })).blocks);
    expect(await read()).toContain('Chato');
    const psychologist = await centre.as('psico');
    const { candidates } = await psychologist.findPersons({
      query: 'Imaginario Flores Pedro',
      arrivalId: null,
      role: 'aggressor',
    });
    const place = { caseId, personId: candidates[0]?.personId ?? '' };
    const { record, version } = await psychologist.getCasePerson(place);
    const reason = { code: 'document', text: null } as const;
    await psychologist.saveCasePerson({
      ...place,
      version,
      record: { ...record, aliases: ['Puma', 'El Chato'] },
      reason,
    });
    expect(await read()).not.toContain('Chato');
    expect(await read()).toContain('[dato en reserva]');
    expect(await read()).toContain('busca de día');
  });
});
