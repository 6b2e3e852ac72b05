/**
 * Words shaped once for all papers: which signs a word is set with and how far apart. A writ says what the one before
 * said, and the drawing library forgets it with each document.
 *
 * What is kept is plain data. The signs themselves are asked of the font of each document, in the order in which it would
 * have made them: a sign remembers the letters of the text that used it first, and the text layer is made of those.
 */

type Sign = { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number };
type Place = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };

/** What fontkit answers; its places are scaled afterwards by the drawing library. */
export type ShapedRun = {
  readonly glyphs: readonly Sign[];
  readonly positions: readonly Place[];
  readonly advanceWidth: number;
};

/** A font as fontkit opens it; `_glyphs` are the signs it has made so far. */
export type ShapingFont = {
  _glyphs: Record<number, Sign | undefined>;
  getGlyph(id: number, codePoints: readonly number[]): Sign;
  layout(text: string, features?: unknown): ShapedRun;
};

/** Flat lists of numbers: a word of nine letters takes half a kilobyte. */
type ShapedWord = {
  readonly ids: readonly number[];
  /** How far to the next sign, of each. */
  readonly advances: readonly number[];
  /** Three more numbers of each; null when all are nought, as they are but for marks above letters. */
  readonly offsets: readonly number[] | null;
  /** Of each sign that was made: its id, how many letters it stands for, and those. */
  readonly made: readonly number[];
};

/** Under 2 MB for each face; most papers use two. */
const mostWords = 2500;
/** What is longer stands in one paper only. */
const longestWord = 32;

class Run implements ShapedRun {
  readonly glyphs: readonly Sign[];
  readonly positions: readonly Place[];

  constructor(font: ShapingFont, { ids, advances, offsets, made }: ShapedWord) {
    for (let at = 0; at < made.length;) {
      const [id = 0, letters = 0] = [made[at], made[at + 1]];
      if (font._glyphs[id] === undefined) font.getGlyph(id, made.slice(at + 2, at + 2 + letters));
      at += 2 + letters;
    }
    this.glyphs = ids.map((id) => font.getGlyph(id, []));
    this.positions = advances.map((xAdvance, at) => ({
      xAdvance,
      yAdvance: offsets?.[3 * at] ?? 0,
      xOffset: offsets?.[3 * at + 1] ?? 0,
      yOffset: offsets?.[3 * at + 2] ?? 0,
    }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
}

export class ShapedWords {
  readonly #words = new Map<string, ShapedWord>();
  readonly #font: ShapingFont;

  /** @param font of which no document is drawn */
  constructor(font: ShapingFont) {
    this.#font = font;
  }

  get size(): number {
    return this.#words.size;
  }

  /** As `font` itself would shape the text. */
  run(font: ShapingFont, text: string): ShapedRun {
    const known = this.#words.get(text);
    if (known !== undefined) return new Run(font, known);
    const shaped = this.#shape(text);
    if (text.length <= longestWord) {
      if (this.#words.size >= mostWords) this.#words.clear();
      this.#words.set(text, shaped);
    }
    return new Run(font, shaped);
  }

  forget(): void {
    this.#words.clear();
  }

  #shape(text: string): ShapedWord {
    this.#font._glyphs = {};
    const { glyphs, positions } = this.#font.layout(text);
    const offsets = positions.flatMap(({ yAdvance, xOffset, yOffset }) => [yAdvance, xOffset, yOffset]);
    return {
      ids: glyphs.map(({ id }) => id),
      advances: positions.map(({ xAdvance }) => xAdvance),
      offsets: offsets.some((one) => one !== 0) ? offsets : null,
      made: Object.values(this.#font._glyphs).flatMap((sign) =>
        sign === undefined ? [] : [sign.id, sign.codePoints.length, ...sign.codePoints],
      ),
    };
  }
}
