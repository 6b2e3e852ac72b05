/** What an act asks of the centre ends with the paper that names the act: a report asked for, a breach to be told. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent } from '../proceedings/a-proceeding.ts';
import { cargo, issue as issueWrit } from './a-presentation.ts';
import { issue } from './a-report.ts';

afterEach(closeCentres);

/** `120-2026` is the one that the reports of these tests name. */
async function asked(...documents: string[]) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  for (const document of documents) {
    centre.clock.advance(1000);
    const words = 'Informe psicológico: estado emocional.';
    const event = anEvent('reportRequested', '2026-06-08', { document, words, office: 'Juzgado Inventado' });
    await lawyer.recordEvent({ caseId, event });
  }
  const psychologist = await centre.as('psico');
  const terms = async () => {
    centre.clock.advance(1000);
    const { deadlines, events } = await lawyer.getProceedings({ caseId });
    return deadlines
      .filter(({ ruleId }) => ruleId === 'D35')
      .map(({ eventId, state, warnsAt, settled }) => {
        const document = events.find(({ id }) => id === eventId)?.event.document;
        return `${document ?? ''} ${warnsAt?.on ?? ''} ${state} ${settled?.documentNumber ?? ''}`.trim();
      })
      .toSorted();
  };
  const present = async () => {
    const { letter } = await issue(psychologist, caseId, 'psychological');
    const { filings } = await lawyer.listPresenting({ caseId });
    const filingId = filings[0]?.filingId ?? '';
    centre.clock.advance(1000);
    return { letter, presented: await lawyer.presentFiling({ caseId, filingId, form: cargo() }) };
  };
  return { centre, caseId, lawyer, psychologist, terms, present };
}

describe('«piden un informe»', () => {
  it('gives five working days, and the report begins with what was asked', async () => {
    const { caseId, psychologist, terms } = await asked('Oficio N.º 120-2026');
    expect(await terms()).toEqual(['Oficio N.º 120-2026 2026-06-15 open']);
    const { options } = await psychologist.startFiling({ caseId, kind: 20 });
    expect(options.answers).toMatchObject({
      informe_referencia: 'Oficio N.º 120-2026, Juzgado Inventado',
      informe_pedido: 'Informe psicológico: estado emocional.',
    });
  });

  it('is met by presenting the report that names it and no other, and runs again when that is annulled', async () => {
    const { caseId, lawyer, terms, present } = await asked('Oficio N.º 12-2026', 'Oficio N.º 120-2026');
    const { letter, presented } = await present();
    expect(presented.openTerms).toEqual([]);
    expect(await terms()).toEqual([
      'Oficio N.º 12-2026 2026-06-15 open',
      `Oficio N.º 120-2026 2026-06-15 done ${letter.number}`,
    ]);
    const target = { caseId, presentationId: presented.id, version: presented.version };
    await lawyer.annulPresentation({ ...target, reason: 'twice', words: null });
    expect(await terms()).toEqual(['Oficio N.º 12-2026 2026-06-15 open', 'Oficio N.º 120-2026 2026-06-15 open']);
  });

  it('stays open, and is told, when the report names another document', async () => {
    const { terms, present } = await asked('Oficio N.º 9-2026');
    const { presented } = await present();
    expect(presented.openTerms).toEqual(['Informe psicológico o social (D35), Oficio N.º 9-2026']);
    expect(await terms()).toEqual(['Oficio N.º 9-2026 2026-06-15 open']);
  });

  it('is refused without the document, at its field', async () => {
    const { caseId, lawyer } = await asked();
    const call = lawyer.recordEvent({ caseId, event: anEvent('reportRequested', '2026-06-08') });
    await expect(call).rejects.toMatchObject({ failure: { issues: [{ path: 'event.document' }] } });
  });
});

describe('telling a breach', () => {
  it('is met by presenting writ 6 for the breach of its day, and by no other', async () => {
    const { caseId, lawyer, centre } = await asked();
    for (const on of ['2026-06-07', '2026-06-09']) {
      centre.clock.advance(1000);
      await lawyer.recordEvent({ caseId, event: anEvent('breach', `${on} 20:00`) });
    }
    const states = async () => {
      centre.clock.advance(1000);
      const { deadlines } = await lawyer.getProceedings({ caseId });
      const told = deadlines.filter(({ ruleId }) => ruleId === 'D37');
      return told.map(({ trigger, state }) => `${trigger.at.on} ${state}`).toSorted();
    };
    const { filingId } = await issueWrit(lawyer, caseId, { kind: 6 });
    expect(await states()).toEqual(['2026-06-07 open', '2026-06-09 open']);
    centre.clock.advance(1000);
    const { openTerms } = await lawyer.presentFiling({ caseId, filingId, form: cargo({ presentedTime: '08:30' }) });
    expect(openTerms).toEqual([]);
    expect(await states()).toEqual(['2026-06-07 open', '2026-06-09 done']);
  });
});
