/**
 * Pages of one file, laid by the page maker and drawn by ourselves: laid as often as a paper needs and drawn once, a line
 * of text as one instruction instead of one for each word, and each marked with what it is.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  DrawingDocument,
  filesInMemory,
  LayoutBuilder,
  normalizePageMargin,
  normalizePageSize,
  SVGMeasure,
  type Drawing,
  type LaidPage,
  type LeafNode,
  type Line,
  type Row,
} from './library.ts';
import { WordMeasure } from './measure-words.ts';
import { PageDrawer, type SpokenLine } from './page-drawer.ts';
import { isRole, Part } from './structure.ts';

class Layout extends LayoutBuilder {
  readonly #words: WordMeasure;
  #path: Part[] = [];
  /** Of the text that is being broken into lines; null beside the text of the paper. */
  #part: Part | null = null;
  #isBeside = false;

  constructor(size: 'A4' | 'A6', margins: object, words: WordMeasure) {
    super(normalizePageSize(size), margins, new SVGMeasure());
    this.#words = words;
  }

  /** What the pages laid last say. */
  get whole(): Part {
    return this.#path[0] ?? new Part('Document');
  }

  /** Called again for each page break that is moved. */
  override tryLayoutDocument(...all: unknown[]): unknown {
    this.#path = [new Part('Document')];
    this.docMeasure.textInlines.measure = (words, styles) => this.#words.measure(words, styles);
    return super.tryLayoutDocument(...all);
  }

  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    this.#isBeside = true;
    super.addHeadersAndFooters(header, footer);
    this.#isBeside = false;
  }

  override processNode(node: LeafNode, mayAlign?: boolean): void {
    this.#within(node.tag, () => {
      super.processNode(node, mayAlign);
    });
  }

  override processRow(row: Row): object {
    return this.#within(row.tableNode?.tag === 'Table' ? 'TR' : null, () => super.processRow(row));
  }

  override processLeaf(node: LeafNode): void {
    this.#part = this.#isBeside ? null : (this.#path.at(-1)?.forText() ?? null);
    super.processLeaf(node);
  }

  override buildNextLine(node: LeafNode): Line | null {
    const line: SpokenLine | null = super.buildNextLine(node);
    if (line !== null) line.spoken = { part: this.#part, isSaid: false };
    return line;
  }

  #within<Made>(tag: unknown, make: () => Made): Made {
    const above = this.#path.at(-1);
    if (this.#isBeside || above === undefined || !isRole(tag)) return make();
    this.#path.push(above.add(tag));
    const made = make();
    this.#path.pop();
    return made;
  }
}

export type FileProperties = {
  readonly title: string;
  readonly createdOn: Date;
  readonly fonts: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>;
  /** False for pages to be laid over others, which say nothing by themselves. */
  readonly isTagged: boolean;
  /** What it says of who made it: nothing where she carries it. */
  readonly maker: 'Registro CEM' | 'PDF';
};

export type PageSet = Pick<
  TDocumentDefinitions,
  'pageMargins' | 'defaultStyle' | 'header' | 'footer' | 'content' | 'pageBreakBefore'
> & { readonly size?: 'A4' | 'A6' };

type LaidPages = { readonly pages: readonly LaidPage[]; readonly whole: Part };

export class PageMaker {
  readonly #drawing: Drawing;
  readonly #words: WordMeasure;
  readonly #isTagged: boolean;

  constructor({ title, createdOn, fonts, isTagged, maker }: FileProperties) {
    const options = {
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      lang: 'es-PE',
      displayTitle: true,
      tagged: isTagged,
      autoFirstPage: false,
      font: null,
      info: { Title: title, Creator: maker, Producer: maker, CreationDate: createdOn },
    };
    // Nothing of this computer is read: the fonts are in memory.
    this.#drawing = new DrawingDocument({ Tinos: fonts }, {}, {}, {}, options, filesInMemory, () => false);
    this.#words = new WordMeasure(this.#drawing);
    this.#isTagged = isTagged;
  }

  /** May be tried with one set of pages after the other: nothing is drawn yet. */
  lay({ content, size = 'A4', pageMargins, defaultStyle = {}, header, footer, pageBreakBefore }: PageSet): LaidPages {
    const layout = new Layout(size, normalizePageMargin(pageMargins), this.#words);
    const breaks = pageBreakBefore;
    const drawing = this.#drawing;
    const pages = layout.layoutDocument(
      content,
      drawing,
      {},
      defaultStyle,
      undefined,
      header,
      footer,
      undefined,
      breaks,
    );
    return { pages, whole: layout.whole };
  }

  /** The file, whose last pages these are. */
  draw({ pages, whole }: LaidPages): { readonly bytes: Uint8Array; readonly pages: number } {
    const drawing = this.#drawing;
    new PageDrawer(drawing, this.#isTagged).renderPages(pages);
    const structure = this.#isTagged ? whole.written(drawing) : null;
    if (structure !== null) drawing.addStructure(structure);
    drawing.end();
    return { bytes: drawing.read(), pages: pages.length };
  }
}
