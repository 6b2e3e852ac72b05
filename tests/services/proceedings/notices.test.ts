/** A notice read beside the record: what it proposes, which ficha its file is of, what is registered already. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { docxOf, jpgOf, lockedPdf, pdfOf, zipOf } from '../../support/files.ts';
import { countPdf, loopPdf } from '../../support/hostile-pdf.ts';
import { sendBytes } from '../../support/send-file.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { anEvent, at, measure } from './a-proceeding.ts';
import { anOffice } from '../../support/an-office.ts';

afterEach(closeCentres);

const file = '01234-2026-0-1001-JR-FT-02';
const words = `JUZGADO : 2° JUZGADO DE FAMILIA - SEDE CENTRAL
EXPEDIENTE : ${file}
RESOLUCION NUMERO TRES
Cusco, ocho de junio de dos mil veintiseis
AUTOS Y VISTOS. SE RESUELVE: DICTAR MEDIDAS DE PROTECCION a favor de Zenaida Inventada.`;
const text = { from: 'text', text: words } as const;

async function withCase(): Promise<{ centre: TestCentre; caseId: string; number: string }> {
  const centre = await startCentre();
  return { centre, ...(await centre.aCase()) };
}

const another = {
  document: { kind: 'dni', state: 'known', number: '00445566' },
  givenNames: 'Elba Inventada',
  firstSurname: 'Mamani',
} as const;

const decided = anEvent('measuresDecided', '2026-06-08', {
  office: 'Segundo Juzgado de Familia',
  fileNumber: '1234-2026',
  document: 'Resolución N.º 3 (auto) del 08/06/2026',
  notification: { form: 'electronicBox', entry: at('2026-06-09 16:00'), effectOn: null },
  measures: [measure('no-approach', 'granted')],
});

const authority = anOffice({
  ...{ treatment: 'SEÑORA JUEZA', name: 'Segundo Juzgado de Familia', districtCode: '080101', distanceDays: 2 },
});

describe('a notice as text', () => {
  it('proposes, stores nothing, and leaves no word of it in the audit', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { reading, ...known } = await lawyer.readCourtNotice({ caseId, given: text });
    expect(reading).toMatchObject({
      fileNumber: { kind: 'found', value: file },
      decision: { value: { sort: 'resolution', number: '3' } },
      issuedOn: { value: '2026-06-08' },
      kind: { value: 'measuresDecided' },
      entry: null,
    });
    expect(known).toEqual({ authority: null, elsewhere: null, registered: null });
    expect((await lawyer.getProceedings({ caseId })).events).toEqual([]);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
      const rows = tables.flatMap((table) =>
        db
          .prepare(`select * from "${table}"`)
          .all()
          .map((row) => JSON.stringify(row)),
      );
      expect(rows.some((row) => row.includes('proceedings.noticeRead') && row.includes('found'))).toBe(true);
      expect(rows.filter((row) => /Zenaida|01234-2026|SEDE CENTRAL/.test(row))).toEqual([]);
    });
  });

  it('names the one office of the directory that bears its name', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    await lawyer.keepOffice({ id: null, version: null, form: authority });
    const other = { ...authority, name: 'Segundo Juzgado de Familia de Wanchaq' };
    await lawyer.keepOffice({ id: null, version: null, form: other });
    const first = await lawyer.readCourtNotice({ caseId, given: text });
    expect(first.authority).toMatchObject({ office: 'Segundo Juzgado de Familia', district: '080101' });
    await lawyer.keepOffice({
      id: null,
      version: null,
      form: { ...authority, districtCode: '150101' },
    });
    expect((await lawyer.readCourtNotice({ caseId, given: text })).authority).toBeNull();
  });

  it('that was registered says as which act, until that is withdrawn', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { eventId } = await lawyer.recordEvent({ caseId, event: decided });
    const { registered } = await lawyer.readCourtNotice({ caseId, given: text });
    expect(registered).toEqual({ eventId, document: decided.document, on: '2026-06-08' });
    const change = { caseId, eventId, version: 1, event: decided, isWithdrawn: true, words: null } as const;
    await lawyer.correctEvent({ ...change, reason: 'notHappened' });
    expect((await lawyer.readCourtNotice({ caseId, given: text })).registered).toBeNull();
  });

  it('of the file of another ficha says which; of one that both have, and of one she may not read, nothing', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const second = await centre.aCase({ user: another });
    await lawyer.recordEvent({ caseId: second.caseId, event: decided });
    const { elsewhere, registered } = await lawyer.readCourtNotice({ caseId, given: text });
    expect(elsewhere).toEqual({ caseId: second.caseId, number: second.number });
    expect(registered).toBeNull();
    await lawyer.recordEvent({ caseId, event: { ...decided, document: null } });
    expect((await lawyer.readCourtNotice({ caseId, given: text })).elsewhere).toBeNull();
  });

  it('of the file of a ficha closed to her tells no more than a number nobody has', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const second = await centre.aCase({ user: another });
    await lawyer.recordEvent({ caseId: second.caseId, event: decided });
    expect((await lawyer.readCourtNotice({ caseId, given: text })).elsewhere).not.toBeNull();
    await lawyer.declareConflict({
      person: {
        ...{ kinship: 'siblingOrGrandparent', documentKind: 'dni', documentNumber: '00445566' },
        ...{ givenNames: null, firstSurname: null, secondSurname: null },
      },
    });
    expect(await refusal(() => lawyer.getProceedings({ caseId: second.caseId }))).toBe('not-found/');
    const unknown = { ...text, text: words.replace('01234', '77777') };
    const [hidden, nobodys] = [
      await lawyer.readCourtNotice({ caseId, given: text }),
      await lawyer.readCourtNotice({ caseId, given: unknown }),
    ];
    expect(hidden).toMatchObject({ elsewhere: null, registered: null, authority: null });
    expect(JSON.stringify(hidden).replaceAll('01234', '77777')).toBe(JSON.stringify(nobodys));
  });

  it('is read by who writes the proceeding alone', async () => {
    const { centre, caseId } = await withCase();
    for (const login of ['psico', 'social', 'admision', 'visita'] as const) {
      const reader = await centre.as(login);
      expect(await refusal(() => reader.readCourtNotice({ caseId, given: text })), login).toBe('forbidden/');
    }
  });
});

/** A Word file by what it says of itself, without the part that holds its words. */
function wordless(): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  return zipOf([{ name: '[Content_Types].xml', bytes: Buffer.from(types) }]);
}

