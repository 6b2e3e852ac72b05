/**
 * A filing of two pages through the printer of papers, against drawing the same words by hand, printing them in a browser
 * and converting the Word file; then a hundred papers, as when the papers of a whole case are printed in one go.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { browserOf, findProgram } from '../../scripts/programs.ts';
import { printPaper, writeWord } from '../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../src/shared/filings/index.ts';
import type { Paper, PaperRun } from '../../src/shared/papers/blocks.ts';
import { facts, issue, options } from '../unit/filings/sample.ts';
import { alternate, timeOf, type Row } from './measure.ts';

const fontFolder = join(import.meta.dirname, '../../resources/fonts');
const faces = {
  regular: join(fontFolder, 'Tinos_400Regular.ttf'),
  bold: join(fontFolder, 'Tinos_700Bold.ttf'),
  italic: join(fontFolder, 'Tinos_400Regular_Italic.ttf'),
} as const;
const runProgram = promisify(execFile);
/** A middle of fewer says little on a machine that others use. */
const single = { warmUp: 3, runs: 20 } as const;
const batch = { warmUp: 1, runs: 3 } as const;
const batchSize = 100;

type Line = { readonly text: string; readonly face: keyof typeof faces };

/** The invented filing without what brings it to a third page. */
const shortOptions = {
  ...options,
  precautionary: [],
  evidence: [],
  annexes: [],
  urgency: { asked: false, reason: null },
};

/** What this file needs of PDFKit, the drawing library inside the page maker. */
type Drawing = {
  on(event: 'data' | 'end', listener: () => void): Drawing;
  font(file: string): Drawing;
  fontSize(points: number): Drawing;
  text(text: string, options: { align: 'justify' }): Drawing;
  end(): void;
};
type DrawingClass = new (options: { size: 'A4'; margin: number }) => Drawing;

function drawingClass(): DrawingClass {
  const fromHere = createRequire(import.meta.url);
  const module: unknown = createRequire(fromHere.resolve('pdfmake'))('pdfkit');
  return (typeof module === 'function' ? module : (module as { default: unknown }).default) as DrawingClass;
}

/** The words of the paper, one line per paragraph, cell or row, in the faces that the paper uses. */
function linesOf(paper: Paper): Line[] {
  const lines: Line[] = paper.letterhead.map((text) => ({ text, face: 'bold' }));
  const walk = (value: unknown, face: Line['face']): void => {
    if (typeof value === 'string') lines.push({ text: value, face });
    else if (isRuns(value)) lines.push({ text: value.map((run) => run.text).join(''), face });
    else if (Array.isArray(value)) value.forEach((one) => walk(one, face));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) if (name !== 'kind' && name !== 'align') walk(part, face);
    }
  };
  for (const block of paper.blocks) {
    walk(block, block.kind === 'heading' ? 'bold' : block.kind === 'quotation' ? 'italic' : 'regular');
  }
  return lines;
}

function isRuns(value: unknown): value is readonly PaperRun[] {
  const isRun = (one: unknown) =>
    typeof one === 'object' && one !== null && 'text' in one && Object.keys(one).every((key) => runKeys.has(key));
  return Array.isArray(value) && value.length > 0 && value.every(isRun);
}
const runKeys = new Set(['text', 'bold', 'missing']);

function draw(Document: DrawingClass, lines: readonly Line[]): Promise<void> {
  return new Promise((resolve) => {
    const drawing = new Document({ size: 'A4', margin: 70 });
    drawing.on('data', () => undefined).on('end', resolve);
    drawing.fontSize(11.5);
    for (const { text, face } of lines) drawing.font(faces[face]).text(text, { align: 'justify' });
    drawing.end();
  });
}

function htmlOf(lines: readonly Line[]): string {
  const fontFace = ([name, file]: [string, string]) =>
    `@font-face { font-family: ${name}; src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}) }`;
  const paragraph = ({ text, face }: Line) =>
    `<p style="font-family: ${face}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  const style = `${Object.entries(faces).map(fontFace).join(' ')} body { font-size: 11.5pt; text-align: justify }`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${lines.map(paragraph).join('')}`;
}

