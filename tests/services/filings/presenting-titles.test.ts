/** The covers of the annexes: what the writ keeps to itself stands on none of them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FilingKind } from '../../../src/shared/filings/index.ts';
import type { FileFacts } from '../../../src/shared/attachments/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { pdfOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { failureOf, refusal } from '../refusal.ts';
import { issue } from './a-presentation.ts';

afterEach(closeCentres);

type Asked = NonNullable<Parameters<typeof issue>[2]>;

/** A writ of the case with one file; `assemble` joins it under the title that is asked for. */
async function bundled(centre: TestCentre, caseId: string, asked: Asked) {
  const lawyer = await centre.as('legal');
  const { filingId } = await issue(lawyer, caseId, asked);
  const { attachment } = await addFile(lawyer, caseId, { name: 'acta.pdf', bytes: await pdfOf(['Acta inventada']) });
  const assemble = (title: string) =>
    lawyer.assembleFiling({
      ...{ caseId, filingId, limitMb: null, reduces: false },
      annexes: [{ attachmentId: attachment.id, title }],
    });
  return { lawyer, assemble };
}

const inReserve = { reason: 'reserved-place-in-text', issues: [{ path: 'annexes.0.title' }] };

async function addChild(centre: TestCentre, caseId: string, livesWithUser: boolean): Promise<void> {
  const { nameState, documents } = blankRecord();
  const document = { ...documents[0], kind: null, state: 'none' as const, number: null };
  const names = { nameState, givenNames: 'Nino', firstSurname: 'Pequeño', secondSurname: 'Inventado' };
  const social = await centre.as('social');
  await social.addParticipant({
    caseId,
    who: { kind: 'new', person: { ...names, birth: { year: 2017, month: 2, day: 1 }, toldAge: null, document } },
    part: { role: 'child', bond: 'child', livesWithUser },
  });
}

describe('the cover of an annex', () => {
  it.each([
    ['of the household', 3, true],
    ['of the household, in a writ that tells no event', 4, true],
    ['who lives elsewhere', 4, false],
  ] as const)('names no child %s in full', async (_which, kind, livesWithUser) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await addChild(centre, caseId, livesWithUser);
    const { assemble } = await bundled(centre, caseId, { kind: kind satisfies FilingKind });
    for (const title of ['Acta de Nino Pequeño Inventado', 'Partida de NINO PEQUENO', 'Constancia de la I.E. 50123'])
      expect(await failureOf(() => assemble(title))).toMatchObject(inReserve);
    expect(await refusal(() => assemble('Acta de nacimiento de N. P. I.'))).toBe('none');
  });

  it('names no child of a demand in full, although the demand does', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lists = { menores: [{ nombres: 'Nino Pequeño Inventado', documento: 'sin documento', edad: '8 años' }] };
    const { assemble } = await bundled(centre, caseId, { kind: 16, lists });
    expect(await failureOf(() => assemble('Partida de Nino Pequeño'))).toMatchObject(inReserve);
    expect(await refusal(() => assemble('Partida de N. P. I.'))).toBe('none');
  });

  it('names no witness whose protection is asked, although only the envelope keeps the name', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const answers = {
      proteccion_de: 2,
      proteccion_testigo: 'Zoila Testigo Reservada',
      proteccion_testigo_documento: 'DNI 00998877',
      proteccion_testigo_domicilio: 'pasaje Los Cerezos Inventados 9',
      proteccion_riesgo: 'Recibió amenazas por lo que vio.',
    };
    const { assemble } = await bundled(centre, caseId, { kind: 15, answers });
    for (const title of [
      'Declaración de Zoila Testigo',
      'Copia del DNI 00998877',
      'Croquis de Los Cerezos Inventados 9',
    ])
      expect([title, await failureOf(() => assemble(title))]).toMatchObject([title, inReserve]);
    expect(await refusal(() => assemble('Declaración de Rosa Inventada'))).toBe('none');
  });

  it('does not name the victim whose protection is asked', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const answers = { proteccion_de: 1, proteccion_riesgo: 'La sigue.' };
    const { assemble } = await bundled(centre, caseId, { kind: 15, answers });
    expect(await failureOf(() => assemble('Declaración de Rosa Inventada'))).toMatchObject(inReserve);
  });

  it('that says what came under reserve since does not leave', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const { lawyer, assemble } = await bundled(centre, caseId, { kind: 4 });
    const { bundleId } = await assemble('Acta de Nino Pequeño Inventado');
    const release = { caseId, bundleId, way: 'save', recipient: 'Juzgado Inventado' } as const;
    expect(await refusal(() => lawyer.releaseBundle(release))).toBe('none');
    await addChild(centre, caseId, true);
    expect(await refusal(() => lawyer.releaseBundle(release))).toBe('rule-broken/reserved-place-in-text');
  });
});

describe('an annex of a writ that is notified', () => {
  async function joined(facts: Partial<FileFacts>, title = 'Informe') {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { filingId } = await issue(lawyer, caseId, { kind: 4 });
    const file = { name: 'informe.pdf', bytes: await pdfOf(['Informe inventado']), facts };
    const { attachment } = await addFile(lawyer, caseId, file);
    const assemble = (isLookedAt: boolean) =>
      lawyer.assembleFiling({
        ...{ caseId, filingId, limitMb: null, reduces: false },
        annexes: [{ attachmentId: attachment.id, title, isLookedAt }],
      });
    return { lawyer, caseId, attachment, assemble };
  }

  it.each(['psychology', 'social'] as const)('of %s is joined once its pages were looked at', async (area) => {
    const { assemble } = await joined({ area });
    const refused = { reason: 'annex-not-looked-at', issues: [{ path: 'annexes.0.isLookedAt' }] };
    expect(await failureOf(() => assemble(false))).toMatchObject(refused);
    expect(await refusal(() => assemble(true))).toBe('none');
  });

  it('is never the annex B of the risk form, nor leaves once the file is called so', async () => {
    const places = await joined({ area: 'legal', description: 'FVR, anexo B' });
    const never = { reason: 'annex-places', issues: [{ path: 'annexes.0.title' }] };
    expect(await failureOf(() => places.assemble(true))).toMatchObject(never);
    const { lawyer, caseId, attachment, assemble } = await joined({ area: 'legal' });
    const { bundleId } = await assemble(false);
    const facts = { ...attachment.facts, description: 'FVR con su anexo B' };
    await lawyer.describeAttachment({ caseId, attachmentId: attachment.id, version: attachment.version, facts });
    const release = { caseId, bundleId, way: 'save', recipient: 'Juzgado Inventado' } as const;
    expect(await refusal(() => lawyer.releaseBundle(release))).toBe('rule-broken/annex-places');
  });
});
