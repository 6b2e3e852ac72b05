/** Bad inputs 94 to 96: what files say of who made them, printers that are none, and copies that do not come out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { isVirtualPrinter } from '../../../src/main/papers/printers.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import { documentKinds, type DocumentKind } from '../../../src/shared/papers/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { needsConsent, referralKinds, referralRules, shippedLetter } from '../../../src/shared/referrals/index.ts';
import type { FileHandle } from '../../../src/shared/platform/ids.ts';
import { aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { jpgOf, pdfOf } from '../../support/files.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, passphrase, staff, startCentre, testPrinters } from '../../support/start-application.ts';
import { issue as issueReport } from '../filings/a-report.ts';
import { aHearing } from '../proceedings/a-proceeding.ts';
import { receipt } from '../referrals/a-receipt.ts';
import { refusal } from '../refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'neutral-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
afterEach(closeCentres);

type Member = Client<Contract>;
type Named = readonly [what: string, bytes: Uint8Array];
const again = { password: passphrase };
const street = 'Jirón Los Jazmines Inventados 123';

const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

async function aWrit(lawyer: Member, caseId: string) {
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  return lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
}

/** An annex as it comes from another office: author, path and a page that remembers who edited it. */
const dirtyPdf = () =>
  pdfOf(['Anexo inventado'], (pdf) => {
    pdf.setAuthor('AUTOR-AJENO');
    pdf.setCreator('C:\\Users\\AUTOR-AJENO\\carta.docx');
    pdf.getPage(0).node.set(PDFName.of('PieceInfo'), PDFString.of('AUTOR-AJENO'));
  });

async function wordFile(reader: Member, caseId: string, kind: DocumentKind): Promise<Uint8Array> {
  const { documents } = await reader.listDocuments({ caseId });
  const documentId = documents.find((one) => one.kind === kind)?.id ?? '';
  const ask = { caseId, documentId, way: 'save', format: 'docx', recipient: 'Juzgado', purpose: 'Ver' } as const;
  const { file } = await reader.releaseCopy(ask);
  if (file === null) throw new Error('no Word file');
  return fetchFile(reader, file);
}

/** Every file that leaves a centre, by what it is. */
async function everyFile(): Promise<Named[]> {
  const printed: Uint8Array[] = [];
  const print = (bytes: Uint8Array) => Promise.resolve(void printed.push(bytes));
  const centre = await startCentre({ ports: { printer: { list: () => Promise.resolve(testPrinters), print } } });
  const files: Named[] = [];
  const lawyer = await centre.as('legal');
  const keep = async (what: string, file: FileHandle | null | undefined, of: Member = lawyer) => {
    if (file === null || file === undefined) throw new Error(`${what}: no file`);
    files.push([what, await fetchFile(of, file)]);
  };
  const address = { ...aUser().address, streetKind: 'jiron' as const, text: street, districtCode: '150132' };
  const { caseId } = await centre.aCase({ user: { address } });
  await aWrit(lawyer, caseId);
  await lawyer.issueRegisterSheet({ caseId }, again);
  const psychologist = await centre.as('psico');
  const kind = referralKinds.find((one) => !needsConsent(one)) ?? referralKinds[0];
  const rule = referralRules[kind];
  const { options } = await psychologist.startReferral({ caseId, kind });
  const wanted = {
    receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada' },
    services: rule.services.slice(0, 1),
    reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
    answers: someAnswers(kind),
  };
  await psychologist.issueReferral({ caseId, kind, options: { ...options, ...wanted } });
  const { hearingId } = await lawyer.saveHearing({
    ...{ caseId, hearingId: null, version: null },
    hearing: aHearing('2026-06-10', '15:00'),
  });
  for (const paper of ['sheet', 'card'] as const) {
    const { file } = await lawyer.releaseHearingPaper({ caseId, hearingId, paper, way: 'save', printer: null });
    await keep(`hearing ${paper}`, file);
  }
  await keep('day sheet', (await lawyer.releaseDayPaper({ scope: 'mine', way: 'save', printer: null })).file);
  const social = await centre.as('social');
  await issueReport(psychologist, caseId, 'psychological');
  await issueReport(social, caseId, 'social');
  await social.issueCustodyReceipt({ caseId, receipt });
  const { documents } = await lawyer.listDocuments({ caseId });
  const readers: Partial<Record<DocumentKind, Member>> = {
    ...{ referral: psychologist, 'psychological-report': psychologist, 'social-report': social },
    'custody-receipt': social,
  };
  for (const { id, kind } of documents) {
    centre.clock.advance(1000);
    const reader = readers[kind] ?? lawyer;
    await keep(kind, (await reader.viewDocument({ caseId, documentId: id }, again)).file, reader);
  }
  files.push(['psychological-report, Word', await wordFile(psychologist, caseId, 'psychological-report')]);
  files.push(['custody-receipt, Word', await wordFile(social, caseId, 'custody-receipt')]);
  const documentIds = documents.filter(({ kind }) => kind === 'filing').map(({ id }) => id);
  const batch = { caseId, batchId: crypto.randomUUID(), documentIds, recipient: null, purpose: null, reprintOf: null };
  const counts = { courtCopies: 1, officeCopies: 1, printer: null };
  await keep('copies in one file', (await lawyer.releaseCopies({ ...batch, ...counts, way: 'save' })).file);
  await lawyer.releaseCopies({ ...batch, ...counts, batchId: crypto.randomUUID(), way: 'print' });
  files.push(['printed office copy', printed.at(-1) ?? new Uint8Array()]);
  const one = { caseId, documentId: documentIds[0] ?? '', way: 'save', recipient: 'Juzgado', purpose: 'Ver' } as const;
  await keep('Word file', (await lawyer.releaseCopy({ ...one, format: 'docx' })).file);
  centre.clock.advance(1000);
  const annexes = [];
  for (const [name, bytes] of [
    ['carta.pdf', await dirtyPdf()],
    ['foto.jpg', await jpgOf({ hasPlace: true })],
  ] as const) {
    const { attachment } = await addFile(lawyer, caseId, { name, bytes });
    annexes.push({ attachmentId: attachment.id, title: 'Anexo' });
  }
  const { filings } = await lawyer.listPresenting({ caseId });
  const filingId = filings[0]?.filingId ?? '';
  const { parts } = await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
  await keep('presentation', parts[0]?.file);
  const desk = await centre.as('admision');
  await keep('blank papers', (await desk.printBlankPapers({ kind: 'ficha', copies: 1, way: 'save' })).file, desk);
  return [...files, ...(await monthFiles())];
}

