import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import { blankKinds, blankPaper } from '../../../src/shared/register/index.ts';
import { expectArchivable } from '../../support/papers.ts';
import { facts, issue, options } from '../filings/sample.ts';
import { everyBlock } from './every-block.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const head = { name: 'CEM Inventado', letterhead: ['CEM Inventado'], isPractice: true } as const;

const papers = [
  ['every kind of block', everyBlock],
  ['a writ', composeFiling(facts, options, issue).paper],
  ...blankKinds.map((kind) => [kind, blankPaper(kind, { centre: head, number: 'P-1' })] as const),
] as const;

/** Titles of the bookmarks, each with those below it. */
function bookmarks(document: PDFDocument, of?: PDFDict): unknown[] {
  const node = of ?? document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const found: unknown[] = [];
  let item = node?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item !== undefined) {
    const title = item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText();
    const below = bookmarks(document, item);
    found.push(below.length === 0 ? title : [title, ...below]);
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}

describe('a printed paper', () => {
  it.each(papers)('passes our gate of PDF/A-2b: %s', async (_what, paper) => {
    expectArchivable((await printPaper(paper, { fontFolder })).bytes);
  });

  it('has its headings as bookmarks, one below the other', async () => {
    const blocks = ([1, 2, 3, 3, 2] as const).map((level, at) => ({
      kind: 'heading' as const,
      level,
      text: `Título ${at} «ñ»`,
    }));
    const { bytes } = await printPaper({ ...everyBlock, blocks }, { fontFolder });
    const document = await PDFDocument.load(bytes);
    expect(bookmarks(document)).toEqual([
      ['Título 0 «ñ»', ['Título 1 «ñ»', 'Título 2 «ñ»', 'Título 3 «ñ»'], 'Título 4 «ñ»'],
    ]);
  });
});
