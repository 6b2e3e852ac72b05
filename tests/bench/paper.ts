/** A filing of two pages through the printer of papers, against drawing the same words by hand and against a browser. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { printPaper } from '../../src/main/platform/paper/index.ts';
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

async function browserRow(ours: () => Promise<number>, lines: readonly Line[]): Promise<Row> {
  const what = 'filing printed, against Chromium';
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    return { what, figure: null, unit: 'times', aim: null, ours: null, other: null, note: 'skipped: no Chromium here' };
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const html = htmlOf(lines);
    const other = () =>
      timeOf(async () => {
        await page.setContent(html);
        await page.pdf({ format: 'A4' });
      });
    const { ratio, ...sides } = await alternate(ours, other, { warmUp: 2, runs: 9 });
    const note = 'other side: page set and printed in a browser that already runs';
    return { what, figure: ratio, unit: 'times', aim: null, ...sides, note };
  } finally {
    await browser.close();
  }
}

export async function paperRows(): Promise<Row[]> {
  const { paper } = composeFiling(facts, shortOptions, issue);
  const lines = linesOf(paper);
  const Document = drawingClass();
  const ours = () => timeOf(() => printPaper(paper, { fontFolder }));
  const { pages } = await printPaper(paper, { fontFolder });
  const { ratio, ...sides } = await alternate(ours, () => timeOf(() => draw(Document, lines)), { warmUp: 5, runs: 15 });
  return [
    {
      what: 'filing printed, against PDFKit by hand',
      figure: ratio,
      unit: 'times',
      aim: '≤ 1.5 ×',
      ...sides,
      note: `${pages} pages; other side: the same words in the same three faces, no layout`,
    },
    await browserRow(ours, lines),
  ];
}
