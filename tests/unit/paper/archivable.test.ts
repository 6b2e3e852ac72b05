import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../../scripts/programs.ts';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling, filingKinds, inventedGiven, type FilingKind } from '../../../src/shared/filings/index.ts';
import type { Paper } from '../../../src/shared/papers/blocks.ts';
import {
  composeReferral,
  referralKinds,
  shippedLetter,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import { blankKinds, blankPaper } from '../../../src/shared/register/index.ts';
import { expectArchivable } from '../../support/papers.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';
import { issueOf } from '../filings/sample.ts';
import { everyBlock } from './every-block.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const head = { name: 'CEM Inventado', letterhead: ['CEM Inventado'], isPractice: true } as const;

function writOf(kind: FilingKind): Paper {
  const given = inventedGiven(kind);
  return composeFiling(given.facts, given.options, issueOf(kind)).paper;
}

function letterOf(kind: ReferralKind): Paper {
  const made = { number: '2026-000001', code: 'AB3K-7QX', draft: false, withheld: [], ...nobodyHidden };
  return composeReferral(kind, someFacts, someOptions(kind), { ...made, template: shippedLetter(kind) }).paper;
}

const papers: readonly (readonly [string, Paper])[] = [
  ['every kind of block', everyBlock],
  ...filingKinds.map((kind) => [`writ ${kind}`, writOf(kind)] as const),
  ...referralKinds.map((kind) => [`referral ${kind}`, letterOf(kind)] as const),
  ...blankKinds.map((kind) => [kind, blankPaper(kind, { centre: head, number: 'P-1' })] as const),
  ['a card on small paper', { ...everyBlock, format: 'a6' }],
];

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

const folder = mkdtempSync(join(tmpdir(), 'archivable-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const jhove = process.env['JHOVE'] ?? findProgram('jhove') ?? '';

describe('a printed paper', () => {
  it.each(papers)('passes our gate of PDF/A-2b: %s', async (what, paper) => {
    const { bytes } = await printPaper(paper, { fontFolder });
    writeFileSync(join(folder, `${what.replaceAll(' ', '-')}.pdf`), bytes);
    expectArchivable(bytes);
  });

  it.skipIf(!existsSync(jhove))('is well formed and valid for JHOVE (Debian package jhove)', () => {
    const files = readdirSync(folder).map((name) => join(folder, name));
    const said = execFileSync(jhove, ['-m', 'PDF-hul', ...files], { encoding: 'utf8' });
    expect(said.match(/Status: .*/g)).toEqual(papers.map(() => 'Status: Well-Formed and valid'));
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
