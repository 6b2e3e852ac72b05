/** Draws laid pages: lines of text as few instructions, each in the part of the paper that it says. */
import {
  Renderer,
  TextDecorator,
  type Drawing,
  type Inline,
  type LaidPage,
  type Line,
  type SignPlace,
} from './library.ts';
import type { Part } from './structure.ts';

/** A line that stands again on the next page, as the head of a table does, is a copy with the same of this. */
type Spoken = {
  /** Null for what stands beside the text: marks above, number below. */
  readonly part: Part | null;
  isSaid: boolean;
};
export type SpokenLine = Line & { spoken?: Spoken };

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Letters and the moves between them, as one instruction shows them. */
class Shown {
  #parts: string[] = [];
  #signs = '';

  say(sign: string): void {
    this.#signs += sign;
  }

  /** To the right, in thousandths of the size. @returns what it came to */
  move(thousandths: number): number {
    const by = rounded(thousandths);
    if (by === 0) return 0;
    this.#flush();
    this.#parts.push(String(-by));
    return by;
  }

  take(): string {
    this.#flush();
    const taken = this.#parts.join(' ');
    this.#parts = [];
    return `[${taken}] TJ`;
  }

  #flush(): void {
    if (this.#signs !== '') this.#parts.push(`<${this.#signs}>`);
    this.#signs = '';
  }
}

type Signs = Pick<Inline, 'font' | 'fontSize' | 'x'> & { readonly signs: string[]; readonly places: SignPlace[] };

function signsOf({ text, font, fontSize, x }: Inline, left: number): Signs {
  const [signs, places] = font.encode(text.replaceAll('\n', ''));
  return { font, fontSize, x: left + x, signs, places };
}

const isPlain = ({ places }: Signs): boolean => places.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0);

/** The page counts from above: letters are turned over again. */
function instructionsOf(words: readonly Signs[], baseline: number): string[] {
  const first = words[0]?.x ?? 0;
  const all = ['BT', `1 0 0 -1 ${rounded(first)} ${rounded(baseline)} Tm`];
  const shown = new Shown();
  let pen = rounded(first);
  let face = '';
  for (const { font, fontSize, x, signs, places } of words) {
    const wanted = `/${font.id} ${rounded(fontSize)} Tf`;
    if (wanted !== face) {
      if (face !== '') all.push(shown.take());
      all.push(wanted);
      face = wanted;
    }
    const scale = fontSize / 1000;
    pen += shown.move((x - pen) / scale) * scale;
    for (const [at, sign] of signs.entries()) {
      const { advanceWidth, xAdvance } = places[at] ?? { advanceWidth: 0, xAdvance: 0 };
      shown.say(sign);
      pen += (advanceWidth + shown.move(xAdvance - advanceWidth)) * scale;
    }
  }
  all.push(shown.take(), 'ET');
  return all;
}

export class PageDrawer extends Renderer {
  readonly #isTagged: boolean;
  readonly #backgrounds: { drawBackground(line: Line, x: number, y: number): void };
  /** What is being marked, and on which page. */
  #open: { readonly page: object; readonly part: Part | null } | null = null;

  constructor(drawing: Drawing, isTagged: boolean) {
    super(drawing);
    this.#isTagged = isTagged;
    this.#backgrounds = new TextDecorator(drawing);
    // What every page has by itself; JHOVE calls a page that says so not well-formed.
    drawing.on('pageAdded', () => delete drawing.page.dictionary.data['UserUnit']);
  }

  override renderLine(line: SpokenLine, x: number, y: number): void {
    const drawing = this.pdfDocument;
    if (line._outline !== undefined) this.#bookmark(line._outline);
    if (line.inlines.every(({ text }) => text.trim() === '')) return;
    if (line.inlines.some(({ background }) => background !== null)) {
      this.#mark(null);
      this.#backgrounds.drawBackground(line, x, y);
    }
    const { spoken } = line;
    this.#mark(spoken === undefined || spoken.isSaid ? null : spoken.part);
    if (spoken !== undefined) spoken.isSaid = true;
    const words = line.inlines.map((inline) => signsOf(inline, x));
    if (!words.every(isPlain)) {
      super.renderLine(line, x, y);
      return;
    }
    for (const { font } of words) drawing.page.fonts[font.id] ??= font.ref();
    drawing.fillColor('black');
    for (const one of instructionsOf(words, y + line.getAscenderHeight())) drawing.addContent(one);
  }

  override renderVector(vector: object): void {
    this.#mark(null);
    super.renderVector(vector);
  }

  override renderPages(pages: readonly LaidPage[]): void {
    super.renderPages(pages);
    this.#close();
  }

  #bookmark({ id, parentId, text, expanded }: NonNullable<Line['_outline']>): void {
    const above = parentId === undefined ? undefined : this.outlineMap[parentId];
    const item = (above ?? this.pdfDocument.outline).addItem(text, { expanded });
    if (id !== undefined) this.outlineMap[id] = item;
  }

  /** What is drawn from here belongs to the part; to none, what only decorates the page. */
  #mark(part: Part | null): void {
    const { page } = this.pdfDocument;
    if (!this.#isTagged || (this.#open?.page === page && this.#open.part === part)) return;
    this.#close();
    if (part === null) this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    else part.say(this.pdfDocument.markStructureContent(part.role));
    this.#open = { page, part };
  }

  /** The library itself ends what is open at the end of a page. */
  #close(): void {
    if (this.#open?.page === this.pdfDocument.page) this.pdfDocument.endMarkedContent();
    this.#open = null;
  }
}
