/** Annex B: kept by versions, printed apart for PNP, prosecutor or court alone, and in no other paper. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankLocation, type LocationForm } from '../../../src/shared/risk/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const again = { password: passphrase };
const sheet = { receiver: 'police', office: 'Comisaría de Villa Inventada' } as const;
const told = 'Pasaje Zorzal Inventado 45, portón verde';

function annex(more: Partial<LocationForm['answers']> = {}): LocationForm {
  const answers = {
    ...blankLocation().answers,
    sharedHome: told,
    hisHome: 'No tiene otra',
    violentSport: 'yes' as const,
  };
  return { answers: { ...answers, ...more }, hasPhotograph: true, blank: 'notKnown' };
}

async function signedCase() {
  const centre = await startCentre();
  const user = aUser({ contact: { ...aUser().contact, phone: '987654321', whose: 'ella', mayCall: 'yes' } });
  const { caseId } = await centre.aCase({ user });
  const psychologist = await centre.as('psico');
  await psychologist.assessRisk({ caseId, answers: riskAnswers('no'), ...signing });
  return { centre, caseId, psychologist, lawyer: await centre.as('legal') };
}

describe('recordLocation', () => {
  it('keeps every version, newest first, and one statement for what is blank', async () => {
    const { centre, caseId, psychologist } = await signedCase();
    expect(await refusal(() => psychologist.recordLocation({ caseId, form: { ...annex(), blank: null } }))).toBe(
      'invalid/',
    );
    await psychologist.recordLocation({ caseId, form: annex() });
    centre.clock.advance(60_000);
    const second = annex({ looksForHer: 'La espera en el mercado.' });
    await psychologist.recordLocation({ caseId, form: second });
    const { records } = await psychologist.getLocation({ caseId });
    expect(records.map(({ form }) => form)).toEqual([second, annex()]);
    expect(records[0]?.recordedBy).toBe('Paula Inventada Psicóloga');
  });

  it('goes with a signed form', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.recordLocation({ caseId, form: annex() }))).toBe(
      'rule-broken/location-needs-form',
    );
  });
});

describe('issueLocationSheet', () => {
  it('prints what was said for one office, and its copies go nowhere else', async () => {
    const { caseId, psychologist, lawyer } = await signedCase();
    expect(await refusal(() => lawyer.issueLocationSheet({ caseId, sheet }, again))).toBe(
      'rule-broken/location-needs-annex',
    );
    await psychologist.recordLocation({ caseId, form: annex() });
    expect(await refusal(() => lawyer.issueLocationSheet({ caseId, sheet }))).toBe('wrong-secret/password-again');
    expect(await refusal(() => psychologist.issueLocationSheet({ caseId, sheet }, again))).toMatch(
      /^(not-found|forbidden)\/$/,
    );
    const { document } = await lawyer.issueLocationSheet({ caseId, sheet }, again);
    expect(document).toMatchObject({ kind: 'location-sheet', number: 'Anexo B reservado · B-2026-000001' });
    const { file } = await lawyer.viewDocument({ caseId, documentId: document.id }, again);
    const text = textOf(await bytesOf(lawyer, file));
    for (const words of ['RESERVADO', told, 'Comisaría de Villa Inventada', 'No se notifica', 'No sabe'])
      expect(text).toContain(words);
    const copy = { caseId, documentId: document.id, way: 'save', purpose: 'Entregar' } as const;
    const elsewhere = { ...copy, recipient: 'Abogado de la parte denunciada' };
    expect(await refusal(() => lawyer.releaseCopy(elsewhere, again))).toBe('rule-broken/reserved-receiver');
    const { copy: gone } = await lawyer.releaseCopy(
      { ...copy, recipient: 'Policía Nacional: Comisaría de Villa Inventada' },
      again,
    );
    expect(gone.recipient).toBe('Policía Nacional: Comisaría de Villa Inventada');
    expect(await refusal(() => psychologist.viewDocument({ caseId, documentId: document.id }))).toMatch(
      /^(not-found|forbidden)\/$/,
    );
  });

  it('refuses a receiver beyond the three, and how she is reached', async () => {
    const { caseId, psychologist, lawyer } = await signedCase();
    await psychologist.recordLocation({ caseId, form: annex({ otherPlaces: 'Ella contesta al 987 654 321' }) });
    expect(await refusal(() => lawyer.issueLocationSheet({ caseId, sheet }, again))).toBe(
      'rule-broken/reserved-place-in-text',
    );
    const other = { receiver: 'defence' as never, office: 'Estudio' };
    expect(await refusal(() => lawyer.issueLocationSheet({ caseId, sheet: other }, again))).toBe('invalid/');
  });

  it('leaves nothing in a writ, a referral or the sheet for the central register', async () => {
    const { caseId, psychologist, lawyer } = await signedCase();
    await psychologist.recordLocation({ caseId, form: annex() });
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    expect(JSON.stringify(options)).not.toContain('Zorzal');
    const { file } = await lawyer.previewFiling({ caseId, kind: 3, options } as never);
    expect(textOf(await bytesOf(lawyer, file))).not.toContain('Zorzal');
  });
});
