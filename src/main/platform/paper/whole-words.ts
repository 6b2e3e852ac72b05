/**
 * What a line must neither break nor stretch: file numbers, codes, dates, initials, articles, abbreviations with what
 * they belong to. The page maker breaks after every hyphen and slash, and a justified line sets a space there as well.
 */
import { monthNames } from '../../../shared/platform/typed-date.ts';

const months = [...monthNames, 'septiembre'].join('|');
const units = 'horas?|h|minutos?|días?|semanas?|mes|meses|años?|soles|folios?|páginas?|URP|UIT|km|m|%';
const short =
  'Jr|Av|Ca|Psje|Pje|Urb|Mz|Lt|Dpto|Dra?|Sra?|Srta|Reg|Exp|Of|Ing|Lic|Abg|Abog|Sto|Sta|pp?|fs?|núms?|[Nn]ros?';
const numbered = [
  ...['[Aa]rts?\\.', '[Aa]rtículos?', '[Ii]nc\\.', '[Ii]ncisos?', '[Nn]umeral(?:es)?', '[Ll]iteral(?:es)?', '[Nn]\\.'],
  ...[
    '[Ll]ey',
    '[Ss]upremo',
    '[Ll]egislativo',
    '[Mm]inisterial',
    '[Aa]dministrativa',
    'D\\.\\s?S\\.',
    'D\\.\\s?Leg\\.',
  ],
  ...['DNI', 'RUC', 'CE', 'DL', 'DS', 'RM', 'RA', 'RD', 'RFN', 'CAL', 'Casación', 'Cas\\.', 'Queja'],
  ...[
    '[Rr]esolución',
    '[Dd]isposición',
    '[Ee]xpediente',
    '[Cc]arpeta',
    '[Oo]ficio',
    '[Ii]nforme',
    '[Ee]scrito',
    '[Aa]nexo',
  ],
].join('|');

const whole = new RegExp(
  [
    // Any word with a hyphen or a stroke in it, or a dash at its side.
    '[^\\s]+[-/–][^\\s]+',
    '[^\\s]*—[^\\s]*',
    '(?:S/\\.?|US\\$)\\s?\\d{1,3}(?: \\d{3})*(?:[.,]\\d+)?',
    '\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?',
    `\\d{1,2}\\s+de\\s+(?:${months})(?:\\s+del?\\s+\\d{4})?`,
    '\\d[\\d:]*\\s+[ap]\\.\\s?m\\.',
    `\\d[\\d.,]*\\s+(?:${units})(?![\\p{L}])`,
    '(?:\\p{Lu}\\.\\s)+\\p{Lu}\\.(?![\\p{L}\\d])',
    `(?<![\\p{L}])(?:${numbered})\\s+(?:(?:N\\.?\\s?[º°]|[Nn]ro\\.)\\s+)?(?:\\d[^\\s]*|[a-z]\\))`,
    '(?<![\\p{L}])N\\.?\\s?[º°]\\s+[^\\s]+',
    `(?<![\\p{L}])(?:${short})\\.\\s+[^\\s]+`,
  ].join('|'),
  'gu',
);

export type WordPart = { readonly text: string; readonly isWhole: boolean };

/** Widest of their kind in Tinos and its bold face, in parts of the size of the letters; the first that fits. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[-/.,:;() \t\n\u00a0]/, 0.34],
  [/\d/, 0.5],
  [/[mw]/, 0.84],
  [/[MWÆæ%&@…—©®¼½¾]/, 1],
  [/[A-ZÀ-Þ]/, 0.79],
  [/[!-~¡-ÿ–]/, 0.59],
  // Beyond Spanish: the longest dash there is.
  [/./su, 2.9],
];

/** Too wide rather than too narrow, in parts of the size of the letters. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (letterWidths.find(([of]) => of.test(one))?.[1] ?? 0), 0);
}

type Span = { readonly from: number; readonly to: number };

/** To the blanks around it: brackets and commas stay with what they enclose. */
function widened(text: string, { from, to }: Span): Span {
  let [start, end] = [from, to];
  while (start > 0 && !/\s/.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && !/\s/.test(text[end] ?? '')) end += 1;
  return { from: start, to: end };
}

/** Whole parts of a text, none over another. */
function wholeSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: found } of text.matchAll(whole)) {
    const span = widened(text, { from: index, to: index + found.trimEnd().length });
    const last = spans.at(-1);
    if (last !== undefined && span.from <= last.to)
      spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else spans.push(span);
  }
  return spans;
}

/**
 * A text in parts, those that stay whole with the blanks after them.
 *
 * @param room width of the line in points; what would not fit is broken as any other text
 * @param size of the letters in points
 */
export function wholeParts(text: string, { room, size }: { readonly room: number; readonly size: number }): WordPart[] {
  const parts: WordPart[] = [];
  let at = 0;
  for (const { from, to } of wholeSpans(text)) {
    const words = text.slice(from, to);
    if (words.includes('\n') || widthOf(words) * size > room) continue;
    const blanks = /^[^\S\n]*/.exec(text.slice(to))?.[0] ?? '';
    if (from > at) parts.push({ text: text.slice(at, from), isWhole: false });
    parts.push({ text: words + blanks, isWhole: true });
    at = to + blanks.length;
  }
  return at < text.length || parts.length === 0 ? [...parts, { text: text.slice(at), isWhole: false }] : parts;
}
