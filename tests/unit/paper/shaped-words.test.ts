import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import pdfmake from 'pdfmake';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetWords, printPaper, wordsKept } from '../../../src/main/platform/paper/index.ts';
import { sharedFonts } from '../../../src/main/platform/paper/shared-fonts.ts';
import { composeFiling, filingKinds, inventedGiven } from '../../../src/shared/filings/index.ts';
import { issueOf } from '../filings/sample.ts';
import { everyBlock, plain } from './every-block.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const file = (name: string) => join(fontFolder, `Tinos_${name}.ttf`);
/** As the library reads them by itself. */
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

// Letters made of others, signs that two letters share, pairs that become one sign, marks that stand over letters, and
// what is not seen at all.
const letters = [
  ...Array.from('aefilouAEOTVWYÁÉÑÑáéñü.,«»–ﬁ¡¿ΔµμΩΩ∆'),
  'e\u0301',
  'n\u0303',
  'A\u0301',
  '\u00ad',
  '\u200b',
  '\u00a0',
];
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

afterEach(forgetWords);

describe('words shaped once for all papers', () => {
  it('leave each document as the library draws it without them, whatever was drawn before', { timeout: 120_000 }, async () => {
    const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(documents, async (all) => {
        const order = [...all, ...all.toReversed()];
        const shared: string[] = [];
        for (const words of order) shared.push(await drawn(sharedFonts(fontFolder), words));
        const without: string[] = [];
        for (const words of order) without.push(await drawn(ownFonts, words));
        expect(shared).toEqual(without);
      }),
      { numRuns: 12 },
    );
  });

  it('leave each paper as it is when it is the first', { timeout: 60_000 }, async () => {
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

  it('are few, short and gone when they are forgotten', { timeout: 60_000 }, async () => {
    const print = (text: string) =>
      printPaper({ ...plain, blocks: [{ kind: 'quotation', text }] }, { fontFolder });
    await print('una una');
    const before = wordsKept();
    expect(before).toBeGreaterThan(0);
    await print(`${'ñ'.repeat(40)} una`);
    expect(wordsKept()).toBe(before);
    for (let paper = 0; paper < 3; paper += 1)
      await print(Array.from({ length: 2000 }, (_, at) => `p${paper}x${at}`).join(' '));
    // One face of four thousand words at most, beside the few of the others.
    expect(wordsKept()).toBeLessThan(4100);
    forgetWords();
    expect(wordsKept()).toBe(0);
  });
}); // prettier-ignore
