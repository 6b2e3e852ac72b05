/** Numbers, codes, dates and articles as a reader of the page finds them: in one line, without a space inside. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { wholeParts, widthOf } from '../../../src/main/platform/paper/whole-words.ts';
import { unprintableIn, type PaperBlock } from '../../../src/shared/papers/index.ts';
import { expectPaperEquals, pageTexts } from '../../support/papers.ts';
import { plain } from './every-block.ts';

type Face = {
  readonly unitsPerEm: number;
  readonly glyphForCodePoint: (code: number) => { readonly advanceWidth: number };
};
const { openSync } = createRequire(import.meta.url)('fontkit') as { openSync: (file: string) => Face };

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const line = { room: 453, size: 11.5 };
const wholes = (text: string) =>
  wholeParts(text, line)
    .filter(({ isWhole }) => isWhole)
    .map((part) => part.text.trimEnd());

const phrases = [
  '01234-2026-0-1001-JR-FT-02',
  '001-2026-MIMP/AURORA/CEM-ÑAW',
  'DS 009-2016-MIMP',
  'RA 000345-2020-P-CE-PJ',
  'N.º 2026-000012',
  'Ley N.º 30364',
  'Art. 22-A',
  'artículo 122-B',
  'inciso 6',
  'literal b)',
  'Decreto Legislativo 1386'.slice(8),
  '3 de setiembre de 2026',
  '1 de enero',
  'Q. I. H. C.',
  'S/ 12 000.00',
  '12 000.50',
  '48 horas',
  '9:30 a. m.',
  'Jr. Inventado',
  'Dra. Ficticia',
  'DNI N.º 00112233',
];

describe('widthOf', () => {
  it('takes no sign that we print for narrower than it is drawn', () => {
    const faces = ['400Regular', '700Bold'].map((face) => openSync(join(fontFolder, `Tinos_${face}.ttf`)));
    const narrow = (code: number) =>
      faces.some(
        (face) => face.glyphForCodePoint(code).advanceWidth / face.unitsPerEm > widthOf(String.fromCodePoint(code)),
      );
    const printed = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => code >= 0x20 && unprintableIn(String.fromCodePoint(code)).length === 0,
    );
    expect(printed.length).toBeGreaterThan(1000);
    expect(printed.filter(narrow).map((code) => String.fromCodePoint(code))).toEqual([]);
  });
});

describe('wholeParts', () => {
  it.each(phrases)('keeps «%s» whole, with its brackets and its comma', (phrase) => {
    expect(wholes(`Como dice (${phrase}), se pide otra cosa.`)).toEqual([`(${phrase}),`]);
  });

  it('keeps a dash with the word at its side', () => {
    expect(wholes('Me dijo —como siempre— que calle.')).toEqual(['—como', 'siempre—']);
  });

  it('leaves words to the page maker, and gives back every letter', () => {
    const text = 'Pido a usted que se fije una pensión.\nAsí lo digo, con respeto.';
    expect(wholeParts(text, line)).toEqual([{ text, isWhole: false }]);
    const mixed = `${phrases.join(', ')}\n\nfin `;
    expect(
      wholeParts(mixed, line)
        .map((part) => part.text)
        .join(''),
    ).toBe(mixed);
  });

  it('breaks what would not fit in the line', () => {
    expect(wholeParts(`${'A-'.repeat(80)}B`, line)[0]?.isWhole).toBe(false);
    for (const wide of ['01234-2026-0-1001-JR-FT-02', '—Ú3——5°«:6á', 'm-'.repeat(6)])
      expect(wholeParts(wide, { room: 60, size: 10 })[0]?.isWhole).toBe(false);
  });
});

/** Each phrase at every place of a justified line. */
const blocks: PaperBlock[] = phrases.flatMap((phrase) =>
  [1, 2, 3, 5, 8].map((words): PaperBlock => ({
    kind: 'paragraph',
    runs: [
      { text: `${'Según consta en los actuados '.repeat(words)}«` },
      { text: phrase, bold: true },
      { text: `», (${phrase}), y ${phrase}; ` },
      { text: 'nombre del despacho', missing: true },
      { text: `, así lo dice ${phrase}. ${'Por eso lo pido ante usted, con el debido respeto. '.repeat(2)}` },
    ],
  })),
);

describe('a page', () => {
  it('tears nothing in paragraphs, lists, quotations, pairs, tables and the caption', async () => {
    const long = `Conforme a ${phrases.join(', ')}, que se citan.`;
    const more: PaperBlock[] = [
      { kind: 'caption', rows: [{ label: 'EXPEDIENTE', value: phrases[0] ?? '' }] },
      { kind: 'list', ordered: true, items: [[{ text: long }]] },
      { kind: 'quotation', text: long },
      { kind: 'pairs', rows: [{ label: 'Referencia', runs: [{ text: long }] }] },
      { kind: 'table', head: ['N.º', 'Referencia'], widths: [40, '*'], rows: [['1', long]] },
    ];
    const paper = { ...plain, blocks: [...more, ...blocks] };
    const { bytes } = await printPaper(paper, { fontFolder });
    expectPaperEquals(bytes, paper);
    // The number of the file stands in one line, as it is typed into a search.
    expect(
      pageTexts(bytes)[0]
        ?.split('\n')
        .some((one) => one.includes(phrases[0] ?? '')),
    ).toBe(true);
    for (const phrase of phrases) {
      const said = pageTexts(bytes).join('\n').split(phrase).length - 1;
      expect([phrase, said]).toEqual([phrase, expect.any(Number)]);
      expect(said).toBeGreaterThanOrEqual(5 * 4 + 4);
    }
  });
});
