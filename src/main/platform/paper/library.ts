/** The parts of the page maker and its drawing library that pages are made with, and what we need to know of them. */
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

/** The font of one document: pdfkit's `EmbeddedFont`. */
export type DrawnFont = {
  readonly id: string;
  encode(text: string): [signs: string[], places: SignPlace[]];
  lineHeight(size: number): number;
  widthOfString(text: string, size: number): number;
  ref(): object;
};
/** In thousandths of the size of the letters. */
export type SignPlace = {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** A word or a whole part of a line, with the blanks after it. */
export type Inline = {
  readonly text: string;
  readonly font: DrawnFont;
  readonly fontSize: number;
  readonly x: number;
  readonly background: string | null;
};

type Bookmark = { readonly id?: string; readonly parentId?: string; readonly text: string; readonly expanded: boolean };

export type Line = {
  readonly inlines: readonly Inline[];
  readonly _outline?: Bookmark;
  getAscenderHeight(): number;
};

/** An element of the structure, and a marked stretch of a page that stands in one. */
export type Structure = { end(): void };
export type MarkedContent = { readonly refs: readonly object[] };
type Outline = { addItem(title: string, options: { readonly expanded: boolean }): Outline };
type Page = {
  readonly fonts: Record<string, object>;
  readonly dictionary: { readonly data: Record<string, unknown> };
};

/** pdfmake's document, which is pdfkit's with fonts by name. */
export type Drawing = {
  readonly page: Page;
  readonly outline: Outline;
  on(event: 'pageAdded', listener: () => void): void;
  provideFont(family: string, bold: boolean, italics: boolean): DrawnFont;
  addContent(operators: string): void;
  fillColor(color: string): void;
  markContent(tag: 'Artifact', options: { readonly type: 'Layout' }): void;
  markStructureContent(tag: string): MarkedContent;
  endMarkedContent(): void;
  struct(role: string, options: object, children: readonly (Structure | MarkedContent)[]): Structure;
  addStructure(root: Structure): void;
  end(): void;
  read(): Buffer;
};
type DrawingClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  files: object,
  mayRead: (path: string) => boolean,
) => Drawing;

export type LaidPage = { readonly items: readonly object[] };
export type LeafNode = { readonly tag?: unknown };
export type Row = { readonly tableNode?: LeafNode };

/** A word with the styles of its own, and what measuring it adds. */
export type Word = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly lineHeight?: number;
  font?: DrawnFont;
  fontSize?: number;
  alignment?: string;
  background?: string | null;
  noWrap?: boolean | null;
  color?: string;
  width?: number;
  height?: number;
  leadingCut?: number;
  trailingCut?: number;
};
/** Looks up how text is set, from a node to those around it. */
export type Styles = { getProperty(name: string): unknown };

type LayoutBuilderParts = {
  readonly docMeasure: { readonly textInlines: { measure: (words: Word[], styles: Styles) => Word[] } };
  layoutDocument(
    content: unknown,
    drawing: Drawing,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: unknown,
    footer: unknown,
    watermark: undefined,
    pageBreakBefore: unknown,
  ): LaidPage[];
  tryLayoutDocument(...all: unknown[]): unknown;
  addHeadersAndFooters(header: unknown, footer: unknown): void;
  processNode(node: LeafNode, mayAlign?: boolean): void;
  processRow(row: Row): object;
  processLeaf(node: LeafNode): void;
  buildNextLine(node: LeafNode): Line | null;
};

type RendererParts = {
  readonly pdfDocument: Drawing;
  readonly outlineMap: Record<string, Outline>;
  renderPages(pages: readonly LaidPage[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: object): void;
};

type Decorator = { drawBackground(line: Line, x: number, y: number): void };

const fromHere = createRequire(import.meta.url);
const part = (name: string): unknown => fromHere(`pdfmake/js/${name}.js`);
const whole = (name: string): unknown => (part(name) as { readonly default: unknown }).default;

export const DrawingDocument = whole('PDFDocument') as DrawingClass;
export const LayoutBuilder = whole('LayoutBuilder') as new (
  size: object,
  margins: object,
  svg: object,
) => LayoutBuilderParts;
export const Renderer = whole('Renderer') as new (drawing: Drawing) => RendererParts;
export const TextDecorator = whole('TextDecorator') as new (drawing: Drawing) => Decorator;
export const SVGMeasure = whole('SVGMeasure') as new () => object;
export const { normalizePageSize, normalizePageMargin } = part('PageSize') as {
  readonly normalizePageSize: (size: unknown) => object;
  readonly normalizePageMargin: (margin: unknown) => object;
};

/** The page maker's files in memory (its documentation, «virtualfs»), which its types leave out. */
export const { virtualfs: filesInMemory } = pdfmake as unknown as {
  readonly virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, content: Buffer): void };
};
