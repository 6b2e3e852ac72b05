/** Bad inputs 94 to 96: what files say of who made them, printers that are none, and copies that do not come out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isVirtualPrinter } from '../../../src/main/papers/printers.ts';
import { documentKinds, longDate } from '../../../src/shared/papers/index.ts';
import { civilDateSchema, type CivilDate } from '../../../src/shared/platform/dates.ts';
import { textOf } from '../../support/paper-text.ts';
import { closeCentres, staff, startCentre, testPrinters } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { aWrit, everyFile } from './every-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'neutral-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
afterEach(closeCentres);

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
  // Text has none.
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== '%PDF') return '';
  const shown = ['pdfinfo -rawdates', 'pdfinfo -meta'].map((command) => {
    const [program = '', ...options] = command.split(' ');
    return execFileSync(program, [...options, path]).toString('utf8');
  });
  return shown.join('\n');
}

/** Days and hours in the properties, in digits. */
function daysTold(properties: string): string[] {
  const found = properties.matchAll(/D:\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g);
  return [...found].map(([said]) => said.replace(/\D/g, ''));
}

/** The fixed one, or midnight in Peru of a day that the pages say as well. */
function mayTell(bytes: Uint8Array, told: string): boolean {
  if (told === '20000101000000') return true;
  const day = told.replace(/^(\d{4})(\d\d)(\d\d)050000$/, '$1-$2-$3');
  return civilDateSchema.safeParse(day).success && textOf(Buffer.from(bytes)).includes(longDate(day as CivilDate));
}

describe('files that leave (bad input 94)', () => {
  it('say nothing of who made them, on what computer, or when but for the day they are signed', async () => {
    const files = await everyFile(() => undefined);
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
      expect([what, daysTold(properties).filter((told) => !mayTell(bytes, told))]).toEqual([what, []]);
      expect([what, /^Author:\s+(?!Registro CEM)/m.test(properties)]).toEqual([what, false]);
      // Nor in what a reader does not show: the page of another office, the place of a photograph.
      const raw = Buffer.from(bytes).toString('latin1');
      expect([what, /AUTOR-AJENO|PieceInfo|Exif\0\0/.test(raw)]).toEqual([what, false]);
    }
  });
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
