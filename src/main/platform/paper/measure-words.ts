/**
 * Words of a text measured for the page maker, to the same figures as by itself: it asks for twenty styles of each word
 * through everything around it, and shapes what it has measured before. Papers use eight of them.
 */
import type { Drawing, DrawnFont, Styles, Word } from './library.ts';

type Usual = {
  readonly font: string;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly alignment: string;
  readonly background: string | null;
  readonly noWrap: boolean | null;
};
const usual: Usual = {
  ...{ font: 'Tinos', bold: false, italics: false, fontSize: 12, lineHeight: 1 },
  ...{ alignment: 'left', background: null, noWrap: null },
};
const names = Object.keys(usual) as (keyof Usual)[];

/** How the text around the words is set. */
function around(styles: Styles): Usual {
  return Object.fromEntries(names.map((name) => [name, styles.getProperty(name) ?? usual[name]])) as Usual;
}

export class WordMeasure {
  readonly #drawing: Drawing;
  /** Width of a text at size 1, by the font of this document. */
  readonly #widths = new Map<DrawnFont, Map<string, number>>();

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** Writes into each word where it breaks a line and how much room it takes. */
  measure(words: Word[], styles: Styles): Word[] {
    const text = around(styles);
    for (const word of words) {
      const fontSize = word.fontSize ?? text.fontSize;
      const font = this.#drawing.provideFont(text.font, word.bold ?? text.bold, word.italics ?? text.italics);
      const width = (part: string) => (part === '' ? 0 : (this.#widthOf(font, part) * fontSize) / 1000);
      const isBlank = word.text.trim() === '';
      word.font = font;
      word.fontSize = fontSize;
      word.alignment ??= text.alignment;
      word.background ??= text.background;
      word.noWrap ??= text.noWrap;
      word.color = 'black';
      word.width = width(word.text);
      word.height = font.lineHeight(fontSize) * (word.lineHeight ?? text.lineHeight);
      word.leadingCut = width(word.text.slice(0, word.text.length - word.text.trimStart().length));
      word.trailingCut = isBlank ? word.width : width(word.text.slice(word.text.trimEnd().length));
    }
    return words;
  }

  #widthOf(font: DrawnFont, text: string): number {
    let widths = this.#widths.get(font);
    if (widths === undefined) this.#widths.set(font, (widths = new Map<string, number>()));
    let width = widths.get(text);
    if (width === undefined) widths.set(text, (width = font.widthOfString(text, 1000)));
    return width;
  }
}
