/** Words of a file that was sent and is only read: judged as one that is kept, within a number of pages. */
import { inspectFile } from './inspect.ts';
import { docxText } from './office.ts';
import { pdfText } from './read-pdf.ts';
import { decodeText } from './showing.ts';

export type SentText =
  | { readonly kind: 'text'; readonly text: string }
  /** Pages without letters: a scan. */
  | { readonly kind: 'image' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
  /** Neither PDF, Word nor text. */
  | { readonly kind: 'other' };

/** Fewer letters than this on all pages together are the number of a stamp, not a text. */
const fewestLetters = 20;

/** @throws rule-broken with the reason why the file is refused */
export async function textOfSent(bytes: Uint8Array, name: string, mostPages: number): Promise<SentText> {
  const { type, pages } = await inspectFile(bytes, name);
  if (type === 'txt') return { kind: 'text', text: decodeText(bytes) };
  if (type === 'docx') return ofText(docxText(bytes));
  if (type !== 'pdf') return { kind: 'other' };
  if (pages === null) return { kind: 'locked' };
  const text = ofText((await pdfText(bytes, mostPages))?.join('\f') ?? null);
  return text.kind === 'text' && text.text.replace(/[^\p{L}]/gu, '').length < fewestLetters ? { kind: 'image' } : text;
}

function ofText(text: string | null): SentText {
  return text === null ? { kind: 'unreadable' } : { kind: 'text', text };
}
