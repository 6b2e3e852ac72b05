import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import {
  csvBytes,
  escapeFormula,
  internalXlsx,
  manifestFile,
  parseReportJson,
  reportCsv,
  reportJson,
  reportXlsx,
  verifyManifest,
} from '../../../src/main/reports/files/index.ts';
import { readSpreadsheet, writeSpreadsheet } from '../../../src/main/platform/spreadsheet.ts';
import {
  countMonth,
  displayTables,
  figureLines,
  internalFileName,
  asTable,
  internalPaper,
  internalRules,
  makeTable,
  monthPaper,
  publishMonth,
  readingNote,
  reportFileName,
  type Imprint,
  type PublishedMonth,
} from '../../../src/shared/reports/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { casesOf, randomFrom, unitOf, unzip } from './support.ts';

const imprint: Imprint = {
  ...{ publication: 7, seal: 'MFRGGZDFMZ', cutOff: civilDateSchema.parse('2026-04-05'), fingerprint: '0A1B 2C3D' },
  ...{ centreName: 'CEM de prueba', ubigeo: '150101', department: 'Lima', district: 'Villa Inventada' },
};
const cases = (size: number) => casesOf(size, randomFrom(3));
const monthOf = (size: number): PublishedMonth =>
  publishMonth(countMonth(cases(size)), { ...unitOf('2026-03'), singleCounts: [{ group: 'hearings', count: 7 }] });
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const sizes = [12, 40, 90];

/** Every exact table of so many cases about which nothing is known but sex and age. */
function exactTables(count: number) {
  const values = { SEXO_VICTIMA: '0', EDAD_VICTIMA: '30' };
  const things = Array.from({ length: count }, (_, at) => ({ caseId: `c${at}`, person: `p${at}`, values }));
  const facts = { grouping: null, months: ['03'], things, placeName: (code: string) => code };
  return internalRules.map((rule) => asTable(makeTable(rule, facts)));
}

describe('file names', () => {
  it('hold centre, period and version only', () => {
    expect(reportFileName('C-0001', '2026-Q1-residual', 'xlsx')).toBe('reporte-c-0001-2026-q1-residual-v2.xlsx');
    expect(internalFileName('C-0001', '2026-03', 'pdf')).toBe('interno-c-0001-2026-03.pdf');
    expect(() => reportFileName('C/../1', '2026-03', 'csv')).toThrow(RangeError);
    expect(() => reportFileName('Ñ', '2026-03', 'csv')).toThrow(RangeError);
  });
});

