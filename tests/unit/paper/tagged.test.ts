import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { joinPapers, printPaper, stampOffice } from '../../../src/main/platform/paper/index.ts';
import { composeFiling, filingKinds, inventedGiven } from '../../../src/shared/filings/index.ts';
import { textOf, type Paper, type PaperBlock } from '../../../src/shared/papers/index.ts';
import { composeReferral, referralKinds, shippedLetter } from '../../../src/shared/referrals/index.ts';
import { blankKinds, blankPaper } from '../../../src/shared/register/index.ts';
import { expectArchivable } from '../../support/papers.ts';
import { longStructureOf, structureOf, type SaidPart } from '../../support/structure.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';
import { issueOf } from '../filings/sample.ts';
import { everyBlock, plain } from './every-block.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const folder = mkdtempSync(join(tmpdir(), 'tagged-'));
afterAll(() => rmSync(folder, { recursive: true }));
const print = async (paper: Paper) => (await printPaper(paper, { fontFolder })).bytes;
const printed = (blocks: readonly PaperBlock[]) => print({ ...plain, letterhead: [], blocks });
const tight = (text: string) => text.replace(/\s+/g, '');

const head = { name: 'CEM Inventado', letterhead: ['CEM Inventado'], isPractice: true } as const;
const made = { number: '2026-000001', code: 'AB3K-7QX', draft: false, withheld: [], ...nobodyHidden };
const papers: readonly (readonly [string, Paper])[] = [
  ['every kind of block', everyBlock],
  ...filingKinds.map((kind) => {
    const { facts, options } = inventedGiven(kind);
    return [`writ ${kind}`, composeFiling(facts, options, issueOf(kind)).paper] as const;
  }),
  ...referralKinds.map((kind) => {
    const issue = { ...made, template: shippedLetter(kind) };
    return [`referral ${kind}`, composeReferral(kind, someFacts, someOptions(kind), issue).paper] as const;
  }),
  ...blankKinds.map((kind) => [kind, blankPaper(kind, { centre: head, number: 'P-1' })] as const),
];

const run = (text: string) => [{ text }];

describe('the structure of a printed paper', () => {
  it.each(papers)('says what is seen, in its order, and neither marks nor numbers of pages: %s', async (_what, paper) => {
    const parts = await longStructureOf(await print(paper));
    expect(tight(parts.map(({ text }) => text).join(''))).toBe(tight(textOf(paper)));
  });

  it('is the same to both readers, but for the blanks', async () => {
    const bytes = await print(everyBlock);
    const tightly = (parts: readonly SaidPart[]) => parts.map(({ path, text }) => ({ path, text: tight(text) }));
    expect(tightly(await longStructureOf(bytes))).toEqual(tightly(structureOf(bytes)));
  });

  it('says what each part is', async () => {
    const bytes = await printed([
      { kind: 'heading', level: 1, text: 'Uno' },
      { kind: 'heading', level: 2, text: 'Dos' },
      { kind: 'heading', level: 3, text: 'Tres' },
      { kind: 'paragraph', runs: [{ text: 'Sobre ' }, { text: 'ella', bold: true }, { text: 'x', missing: true }] },
      { kind: 'pairs', rows: [{ label: 'Nombre', runs: run('Ñusta') }] },
      { kind: 'list', ordered: true, items: [run('a'), run('b')] },
      { kind: 'quotation', text: 'Vete' },
      { kind: 'table', head: ['Fecha', 'Hecho'], widths: [80, '*'], rows: [['1', 'uno'], ['2']] },
      { kind: 'checks', columns: 2, items: [{ text: 'sí', ticked: true }, { text: 'no', ticked: false }] },
      { kind: 'signatures', signers: [{ lines: ['Abogada'] }] },
    ]); // prettier-ignore
    expect(structureOf(bytes).map(({ path, text }) => `${path.join(' ')} | ${text}`)).toEqual([
      'H1 | Uno',
      'H2 | Dos',
      'H3 | Tres',
      'P | Sobre ella[FALTA: x]',
      'P | Nombre Ñusta',
      ...['L LI Lbl | 1.', 'L LI LBody | a', 'L LI Lbl | 2.', 'L LI LBody | b'],
      'BlockQuote P | Vete',
      ...['Table TR TH | Fecha', 'Table TR TH | Hecho'],
      ...['Table TR TD | 1', 'Table TR TD | uno', 'Table TR TD | 2', 'Table TR TD | '],
      ...['L LI Lbl | X', 'L LI LBody | sí', 'L LI LBody | no'],
      'P | Abogada',
    ]);
  });

  it('keeps a paragraph that goes on over pages one, and says a repeated head of a table once', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`f${at}`, 'hecho']);
    const parts = structureOf(
      await printed([
        { kind: 'paragraph', runs: run('palabra '.repeat(1200).trim()) },
        { kind: 'table', head: ['Fecha', 'Hecho'], widths: [80, '*'], rows },
      ]),
    );
    expect(parts.filter(({ path }) => path.join(' ') === 'P')).toHaveLength(1);
    expect(parts.filter(({ path }) => path.includes('TH')).map(({ text }) => text)).toEqual(['Fecha', 'Hecho']);
    expect(parts.filter(({ path }) => path.includes('TD'))).toHaveLength(180);
  });

  it('stays in the copy of the office, which says nothing of its own', async () => {
    const bytes = await print(everyBlock);
    const copy = await stampOffice(bytes, { lines: ['Copia de oficina'], code: 'P-1' }, { fontFolder });
    expect(await longStructureOf(copy)).toEqual(await longStructureOf(bytes));
    const path = join(folder, 'copy.pdf');
    writeFileSync(path, copy);
    const drawn = execFileSync('qpdf', ['--qdf', path, '-']).toString('latin1');
    const stamps = drawn.match(/\/Artifact BMC\s+q\s[^E]*?\/\S+ Do\s+Q\s+EMC/g);
    expect(stamps).toHaveLength((await PDFDocument.load(copy)).getPageCount());
    expectArchivable(copy);
  });

  it('is none in a file of several papers, where it would tell of the first alone', async () => {
    const joined = await joinPapers([await print(everyBlock), await print(everyBlock)]);
    expect(execFileSync('pdfinfo', ['-'], { input: joined }).toString()).toMatch(/^Tagged:\s+no$/m);
    expect(Buffer.from(joined).toString('latin1')).not.toMatch(/StructParents|StructTreeRoot|MarkInfo/);
    expectArchivable(joined);
  });
}); // prettier-ignore