async function monthFiles(): Promise<Named[]> {
  const centre = await startCentre({ clock: fixedClock('2026-07-02T14:00:00.000Z') });
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
  await (await centre.as('psico')).approveMonthClosing({ proposalId: id }, again);
  const { files } = await coordinator.exportMonth({ month: '2026-06' });
  const found: Named[] = [];
  for (const file of files.filter(({ mediaType }) => mediaType === 'application/pdf')) {
    await coordinator.saveFile({ id: file.id });
    found.push([`month: ${file.name}`, await fetchFile(coordinator, file)]);
  }
  return found;
}

/** Names of the invented persons, of who works there and of the account and computer that this runs on. */
const forbidden = [
  ...[
    'Rosa',
    'Quispe',
    'Pedro',
    'Condori',
    'Jazmines',
    'AUTOR-AJENO',
    'C:\\',
    '/Users/',
    '/home/',
    tmpdir(),
    process.cwd(),
  ],
  ...Object.values(staff).map(({ fullName }) => fullName.split(' ')[0] ?? ''),
  ...[userInfo().username, hostname()].filter((name) => name !== 'root' && name.length > 3),
];

/** The properties, as a reader shows them and as they stand in the file. */
function propertiesOf(bytes: Uint8Array): string {
  const path = join(folder, 'a.bin');
  writeFileSync(path, bytes);
  if (bytes[0] === 0x50) {
    const parts = ['core', 'app', 'custom'].map((name) => execFileSync('unzip', ['-p', path, `docProps/${name}.xml`]));
    return parts.map((part) => part.toString('utf8')).join('\n');
  }
  const shown = ['pdfinfo', 'pdfinfo -meta'].map((command) => {
    const [program = '', ...options] = command.split(' ');
    return execFileSync(program, [...options, path]).toString('utf8');
  });
  return shown.join('\n');
}

describe('files that leave (bad input 94)', () => {
  it('say nothing of who made them, on what computer, or when, whatever paper it is', async () => {
    const files = await everyFile();
    const kinds = files.map(([what]) => what);
    const others = ['hearing sheet', 'hearing card', 'day sheet', 'Word file', 'presentation', 'blank papers'];
    const issued = documentKinds.filter((kind) => kind !== 'monthly-report' && kind !== 'day-sheet');
    for (const what of [...issued, ...others]) expect(kinds).toContain(what);
    expect(kinds.some((what) => what.startsWith('month: '))).toBe(true);
    for (const kind of ['psychological-report', 'custody-receipt']) expect(kinds).toContain(`${kind}, Word`);
    expect(files.length).toBeGreaterThanOrEqual(20);
    for (const [what, bytes] of files) {
      const properties = propertiesOf(bytes);
      const found = forbidden.filter((name) => name !== '' && properties.includes(name));
      expect([what, found]).toEqual([what, []]);
      const years = [...properties.matchAll(/(?:Date:.*|T\d\d:.*|20\d\d-\d\d-\d\dT).*?(20\d\d)/g)].map(
        ([, year]) => year,
      );
      expect([what, years.filter((year) => year !== '2000')]).toEqual([what, []]);
      expect([what, /^Author:\s+(?!Registro CEM)/m.test(properties)]).toEqual([what, false]);
      // Nor in what a reader does not show: the page of another office, the place of a photograph.
      const raw = Buffer.from(bytes).toString('latin1');
      expect([what, /AUTOR-AJENO|PieceInfo|Exif\0\0/.test(raw)]).toEqual([what, false]);
    }
  }, 60_000);
});

