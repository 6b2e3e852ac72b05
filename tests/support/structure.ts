/** The structure of a tagged PDF, as a program that reads it aloud gets it. */
import { execFileSync } from 'node:child_process';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type SaidPart = {
  /** What it is, from the outside in, without the document itself. */
  readonly path: readonly string[];
  readonly text: string;
};

const roles = /^(?:H\d|P|L|LI|Lbl|LBody|BlockQuote|Table|TR|TH|TD|Document)$/;
/** A part without text that is said all the same. */
const isCell = ({ path }: SaidPart) => /^T[HD]$/.test(path.at(-1) ?? '');

/** Parts that hold text, in their order. `pdfinfo` names one part a line, further in the deeper it is, and quotes its text. */
export function structureOf(pdf: Uint8Array): SaidPart[] {
  const said = execFileSync('pdfinfo', ['-enc', 'UTF-8', '-struct-text', '-'], { input: pdf }).toString('utf8');
  const parts: { path: string[]; text: string }[] = [];
  const open: string[] = [];
  for (const line of said.split('\n')) {
    const [, indent = '', words = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const quoted = /^"(.*)"$/.exec(words)?.[1];
    const last = parts.at(-1);
    if (quoted !== undefined && last !== undefined) last.text += quoted;
    const role = quoted === undefined ? /^\w+/.exec(words)?.[0] : undefined;
    if (role === undefined || !roles.test(role)) continue;
    open.splice(indent.length / 2, open.length, role);
    parts.push({ path: open.slice(1), text: '' });
  }
  return parts.filter((part) => part.text !== '' || isCell(part));
}

/** The text of each marked stretch by the name of its page and its own: `12R_mc3`. */
async function textsOf(pdf: Uint8Array): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const file = await task.promise;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const open: (string | null)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const inside = open.findLast((one) => one !== null) ?? '';
        texts.set(inside, (texts.get(inside) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : null);
    }
  }
  await task.destroy();
  return texts;
}

/**
 * The same as `structureOf` where a paper is long: `pdfinfo` draws the page anew for every part, a quarter of a minute for the
 * longest. The tree is walked here, from the root of the file; what each stretch says is asked of another reader.
 */
export async function longStructureOf(pdf: Uint8Array): Promise<SaidPart[]> {
  const texts = await textsOf(pdf);
  const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const parts: { path: string[]; text: string }[] = [];
  const say = (page: PDFObject | undefined, stretch: PDFNumber) => {
    if (!(page instanceof PDFRef)) throw new Error('a part of no page');
    const said = texts.get(`p${page.objectNumber}R_mc${stretch.asNumber()}`);
    const last = parts.at(-1);
    if (said !== undefined && last !== undefined) last.text += said;
  };
  const walk = (given: PDFObject | undefined, page: PDFObject | undefined, path: readonly string[]): void => {
    const node = given instanceof PDFRef ? context.lookup(given) : given;
    if (node instanceof PDFNumber) say(page, node);
    if (node instanceof PDFArray) for (const one of node.asArray()) walk(one, page, path);
    if (!(node instanceof PDFDict)) return;
    const own = node.get(PDFName.of('Pg')) ?? page;
    const stretch = node.get(PDFName.of('MCID'));
    if (stretch instanceof PDFNumber) say(own, stretch);
    const role = node.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '';
    const within = roles.test(role) ? [...path, role] : path;
    if (within !== path) parts.push({ path: within.slice(1), text: '' });
    walk(node.get(PDFName.of('K')), own, within);
  };
  walk(catalog.get(PDFName.of('StructTreeRoot')), undefined, []);
  return parts.filter((part) => part.text !== '' || isCell(part));
}
