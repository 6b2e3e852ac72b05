import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import { textOf, type Paper } from '../../../src/shared/papers/index.ts';
import { expectPaperEquals, pageFeet } from '../../support/papers.ts';
import { everyBlock, plain } from './every-block.ts';
import { facts, issue, options } from '../filings/sample.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');

describe('textOf', () => {
  it('is what the PDF says, for every kind of block', async () => {
    const { bytes } = await printPaper(everyBlock, { fontFolder });
    expectPaperEquals(bytes, everyBlock);
    expect(pageFeet(bytes)).toEqual(['N.º P-1 · Página 1 de 2', 'N.º P-1 · Página 2 de 2']);
  });

  it('is what the PDF of a writ says', async () => {
    const { paper } = composeFiling(facts, options, issue);
    expectPaperEquals((await printPaper(paper, { fontFolder })).bytes, paper);
    expect(textOf(paper)).toContain('SUMILLA');
  });

  it('says the head of a table once where the table goes over pages', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [String(at), `hecho ${at}`]);
    const paper: Paper = { ...plain, blocks: [{ kind: 'table', head: ['N.º', 'Hecho'], widths: [40, '*'], rows }] };
    expectPaperEquals((await printPaper(paper, { fontFolder })).bytes, paper);
  });

  it('sees a paper that says something else', async () => {
    const { bytes } = await printPaper(everyBlock, { fontFolder });
    const other = { ...everyBlock, blocks: everyBlock.blocks.slice(1) };
    expect(() => expectPaperEquals(bytes, other)).toThrow();
  });
});