describe('printers that print on no paper (bad input 95)', () => {
  it.each([
    ...[
      'Microsoft Print to PDF',
      'Microsoft XPS Document Writer',
      'OneNote (Desktop)',
      'OneNote for Windows 10',
      'Fax',
    ],
    ...['Enviar a OneNote 2016', 'PDFCreator', 'CutePDF Writer', 'doPDF 11', 'Adobe PDF', 'Foxit PhantomPDF Printer'],
    ...['Microsoft Office Document Image Writer', 'Snagit 2024', 'Foxit Reader PDF Printer', 'Nitro PDF Creator'],
    ...['novaPDF 11', 'PDF24', 'PDF-XChange Standard', 'Bullzip PDF Printer', 'Generic PostScript to PDF'],
    ...['Cups-PDF', 'Print to PDF', 'Print to File', 'Imprimir en archivo', 'Guardar como PDF', 'Send To Kindle'],
  ])('knows %s', (name) => {
    expect(isVirtualPrinter(name)).toBe(true);
  });

  it.each([
    ...['HP LaserJet (Admisión)', '\\\\SERVIDOR\\HP LaserJet P2035', 'EPSON L3250 Series', 'Brother DCP-L2540DW'],
    ...['Canon MF3010 en DESKTOP-A1B2', 'Kyocera ECOSYS M2040dn KX', 'Ricoh Aficio MP 201', 'Xerox WorkCentre 3025'],
  ])('takes %s for one of paper, also on the network', (name) => {
    expect(isVirtualPrinter(name)).toBe(false);
  });
});

describe('copies that do not come out (bad input 96)', () => {
  it('of nothing, or of more than a batch may have, register nothing', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { document } = await aWrit(lawyer, caseId);
    const all = { from: null, to: null, state: null, way: null } as const;
    const ask = (more: object) =>
      lawyer.releaseCopies({
        ...{ caseId, batchId: crypto.randomUUID(), documentIds: [document.id], way: 'print', courtCopies: 1 },
        ...{ officeCopies: 0, recipient: null, purpose: null, printer: null, reprintOf: null, ...more },
      } as never);
    expect(await refusal(() => ask({ documentIds: [] }))).toBe('invalid/');
    expect(await refusal(() => ask({ courtCopies: 0 }))).toBe('invalid/');
    expect(await refusal(() => ask({ courtCopies: 500 }))).toBe('invalid/');
    expect((await lawyer.readPrintRegister(all)).lines).toEqual([]);
  });

  it('keep their numbers and say so when the printer is off, and the next ones come out under new numbers', async () => {
    const state = { isOff: true };
    const print = () => (state.isOff ? Promise.reject(new Error('offline')) : Promise.resolve());
    const centre = await startCentre({ ports: { printer: { list: () => Promise.resolve(testPrinters), print } } });
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { document } = await aWrit(lawyer, caseId);
    const all = { from: null, to: null, state: null, way: null } as const;
    const ask = (courtCopies: number) =>
      lawyer.releaseCopies({
        ...{ caseId, batchId: crypto.randomUUID(), documentIds: [document.id], way: 'print', courtCopies },
        ...{ officeCopies: 0, recipient: null, purpose: null, printer: null, reprintOf: null },
      });
    expect(await refusal(() => ask(20))).toBe('storage/copy-not-delivered');
    const states = async () => {
      const { lines } = await lawyer.readPrintRegister(all);
      const counts = Map.groupBy(lines, (line) => line.state);
      return [lines.length, counts.get('failed')?.length ?? 0, counts.get('sent')?.length ?? 0];
    };
    expect(await states()).toEqual([20, 20, 0]);
    state.isOff = false;
    const { copies } = await ask(2);
    expect(copies.map(({ number }) => number)).toEqual(['CEM-2026-000021', 'CEM-2026-000022']);
    expect(await states()).toEqual([22, 20, 2]);
    const off = { list: () => Promise.resolve([]), print };
    const without = await startCentre({ ports: { printer: off } });
    const other = await without.aCase();
    const alone = await without.as('legal');
    const paper = await aWrit(alone, other.caseId);
    const none = () =>
      alone.releaseCopies({
        ...{ caseId: other.caseId, batchId: crypto.randomUUID(), documentIds: [paper.document.id], way: 'print' },
        ...{ courtCopies: 1, officeCopies: 0, recipient: null, purpose: null, printer: null, reprintOf: null },
      } as never);
    expect(await refusal(none)).toBe('storage/printer-unavailable');
    expect((await alone.readPrintRegister(all)).lines).toEqual([]);
  });
});
