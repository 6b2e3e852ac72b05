/** Lists searched by typing: exact words before beginnings, beginnings before parts, accents optional. */
import { fold } from './text.ts';

const between = /[^\p{L}\p{N}]+/u;

/** A label ready to be searched: its words, and the part before the first comma, which names the thing itself. */
export type Searchable = { readonly folded: string; readonly words: readonly string[]; readonly head: string };

export function searchable(label: string): Searchable {
  const folded = fold(label);
  return { folded, words: wordsIn(folded), head: wordsIn(folded.split(',')[0] ?? '').join(' ') };
}

function wordsIn(folded: string): string[] {
  return folded.split(between).filter((word) => word !== '');
}

/** 0 a whole word, 1 the beginning of one, 2 a part; null when it is not there. */
function levelOf(word: string, { folded, words }: Searchable): number | null {
  if (words.includes(word)) return 0;
  if (words.some((one) => one.startsWith(word))) return 1;
  return folded.includes(word) ? 2 : null;
}

/** The whole label; the name itself; begins with it as a word; begins with its letters; elsewhere. */
function headLevel(asked: readonly string[], { head, words }: Searchable): number {
  if (words.join(' ') === asked.join(' ')) return -1;
  const first = asked[0] ?? '';
  if (head.split(' ').every((word) => asked.includes(word))) return 0;
  if (words[0] === first) return 1;
  return head.startsWith(first) ? 2 : 3;
}

/** Smaller is better; null when a word is missing. */
function rankOf(asked: readonly string[], row: Searchable): number | null {
  const levels = asked.map((word) => levelOf(word, row));
  if (levels.includes(null)) return null;
  const worst = Math.max(0, ...levels.map((level) => level ?? 0));
  return worst * 4 + headLevel(asked, row);
}

/** Positions of the rows in which every typed word occurs, the best first; rows of one rank keep their order. */
export function rankedRows(rows: readonly Searchable[], text: string, limit: number): number[] {
  const asked = wordsIn(fold(text));
  if (asked.length === 0) return [];
  return rows
    .flatMap((row, at) => {
      const rank = rankOf(asked, row);
      return rank === null ? [] : [{ at, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, limit)
    .map(({ at }) => at);
}