describe('a notice as a file', () => {
  async function read(bytes: Buffer, fileName: string) {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const fileId = await sendBytes(lawyer, bytes);
    return {
      lawyer,
      caseId,
      fileId,
      ask: () => lawyer.readCourtNotice({ caseId, given: { from: 'file', fileId, fileName } }),
    };
  }
  const plain = words.replace('2° ', 'SEGUNDO ');

  it.each([
    ['PDF', 'resolucion.pdf', () => pdfOf([plain])],
    ['text', 'resolucion.txt', () => Promise.resolve(Buffer.from(plain, 'latin1'))],
    ['Word', 'resolucion.docx', () => Promise.resolve(docxOf(plain.split('\n')))],
  ] as const)('of %s is read, and can be kept afterwards without being sent again', async (_kind, name, make) => {
    const { lawyer, caseId, fileId, ask } = await read(await make(), name);
    expect((await ask()).reading).toMatchObject({
      office: { value: 'SEGUNDO JUZGADO DE FAMILIA - SEDE CENTRAL' },
      fileNumber: { value: file },
      decision: { value: { number: '3' } },
      issuedOn: { value: '2026-06-08' },
    });
    expect((await lawyer.listAttachments({ caseId })).attachments).toEqual([]);
    const facts = { kind: 'decision', area: 'legal', description: 'Resolución 3', receivedFrom: null } as const;
    const { attachment } = await lawyer.addAttachment({ caseId, fileId, fileName: name, facts });
    expect(attachment.facts).toEqual(facts);
  });

  it('of very many pages is read at its beginning and its end', async () => {
    const pages = Array.from({ length: 150 }, (_, at) =>
      at === 0 ? plain : at === 149 ? 'Expediente: 00009-2025' : `p ${at}`,
    );
    const { ask } = await read(await pdfOf(pages), 'larga.pdf');
    const { reading } = await ask();
    expect(reading.decision).toMatchObject({ value: { number: '3' } });
    expect(reading.fileNumber).toMatchObject({ kind: 'several', values: [{ value: file }, { value: '00009-2025' }] });
  });

  it.each([
    ['that is an image', 'escaneo.pdf', () => pdfOf(['', '']), 'rule-broken/notice-image'],
    ['that is a photograph', 'foto.jpg', () => jpgOf(), 'rule-broken/notice-kind'],
    ['that its password keeps closed', 'clave.pdf', lockedPdf, 'rule-broken/notice-locked'],
    ['of Word without words', 'vacio.docx', () => Promise.resolve(wordless()), 'rule-broken/notice-unreadable'],
    ['that is no document', 'lista.jpg', () => Promise.resolve(Buffer.from('no')), 'rule-broken/file-kind-differs'],
    ['that is cut', 'cortada.pdf', async () => (await pdfOf([plain])).subarray(0, 300), 'rule-broken/file-damaged'],
    ['whose pages never end', 'ciclo.pdf', () => Promise.resolve(loopPdf()), 'rule-broken/file-pdf-endless'],
    ['that promises millions of pages', 'mil.pdf', () => Promise.resolve(countPdf(9_999_999)), /^rule-broken\//],
  ] as const)('%s is refused in words', async (_what, name, make, expected) => {
    const { ask } = await read(await make(), name);
    expect(await refusal(ask)).toMatch(expected);
  });

  it('that was never sent is not found', async () => {
    const { centre, caseId } = await withCase();
    const given = { from: 'file', fileId: crypto.randomUUID(), fileName: 'x.pdf' } as const;
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.readCourtNotice({ caseId, given }))).toBe('not-found/file-piece');
  });
});

