/** What is kept for a call sent again is withdrawn record by record; whoever else waits stores nothing twice. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import { admission, aUser } from '../../support/case-builder.ts';
import { riskAnswers } from '../../support/risk-answers.ts';
import { addFile, someFacts } from '../../support/send-file.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const why = { reason: 'otherFichaOpen' as const, words: null };

async function press(
  centre: TestCentre,
  login: Login,
  { procedure, input, key }: { procedure: string; input: unknown; key: string },
): Promise<Envelope> {
  centre.clock.advance(100);
  const { token } = await centre.sessionOf(login);
  return centre.application.invoke({ procedure, input, session: token, key, password: null });
}

const said = (envelope: Envelope) => (envelope.ok ? 'ok' : `${envelope.failure.code}/${envelope.failure.reason ?? ''}`);

/** Two fichas of one woman each, and a third into which things are moved. */
async function threeCases(
  isValidated = true,
): Promise<{ centre: TestCentre; moved: string; other: string; right: string }> {
  const centre = await startCentre();
  const numbers = ['00112233', '00445566', '00778899'];
  const ids: string[] = [];
  for (const number of numbers) {
    ids.push((await centre.aCase({ isValidated, user: { document: { kind: 'dni', state: 'known', number } } })).caseId);
  }
  const [moved = '', other = '', right = ''] = ids;
  return { centre, moved, other, right };
}

/** A ficha whose Section B nobody has begun. */
async function withoutSectionB(centre: TestCentre, like: string): Promise<string> {
  const psychologist = await centre.as('psico');
  const desk = await centre.as('admision');
  const { caseId } = await desk.openCase({
    arrivalId: null,
    admission,
    user: aUser({ document: { kind: 'dni', state: 'known', number: '00991122' } }),
    userLink: { kind: 'new' },
    aggressor: (await psychologist.getSectionA({ caseId: like })).form.aggressor,
    aggressorLink: { kind: 'new' },
  });
  await desk.handOverCase({ caseId, service: 'psychology' });
  return caseId;
}

describe('answers kept for a call sent again', () => {
  it('of a form of risk that was moved are withdrawn, those of another ficha stand', async () => {
    const { centre, moved, other, right } = await threeCases();
    const answers = riskAnswers('yes');
    const consented = { hasConsent: true, confirmedLevel: null, overrideReason: null };
    const sign = (caseId: string, key: string) => ({
      procedure: 'assessRisk',
      input: { caseId, answers, ...consented },
      key,
    });
    const [a, b] = [sign(moved, crypto.randomUUID()), sign(other, crypto.randomUUID())];
    const first = await press(centre, 'psico', a);
    const second = await press(centre, 'psico', b);
    expect([said(first), said(second)]).toEqual(['ok', 'ok']);
    const id = first.ok ? (first.value as { id: string }).id : '';
    const psychologist = await centre.as('psico');
    await psychologist.moveRecord({ caseId: moved, toCaseId: right, record: { kind: 'riskForm', id }, ...why });
    // The same call again: that of the other ficha finds its answer, that of the moved one is told, and neither stores.
    expect(await press(centre, 'psico', b)).toEqual(second);
    expect(said(await press(centre, 'psico', a))).toBe('conflict/stored-before');
    const formsOf = async (caseId: string) => (await psychologist.getRisk({ caseId })).records.length;
    expect([await formsOf(moved), await formsOf(other), await formsOf(right)]).toEqual([0, 1, 1]);
  });

  it('of a file that was moved are withdrawn, those of another ficha stand', async () => {
    const { centre, moved, other, right } = await threeCases();
    const lawyer = await centre.as('legal');
    const first = await addFile(lawyer, moved, { name: 'nota.txt', bytes: Buffer.from('Una nota inventada') });
    const second = await addFile(lawyer, other, { name: 'otra.txt', bytes: Buffer.from('Otra nota inventada') });
    const describeIt = (caseId: string, { id, version }: { id: string; version: number }) => ({
      procedure: 'describeAttachment',
      input: { caseId, attachmentId: id, version, facts: { ...someFacts, description: 'Palabras inventadas' } },
      key: crypto.randomUUID(),
    });
    const [a, b] = [describeIt(moved, first.attachment), describeIt(other, second.attachment)];
    expect(said(await press(centre, 'legal', a))).toBe('ok');
    const kept = await press(centre, 'legal', b);
    expect(said(kept)).toBe('ok');
    await lawyer.moveRecord({
      ...{ caseId: moved, toCaseId: right, record: { kind: 'attachment', id: first.attachment.id } },
      ...why,
    });
    expect(await press(centre, 'legal', b)).toEqual(kept);
    expect(said(await press(centre, 'legal', a))).toBe('conflict/stored-before');
  });

  it('of a draft that was moved are read again, those of another ficha stand', async () => {
    const { centre, moved, other } = await threeCases(false);
    const right = await withoutSectionB(centre, moved);
    const open = (caseId: string) => ({
      procedure: 'openDraft',
      input: { form: 'section-b', caseId },
      key: crypto.randomUUID(),
    });
    const [a, b] = [open(moved), open(other)];
    const first = await press(centre, 'psico', a);
    const second = await press(centre, 'psico', b);
    expect([said(first), said(second)]).toEqual(['ok', 'ok']);
    const psychologist = await centre.as('psico');
    await psychologist.moveRecord({
      ...{ caseId: moved, toCaseId: right, record: { kind: 'section', section: 'b' } },
      ...why,
    });
    expect(await press(centre, 'psico', b)).toEqual(second);
    const again = await press(centre, 'psico', a);
    expect(said(again)).toBe('ok');
    expect(again).not.toEqual(first);
  });
});
