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
  const present = async (reference?: string | null) => {
    const more = reference === undefined ? {} : { informe_referencia: reference };
    const { letter } = await issue(psychologist, caseId, 'psychological', more);
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

  it('that was answered is proposed no more, nor is one of several that wait', async () => {
    const { caseId, psychologist, present } = await asked('Oficio N.º 120-2026');
    await present();
    const again = await psychologist.startFiling({ caseId, kind: 20 });
    expect(again.options.answers).toMatchObject({ informe_referencia: null });
    const several = await asked('Oficio N.º 12-2026', 'Oficio N.º 120-2026');
    const { options } = await several.psychologist.startFiling({ caseId: several.caseId, kind: 20 });
    expect(options.answers).toMatchObject({ informe_referencia: null });
  });

  it.each([
    ['names nothing', 'Oficio N.º 120-2026', null],
    ['names a longer number', 'Oficio N.º 120', 'Oficio N.º 120-2026, Juzgado Inventado'],
    ['names a number that goes on', 'Oficio N.º 120-2026', 'Oficio N.º 120-2026-MP, Fiscalía Inventada'],
    ['names a document without a number', 'Correo', 'Correo del juzgado inventado'],
  ])('stays open when the report %s', async (_what, document, reference) => {
    const { terms, present } = await asked(document);
    const { presented } = await present(reference);
    expect(presented.openTerms).toEqual([`Informe psicológico o social (D35), ${document}`]);
    expect(await terms()).toEqual([`${document} 2026-06-15 open`]);
  });

  it('is met in the longest of the documents that the reference begins with', async () => {
    const { letter, terms } = await (async () => {
      const centre = await asked('Oficio N.º 120-2026', 'Oficio N.º 120-2026 MP');
      return { ...(await centre.present('Oficio N.º 120-2026 MP, Fiscalía Inventada')), terms: centre.terms };
    })();
    expect(await terms()).toEqual([
      `Oficio N.º 120-2026 2026-06-15 open`,
      `Oficio N.º 120-2026 MP 2026-06-15 done ${letter.number}`,
    ]);
  });

  it('is refused without the document, at its field', async () => {
    const { caseId, lawyer } = await asked();
    const call = lawyer.recordEvent({ caseId, event: anEvent('reportRequested', '2026-06-08') });
    await expect(call).rejects.toMatchObject({ failure: { issues: [{ path: 'event.document' }] } });
  });
});

describe('telling a breach', () => {
  const days = ['2026-06-07', '2026-06-09'];

  async function breached() {
    const { caseId, lawyer, centre } = await asked();
    for (const on of days) {
      centre.clock.advance(1000);
      await lawyer.recordEvent({ caseId, event: anEvent('breach', `${on} 20:00`) });
    }
    const states = async () => {
      centre.clock.advance(1000);
      const { deadlines } = await lawyer.getProceedings({ caseId });
      const told = deadlines.filter(({ ruleId }) => ruleId === 'D37');
      return told.map(({ trigger, state }) => `${trigger.at.on} ${state}`).toSorted();
    };
    const present = async (answers: Record<string, string | number | null>) => {
      centre.clock.advance(1000);
      const { filingId } = await issueWrit(lawyer, caseId, { kind: 6, answers: answers });
      centre.clock.advance(1000);
      return lawyer.presentFiling({ caseId, filingId, form: cargo({ presentedTime: '08:30' }) });
    };
    const annul = async ({ id: presentationId, version }: Awaited<ReturnType<typeof present>>) => {
      centre.clock.advance(1000);
      await lawyer.annulPresentation({ caseId, presentationId, version, reason: 'twice', words: null });
    };
    return { states, present, annul };
  }
  const [court, prosecutor] = [{ incumplimiento_version: 1 }, { incumplimiento_version: 2 }];
  const bothOpen = ['2026-06-07 open', '2026-06-09 open'];

  it('is met when court and prosecutor both have it, for the breach of its day and for no other', async () => {
    const { states, present } = await breached();
    expect((await present(prosecutor)).openTerms).toHaveLength(1);
    expect(await states()).toEqual(bothOpen);
    expect((await present(court)).openTerms).toEqual([]);
    expect(await states()).toEqual(['2026-06-07 open', '2026-06-09 done']);
  });

  it('runs again when either of the two is annulled, and not while another of the same stands', async () => {
    const { states, present, annul } = await breached();
    const first = await present(court);
    const twice = await present(court);
    await present(prosecutor);
    await annul(first);
    expect(await states()).toEqual(['2026-06-07 open', '2026-06-09 done']);
    await annul(twice);
    expect(await states()).toEqual(bothOpen);
  });

  it.each([
    ['no desk', { incumplimiento_version: null }],
    ['no day', { incumplimiento_fecha: null }],
  ])('is met by no writ that names %s', async (_what, blank) => {
    const { states, present } = await breached();
    await present({ ...court, ...blank });
    expect((await present({ ...prosecutor, ...blank })).openTerms).not.toEqual([]);
    expect(await states()).toEqual(bothOpen);
  });
});