describe('the terms of an act before it is kept', () => {
  it('are those that recording it starts, with both dates', async () => {
    const { centre, caseId } = await withCase();
    centre.clock.set('2026-06-26T15:00:00.000Z');
    const lawyer = await centre.as('legal');
    const event = { ...decided, notification: { ...decided.notification!, entry: at('2026-06-25 16:00') } };
    const { kind, act, at: on, authorityId, district, notification, fixedOn } = event;
    const asked = { kind, act, at: on, authorityId, district, notification, fixedOn };
    const { effectOn, terms } = await lawyer.countTerms({ caseId, act: asked });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toEqual([]);
    await lawyer.recordEvent({ caseId, event });
    const { events, deadlines } = await lawyer.getProceedings({ caseId });
    expect(effectOn).toBe(events[0]?.effectOn);
    const due = ({ byEntry, byEffect }: { byEntry: unknown; byEffect: unknown }) => ({ byEntry, byEffect });
    const counted = terms.map((term) => [term.ruleId, due(term)]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(deadlines.map((one) => [one.ruleId, due(one.due)])));
    expect(terms.find(({ ruleId }) => ruleId === 'D05')).toMatchObject({
      byEntry: { due: { on: '2026-07-02' } },
      byEffect: { due: { on: '2026-07-03' } },
    });
  });
});

describe('the writ that answers an act', () => {
  it('is offered with its last day, and begins with the facts of that act, not of a later one', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { eventId } = await lawyer.recordEvent({ caseId, event: decided });
    const later = { ...decided, at: at('2026-06-09'), fileNumber: '999-2026', document: 'Resolución N.º 9' };
    await lawyer.recordEvent({ caseId, event: later });
    const { writs } = await lawyer.listAnswers({ caseId, eventId });
    expect(writs).toMatchObject([{ kind: 7, label: 'Apelación contra auto de medidas', dueOn: '2026-06-15' }]);
    const { options } = await lawyer.startFiling({ caseId, kind: 7, eventId });
    expect(options.courtFileNumber).toBe('1234-2026');
    expect(options.answers).toMatchObject({
      // The writ says the day itself.
      resolucion_numero: 'Resolución N.º 3 (auto)',
      resolucion_fecha: '2026-06-08',
      resolucion_notificada: '2026-06-09',
    });
    expect((await lawyer.startFiling({ caseId, kind: 7 })).options.courtFileNumber).toBe('999-2026');
    const [term] = (await lawyer.getProceedings({ caseId })).deadlines.filter((one) => one.eventId === eventId);
    const settle = { state: 'notApplicable', on: '2026-06-10', documentId: null, proof: 'No se apela.' } as const;
    await lawyer.settleDeadline({ caseId, deadlineId: term!.id, version: term!.version, settle });
    const left = await lawyer.listAnswers({ caseId, eventId });
    expect(left.writs.map(({ kind }) => kind)).not.toContain(7);
  });

  it('of an act of another ficha is not found', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const second = await centre.aCase({ user: another });
    const { eventId } = await lawyer.recordEvent({ caseId: second.caseId, event: decided });
    expect(await refusal(() => lawyer.listAnswers({ caseId, eventId }))).toBe('not-found/');
    expect(await refusal(() => lawyer.startFiling({ caseId, kind: 7, eventId }))).toBe('not-found/');
  });
});