const executablePath = browserOf();
const officePath = process.env['SOFFICE'] ?? findProgram('soffice') ?? '';

const skipped = (what: string, note: string): Row => {
  return { what, figure: null, unit: 'times', aim: null, ours: null, other: null, note };
};

async function pageOf(page: Page, html: string): Promise<void> {
  await page.setContent(html);
  await page.pdf({ format: 'A4' });
}

/** With a browser that already runs, and with one started for the paper, as a program without a browser of its own does. */
async function browserRows(ours: () => Promise<number>, hundred: () => Promise<number>, html: string): Promise<Row[]> {
  if (!existsSync(executablePath)) return [skipped('filing printed, against Chromium', 'skipped: no Chromium here')];
  const start = () => chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const cold = await alternate(
    ours,
    () =>
      timeOf(async () => {
        const browser = await start();
        await pageOf(await browser.newPage(), html);
        await browser.close();
      }),
    single,
  );
  const browser = await start();
  try {
    const page = await browser.newPage();
    const warm = await alternate(ours, () => timeOf(() => pageOf(page, html)), single);
    const many = await alternate(
      hundred,
      () =>
        timeOf(async () => {
          for (let paper = 0; paper < batchSize; paper += 1) await pageOf(page, html);
        }),
      batch,
    );
    return [
      row(
        'filing printed, against Chromium started for it',
        cold,
        '≤ 0.2 ×',
        'other side: browser started, page set, printed',
      ),
      row('filing printed, against Chromium that runs', warm, '≤ 0.2 ×', 'other side: page set and printed'),
      row(`${batchSize} papers, against Chromium that runs`, many, '≤ 0.12 ×', 'other side: one page after the other'),
    ];
  } finally {
    await browser.close();
  }
}

/** The Word file of the same filing, made a PDF by LibreOffice: once for one paper, and all in one start. */
async function officeRows(ours: () => Promise<number>, hundred: () => Promise<number>, paper: Paper): Promise<Row[]> {
  if (!existsSync(officePath)) return [skipped('filing printed, against LibreOffice', 'skipped: no LibreOffice here')];
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  const [out, profile] = [join(folder, 'out'), join(folder, 'profile')];
  mkdirSync(out);
  const word = await writeWord(paper);
  const names = Array.from({ length: batchSize }, (_, at) => join(folder, `paper-${at}.docx`));
  for (const name of names) writeFileSync(name, word);
  const convert = (files: readonly string[]) =>
    timeOf(() =>
      runProgram(officePath, [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        out,
        ...files,
      ]),
    );
  try {
    const one = await alternate(ours, () => convert(names.slice(0, 1)), single);
    const many = await alternate(hundred, () => convert(names), batch);
    return [
      row('filing printed, against LibreOffice from DOCX', one, '≤ 0.2 ×', 'other side: started for each paper'),
      row(`${batchSize} papers, against LibreOffice from DOCX`, many, '≤ 0.5 ×', 'other side: started once for all'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(what: string, sides: Awaited<ReturnType<typeof alternate>>, aim: string, note: string): Row {
  return { what, figure: sides.ratio, unit: 'times', aim, ours: sides.ours, other: sides.other, note };
}

export async function paperRows(): Promise<Row[]> {
  const { paper } = composeFiling(facts, shortOptions, issue);
  const lines = linesOf(paper);
  const Document = drawingClass();
  const ours = () => timeOf(() => printPaper(paper, { fontFolder }));
  const byHand = () => timeOf(() => draw(Document, lines));
  const times = (work: () => Promise<unknown>) => () =>
    timeOf(async () => {
      for (let at = 0; at < batchSize; at += 1) await work();
    });
  const hundred = times(ours);
  const { pages } = await printPaper(paper, { fontFolder });
  const note = `${pages} pages; other side: the same words in the same three faces, no layout`;
  return [
    row('filing printed, against PDFKit by hand', await alternate(ours, byHand, single), '≤ 1.5 ×', note),
    row(`${batchSize} papers, against PDFKit by hand`, await alternate(hundred, times(byHand), batch), '≤ 1.5 ×', note),
    ...(await browserRows(ours, hundred, htmlOf(lines))),
    ...(await officeRows(ours, hundred, paper)),
  ];
}
