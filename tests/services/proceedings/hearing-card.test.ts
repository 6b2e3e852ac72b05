/** The card of a hearing that she carries home says nothing to whoever finds it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { centreDetails, closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { aHearing, type HearingGiven } from './a-proceeding.ts';

let centre: TestCentre;
let caseId: string;
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase());
});
afterAll(closeCentres);

async function aCard(rest: Partial<HearingGiven>) {
  centre.clock.advance(1000);
  const lawyer = await centre.as('legal');
  const hearing = aHearing('2026-06-20', '09:00', rest);
  const { hearingId } = await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  const make = (paper: 'sheet' | 'card') => lawyer.hearingPaper({ caseId, hearingId, paper });
  return { lawyer, make };
}

describe('hearingPaper', () => {
  it.each<[string, Partial<HearingGiven>, 'room' | 'bring']>([
    ['the court', { room: 'Juzgado de Familia, piso 2' }, 'room'],
    ['the palace of justice', { room: 'Palacio de Justicia, piso 2' }, 'room'],
    ['the module', { room: 'Módulo Judicial Integrado' }, 'room'],
    ['the judge', { bring: 'Preguntar por la jueza' }, 'bring'],
    ['the police', { room: 'Oficina PNP' }, 'room'],
    ['the forensic service', { room: 'Instituto de Medicina Legal' }, 'room'],
    ['the centre', { room: `Centro Emergencia Mujer ${centreDetails.name}` }, 'room'],
    ['the deed', { bring: 'Fotos de los golpes' }, 'bring'],
    ['the harm', { bring: 'Certificado de lesión' }, 'bring'],
    ['the offence', { bring: 'Examen por violación' }, 'bring'],
    ['the ministry', { room: 'Ministerio de la Mujer' }, 'room'],
    ['the interview', { room: 'Cámara Gesell' }, 'room'],
    ['the reason', { bring: 'Copia de la DENUNCIA' }, 'bring'],
    ['who she is', { bring: 'Certificado de víctima' }, 'bring'],
  ])('makes no card that tells %s, and says at which field', async (_, rest, field) => {
    const { make } = await aCard(rest);
    await expect(make('card')).rejects.toMatchObject({
      failure: { reason: 'hearing-card-not-neutral', issues: [{ path: `hearing.${field}` }] },
    });
    await expect(make('sheet')).resolves.toMatchObject({ pages: 1 });
  });

  it('makes a card of neutral words, and does not look at a room where nobody goes', async () => {
    const { make, lawyer } = await aCard({});
    const { file } = await make('card');
    expect(textOf(await bytesOf(lawyer, file))).toContain('Sala 3, segundo piso');
    const video = await aCard({ mode: 'video', link: 'enlace', room: 'Juzgado de Familia' });
    await expect(video.make('card')).resolves.toMatchObject({ pages: 1 });
  });
});
