import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import type { Paper, PaperBlock, PaperRun } from '../../../src/shared/papers/index.ts';
import { expectPaperEquals, expectPaperReads, expectWellLaid, placedWords } from '../../support/papers.ts';
import { facts, issue, options } from '../filings/sample.ts';
import { plain } from './every-block.ts';
import { randomRuns } from '../../support/random-runs.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');

/** Words wider than their column have to be torn somewhere: what must not be is in whole-words.test. */
async function laid(blocks: readonly PaperBlock[], more: Partial<Paper> = {}): Promise<Uint8Array> {
  const paper = { ...plain, ...more, blocks };
  const { bytes } = await printPaper(paper, { fontFolder });
  expectPaperReads(bytes, paper);
  expectWellLaid(bytes);
  return bytes;
}

/** 400 letters without a place to break. */
const endless = `${'Ñandu'.repeat(79)}fin99`;
const run = (text: string): PaperRun[] => [{ text }];
const account = 'Me dijo que me fuera de la casa y empujó la puerta. '.repeat(400).slice(0, 20_000);

const blocksWith = (text: string): Record<string, PaperBlock[]> => ({
  heading: [{ kind: 'heading', level: 2, text }],
  paragraph: [{ kind: 'paragraph', runs: [{ text: 'Sobre ' }, { text, bold: true }, { text: 'x', missing: true }] }],
  gap: [{ kind: 'paragraph', runs: [{ text, missing: true }] }],
  caption: [{ kind: 'caption', rows: [{ label: text, value: 'uno' }, { label: 'SUMILLA', value: text }] }],
  pairs: [{ kind: 'pairs', rows: [{ label: text, runs: run('uno') }, { label: 'Nombre', runs: run(text) }] }],
  list: [{ kind: 'list', ordered: true, items: [run(text), run('dos')] }],
  quotation: [{ kind: 'quotation', text }],
  table: [{ kind: 'table', head: ['N.º', 'Hecho', 'Fuente'], widths: [40, '*', 60], rows: [['1', 'b', text]] }],
  checks: [{ kind: 'checks', columns: 2, items: [{ text, ticked: true }, { text: 'b', ticked: false }] }],
  signatures: [{ kind: 'signatures', signers: [{ lines: [text, 'Abogada'] }, { lines: [text] }] }],
}); // prettier-ignore

describe('the pages of a paper', () => {
  it.each(Object.entries(blocksWith(endless)))(
    'break an endless name inside their margins: %s',
    async (_kind, blocks) => {
      await laid(blocks);
    },
  );

  it('break an endless name in the letterhead', async () => {
    await laid([], { letterhead: [endless, endless] });
  });

  it.each<[string, PaperBlock]>([
    ['paragraph', { kind: 'paragraph', runs: run(account) }],
    ['pairs', { kind: 'pairs', rows: [{ label: 'Relato', runs: run(account) }] }],
    ['list', { kind: 'list', ordered: true, items: [run(account)] }],
    ['quotation', { kind: 'quotation', text: account }],
    ['table', { kind: 'table', head: ['N.º', 'Hecho'], widths: [40, '*'], rows: [['1', account]] }],
  ])('hold a text of 20,000 characters: %s', async (_kind, block) => {
    await laid([block]);
  });

  it('hold forty children and fifteen accused persons with endless names', async () => {
    const children = Array.from({ length: 40 }, (_, at) => ({ initials: `${at}${endless}`, age: at % 18 }));
    const records = Array.from({ length: 15 }, (_, at) => `${at} ${endless}`);
    const earlierEvents = records.map((text) => ({ date: { year: 2020, month: null, day: null }, text }));
    const { paper } = composeFiling({ ...facts, children, earlierEvents }, options, issue);
    const { bytes } = await printPaper(paper, { fontFolder });
    expectPaperEquals(bytes, paper);
    expectWellLaid(bytes);
  });

  it('keep every signature whole, with its date, and no heading alone at the foot', async () => {
    const signers = [{ lines: ['FIRMAUNO', 'Abogada', 'REGISTROUNO'] }, { lines: ['FIRMADOS', 'DNI'] }];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 300 }), async (lines, length) => {
        const bytes = await laid([
          { kind: 'quotation', text: Array.from({ length: lines }, () => 'línea').join('\n') || 'línea' },
          { kind: 'heading', level: 2, text: 'TITULO' },
          { kind: 'paragraph', runs: run('palabra '.repeat(length).trim()) },
          { kind: 'heading', level: 3, text: 'SUBTITULO' },
          { kind: 'table', head: ['HEAD', 'b'], widths: [60, '*'], rows: Array.from({ length: lines + 1 }, () => ['FILA', 'b']) },
          { kind: 'paragraph', runs: run('FECHA') },
          { kind: 'signatures', signers },
        ]); // prettier-ignore
        const words = placedWords(bytes);
        const pageOf = (text: string) => words.find((word) => word.text === text)?.page;
        const signed = ['FECHA', 'FIRMAUNO', 'REGISTROUNO', 'FIRMADOS'].map(pageOf);
        expect(new Set(signed).size).toBe(1);
        expect(pageOf('TITULO')).toBe(pageOf('palabra'));
        expect(pageOf('SUBTITULO')).toBe(pageOf('FILA'));
      }),
      randomRuns(30),
    );
  });

  it('have no announcement alone at the foot, wherever it falls', async () => {
    for (let lines = 30; lines <= 60; lines += 1) {
      const bytes = await laid([
        { kind: 'quotation', text: Array.from({ length: lines }, () => 'línea').join('\n') },
        { kind: 'paragraph', runs: run('ANUNCIA lo siguiente:') },
        { kind: 'quotation', text: 'CITA\nCITA' },
        { kind: 'quotation', text: Array.from({ length: 30 }, () => 'línea').join('\n') },
      ]);
      const words = placedWords(bytes);
      const pageOf = (text: string) => words.find((word) => word.text === text)?.page;
      expect(pageOf('ANUNCIA'), `${lines} lines above`).toBe(pageOf('CITA'));
    }
  });

  it('have «CARPETA FISCAL» in one line of the caption', async () => {
    const rows = ['CARPETA FISCAL', 'FISCAL A CARGO', 'ESCRITO N.º'].map((label) => ({ label, value: '01' }));
    const words = placedWords(await laid([{ kind: 'caption', rows }]));
    const lineOf = (text: string) => words.find((word) => word.text === text)?.top;
    expect(lineOf('CARPETA')).toBe(lineOf('FISCAL'));
    expect(words.filter(({ text }) => text === 'FISCAL').map(({ top }) => top)[1]).toBe(lineOf('CARGO'));
  });

  it('stay well laid for any Spanish text in any block', async () => {
    const letters = fc.constantFrom(...Array.from('abcñÑáÚ«»°—0123456789.,;:()/-_ \n'));
    const text = fc
      .array(letters, { minLength: 1, maxLength: 300 })
      .map((all) => all.join('').trim())
      .filter((all) => all !== '');
    const block = text.chain((words) => fc.constantFrom(...Object.values(blocksWith(words)).flat()));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        await laid(blocks);
      }),
      randomRuns(40),
    );
  });
});
