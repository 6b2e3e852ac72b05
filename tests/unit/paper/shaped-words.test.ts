import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pdfmake from 'pdfmake';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { forgetWords, printPaper, wordsKept } from '../../../src/main/platform/paper/index.ts';
import { sharedFonts } from '../../../src/main/platform/paper/shared-fonts.ts';
import { composeFiling, filingKinds, inventedGiven } from '../../../src/shared/filings/index.ts';
import { issueOf } from '../filings/sample.ts';
import { everyBlock, plain } from './every-block.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const folder = mkdtempSync(join(tmpdir(), 'own-fonts-'));
cpSync(fontFolder, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, `Tinos_${name}.ttf`);
/** As the library reads them by itself, from files of which ours know nothing. */
const ownFonts = {
  normal: file('400Regular'),
  italics: file('400Regular_Italic'),
  bold: file('700Bold'),
  bolditalics: file('700Bold_Italic'),
};

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Each word in the text and in bold, as the library itself draws a document. */
async function drawn(fonts: typeof ownFonts, words: readonly string[]): Promise<string> {
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setFonts({ Tinos: fonts });
  const text = words.join(' ');
  const document = pdfmake.createPdf({
    info: { creationDate: new Date(0) },
    content: [text, { text, bold: true }, { text: `${text}.`, italics: true, alignment: 'justify' }],
    defaultStyle: { font: 'Tinos' },
  });
  return hashOf(await document.getBuffer());
}

/** Letters that share a sign: whoever uses it first says which of them the text of the document holds. */
const sharing = ['\u2044', '\u2215', ';', '\u037e', 'ə', 'ә', '‖', 'ǁ', '\u00a0'];
/** Pairs that are moved together, letters with a mark above them or made of two, and what is not seen. */
const others = [...Array.from('AVTofiÉñµΩ«'), 'ﬁ', 'e\u0301', 'n\u0303', '\u00ad', '\u200b'];
const word = fc
  .array(fc.constantFrom(...sharing, ...others), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

afterEach(forgetWords);

describe('words shaped once for all papers', () => {
  it('leave each document as the library draws it without them, whatever was drawn before', async () => {
const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(documents, async (all) => {
          const shared: string[] = [];
          for (const words of all) shared.push(await drawn(sharedFonts(fontFolder), words));
          const without: string[] = [];
          for (const words of all) without.push(await drawn(ownFonts, words));
          expect(shared).toEqual(without);
        }),
        { numRuns: 12, examples: [[[['\u2044'], ['\u2215a', '\u2044'], ['\u2215']]]] },
      );
    },
  );

  it('leave each paper as it is when it is the first', async () => {
    const writs = filingKinds.slice(0, 4).map((kind) => {
      const { facts, options } = inventedGiven(kind);
      return composeFiling(facts, options, issueOf(kind)).paper;
    });
    const papers = [everyBlock, ...writs];
    const alone: string[] = [];
    for (const paper of papers) {
      forgetWords();
      alone.push(hashOf((await printPaper(paper, { fontFolder })).bytes));
    }
    forgetWords();
    for (const order of [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 2, 0, 4, 1]])
      for (const at of order) {
        const paper = papers[at] ?? everyBlock;
        expect([at, hashOf((await printPaper(paper, { fontFolder })).bytes)]).toEqual([at, alone[at]]);
      }
  });

  it('are few, short and gone when they are forgotten', async () => {
    const print = (text: string) =>
      printPaper({ ...plain, blocks: [{ kind: 'quotation', text }] }, { fontFolder });
    await print('una una');
    const before = wordsKept();
    expect(before).toBeGreaterThan(0);
    await print(`${'ñ'.repeat(40)} una`);
    expect(wordsKept()).toBe(before);
    for (let paper = 0; paper < 3; paper += 1)
      await print(Array.from({ length: 2000 }, (_, at) => `p${paper}x${at}`).join(' '));
    // One face of 2500 words at most, beside the few of the others.
    expect(wordsKept()).toBeLessThan(2600);
    forgetWords();
    expect(wordsKept()).toBe(0);
  });
}); // prettier-ignore