describe('published files', () => {
  it.each(sizes)('are the same bytes for the same month of %i cases', async (size) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const write of [reportJson, reportCsv, reportXlsx]) {
        vi.setSystemTime(new Date('2026-04-05T13:00:00Z'));
        const first = await write(monthOf(size), imprint);
        vi.setSystemTime(new Date('2031-11-09T04:30:00Z'));
        expect(Buffer.from(await write(monthOf(size), imprint)).equals(Buffer.from(first))).toBe(true);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(sizes)('carry the reading note, word by word, with %i cases', async (size) => {
    expect(text(reportJson(monthOf(size), imprint))).toContain(readingNote);
    expect(text(reportCsv(monthOf(size), imprint))).toContain(readingNote);
    const sheets = await readSpreadsheet(await reportXlsx(monthOf(size), imprint), 500);
    expect(sheets[2]?.rows.flat()).toContain(readingNote);
  });

  it('are read back strictly from JSON, and refused with a figure that is no multiple of 3', () => {
    const bytes = reportJson(monthOf(90), imprint);
    expect(parseReportJson(bytes)).toEqual({ ...monthOf(90), imprint });
    const changed = text(bytes).replace(/"total": \d+/, '"total": 91');
    expect(() => parseReportJson(new TextEncoder().encode(changed))).toThrow();
    const extra = text(bytes).replace('{', '{"name":"x",');
    expect(() => parseReportJson(new TextEncoder().encode(extra))).toThrow();
  });

  it('say «menos de 21» and no figure of cases in a band', async () => {
    expect(figureLines(monthOf(12)).map(({ value, state }) => [value, state])).toEqual([[null, 'band']]);
    const [figures] = await readSpreadsheet(await reportXlsx(monthOf(12), imprint), 100);
    expect(figures?.rows.at(-1)).toEqual(['T1. Casos del periodo', 'menos de 21']);
    expect(figures?.rows.flat().some((cell) => typeof cell === 'number')).toBe(false);
  });
});

describe('CSV', () => {
  it('opens in Excel: BOM, semicolons, Windows line ends, one figure a row', () => {
    const csv = text(reportCsv(monthOf(90), imprint));
    expect(csv.startsWith('\ufeffcentro;ubigeo;departamento;periodo;tabla;')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = Papa.parse<string[]>(csv.slice(1), { delimiter: ';', skipEmptyLines: true }).data;
    expect(rows).toHaveLength(1 + figureLines(monthOf(90)).length + 12);
    expect(rows.every((row) => row.length === 12)).toBe(true);
    const cube = rows.filter((row) => row[4] === 'T4').map((row) => Number(row[9]));
    expect(cube.slice(0, 24)).toEqual(monthOf(90).cells.map((cell) => cell.count));
  });

  it('keeps numbers in a column of their own, and says of every empty one why it is empty', () => {
    const rowsOf = (size: number) =>
      Papa.parse<string[]>(text(reportCsv(monthOf(size), imprint)).slice(1), { delimiter: ';', skipEmptyLines: true })
        .data.slice(1)
        .map((row) => ({ table: row[4], value: row[9] ?? '', state: row[10] ?? '', text: row[11] ?? '' }));
    for (const { table, value, state, text: said } of [...rowsOf(12), ...rowsOf(40), ...rowsOf(90)]) {
      if (table === 'NOTA') expect([value, state, said === '']).toEqual(['', '', false]);
      else expect([/^\d+$/.test(value), said]).toEqual([state === 'publicado', '']);
      expect(['publicado', 'menos-de-21', 'no-mostrado', '']).toContain(state);
    }
    expect(rowsOf(12).filter(({ state }) => state === 'menos-de-21')).toHaveLength(1);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x', '\r=1'])(
    'escapes %j in text',
    (value) => {
      expect(escapeFormula(value)).toBe(`'${value}`);
      const row = Papa.parse<string[]>(text(csvBytes([[value, -5]])).slice(1), { delimiter: ';', newline: '\r\n' })
        .data[0];
      expect(row).toEqual([`'${value}`, '-5']);
    },
  );

  it('leaves harmless text alone', () => {
    for (const value of ['', '0 a 17 años', 'a=b', '–', '2026-03']) expect(escapeFormula(value)).toBe(value);
  });
});

describe('XLSX', () => {
  it('holds the published figures as numbers, to read and to count with, in three visible sheets', async () => {
    const sheets = await readSpreadsheet(await reportXlsx(monthOf(90), imprint), 500);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Cifras', 'Datos', 'Notas de lectura']);
    expect(sheets[1]?.rows[0]?.slice(-3)).toEqual(['valor', 'estado', 'texto']);
    expect(sheets[1]?.rows).toHaveLength(1 + figureLines(monthOf(90)).length + 12);
    const rows = sheets[0]?.rows ?? [];
    for (const table of displayTables(monthOf(90))) {
      const at = rows.findIndex((row) => row[0] === table.title);
      table.rows.forEach((row, index) => {
        const read = rows[at + 2 + index] ?? [];
        expect(read.slice(0, row.cells.length + 1)).toEqual([row.label, ...row.cells.map((cell) => cell.value ?? '–')]);
      });
    }
  });

  it('keeps text that looks like a formula as text, and a number as a number', async () => {
    const rows = [[{ value: '=HYPERLINK("x")', look: 'text' } as const, { value: 3, look: 'text' } as const]];
    const bytes = await writeSpreadsheet('Reporte', [{ name: 'Uno', widths: [10, 10], rows, landscape: false }]);
    expect((await readSpreadsheet(bytes, 10))[0]?.rows).toEqual([['=HYPERLINK("x")', 3]]);
  });

  it('holds no time, author, comment, formula, link or hidden part (S9)', async () => {
    const parts = unzip(await reportXlsx(monthOf(90), imprint));
    expect(new Set(parts.map((part) => part.stamp)).size).toBe(1);
    const names = parts.map((part) => part.name);
    expect(names.filter((name) => /comment|vml|external|printerSettings|custom|media|calcChain/i.test(name))).toEqual(
      [],
    );
    expect(parts.find((part) => part.name === 'docProps/core.xml')?.text).toContain('2000-01-01T00:00:00Z');
    expect(parts.find((part) => part.name === 'docProps/app.xml')?.text).toContain(
      '<Application>Registro CEM</Application>',
    );
    const styles = parts.find((part) => part.name === 'xl/styles.xml')?.text ?? '';
    expect(styles.match(/<font>/g)).toHaveLength(styles.match(/<name val="Arial"\/>/g)?.length ?? 0);
    expect(JSON.stringify(parts)).not.toMatch(/hucre/);
    for (const { name, text: xml } of parts) {
      expect(xml).not.toMatch(/<f[ >]|<hyperlink|state="(very)?[hH]idden"|hidden="1"|lastModifiedBy/);
      if (name.endsWith('core.xml')) expect(xml.match(/20\d\d-\d\d-\d\dT/g)).toEqual(['2000-01-01T', '2000-01-01T']);
    }
  });

  it('has one sheet a table inside the centre, each marked «Uso interno»', async () => {
    const tables = exactTables(40);
    const about = { centreName: 'CEM de prueba', period: '2026-03' };
    const sheets = await readSpreadsheet(await internalXlsx(tables, about), 200);
    expect(sheets.map((sheet) => sheet.name)).toEqual(tables.map((table) => table.key));
    for (const sheet of sheets) expect(String(sheet.rows[0]?.[0])).toMatch(/^Uso interno/);
    for (const sheet of sheets) expect(sheet.rows[1]?.[0]).toBe('CEM de prueba · marzo de 2026');
    const ages = sheets.find(({ name }) => name === 'T2');
    expect(ages?.rows.at(-1)?.slice(0, 3)).toEqual(['Total', 40, 100]);
  });
});

describe('manifest', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = createPublicKey(privateKey);
  const unit = { centre: 'C-0001', period: '2026-03', schemaVersion: 1 };
  const files = [
    { name: reportFileName('C-0001', '2026-03', 'json'), bytes: reportJson(monthOf(90), imprint) },
    { name: reportFileName('C-0001', '2026-03', 'csv'), bytes: reportCsv(monthOf(90), imprint) },
  ];
  const manifest = manifestFile(unit, files, privateKey);

  it('verifies with the key of the centre, in any order of files, and is the same each time', () => {
    expect(verifyManifest(manifest, files, publicKey)).toBe(true);
    expect(verifyManifest(manifest, [...files].reverse(), publicKey)).toBe(true);
    expect(text(manifestFile(unit, [...files].reverse(), privateKey))).toBe(text(manifest));
  });

  it('fails when one byte of a file changes, a file is missing or another is added', () => {
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('no files');
    const bytes = Uint8Array.from(first.bytes);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(verifyManifest(manifest, [{ ...first, bytes }, second], publicKey)).toBe(false);
    expect(verifyManifest(manifest, [first], publicKey)).toBe(false);
    expect(verifyManifest(manifest, [...files, { name: 'x.csv', bytes }], publicKey)).toBe(false);
  });

  it('fails when any value of the manifest changes, or it is signed with another key', () => {
    const changed = text(manifest).replace('2026-03"', '2026-04"');
    expect(changed).not.toBe(text(manifest));
    expect(verifyManifest(new TextEncoder().encode(changed), files, publicKey)).toBe(false);
    expect(verifyManifest(new TextEncoder().encode('{'), files, publicKey)).toBe(false);
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(verifyManifest(manifestFile(unit, files, other), files, publicKey)).toBe(false);
  });
});

describe('papers of the month', () => {
  const options = { letterhead: ['MIMP'], centreName: 'CEM de prueba', practice: false };
  const words = (paper: unknown) => JSON.stringify(paper);

  it('prints the published figures with the reading note the number of publication and the key of the centre', () => {
    const paper = monthPaper(monthOf(90), imprint, options);
    expect(paper.marks).toEqual([]);
    expect(paper.number).toBe('7 · MFRGGZDFMZ');
    expect(words(paper)).toContain(readingNote);
    expect(words(paper)).toMatch(/UBIGEO 150101.*05\/04\/2026.*N.º 7 de este centro.*0A1B 2C3D/);
    for (const block of paper.blocks) {
      if (block.kind !== 'table') continue;
      expect(block.rows.every((row) => row.length === block.head.length)).toBe(true);
      expect(block.widths).toHaveLength(block.head.length);
    }
  });

  it('marks a draft, and the practice centre beside it', () => {
    expect(monthPaper(monthOf(40), null, options)).toMatchObject({ marks: ['draft'], number: null });
    expect(monthPaper(monthOf(40), null, { ...options, practice: true }).marks).toEqual(['practice', 'draft']);
  });

  it('prints no table in a band', () => {
    const paper = monthPaper(monthOf(12), imprint, options);
    expect(paper.blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(words(paper)).toContain('menos de 21');
  });

  it('marks exact figures as «Uso interno»', () => {
    const paper = internalPaper(exactTables(40), '2026-03', options);
    expect(paper.marks).toEqual(['internal']);
    expect(words(paper)).toContain('Uso interno');
    expect(words(paper)).not.toContain(readingNote);
  });
});
