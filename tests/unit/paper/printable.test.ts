import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { printingIssues, unprintableIn, type Paper } from '../../../src/shared/papers/index.ts';
import { printableRanges } from '../../../src/shared/papers/printable.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');

function paperWith(text: string): Paper {
  const blocks: Paper['blocks'] = [
    { kind: 'heading', level: 2, text: 'II. FUNDAMENTOS DE HECHO' },
    { kind: 'quotation', text },
  ];
  return { title: 'Prueba', number: null, marks: [], letterhead: ['Ministerio'], blocks };
}

type Font = { readonly characterSet: readonly number[] };

/** Characters of a face, by the reader of fonts inside the page maker. */
function charactersOf(face: string): Set<number> {
  const below = (from: NodeJS.Require, name: string) => createRequire(from.resolve(name));
  const pdfkit = below(createRequire(import.meta.url), 'pdfmake');
  const reader = below(pdfkit, 'pdfkit')('fontkit') as { openSync(file: string): Font };
  return new Set(reader.openSync(join(fontFolder, `Tinos_${face}.ttf`)).characterSet);
}

const left = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Script=Hebrew}\ufffc\ufffd]/u;

describe('printable characters', () => {
  it('are those that all four faces have', () => {
    const [first = new Set<number>(), ...others] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
      charactersOf,
    );
    const shared = [...first].filter((code) => others.every((face) => face.has(code)));
    const listed = printableRanges
      .trim()
      .split(/\s+/)
      .flatMap((range) => {
        const [from = 0, to = from] = range.split('-').map((end) => Number.parseInt(end, 16));
        return Array.from({ length: to - from + 1 }, (_, at) => from + at);
      });
    expect(listed).toEqual(shared.filter((code) => !left.test(String.fromCodePoint(code))).sort((a, b) => a - b));
  });

  it.each([
    ['ñÑáÁüÜ«»°º—…’ʼ€ɨɄ\n\t', []],
    ['sal 👩‍👧 de aquí', ['👩‍👧']],
    ['محمد', ['م', 'ح', 'د']],
    ['שלום', ['ש', 'ל', 'ו', 'ם']],
    ['a\u202eb', ['\u202e']],
    ['a\u0007b', ['\u0007']],
    ['a\u00adb', ['\u00ad']],
    ['\ufffd', ['\ufffd']],
  ])('of %j lack %j', (text, lacking) => {
    expect(unprintableIn(text)).toEqual(lacking);
  });

  it('are refused at the field in which they were typed', () => {
    const input = { options: { measures: [{ reason: 'ok' }, { reason: 'me mandó 😡' }] } };
    expect(printingIssues(paperWith('me mandó 😡'), input)).toEqual([
      {
        path: 'options.measures.1.reason',
        message: 'El carácter «😡» (U+1F621) no se puede imprimir. Quítelo o escríbalo con palabras.',
      },
    ]);
  });

  it('are refused under the heading that quotes the record, the invisible ones by their code', async () => {
    const messages = ['محمد', 'a\u202eb'].map((text) => printingIssues(paperWith(text), {})[0]);
    expect(messages).toEqual([
      {
        path: 'paper',
        message:
          'El carácter «م» (U+0645) no se puede imprimir. Está en «II. FUNDAMENTOS DE HECHO»: corríjalo en la ficha.',
      },
      {
        path: 'paper',
        message:
          'El carácter invisible U+202E no se puede imprimir. Está en «II. FUNDAMENTOS DE HECHO»: corríjalo en la ficha.',
      },
    ]);
    await expect(printPaper(paperWith('a\u202eb'), { fontFolder })).rejects.toThrow('invalid:not-printable');
  });
});
